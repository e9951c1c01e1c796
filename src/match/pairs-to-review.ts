import type { ReviewReason } from "../domain/match-decision.js";
import type { PersonGroups } from "./person-groups.js";
import type { AskedPair } from "./settle-torn.js";

/** Rows and probability of the pairs that were compared. */
export interface ComparedPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly probability: Float64Array;
}

/** A pair to review, by its rows. */
export interface PairToReview {
  readonly left: number;
  readonly right: number;
  readonly probability: number;
  readonly reason: ReviewReason;
}

/**
 * What somebody has to look at: the pairs that were refused or asked about, then every pair between
 * the thresholds that nothing has settled. Between two people only the strongest pair is asked.
 * About two loaded people nothing is asked again unless a new row is the same as both.
 */
export function pairsToReview(
  groups: PersonGroups,
  compared: ComparedPairs,
  thresholds: { readonly same: number; readonly review: number },
  refused: readonly AskedPair[],
  probabilityOf: (left: number, right: number) => number,
): readonly PairToReview[] {
  const asked = new Asked(groups);
  for (const { left, right, reason } of refused) {
    asked.add({ left, right, probability: probabilityOf(left, right), reason }, true);
  }
  const { left, right, probability } = compared;
  for (let pair = 0; pair < left.length; pair++) {
    const share = probability[pair] ?? 0;
    if (share < thresholds.review || share >= thresholds.same) continue;
    const rows = { left: left[pair] ?? 0, right: right[pair] ?? 0 };
    asked.add({ ...rows, probability: share, reason: "probability" }, false);
  }
  return asked.pairs();
}

/** The strongest pair between any two groups; one that was refused goes before any other. */
class Asked {
  private readonly known = new Map<number, PairToReview>();

  constructor(private readonly groups: PersonGroups) {}

  add(pair: PairToReview, isRefused: boolean): void {
    const [one, other] = [this.groups.rootOf(pair.left), this.groups.rootOf(pair.right)];
    if (one === other) return;
    if (!isRefused && this.groups.separation(one, other) !== undefined) return;
    const key = Math.min(one, other) * this.groups.clusters.size + Math.max(one, other);
    const before = this.known.get(key);
    const isNew = before === undefined;
    const isStronger = (before?.probability ?? 0) < pair.probability;
    if (isNew || (isStronger && (before.reason === "probability" || isRefused))) {
      this.known.set(key, pair);
    }
  }

  pairs(): readonly PairToReview[] {
    return [...this.known.values()].sort(
      (one, other) => one.left - other.left || one.right - other.right,
    );
  }
}
