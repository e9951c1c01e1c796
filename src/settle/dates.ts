import { type Day, type Month, monthOf, nextMonth, yearOf } from "../domain/period.js";
import type { Claim } from "../domain/records.js";
import { lawOn } from "../policy/dated.js";
import type { DatesLaw, Law } from "../policy/law.js";
import type { LawFound, Pack } from "../policy/pack.js";

/** The days of a claim. */
type Stay = Pick<Claim, "begndate" | "enddate" | "setlDay">;

/**
 * The law that a claim is settled under, with the day that chose it. Which day that is, is itself
 * law (policy.md Q12): the rule for it is the one in force when the claim is settled.
 */
export function lawFor(claim: Stay, pack: Pack): LawFound & { readonly day: Day } {
  const atSettlement = lawOn(pack, claim.setlDay);
  if (atSettlement.law === undefined) return { ...atSettlement, day: claim.setlDay };
  const day = ruleDayOf(claim, atSettlement.law.dates);
  const { law, problems } = lawOn(pack, day);
  return { law, problems, day };
}

/** The law of a part of a stay that was cut: that of its own days. */
export function lawForPart(part: Stay, pack: Pack): LawFound & { readonly day: Day } {
  return lawFor({ ...part, setlDay: part.enddate }, pack);
}

/**
 * The day of a claim that chooses the rule; a stay over the switch may have a rule of its own. A
 * stay that is split there is cut first (`cutDaysOf`), so that each part lies on one side.
 */
export function ruleDayOf(claim: Stay, dates: DatesLaw): Day {
  const { switchDay, acrossSwitch, ruleDay } = dates;
  const isAcross = claim.begndate < switchDay && switchDay <= claim.enddate;
  return dayBy(isAcross && acrossSwitch !== "split" ? acrossSwitch : ruleDay, claim);
}

/** The year whose limits a claim uses up. */
export function benefitYearOf(claim: Stay, { dates }: Pick<Law, "dates">): number {
  const { benefitYear } = dates;
  return yearOf(benefitYear === "split" ? claim.enddate : dayBy(benefitYear, claim));
}

/**
 * The days before which a stay is cut in two, ascending: the switch day and New Year, where the law
 * splits there; none for a stay that lies on one side.
 */
export function cutDaysOf(claim: Stay, { dates }: Pick<Law, "dates">): readonly Day[] {
  const { begndate, enddate } = claim;
  const days = new Set<Day>();
  if (dates.acrossSwitch === "split") days.add(dates.switchDay);
  if (dates.benefitYear === "split") {
    for (let year = yearOf(begndate) + 1; year <= yearOf(enddate); year++) {
      days.add(`${year}-01-01` as Day);
    }
  }
  return [...days].filter((day) => begndate < day && day <= enddate).sort();
}

/**
 * The accounting month of a claim. A month that begins on the 26th takes the 26th and later days
 * of the calendar month before it.
 */
export function accountingMonthOf(claim: Stay, { dates }: Pick<Law, "dates">): Month {
  const day = dayBy(dates.accountingDay, claim);
  const from = dates.accountingFrom;
  const month = monthOf(day);
  return from > 1 && Number(day.slice(8)) >= from ? nextMonth(month) : month;
}

function dayBy(way: "admission" | "discharge" | "settlement", claim: Stay): Day {
  switch (way) {
    case "admission":
      return claim.begndate;
    case "discharge":
      return claim.enddate;
    case "settlement":
      return claim.setlDay;
  }
}
