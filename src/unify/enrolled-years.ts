import { insutype } from "../domain/codes.js";
import { yearOf } from "../domain/period.js";
import type { Enrolment } from "./coverage.js";

/** A year in which somebody is enrolled in the unified scheme, where, and in which class. */
export interface EnrolledYear {
  readonly year: number;
  readonly insuplcAdmdvs: string;
  readonly psnType: string;
}

/**
 * The years up to the last one in which enrolments of one person run in the unified scheme, each
 * once: that is what a subsidy is due for (统一筹资政策). Place and
 * class are those of the year's first enrolment.
 */
export function enrolledYears(
  enrolments: readonly Omit<Enrolment, "basis">[],
  lastYear: number,
): readonly EnrolledYear[] {
  const years = new Map<number, EnrolledYear>();
  const unified = enrolments.filter((one) => one.insutype === insutype.resident);
  const inOrder = [...unified].sort((left, right) => (left.begndate < right.begndate ? -1 : 1));
  for (const { begndate, enddate, insuplcAdmdvs, psnType } of inOrder) {
    const until = enddate === "" ? lastYear : Math.min(lastYear, yearOf(enddate));
    for (let year = yearOf(begndate); year <= until; year += 1) {
      if (!years.has(year)) years.set(year, { year, insuplcAdmdvs, psnType });
    }
  }
  return [...years.values()].sort((left, right) => left.year - right.year);
}
