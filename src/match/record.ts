import type { PersonRecord, SourcePerson } from "../domain/records.js";
import { survivorOf } from "./survivor.js";

/** The record of a person, and the row that leads it. */
export interface MadeRecord<Row extends SourcePerson> {
  readonly record: PersonRecord;
  /** The row that counts as loaded; the others are merged into it. */
  readonly lead: Row;
}

/**
 * The record of a person from all rows that give it, in any order. Loading, merging
 * and splitting all make records here and nowhere else, so a record can always be made again.
 */
export function recordOf<Row extends SourcePerson>(rows: readonly Row[]): MadeRecord<Row> {
  const lead = survivorOf(rows);
  const { psnName, certno, certnoStatus, gend, brdy, naty, tel } = lead;
  const { householdNo, headRelation, insuplcAdmdvs } = lead;
  const identity = { psnName, certno, certnoStatus, gend, brdy, naty, tel };
  return { record: { ...identity, householdNo, headRelation, insuplcAdmdvs }, lead };
}
