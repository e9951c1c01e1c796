import { isSame } from "../../domain/amounts.js";
import type { Problem } from "../../domain/problem.js";
import type { Amounts, Settlement } from "../../domain/records.js";
import { settleParts } from "../../settle/settle-parts.js";
import { emptyYear, type YearToDate } from "../../settle/year-to-date.js";
import type { HistoricClaim, StoredEntry } from "../../store/port/claims.js";
import type { CorrectionReason } from "./correction-reason.js";
import type { PastClaims } from "./past.js";
import { inForce } from "./posted-claim.js";

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
    const { settlement, after } = settleParts(ready.parts, yearBefore, binds ? posted : undefined);
    for (const [year, one] of after) years.set(year, one);
    if (binds || (isSame(posted, settlement) && !toCentre.has(claimId))) continue;
    const reason = toCentre.has(claimId) ? "window" : reasonOf(historic, history);
    corrections.push({ historic, before: posted, computed: settlement, reason });
  }
  return { corrections, years, unready: past.unready };
}

/**
 * Another person's claim by now; an earlier bill taken back, or settled only afterwards; or a bill
 * that was settled itself after later ones.
 */
function reasonOf(historic: HistoricClaim, history: readonly HistoricClaim[]): CorrectionReason {
  const { claim } = historic;
  const entry = inForce(historic);
  if (entry.psnNo !== claim.psnNo) return "person";
  const place = history.indexOf(historic);
  const earlier = history.slice(0, place);
  if (earlier.some((one) => inForce(one).psnNo !== claim.psnNo)) return "person";
  if (earlier.some(({ refundedBy }) => refundedBy !== undefined)) return "refund";
  if (earlier.some(({ entries: [first] }) => isAfter(first, entry))) return "late";
  if (history.slice(place + 1).some(({ entries: [first] }) => isAfter(entry, first))) {
    return "belated";
  }
  return "recomputed";
}

/** Whether a run posted the one after another run had posted the other. */
function isAfter(one: StoredEntry | undefined, other: StoredEntry | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return one.runId === other.runId ? one.month > other.month : one.runId > other.runId;
}
