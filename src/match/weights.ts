import type { Together } from "./together.js";
import type { Vector } from "./vectors.js";

/** What was learnt of one field. Index 0 (missing) says nothing and holds 1. */
export interface FieldWeights {
  readonly name: string;
  /** How often two records of one person agree on each level. */
  readonly same: readonly number[];
  /** How often records of two people do, for every nearness, the farthest last. */
  readonly different: readonly (readonly number[])[];
}

/** A comparison model whose weights were estimated: what a vector tells. */
export interface Weights {
  /** For every nearness, how often a pair of rows so near is one person. */
  readonly prior: readonly number[];
  readonly fields: readonly FieldWeights[];
  /** What comes together oftener than field by field; absent where nothing tells people apart. */
  readonly together?: Together;
}

/** How much a level speaks for one person rather than two: a logarithm to the base 2. */
export function fieldWeight(field: FieldWeights, level: number, nearness: number): number {
  const same = field.same[level] ?? 1;
  const different = field.different[nearness]?.[level] ?? 1;
  return Math.log2(same / different);
}

/** The weight of being so near, before anything is compared. */
export function priorWeight({ prior }: Weights, nearness: number): number {
  const share = prior[nearness] ?? 0;
  return Math.log2(share / (1 - share));
}

/** All weights of a vector together. */
export function weightOf(weights: Weights, { nearness, levels }: Vector): number {
  let weight = priorWeight(weights, nearness);
  weights.fields.forEach((field, at) => {
    weight += fieldWeight(field, levels[at] ?? 0, nearness);
  });
  return weight;
}

/** The probability that stands behind a weight. */
export function probabilityOf(weight: number): number {
  return 1 / (1 + 2 ** -weight);
}
