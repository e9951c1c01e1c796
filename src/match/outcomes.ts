import type { Outcomes } from "./spec.js";

/** The two thresholds of a run, and what they are expected to cost by the model. */
export interface Thresholds {
  /** From this probability on two records are the same person. */
  readonly same: number;
  /** From this one on, and below `same`, a person looks at them. */
  readonly review: number;
  readonly samePairs: number;
  readonly reviewPairs: number;
  /** Of ten thousand pairs called the same, so many are expected to be two people. */
  readonly wrongPer10000: number;
  /** Pairs of one person that are expected below both thresholds, and out of ten thousand. */
  readonly missedPairs: number;
  readonly missedPer10000: number;
}

/** No pair is called the same below this, however sure the others are. */
const SURE = 0.95;

/** No pair is sent to review below this: hundreds would have to be read for a find. */
const WORTH_A_LOOK = 0.01;

/**
 * Sets the thresholds for what they may cost: as low as it gets for `same` with no more wrong ones
 * expected than allowed (and never below 0.95), as high as it gets for `review` with no more missed
 * than allowed (and never below 0.01). Only pairs that were compared are counted: what no blocking
 * key brings cannot be known.
 */
export function thresholdsOf(probability: Float64Array, allowed: Outcomes): Thresholds {
  const sorted = probability.slice().sort().reverse();
  const upTo = sums(sorted);
  const all = upTo[sorted.length] ?? 0;
  const samePairs = countOfSame(sorted, upTo, allowed.wrongPer10000);
  const looked = countOfLooked(sorted, upTo, allowed.missedPer10000);
  const reviewPairs = Math.max(0, looked - samePairs);
  const missedPairs = all - (upTo[samePairs + reviewPairs] ?? 0);
  const wrong = samePairs - (upTo[samePairs] ?? 0);
  return {
    same: samePairs === 0 ? 1 : (sorted[samePairs - 1] as number),
    review: sorted[samePairs + reviewPairs - 1] ?? 1,
    samePairs,
    reviewPairs,
    wrongPer10000: samePairs === 0 ? 0 : (wrong / samePairs) * 10000,
    missedPairs,
    missedPer10000: all === 0 ? 0 : (missedPairs / all) * 10000,
  };
}

/** The sum of the first so many. */
function sums(sorted: Float64Array): Float64Array {
  const upTo = new Float64Array(sorted.length + 1);
  sorted.forEach((probability, at) => {
    upTo[at + 1] = (upTo[at] as number) + probability;
  });
  return upTo;
}

/** How many of the highest are the same; pairs of one probability stay together. */
function countOfSame(sorted: Float64Array, upTo: Float64Array, wrongPer10000: number): number {
  let count = 0;
  for (let at = 1; at <= sorted.length && (sorted[at - 1] as number) >= SURE; at++) {
    if (sorted[at] === sorted[at - 1]) continue;
    const wrong = at - (upTo[at] as number);
    if ((wrong / at) * 10000 <= wrongPer10000) count = at;
  }
  return count;
}

/** How many of the highest are worth a look, so that no more than allowed are missed. */
function countOfLooked(sorted: Float64Array, upTo: Float64Array, missedPer10000: number): number {
  const all = upTo[sorted.length] ?? 0;
  let count = 0;
  while (count < sorted.length && (sorted[count] as number) >= WORTH_A_LOOK) {
    const isEnough = all - (upTo[count] as number) <= (all * missedPer10000) / 10000;
    if (isEnough && sorted[count] !== sorted[count - 1]) break;
    count += 1;
  }
  return count;
}
