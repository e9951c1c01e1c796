import {
  type Candidates,
  type ComparedPairs,
  joinedPairs,
  type Pairing,
  SHARES,
} from "./candidates.js";
import { chanceOf, type Draw } from "./chance.js";
import { type Estimate, estimate } from "./estimate.js";
import type { Evidence } from "./evidence.js";
import { type Explaining, pairProbability } from "./explain.js";
import { Frequencies } from "./frequencies.js";
import type { Groups } from "./groups.js";
import type { Hanzi } from "./hanzi.js";
import { type Part, type PartResult, Workplace } from "./part.js";
import { Scorer } from "./score.js";
import type { MatchKey, MatchSpec } from "./spec.js";
import type { MatchTable } from "./table.js";
import { learnTogether } from "./together.js";
import { Comparer, comparedFields, type Nearby, type Vector } from "./vectors.js";
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

/** How a table is linked: which pairs are asked about, and with weights that were learnt before. */
export interface LinkOptions {
  readonly pairing: Pairing;
  /** Learnt from the table itself where they are not given. */
  readonly weights?: Weights;
}

/** Everything from a table to probabilities: candidates, their weights, their scores. */
export function link(
  table: MatchTable,
  spec: MatchSpec,
  hanzi: Hanzi,
  options: LinkOptions,
): Linked {
  const place = new Workplace({ table, spec, pairing: options.pairing }, hanzi);
  const steps = linking(table, spec, hanzi, options);
  for (let step = steps.next(); ; ) {
    if (step.done === true) return step.value;
    const { parts, meanwhile } = step.value;
    meanwhile?.();
    step = steps.next(parts.map((part) => place.do(part)));
  }
}

/** Parts that can be done beside each other, and what can be done here while others do them. */
export interface Step {
  readonly parts: readonly Part[];
  readonly meanwhile?: () => void;
}

/**
 * The linkage as a sequence of steps: what it yields are parts that can be done beside each other
 * by any number of threads, and what it wants back is what they come to, in their order. So the
 * result does not depend on who does them.
 */
export function* linking(
  table: MatchTable,
  spec: MatchSpec,
  hanzi: Hanzi,
  { pairing, weights: given }: LinkOptions,
): Generator<Step, Linked, readonly PartResult[]> {
  const { keys, nearby } = yield* findGroups(spec);
  const shares = Array.from({ length: SHARES }, (_, share) => share);
  const nearnesses = [...spec.near, undefined].map((_, nearness) => nearness);
  const pairs = shares.map((share): Part => ({ kind: "pairs", nearby, keys, share }));
  const draws = nearnesses.map((nearness): Part => ({ kind: "draw", nearby, nearness }));
  const fields = comparedFields(spec);
  const counted = once(() => new Frequencies(table, fields, hanzi));
  const done = yield {
    parts: given === undefined ? [...pairs, ...draws] : pairs,
    meanwhile: counted,
  };
  const candidates = joinedPairs(fields, keys, done.slice(0, SHARES) as ComparedPairs[]);
  const [comparer, frequencies] = [new Comparer(spec, table, hanzi, nearby), counted()];
  const learn = (): Pick<Estimate, "weights" | "rounds"> =>
    learnWeights(candidates, frequencies, {
      spec,
      rows: table.size,
      candidates: candidates.counted,
      chance: chanceOf(table, pairing, fields, done.slice(SHARES) as Draw[]),
      shared: frequencies.shared,
      isCovered: fields.map(({ name }) => isCovered(name, spec, candidates)),
    });
  const { weights, rounds } = given === undefined ? learn() : { weights: given, rounds: 0 };
  const scorer = new Scorer(weights, frequencies, fields);
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

/** The groups of all blocking keys and neighbourhoods. */
function* findGroups(
  spec: MatchSpec,
): Generator<
  Step,
  { readonly keys: readonly Groups[]; readonly nearby: Nearby },
  readonly PartResult[]
> {
  const apart = spec.near.flatMap(({ apart: parts }): readonly MatchKey[] =>
    parts.length === 0 ? [] : [{ parts, apart: [], most: Number.MAX_SAFE_INTEGER }],
  );
  const all = [...spec.blocking, ...spec.near, ...apart];
  const parts = all.map((key): Part => ({ kind: "groups", key }));
  const groups = (yield { parts }) as readonly Groups[];
  const keys = groups.slice(0, spec.blocking.length);
  const near = groups.slice(keys.length, keys.length + spec.near.length);
  const others = groups.slice(keys.length + near.length);
  let next = 0;
  const kept = spec.near.map((key) => (key.apart.length === 0 ? undefined : others[next++]));
  return { keys, nearby: { near, apart: kept } };
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

function once<Result>(make: () => Result): () => Result {
  let made: Result | undefined;
  return () => {
    made ??= make();
    return made;
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
