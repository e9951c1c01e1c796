import { insutype } from "../domain/codes.js";
import { yearOf } from "../domain/period.js";
import type { Enrolment } from "./coverage.js";

/** A year in which somebody is enrolled in the unified scheme, and where. */
export interface EnrolledYear {
  readonly year: number;
  readonly insuplcAdmdvs: string;
}

/**
 * The years up to the last one in which enrolments of one person run in the unified scheme, each
 * once: that is what a subsidy is due for (统一筹资政策). The place is that of the year's first
 * enrolment.
 */
export function enrolledYears(
  enrolments: readonly Pick<Enrolment, "insutype" | "begndate" | "enddate" | "insuplcAdmdvs">[],
  lastYear: number,
): readonly EnrolledYear[] {
  const places = new Map<number, string>();
  const unified = enrolments.filter((one) => one.insutype === insutype.resident);
  const inOrder = [...unified].sort((left, right) => (left.begndate < right.begndate ? -1 : 1));
  for (const { begndate, enddate, insuplcAdmdvs } of inOrder) {
    const until = enddate === "" ? lastYear : Math.min(lastYear, yearOf(enddate));
    for (let year = yearOf(begndate); year <= until; year += 1) {
      if (!places.has(year)) places.set(year, insuplcAdmdvs);
    }
  }
  return [...places]
    .map(([year, insuplcAdmdvs]) => ({ year, insuplcAdmdvs }))
    .sort((left, right) => left.year - right.year);
}
