import { add, least, most, subtract, sum, type Yuan, zero } from "../domain/money.js";
import type { Amounts, Claim } from "../domain/records.js";
import type { Cited } from "../policy/cited.js";
import type { Law } from "../policy/schema.js";
import { careOf } from "./bill.js";

/** A claim and the law that says what of it is cost of the critical-illness layer. */
interface Question {
  readonly claim: Claim;
  readonly law: Law;
}

/**
 * What a claim adds to the year's personal cost of the critical-illness layer, in yuan: the
 * in-scope cost that the payers before this layer left, with or without the basic deductible
 * (policy.md Q5), and the parts out of scope that the law counts. A window that paid too much
 * leaves so much less.
 */
export function criticalCostOf(
  question: Question & { readonly posted: Pick<Amounts, "actPayDedc" | "hifpPay" | "mafPay"> },
): Yuan {
  const { claim, posted, law } = question;
  if (!isCritical(question)) return zero;

  const leftByBasic = subtract(claim.inscpScpAmt, posted.hifpPay);
  const isAidFirst = law["payers.order"].value[0] === "aid";
  const left = isAidFirst ? subtract(leftByBasic, posted.mafPay) : leftByBasic;
  const countsDeductible = law["critical.countsDeductible"].value === "yes";
  const notCounted = countsDeductible ? zero : least(posted.actPayDedc, most(zero, left));
  return most(zero, add(subtract(left, notCounted), countedOutOfScope(question)));
}

/**
 * What of a bill's cost out of scope the critical-illness layer counts and may pay on, in yuan. No
 * other fund does, and full self-pay (全自费) is never among it.
 */
export function countedOutOfScope(question: Question): Yuan {
  return sum(countedParts(question).map((part) => part.amount));
}

/** A part of the bill that lies out of scope, and the value that says whether it is counted. */
export interface OutOfScopePart {
  readonly rule: "critical-first-self-pay" | "critical-over-limit";
  readonly amount: Yuan;
  readonly counts: Cited<"yes" | "no">;
}

/** The parts out of scope that are counted, in the order of their lines; empty ones left out. */
export function countedParts(question: Question): readonly OutOfScopePart[] {
  if (!isCritical(question)) return [];
  const { claim, law } = question;
  const parts: readonly OutOfScopePart[] = [
    {
      rule: "critical-first-self-pay",
      amount: claim.preselfpayAmt,
      counts: law["critical.countsFirstSelfPay"],
    },
    {
      rule: "critical-over-limit",
      amount: claim.overlmtSelfpay,
      counts: law["critical.countsOverLimit"],
    },
  ];
  return parts.filter(({ amount, counts }) => amount > zero && counts.value === "yes");
}

/** Outpatient care is none of this layer's affair unless the law counts it. */
function isCritical({ claim, law }: Question): boolean {
  return careOf(claim) !== "outpatient" || law["critical.countsOutpatient"].value === "yes";
}
