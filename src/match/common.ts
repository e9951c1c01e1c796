import type { Evidence } from "./evidence.js";
import type { Vector, VectorCounts } from "./vectors.js";
import { fieldWeight, plainWeight, type Weights } from "./weights.js";

/** All weights of a vector together, less what two people may have in common. */
export function weightOf(weights: Weights, vector: Vector): number {
  return plainWeight(weights, vector) - commonWeight(weights, vector);
}

/**
 * How much likelier than field by field it is that two people show a vector, as they may have some
 * fields in common all at once (a family at one address): a logarithm to the base 2. A group of
 * such fields agrees as one person's records do in so many pairs of two people (its share), so all
 * of it together never weighs more than that share allows. `rarityOf` tells what the values of a
 * group's fields weigh for their rarity.
 */
export function commonWeight(
  weights: Weights,
  vector: Vector,
  rarityOf: (group: number) => number = () => 0,
): number {
  const parts = commonParts(weights, vector, rarityOf);
  return parts.length === 0 ? 0 : Math.log2(sumOf(parts));
}

/** Of two people who show a vector, how many have each group of fields in common. */
export function commonShares(weights: Weights, vector: Vector): readonly number[] {
  const parts = commonParts(weights, vector, () => 0);
  const all = sumOf(parts);
  return parts.slice(1).map((one) => one / all);
}

/** First what has nothing in common, then each group, as times what chance alone would bring. */
function commonParts(
  weights: Weights,
  { nearness, levels }: Vector,
  rarityOf: (group: number) => number,
): readonly number[] {
  const { common = [] } = weights;
  if (common.length === 0) return [];
  const shares = common.map((group) => group.shares[nearness] ?? 0);
  const groups = common.map(({ fields }, at) => {
    let weight = rarityOf(at);
    weights.fields.forEach((field, place) => {
      if (fields.includes(field.name)) weight += fieldWeight(field, levels[place] ?? 0, nearness);
    });
    return (shares[at] ?? 0) * 2 ** weight;
  });
  return [1 - sumOf(shares), ...groups];
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** Before anything is known, every row has another that has all of a group in common with it. */
export function guessOfCommon({ spec, chance, rows }: Evidence): Weights["common"] {
  return commonOf(spec.common, () =>
    chance.pairs.map((pairs) => Math.min(rows / (pairs + 1), 0.05)),
  );
}

/**
 * How often two people have each group in common, by what the pairs say as it stands. Only pairs
 * tell that state two fields or more outside the group: by a single one, which differs, nobody
 * could say whether it is wrong or the two are two people.
 */
export function learnCommon(
  { spec, candidates, chance }: Evidence,
  weights: Weights,
  isOne: readonly number[],
): Weights["common"] {
  if (spec.common.length === 0) return undefined;
  const shares = candidates.vectors.map((vector) => commonShares(weights, vector));
  return commonOf(spec.common, (group) => {
    const isTelling = ({ levels }: Vector): boolean =>
      weights.fields.filter(
        ({ name }, at) => levels[at] !== 0 && spec.common[group]?.includes(name) === false,
      ).length > 1;
    const found = countedAt(chance.pairs.length, candidates, (vector, at) =>
      isTelling(vector) ? (1 - (isOne[at] ?? 0)) * (shares[at]?.[group] ?? 0) : 0,
    );
    const telling = countedAt(chance.pairs.length, chance.drawn, (vector) =>
      isTelling(vector) ? 1 : 0,
    );
    const all = countedAt(chance.pairs.length, chance.drawn, () => 1);
    return chance.pairs.map((pairs, near) => {
      // One pair alone is an accident and no habit.
      const habit = (found[near] ?? 0) - 1;
      const stated = (telling[near] ?? 0) / Math.max(1, all[near] ?? 0);
      return Math.max(LEAST, habit / (pairs * stated + 1 / MOST));
    });
  });
}

/** The pairs of every nearness, each vector for as much as it counts. */
function countedAt(
  nearnesses: number,
  { vectors, counts }: VectorCounts,
  part: (vector: Vector, at: number) => number,
): readonly number[] {
  const sums = Array.from({ length: nearnesses }, () => 0);
  vectors.forEach((vector, at) => {
    const { nearness } = vector;
    sums[nearness] = (sums[nearness] ?? 0) + part(vector, at) * (counts[at] ?? 0);
  });
  return sums;
}

/** Where there is not one pair so near, this share is assumed at most. */
const MOST = 0.1;

/** No share is taken to be smaller. */
const LEAST = 1e-12;

function commonOf(
  groups: readonly (readonly string[])[],
  shares: (group: number) => readonly number[],
): Weights["common"] {
  if (groups.length === 0) return undefined;
  return groups.map((fields, group) => ({ fields, shares: shares(group) }));
}

/**
 * How likely it is of each vector that a field agrees for another reason than chance: it is one
 * person, or two who have the field in common.
 */
export function besideChance(
  weights: Weights,
  vectors: readonly Vector[],
  isOne: readonly number[],
): (field: string) => readonly number[] {
  const { common = [] } = weights;
  if (common.length === 0) return () => isOne;
  const shares = vectors.map((vector) => commonShares(weights, vector));
  return (field) =>
    vectors.map((_, at) => {
      const held = common.map(({ fields }, group) =>
        fields.includes(field) ? (shares[at]?.[group] ?? 0) : 0,
      );
      return 1 - (1 - (isOne[at] ?? 0)) * (1 - sumOf(held));
    });
}
