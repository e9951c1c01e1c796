import { type Candidates, candidatesOf, type Pairing } from "./candidates.js";
import { drawChance } from "./chance.js";
import { type Estimate, estimate } from "./estimate.js";
import { type Explaining, pairWeight } from "./explain.js";
import { Frequencies } from "./frequencies.js";
import type { Hanzi } from "./hanzi.js";
import type { MatchSpec } from "./spec.js";
import type { MatchTable } from "./table.js";
import { Comparer, type Vector } from "./vectors.js";
import { probabilityOf, type Weights, weightOf } from "./weights.js";

/** The candidate pairs of a table, each with its probability of being one person. */
export interface Linked extends Explaining {
  readonly candidates: Candidates;
  readonly probability: Float64Array;
  /** How many pairs are expected to be one person. */
  readonly expected: number;
  /** How often the weights were learnt anew until they stood still; 0 where they were given. */
  readonly rounds: number;
  /** The probability of any two rows, whether a key brought them or not. */
  readonly probabilityOf: (left: number, right: number) => number;
}

/**
 * Everything from a table to probabilities: candidates, their weights, their scores. Weights that
 * are not given are learnt from the table itself.
 */
export function link(
  table: MatchTable,
  spec: MatchSpec,
  hanzi: Hanzi,
  { pairing, weights: given }: { readonly pairing: Pairing; readonly weights?: Weights },
): Linked {
  const comparer = new Comparer(spec, table, hanzi);
  const candidates = candidatesOf({ spec, table, hanzi, comparer }, pairing);
  const frequencies = new Frequencies(table, comparer.fields);
  const learn = (): Estimate =>
    estimate({
      spec,
      rows: table.ids.length,
      candidates: candidates.counted,
      chance: drawChance(table, comparer, pairing),
      shared: frequencies.shared,
      isCovered: comparer.fields.map(({ name }) => isCovered(name, spec, candidates)),
    });
  const { weights, rounds } = given === undefined ? learn() : { weights: given, rounds: 0 };
  const probability = score(candidates, weights, frequencies);
  const explaining = { comparer, weights, frequencies };
  return {
    ...explaining,
    candidates,
    probability,
    expected: probability.reduce((sum, one) => sum + one, 0),
    rounds,
    probabilityOf: (left, right) => probabilityOf(pairWeight(explaining, left, right)),
  };
}

/** Whether a blocking key of this field alone brought every pair of rows that hold one value. */
function isCovered(field: string, spec: MatchSpec, { oversize }: Candidates): boolean {
  return spec.blocking.some(({ parts }, at) => {
    const [first, ...others] = parts;
    const isAlone = first?.field === field && first.cut === "whole" && others.length === 0;
    return isAlone && oversize[at]?.groups === 0;
  });
}

/** The probabilities of the candidates under some weights. */
export function score(
  { left, vector, counted }: Candidates,
  weights: Weights,
  frequencies: Frequencies,
): Float64Array {
  const known = counted.vectors.map((one) => weightOf(weights, one));
  const probability = new Float64Array(left.length);
  for (let pair = 0; pair < left.length; pair++) {
    const place = vector[pair] as number;
    const { levels } = counted.vectors[place] as Vector;
    const adjusted = (known[place] as number) + frequencies.weight(left[pair] as number, levels);
    probability[pair] = probabilityOf(adjusted);
  }
  return probability;
}
