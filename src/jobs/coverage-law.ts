import type { Yuan } from "../domain/money.js";
import { type Day, dayBefore, firstDay, type Month } from "../domain/period.js";
import { Refusal } from "../domain/refusal.js";
import { lawOn } from "../policy/dated.js";
import type { Pack } from "../policy/pack.js";
import type { Law } from "../policy/schema.js";
import type { CoverageLaw } from "../unify/coverage.js";
import type { DuplicateRules } from "../unify/duplicate-rules.js";
import type { DuplicateLaw } from "./duplicates/duplicated-people.js";

/** The law in force on the first day of a month; refuses where a parameter has none. */
export function lawOfMonth(pack: Pack, month: Month): Law {
  const { law, problems } = lawOn(pack, firstDay(month));
  if (law !== undefined) return law;
  const values = { month, found: pack.region, count: problems.length };
  throw new Refusal("policy-missing", values, problems.slice(0, 3));
}

/** What governments pay for a person in a year; undefined where the pack does not say. */
function subsidyIn(pack: Pack, year: number): Yuan | undefined {
  return lawOn(pack, firstDay(`${year}-01` as Month)).law?.["funding.subsidy"].value;
}

/**
 * By what duplicated enrolments are judged, decided on a day, or else on the first of the unified
 * scheme.
 */
export function duplicateLawOf(
  pack: Pack,
  { duplicates: rules, switchDay }: CoverageLaw,
  day: Day = switchDay,
): DuplicateLaw {
  const subsidyOf = (year: number): Yuan | undefined => subsidyIn(pack, year);
  return { rules, switchDay, day: day > switchDay ? day : switchDay, subsidyOf };
}

/** What the law says about who belongs in which class. */
export function coverageLaw(law: Law, duplicates: DuplicateRules): CoverageLaw {
  const switchDay = law["dates.switchDay"].value;
  return {
    switchDay,
    lastOldDay: dayBefore(switchDay),
    adultFrom: law["coverage.minorUnderAge"].value,
    oldFrom: law["coverage.oldFromAge"].value,
    duplicates,
  };
}
