import type { Chance } from "./chance.js";
import type { MatchSpec } from "./spec.js";
import type { VectorCounts } from "./vectors.js";

/** What the weights are estimated from; only whole numbers that do not know the rows' order. */
export interface Evidence {
  readonly spec: MatchSpec;
  readonly rows: number;
  /** The vectors of the pairs that blocking brought. */
  readonly candidates: VectorCounts;
  readonly chance: Chance;
  /** Per compared field, how often two rows hold one value, of those that hold any. */
  readonly shared: readonly number[];
  /** Per compared field, whether blocking brings every pair of rows that hold one value. */
  readonly isCovered: readonly boolean[];
}

/** Of so many rows at least one holds a value that belongs to somebody else. */
export const ROWS_PER_STRAY = 1000;

/** Shares of the levels 1, 2 …; index 0 holds 1, so that a missing value weighs nothing. */
export function sharesOf(sums: readonly number[]): readonly number[] {
  const all = sums.slice(1).reduce((sum, one) => sum + one, 0);
  return sums.map((one, level) => (level === 0 ? 1 : one / all));
}

/** Of the pairs drawn at one nearness, how many state just these fields in both rows. */
export function statedTogether(
  { chance }: Evidence,
  nearness: number,
  stated: readonly boolean[],
): number {
  let [found, all] = [0, 0];
  chance.drawn.vectors.forEach(({ nearness: own, levels }, place) => {
    if (own !== nearness) return;
    const count = chance.drawn.counts[place] ?? 0;
    all += count;
    if (stated.every((isStated, at) => isStated === (levels[at] !== 0))) found += count;
  });
  return all === 0 ? 1 : found / all;
}
