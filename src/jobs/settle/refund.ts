import { isSame, negated } from "../../domain/amounts.js";
import { negate, yuanText } from "../../domain/money.js";
import { type Problem, problem } from "../../domain/problem.js";
import type { Amounts } from "../../domain/records.js";
import type { HistoricClaim, StoredClaim } from "../../store/port/claims.js";
import { inForce } from "./posted-claim.js";

/** A refund that takes back exactly one settlement. */
export interface MatchedRefund {
  readonly original: HistoricClaim;
  /** What it posts: the original's amounts below zero. */
  readonly posted: Amounts;
}

/**
 * Which settlement a refund takes back: the one it names; else the only one of its visit with the
 * same fee. Problems: `claim-refund-unknown` where none, several, or one taken back before could be
 * meant; `claim-refund-differs` where its amounts do not cancel the original's to the fen.
 */
export function matchRefund(
  refund: StoredClaim,
  candidates: readonly HistoricClaim[],
): MatchedRefund | Problem {
  const open = candidates.filter(({ refundedBy }) => refundedBy === undefined);
  const named = refund.initMedinsSetlId !== "";
  const meant = named ? open : open.filter(({ claim }) => isFeeOf(claim, refund));
  const [original] = meant;
  const field = "init_medins_setl_id";
  if (original === undefined || meant.length > 1) {
    const found = named ? refund.initMedinsSetlId : refund.mdtrtId;
    return problem("claim-refund-unknown", { file: "", field }, { found });
  }
  const { posted: paid } = inForce(original);
  const posted = negated(paid);
  const isExact = refund.paid === undefined || isSame(refund.paid, posted);
  if (isFeeOf(original.claim, refund) && isExact) return { original, posted };
  const amounts = isFeeOf(original.claim, refund)
    ? [refund.paid?.fundPaySumamt ?? posted.fundPaySumamt, paid.fundPaySumamt]
    : [refund.medfeeSumamt, original.claim.medfeeSumamt];
  const [found, expected] = amounts.map((amount) => yuanText(amount ?? paid.fundPaySumamt));
  const values = { found: found ?? "", expected: expected ?? "" };
  const other = original.claim.medinsSetlId;
  return problem("claim-refund-differs", { file: "", field }, { ...values, other });
}

function isFeeOf(claim: StoredClaim, refund: StoredClaim): boolean {
  return refund.medfeeSumamt === negate(claim.medfeeSumamt);
}
