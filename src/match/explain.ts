import type { Level } from "./level.js";
import type { Scorer } from "./score.js";
import { type Comparer, vectorOf } from "./vectors.js";
import { fieldWeight, priorWeight, probabilityOf } from "./weights.js";

/** What one thing says about two rows. */
export interface MatchStep {
  readonly field: string;
  /** The level on which they agree; absent where it is missing or they differ. */
  readonly level?: Level;
  readonly agreement: "missing" | "agrees" | "differs";
  /** Logarithm to the base 2: how much likelier one person makes it than two. */
  readonly weight: number;
  /** What of the weight comes from how rare the common value is. */
  readonly rarity: number;
}

export interface Explanation {
  /** The neighbourhood that both are in, as a place in the spec's `near`; absent for strangers. */
  readonly near?: number;
  /** What being so near says by itself. */
  readonly prior: number;
  readonly steps: readonly MatchStep[];
  /** What is taken away as just these agreements come together in any case; 0 or less. */
  readonly together: number;
  readonly weight: number;
  readonly probability: number;
}

/** Explains the score of two rows: its parts are all that was added up, and nothing else is. */
export function explain(
  { comparer, scorer }: Explaining,
  left: number,
  right: number,
): Explanation {
  const { weights, frequencies } = scorer;
  const vector = vectorOf(comparer.vector(left, right), comparer.fields);
  const { nearness, levels } = vector;
  const prior = priorWeight(weights, nearness);
  const steps = comparer.fields.map((field, at): MatchStep => {
    const level = levels[at] ?? 0;
    const only = levels.map((one, place) => (place === at ? one : 0));
    const rarity = frequencies.weight(left, right, only);
    const own = weights.fields[at];
    const weight = (own === undefined ? 0 : fieldWeight(own, level, nearness)) + rarity;
    const found = field.levels[level - 1];
    const agreement = level === 0 ? "missing" : found === undefined ? "differs" : "agrees";
    const shown = found === undefined ? {} : { level: found };
    return { field: field.name, ...shown, agreement, weight, rarity };
  });
  const { weight, together } = scorer.pair(vector, left, right);
  const near = nearness < comparer.near.length ? { near: nearness } : {};
  return { ...near, prior, steps, together, weight, probability: probabilityOf(weight) };
}

/** The probability of two rows, added up as scores are: the same to the last digit. */
export function pairProbability(
  { comparer, scorer }: Explaining,
  left: number,
  right: number,
): number {
  const vector = vectorOf(comparer.vector(left, right), comparer.fields);
  return probabilityOf(scorer.pair(vector, left, right).weight);
}

/** What a score is made from. */
export interface Explaining {
  readonly comparer: Comparer;
  readonly scorer: Scorer;
}
