import { aidTiers, overlays, payerOrder, repeatOverlays } from "./groups.js";
import { amount, choice, day, type Kind, limit, share, whole } from "./kinds.js";
import { bands, byLevel, offsiteCut } from "./tables.js";

/**
 * Every parameter of the law that the engine knows, and the kind of value it has. A pack gives all
 * of them and no other; what a value is and where it comes from stands only in the pack.
 */
export const schema = {
  /** First day of the unified scheme. */
  "dates.switchDay": day,
  /** Which day of a claim chooses the rule and the benefit year. */
  "dates.ruleDay": choice("admission", "discharge"),
  /** Which day of a claim puts it into an accounting month. */
  "dates.accountingDay": choice("settlement", "discharge"),
  /** First day of an accounting month; 26 means from the 26th of the month before. */
  "dates.accountingFrom": whole(1, 28),

  /** Until which age (not included) a resident counts as a minor. */
  "coverage.minorUnderAge": whole(1, 99),
  /** From which age on a resident counts as old. */
  "coverage.oldFromAge": whole(1, 120),
  /** What the government pays for each person and year. */
  "funding.subsidy": amount,

  "inpatient.deductible": byLevel(amount),
  "inpatient.ratio": byLevel(share),
  /** What the yearly limit counts: the payments of the fund. */
  "inpatient.capBasis": choice("payment"),
  "inpatient.cap": limit,

  "offsite.deductible": amount,
  "offsite.cut": offsiteCut,

  "overlays.deductible": overlays("multiply"),
  "overlays.ratio": overlays("add"),
  "overlays.repeatDeductible": repeatOverlays,

  "outpatient.deductible": amount,
  "outpatient.ratio": share,
  "outpatient.cap": limit,

  "critical.deductible": amount,
  /** Whether the edges of the bands count the cost before or after the deductible. */
  "critical.axis": choice("gross", "net"),
  "critical.bands": bands,
  "critical.cap": limit,
  /** Whether what the basic deductible took is cost of the critical-illness layer. */
  "critical.countsDeductible": choice("yes", "no"),
  /** Whether what the person paid first (先行自付) is cost of the layer, though out of scope. */
  "critical.countsFirstSelfPay": choice("yes", "no"),
  /** Whether what lies over a price limit (超限价) is cost of the layer, though out of scope. */
  "critical.countsOverLimit": choice("yes", "no"),
  "critical.countsOutpatient": choice("yes", "no"),

  "aid.tiers": aidTiers,
  "aid.countsOutpatient": choice("yes", "no"),

  "payers.order": payerOrder,
} as const satisfies Readonly<Record<string, Kind<unknown>>>;

export type ParameterKey = keyof typeof schema;

/** The law of one day, compiled: `law["inpatient.cap"].value`. */
export type Law = { readonly [Key in ParameterKey]: ReturnType<(typeof schema)[Key]> };

export const parameterKeys = Object.keys(schema) as readonly ParameterKey[];

export function isParameterKey(text: string): text is ParameterKey {
  return Object.hasOwn(schema, text);
}
