import { type Evidence, ROWS_PER_STRAY, sharesOf } from "./evidence.js";
import type { MatchField } from "./spec.js";
import type { FieldWeights } from "./weights.js";

/**
 * What is known of a field, and how likely each vector agrees in it for another reason than chance,
 * as it stands: it is one person, or two who have it in common.
 */
export interface Differing {
  readonly evidence: Evidence;
  readonly field: MatchField;
  readonly at: number;
  readonly inBlocks: readonly number[];
  readonly byChance: readonly number[];
  /** How many pairs of two people have the field in common with others, for every nearness. */
  readonly common: readonly number[];
}

/** No share is taken to be smaller. */
const LEAST = 1e-12;

/**
 * How often two people agree, for every nearness, the farthest first: what is known of those leads
 * where pairs of a closer nearness are few.
 */
export function differentShares(
  differing: Differing,
  same: readonly number[],
  prior: readonly number[],
): FieldWeights {
  const { evidence, field } = differing;
  const different: (readonly number[])[] = [];
  let outer: readonly number[] | undefined;
  for (let nearness = evidence.chance.pairs.length - 1; nearness >= 0; nearness--) {
    const drawn = drawnShares(differing, nearness, outer);
    const equal = equalShare(differing, { nearness, drawn, same, prior: prior[nearness] ?? 0 });
    outer = withEqual(drawn, equal);
    different.unshift(outer);
  }
  return { name: field.name, same, different };
}

/** The shares of the levels among the drawn pairs of one nearness that are two people. */
function drawnShares(
  { evidence, field, at, byChance }: Differing,
  nearness: number,
  outer: readonly number[] | undefined,
): readonly number[] {
  const { vectors, counts } = evidence.chance.drawn;
  const sums = [0, ...field.levels.map(() => 0), 0];
  let all = 0;
  vectors.forEach((vector, place) => {
    const level = vector.levels[at] ?? 0;
    if (vector.nearness !== nearness || level === 0) return;
    const count = (1 - (byChance[place] ?? 0)) * (counts[place] ?? 0);
    sums[level] = (sums[level] ?? 0) + count;
    all += count;
  });
  // One pair more than was seen, of as many more as it takes farther out to see one: a level that
  // a draw did not meet is as rare as there, or as one pair in the draw.
  return sharesOf(
    sums.map((count, level) => {
      const others = outer === undefined ? all + 1 : 1 / Math.max(outer[level] ?? 0, LEAST);
      return (count + 1) / (all + others);
    }),
  );
}

interface Nearness {
  readonly nearness: number;
  readonly drawn: readonly number[];
  readonly same: readonly number[];
  readonly prior: number;
}

/**
 * How often two people hold one value. A draw sees too few of such pairs where values are many. If
 * blocking brings them all, they are counted there; among strangers all values can be counted, less
 * the pairs that are one person.
 */
function equalShare(
  { evidence, at, inBlocks, common }: Differing,
  { nearness, drawn, same, prior }: Nearness,
): number {
  const pairs = evidence.chance.pairs[nearness] ?? 0;
  const isFarthest = nearness === evidence.chance.pairs.length - 1;
  if (pairs < 1 && !isFarthest) return drawn[1] ?? 0;
  if (evidence.isCovered[at] === true) {
    const { vectors, counts } = evidence.candidates;
    let found = 0;
    vectors.forEach((vector, place) => {
      if (vector.nearness !== nearness || vector.levels[at] !== 1) return;
      found += (1 - (inBlocks[place] ?? 0)) * (counts[place] ?? 0);
    });
    const strays = Math.min(evidence.rows / ROWS_PER_STRAY, pairs / 100);
    return Math.max(found, strays) / Math.max(1, pairs * statedShare(evidence, at, nearness));
  }
  if (!isFarthest) return drawn[1] ?? 0;
  // Where no two rows share a value, they might in ten times as many pairs.
  const shared = Math.max(evidence.shared[at] ?? 0, 0.1 / (pairs + 1));
  const explained = (prior + (common[nearness] ?? 0)) * (same[1] ?? 0);
  return Math.max(shared - explained, shared * 0.1);
}

/** Of the drawn pairs of one nearness, how many state the field in both rows. */
function statedShare({ chance }: Evidence, at: number, nearness: number): number {
  let [stated, all] = [0, 0];
  chance.drawn.vectors.forEach((vector, place) => {
    if (vector.nearness !== nearness) return;
    const count = chance.drawn.counts[place] ?? 0;
    all += count;
    if (vector.levels[at] !== 0) stated += count;
  });
  return all === 0 ? 1 : stated / all;
}

/** The same shares with another one for `equal`; the others share what it leaves. */
function withEqual(shares: readonly number[], equal: number): readonly number[] {
  const others = 1 - (shares[1] ?? 0);
  const scale = others <= 0 ? 0 : (1 - equal) / others;
  return shares.map((share, level) => (level === 0 ? 1 : level === 1 ? equal : share * scale));
}
