import type { Frequencies } from "./frequencies.js";
import type { Level } from "./level.js";
import type { Comparer } from "./vectors.js";
import { vectorOf } from "./vectors.js";
import { fieldWeight, priorWeight, probabilityOf, type Weights, weightOf } from "./weights.js";

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
  readonly weight: number;
  readonly probability: number;
}

/** Explains the score of two rows: its parts are all that was added up, and nothing else is. */
export function explain(
  { comparer, weights, frequencies }: Explaining,
  left: number,
  right: number,
): Explanation {
  const { nearness, levels } = vectorOf(comparer.vector(left, right), comparer.fields);
  const prior = priorWeight(weights, nearness);
  const steps = comparer.fields.map((field, at): MatchStep => {
    const level = levels[at] ?? 0;
    const only = levels.map((one, place) => (place === at ? one : 0));
    const rarity = frequencies.weight(left, only);
    const own = weights.fields[at];
    const weight = (own === undefined ? 0 : fieldWeight(own, level, nearness)) + rarity;
    const found = field.levels[level - 1];
    const agreement = level === 0 ? "missing" : found === undefined ? "differs" : "agrees";
    const shown = found === undefined ? {} : { level: found };
    return { field: field.name, ...shown, agreement, weight, rarity };
  });
  const weight = pairWeight({ comparer, weights, frequencies }, left, right);
  const near = nearness < comparer.near.length ? { near: nearness } : {};
  return { ...near, prior, steps, weight, probability: probabilityOf(weight) };
}

/** The weight of two rows, added up as scores are: the same to the last digit. */
export function pairWeight(
  { comparer, weights, frequencies }: Explaining,
  left: number,
  right: number,
): number {
  const vector = vectorOf(comparer.vector(left, right), comparer.fields);
  return weightOf(weights, vector) + frequencies.weight(left, vector.levels);
}

/** What a score is made from. */
export interface Explaining {
  readonly comparer: Comparer;
  readonly weights: Weights;
  readonly frequencies: Frequencies;
}
