import { type Candidates, candidatesOf, type Pairing } from "./candidates.js";
import { drawChance } from "./chance.js";
import { type Estimate, estimate } from "./estimate.js";
import type { Evidence } from "./evidence.js";
import { type Explaining, pairProbability } from "./explain.js";
import { Frequencies } from "./frequencies.js";
import type { Hanzi } from "./hanzi.js";
import { Scorer } from "./score.js";
import type { MatchSpec } from "./spec.js";
import type { MatchTable } from "./table.js";
import { learnTogether } from "./together.js";
import { Comparer, comparedFields, type Vector } from "./vectors.js";
import type { Weights } from "./weights.js";

/** The candidate pairs of a table, each with its probability of being one person. */
export interface Linked extends Explaining {
  readonly weights: Weights;
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
  const frequencies = new Frequencies(table, comparer.fields, hanzi);
  const learn = (): Pick<Estimate, "weights" | "rounds"> =>
    learnWeights(candidates, frequencies, {
      spec,
      rows: table.ids.length,
      candidates: candidates.counted,
      chance: drawChance(table, comparer, pairing),
      shared: frequencies.shared,
      isCovered: comparer.fields.map(({ name }) => isCovered(name, spec, candidates)),
    });
  const { weights, rounds } = given === undefined ? learn() : { weights: given, rounds: 0 };
  const scorer = new Scorer(weights, frequencies, comparer.fields);
  const probability = scorer.candidates(candidates);
  return {
    comparer,
    scorer,
    weights,
    candidates,
    probability,
    expected: probability.reduce((sum, one) => sum + one, 0),
    rounds,
    probabilityOf: (left, right) => pairProbability({ comparer, scorer }, left, right),
  };
}

/** The weights field by field, and then what comes together oftener than they make believe. */
function learnWeights(
  candidates: Candidates,
  frequencies: Frequencies,
  evidence: Evidence,
): Pick<Estimate, "weights" | "rounds"> {
  const { weights, rounds } = estimate(evidence);
  const scorer = new Scorer(weights, frequencies, comparedFields(evidence.spec));
  const probability = scorer.candidates(candidates);
  const { left, right, vector, counted } = candidates;
  const together = learnTogether(
    evidence,
    weights,
    (visit) => {
      for (let pair = 0; pair < left.length; pair++) {
        const place = vector[pair] as number;
        const { levels } = counted.vectors[place] as Vector;
        const rarity = frequencies.weight(left[pair] as number, right[pair] as number, levels);
        visit({ place, rarity, probability: probability[pair] as number });
      }
    },
    (levels) => frequencies.chanceOf(levels),
  );
  return { weights: together === undefined ? weights : { ...weights, together }, rounds };
}

/** Whether a blocking key of this field alone brought every pair of rows that hold one value. */
function isCovered(field: string, spec: MatchSpec, { oversize }: Candidates): boolean {
  return spec.blocking.some(({ parts }, at) => {
    const [first, ...others] = parts;
    const isAlone = first?.field === field && first.cut === "whole" && others.length === 0;
    return isAlone && oversize[at]?.groups === 0;
  });
}
