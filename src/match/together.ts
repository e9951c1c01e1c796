import { commonWeight } from "./common.js";
import { type Evidence, statedTogether } from "./evidence.js";
import type { MatchField } from "./spec.js";
import { codeOf, comparedFields, type Vector } from "./vectors.js";
import type { Together, TogetherFinding } from "./weights.js";
import { fieldWeight, type Weights } from "./weights.js";

/** What happens once by chance teaches nothing: so many pairs are added to found and expected. */
const CHANCE = 1;

/** Findings that weigh less are not kept. */
const LEAST = 0.25;

/** A level of the key says for certain that two rows are two people from here on. */
const CERTAIN = -3;

/** A pair that was compared. */
export interface ScoredPair {
  /** The place of its vector among those of the evidence. */
  readonly place: number;
  readonly rarity: number;
  readonly probability: number;
}

/** Counts what comes together; nothing where no field tells people apart. */
export function learnTogether(
  evidence: Evidence,
  weights: Weights,
  pairs: (visit: (pair: ScoredPair) => void) => void,
  chanceOf: (levels: readonly number[]) => ReadonlyMap<number, number>,
): Together | undefined {
  const fields = comparedFields(evidence.spec);
  const at = keyOf(evidence, weights);
  const field = fields[at];
  if (field === undefined) return undefined;
  const found = new Map<number, Map<number, number>>();
  const patterns = evidence.candidates.vectors.map((vector, place) =>
    patternOf(evidence, weights, fields, at, vector, evidence.candidates.marks[place] ?? 0),
  );
  pairs(({ place, rarity, probability }) => {
    const pattern = patterns[place];
    if (pattern === undefined) return;
    const counts = found.get(pattern) ?? new Map<number, number>();
    const bucket = Math.round(rarity);
    counts.set(bucket, (counts.get(bucket) ?? 0) + 1 - probability);
    found.set(pattern, counts);
  });
  const vectors = new Map<number, Vector>();
  patterns.forEach((pattern, place) => {
    const vector = evidence.candidates.vectors[place];
    if (pattern !== undefined && vector !== undefined) vectors.set(pattern, without(vector, at));
  });
  const findings = [...found].sort(byNumber).flatMap(([pattern, counts]) => {
    const vector = vectors.get(pattern) as Vector;
    const expected = expectedPairs(evidence, weights, at, vector);
    const chance = chanceOf(vector.levels);
    return [...counts].sort(byNumber).flatMap(([rarity, count]): TogetherFinding[] => {
      const common = 2 ** commonWeight(weights, vector, () => rarity);
      const usual = expected * (chance.get(rarity) ?? 0) * common;
      const weight = Math.log2((count + CHANCE) / (usual + CHANCE));
      return weight < LEAST ? [] : [{ vector, rarity, weight }];
    });
  });
  return { key: field.name, findings };
}

function byNumber([one]: readonly [number, unknown], [other]: readonly [number, unknown]): number {
  return one - other;
}

/** The field in which two rows agree least often by chance; -1 where it tells nobody apart. */
function keyOf({ shared }: Evidence, weights: Weights): number {
  let key = -1;
  shared.forEach((share, at) => {
    const isTelling = weights.fields[at]?.different.some(
      (_, nearness) => certainLevels(weights, at, nearness).length > 0,
    );
    if (isTelling === true && share < (shared[key] ?? 1)) key = at;
  });
  return key;
}

/** The levels of a field that say for certain that two rows are two people. */
function certainLevels(weights: Weights, at: number, nearness: number): readonly number[] {
  const field = weights.fields[at];
  if (field === undefined) return [];
  return [...field.same.keys()].filter(
    (level) => level > 0 && fieldWeight(field, level, nearness) <= CERTAIN,
  );
}

/**
 * What a vector shows beside the key, as a number, if its key says that it is two people and a
 * blocking key brought it that does not look at the key.
 */
function patternOf(
  { spec }: Evidence,
  weights: Weights,
  fields: readonly MatchField[],
  at: number,
  vector: Vector,
  mark: number,
): number | undefined {
  const isBlind = spec.blocking.length > 0 && (mark & (1 << at)) !== 0;
  if (!isBlind) return undefined;
  if (!certainLevels(weights, at, vector.nearness).includes(vector.levels[at] ?? 0)) {
    return undefined;
  }
  return codeOf(without(vector, at), fields);
}

/** The vector as if the key were missing. */
function without({ nearness, levels }: Vector, at: number): Vector {
  return { nearness, levels: levels.map((level, place) => (place === at ? 0 : level)) };
}

/**
 * How many pairs of two people should show a vector, were its fields to know nothing of each other.
 */
function expectedPairs(
  evidence: Evidence,
  weights: Weights,
  at: number,
  { nearness, levels }: Vector,
): number {
  const stated = levels.map((level, place) => place === at || level !== 0);
  let expected = evidence.chance.pairs[nearness] ?? 0;
  expected *= statedTogether(evidence, nearness, stated);
  weights.fields.forEach((field, place) => {
    const different = field.different[nearness] ?? [];
    expected *=
      place === at
        ? certainLevels(weights, at, nearness).reduce((sum, one) => sum + (different[one] ?? 0), 0)
        : (different[levels[place] ?? 0] ?? 1);
  });
  return expected;
}

/** Looks up what is taken from the weight of a pair for what comes together in it. */
export class TogetherWeights {
  private readonly weights = new Map<number, number>();
  private readonly at: number;

  constructor(
    together: Together | undefined,
    private readonly fields: readonly MatchField[],
  ) {
    this.at = fields.findIndex(({ name }) => name === together?.key);
    for (const { vector, rarity, weight } of together?.findings ?? []) {
      this.weights.set(placeOf(codeOf(vector, fields), rarity), weight);
    }
  }

  /** What a vector shows beside the key, as a number to be looked up. */
  patternOf(vector: Vector): number {
    return codeOf(without(vector, this.at), this.fields);
  }

  /** What is taken from the weight of a pair that shows a pattern, by its rarity. */
  weight(pattern: number, rarity: number): number {
    return this.weights.get(placeOf(pattern, Math.round(rarity))) ?? 0;
  }
}

/** Room for the rarity of a dozen fields on either side of 0. */
const RARITIES = 256;

function placeOf(pattern: number, rarity: number): number {
  return pattern * RARITIES + rarity + RARITIES / 2;
}
