import type { Vector } from "./vectors.js";

/**
 * How much oftener two people agree in several fields at once than the fields by themselves make
 * believe: people of one name in one village are often of one age as well, who bear one name for
 * its fame were born in the same years. It is counted among the pairs that one field, the `key`,
 * tells for certain to be two people, and it holds for all pairs.
 */
export interface Together {
  /** The field that tells people apart; it has no part in what comes together. */
  readonly key: string;
  readonly findings: readonly TogetherFinding[];
}

/** One thing that comes together oftener than it should. */
export interface TogetherFinding {
  /** How near, and the level of every field; 0 in the place of the key. */
  readonly vector: Vector;
  /** What the values weigh for their rarity, rounded. */
  readonly rarity: number;
  /** What is taken from the weight (logarithm to the base 2): never less than `LEAST`. */
  readonly weight: number;
}

/** What was learnt of one field. Index 0 (missing) says nothing and holds 1. */
export interface FieldWeights {
  readonly name: string;
  /** How often two records of one person agree on each level. */
  readonly same: readonly number[];
  /** How often records of two people do, for every nearness, the farthest last. */
  readonly different: readonly (readonly number[])[];
}

/** Fields that two people may have in common all at once, such as a family at one address. */
export interface CommonShare {
  readonly fields: readonly string[];
  /** How many pairs of two people do, for every nearness, the farthest last. */
  readonly shares: readonly number[];
}

/** A comparison model whose weights were estimated: what a vector tells. */
export interface Weights {
  /** For every nearness, how often a pair of rows so near is one person. */
  readonly prior: readonly number[];
  readonly fields: readonly FieldWeights[];
  /** What two people may have in common all at once, if the spec says so. */
  readonly common?: readonly CommonShare[] | undefined;
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

/** The weights of a vector field by field, as if nobody had anything in common. */
export function plainWeight(weights: Weights, { nearness, levels }: Vector): number {
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
