import { isSame } from "../../domain/amounts.js";
import type { Problem } from "../../domain/problem.js";
import type { Amounts, Settlement } from "../../domain/records.js";
import { emptyYear, type YearToDate } from "../../settle/year-to-date.js";
import type { HistoricClaim } from "../../store/port/claims.js";
import type { PastClaims } from "./past.js";
import { inForce } from "./posted-claim.js";
import { settleReady } from "./settle-ready.js";

/** Why a settled claim comes to something else when the year is settled in order. */
export const correctionReasons = ["window", "person", "refund", "late", "recomputed"] as const;
export type CorrectionReason = (typeof correctionReasons)[number];

/** A claim that has to be posted anew. */
export interface Correction {
  readonly historic: HistoricClaim;
  readonly before: Amounts;
  readonly computed: Settlement;
  readonly reason: CorrectionReason;
}

export interface CorrectedPerson {
  readonly corrections: readonly Correction[];
  readonly years: ReadonlyMap<number, YearToDate>;
  /** Claims that could not be settled today, such as those of somebody no longer enrolled. */
  readonly unready: readonly {
    readonly historic: HistoricClaim;
    readonly problems: readonly Problem[];
  }[];
}

/**
 * Settles the claims of one person again, in the order of the fold from the first day of each year,
 * each under the law that it was settled under. Window amounts bind, whatever the law would give,
 * unless the claim is named in `toCentre`; what the centre computed is corrected where the order
 * gives something else. What is posted anew feeds the year.
 */
export function correctPerson(
  past: PastClaims,
  history: readonly HistoricClaim[],
  toCentre: ReadonlySet<number>,
): CorrectedPerson {
  const years = new Map<number, YearToDate>();
  const corrections: Correction[] = [];
  for (const { claimId, ready, posted, historic } of past.claims) {
    const binds = ready.posted !== undefined && !toCentre.has(claimId);
    const yearBefore = (year: number): YearToDate => years.get(year) ?? emptyYear;
    const { settlement, after } = settleReady(ready, yearBefore, binds ? posted : undefined);
    for (const [year, one] of after) years.set(year, one);
    if (binds || (isSame(posted, settlement) && !toCentre.has(claimId))) continue;
    const reason = toCentre.has(claimId) ? "window" : reasonOf(historic, history);
    corrections.push({ historic, before: posted, computed: settlement, reason });
  }
  return { corrections, years, unready: past.unready };
}

/** Another person's claim by now; an earlier bill taken back, or settled only afterwards. */
function reasonOf(historic: HistoricClaim, history: readonly HistoricClaim[]): CorrectionReason {
  const { claim } = historic;
  const { month, psnNo } = inForce(historic);
  if (psnNo !== claim.psnNo) return "person";
  const earlier = history.slice(0, history.indexOf(historic));
  if (earlier.some((one) => inForce(one).psnNo !== claim.psnNo)) return "person";
  if (earlier.some(({ refundedBy }) => refundedBy !== undefined)) return "refund";
  if (earlier.some((one) => (one.entries[0]?.month ?? month) > month)) return "late";
  return "recomputed";
}
