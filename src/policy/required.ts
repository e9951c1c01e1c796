import type { Names } from "./names.js";
import type { Version } from "./pack.js";
import { countedParts } from "./spec.js";

/** Finds the version of a parameter that is in force on the day in question. */
export type InForce = (key: string) => Version | undefined;

const always = [
  ...["dates.switchDay", "dates.ruleDay", "dates.acrossSwitch", "dates.benefitYear"],
  ...["dates.accountingDay", "dates.accountingFrom", "care.kind", "coverage.class"],
  ...["coverage.ageDay", "funding.contribution", "funding.subsidy"],
];

/**
 * The parameters that the law of a day needs: the same for every region, then what each care asks
 * that bills of the day may fall under, and what each payer asks. A payer whose `applies` is a
 * plain "no" pays nothing on the day and needs nothing more.
 */
export function neededOn(inForce: InForce, names: Names): readonly string[] {
  const cares = choicesOf(inForce("care.kind")).filter((care) => names.labels.cares.has(care));
  const payers = [...names.labels.payers.keys()].filter((payer) => isAtWork(inForce, payer));
  return [
    ...always,
    ...[...new Set(cares)].flatMap((care) => [`${care}.deductible`, `${care}.ratio`]),
    ...payers.flatMap((payer) => ofPayer(inForce, payer)),
    ...(names.labels.payers.size > 0 ? ["payers.order"] : []),
  ];
}

/** Whether a payer looks at bills at all on the day. */
export function isAtWork(inForce: InForce, payer: string): boolean {
  const applies = inForce(`${payer}.applies`);
  if (applies?.value.way !== "rows") return true;
  return applies.value.rows.some((row) => row.value === true);
}

function ofPayer(inForce: InForce, payer: string): readonly string[] {
  if (inForce(`${payer}.target`) !== undefined) return [];
  const parts = Object.entries(countedParts).filter(([, counts]) => counts === "needed");
  return ["ratio", "over", ...parts.map(([part]) => `counts.${part}`)].map(
    (tail) => `${payer}.${tail}`,
  );
}

function choicesOf(version: Version | undefined): readonly string[] {
  if (version?.value.way !== "rows") return [];
  return version.value.rows.map((row) => String(row.value));
}
