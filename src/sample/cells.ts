import type { SamplePerson } from "./person.js";

/** What a register says of a person, cell by cell: true at first, then spoiled, then written. */
export interface PersonCells {
  psnName: string;
  certno: string;
  brdy: string;
  /** 参合 / 参保日期. */
  joined: string;
  gend: string;
  naty: string;
  isActive: boolean;
}

/** The cells as a careful clerk would have filled them; codes in the register's own words. */
export function trueCells(
  person: SamplePerson,
  words: { readonly gend: string; readonly naty: string; readonly joined: string },
): PersonCells {
  const { psnName, certno, brdy } = person;
  return { psnName, certno, brdy, ...words, isActive: true };
}
