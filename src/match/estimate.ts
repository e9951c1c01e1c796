import { besideChance, commonWeight, guessOfCommon, learnCommon, weightOf } from "./common.js";
import { differentShares } from "./different-shares.js";
import { type Evidence, ROWS_PER_STRAY } from "./evidence.js";
import { guessOfSame, sameShares } from "./same-shares.js";
import type { MatchField } from "./spec.js";
import { comparedFields, type Vector } from "./vectors.js";
import { type FieldWeights, fieldWeight, probabilityOf, type Weights } from "./weights.js";

export interface Estimate {
  readonly weights: Weights;
  /** How many pairs are expected to be one person. */
  readonly expected: number;
  readonly rounds: number;
}

const MOST_ROUNDS = 100;
const STILL = 1e-9;

/**
 * Estimates the weights without knowing any answer (expectation and maximisation). How often two
 * people agree comes from pairs drawn without regard to their agreement, how often one person's
 * records do from the candidates, each pair counting by its probability. Pairs that no key brought
 * count as two people. People of one household or village agree in other ways than strangers, so
 * they have shares of their own. Every sum runs over sorted vectors: the same evidence gives the
 * same weights to the last digit.
 */
export function estimate(evidence: Evidence): Estimate {
  const fields = comparedFields(evidence.spec);
  const { candidates, chance } = evidence;
  let weights = firstGuess(evidence, fields);
  let expected = 0;
  for (let round = 1; ; round++) {
    const inBlocks = candidates.vectors.map((vector) => weightOf(weights, vector));
    const byChance = chance.drawn.vectors.map((vector) => weightOf(weights, vector));
    const shares = { inBlocks: inBlocks.map(probabilityOf), byChance: byChance.map(probabilityOf) };
    const sum = candidates.counts.reduce(
      (all, count, at) => all + count * (shares.inBlocks[at] ?? 0),
      0,
    );
    const prior = priorOf(evidence, shares.inBlocks);
    const before = weights;
    const beside = {
      inBlocks: besideChance(before, candidates.vectors, shares.inBlocks),
      byChance: besideChance(before, chance.drawn.vectors, shares.byChance),
    };
    weights = {
      prior,
      common: learnCommon(evidence, before, shares.inBlocks),
      fields: fields.map((field, at) => {
        const byOthers = (place: number, vector: Vector): number =>
          probabilityOf((inBlocks[place] ?? 0) - weightOfOne(before, vector, at));
        const sure = { share: shares.inBlocks, byOthers };
        const same = sameShares(field, at, evidence, sure);
        const differing = {
          ...{ evidence, field, at },
          inBlocks: beside.inBlocks(field.name),
          byChance: beside.byChance(field.name),
          common: inCommon(before, field),
        };
        return differentShares(differing, same, prior);
      }),
    };
    const isStill = Math.abs(sum - expected) <= STILL * (sum + 1);
    expected = sum;
    if (isStill || round === MOST_ROUNDS) return { weights, expected, rounds: round };
  }
}

/** What one field says of a vector, beside all others. */
function weightOfOne(weights: Weights, vector: Vector, at: number): number {
  const { levels, nearness } = vector;
  const own = fieldWeight(weights.fields[at] as FieldWeights, levels[at] ?? 0, nearness);
  if (weights.common === undefined) return own;
  const others = { nearness, levels: levels.map((one, place) => (place === at ? 0 : one)) };
  return own - commonWeight(weights, vector) + commonWeight(weights, others);
}

/** How many pairs of two people have a field in common with others, for every nearness. */
function inCommon({ common = [], prior }: Weights, { name }: MatchField): readonly number[] {
  const groups = common.filter(({ fields }) => fields.includes(name));
  return prior.map((_, near) => groups.reduce((sum, { shares }) => sum + (shares[near] ?? 0), 0));
}

/**
 * Before anything is known: one person's records mostly agree, every tenth row has a twin, and
 * whoever agrees is taken for two people. So nothing is believed until several fields speak for it.
 */
function firstGuess(evidence: Evidence, fields: readonly MatchField[]): Weights {
  const { candidates, chance, rows } = evidence;
  const found = (rows * 0.1) / chance.pairs.length;
  const prior = chance.pairs.map((pairs) => Math.min(found / (pairs + 1), 0.05));
  const shares = {
    inBlocks: candidates.vectors.map(() => 0),
    byChance: chance.drawn.vectors.map(() => 0),
  };
  const guessed = fields.map((field, at) =>
    differentShares({ evidence, field, at, ...shares, common: [] }, guessOfSame(field), prior),
  );
  return { prior, fields: guessed, common: guessOfCommon(evidence) };
}

function priorOf({ candidates, chance, rows }: Evidence, inBlocks: readonly number[]) {
  const found = chance.pairs.map(() => 0);
  candidates.vectors.forEach(({ nearness }, at) => {
    found[nearness] = (found[nearness] ?? 0) + (inBlocks[at] ?? 0) * (candidates.counts[at] ?? 0);
  });
  // Half a pair more than was found, of a few rows more than there are: never 0, never 1. Where
  // there are hardly any pairs, what is known of those farther out has the word.
  const prior: number[] = [];
  for (let nearness = found.length - 1; nearness >= 0; nearness--) {
    const [one, pairs] = [found[nearness] ?? 0, chance.pairs[nearness] ?? 0];
    const outer = prior[0];
    const share =
      outer === undefined
        ? (one + 0.5) / (pairs + rows / ROWS_PER_STRAY + 1)
        : (one + outer) / (pairs + 1);
    prior.unshift(Math.min(share, 0.99));
  }
  return prior;
}
