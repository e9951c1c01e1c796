import { type Day, type Month, monthOf, nextMonth, yearOf } from "../domain/period.js";
import type { Claim } from "../domain/records.js";
import { lawOn } from "../policy/dated.js";
import type { LawFound, Pack } from "../policy/pack.js";
import type { Law } from "../policy/schema.js";

/**
 * The law that a claim is settled under, with the day that chose it. Which day that is, is itself
 * law (policy.md Q12): the rule for it is the one in force when the claim is settled.
 */
export function lawFor(claim: Claim, pack: Pack): LawFound & { readonly day: Day } {
  const atSettlement = lawOn(pack, claim.setlDay);
  if (atSettlement.law === undefined) return { ...atSettlement, day: claim.setlDay };
  const day = ruleDayOf(claim, atSettlement.law);
  const { law, problems } = lawOn(pack, day);
  return { law, problems, day };
}

/** The day of a claim that chooses the rule. */
export function ruleDayOf(claim: Claim, law: Law): Day {
  return law["dates.ruleDay"].value === "admission" ? claim.begndate : claim.enddate;
}

/** The year whose limits a claim uses up: the calendar year of the day that chooses the rule. */
export function benefitYearOf(claim: Claim, law: Law): number {
  return yearOf(ruleDayOf(claim, law));
}

/**
 * The accounting month of a claim. A month that begins on the 26th takes the 26th and later days
 * of the calendar month before it.
 */
export function accountingMonthOf(claim: Claim, law: Law): Month {
  const day = law["dates.accountingDay"].value === "settlement" ? claim.setlDay : claim.enddate;
  const from = law["dates.accountingFrom"].value;
  const month = monthOf(day);
  return from > 1 && Number(day.slice(8)) >= from ? nextMonth(month) : month;
}
