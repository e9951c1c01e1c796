import type { Column } from "./column.js";
import type { Hanzi } from "./hanzi.js";
import type { LevelTest } from "./level.js";
import type { MatchField } from "./spec.js";
import type { MatchTable } from "./table.js";
import { Texts } from "./texts.js";

/** A value weighs at most so much more or less than a usual one (as a logarithm to the base 2). */
const MOST = 7;

/** How frequent values are, so that agreement in a rare one weighs more. */
export class Frequencies {
  /** Per field, how often two rows hold one value, of those that hold any. */
  readonly shared: readonly number[];
  private readonly adjusting: readonly Adjusting[];

  constructor(table: MatchTable, fields: readonly MatchField[], hanzi: Hanzi) {
    const columns = fields.map(({ name }) => table.columns.get(name) as Column);
    const counted = columns.map(countsOf);
    this.shared = counted.map(sharedOf);
    this.adjusting = fields.flatMap(({ byFrequency, levels }, at) => {
      const [column, counts] = [columns[at] as Column, counted[at] as Float64Array];
      if (!byFrequency) return [];
      return levels.flatMap(({ test }, level) => {
        const others = othersOf(test, column, counts, hanzi);
        if (others === undefined) return [];
        const weights = weightsOf(counts, others);
        const chance = histogramOf(counts, others, weights);
        return [{ at, level: level + 1, codes: column.codes, weights, chance }];
      });
    });
  }

  /** What the values on which a pair agrees weigh more (or less) than usual ones. */
  weight(left: number, right: number, levels: readonly number[]): number {
    let weight = 0;
    for (const { at, level, codes, weights } of this.adjusting) {
      if (levels[at] !== level) continue;
      const [one, other] = [codes[left] as number, codes[right] as number];
      weight += Math.min(weights[one] as number, weights[other] as number);
    }
    return weight;
  }

  /** Of two people who agree so by chance, how many do in values of such a weight (rounded). */
  chanceOf(levels: readonly number[]): ReadonlyMap<number, number> {
    let chance: ReadonlyMap<number, number> = new Map([[0, 1]]);
    for (const { at, level, chance: own } of this.adjusting) {
      if (levels[at] === level) chance = together(chance, own);
    }
    return chance;
  }
}

interface Adjusting {
  readonly at: number;
  readonly level: number;
  readonly codes: Int32Array;
  /** By the code of the value. */
  readonly weights: Float64Array;
  /** By the rounded weight, its share of the pairs that agree so. */
  readonly chance: ReadonlyMap<number, number>;
}

function countsOf({ codes, values }: Column): Float64Array {
  const counts = new Float64Array(values.length);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  counts[0] = 0;
  return counts;
}

/** Whole numbers are added, so their order does not matter. */
function sharedOf(counts: Float64Array): number {
  const all = sum(counts);
  const pairs = counts.reduce((found, count) => found + (count * (count - 1)) / 2, 0);
  return all < 2 ? 0 : pairs / ((all * (all - 1)) / 2);
}

/** By the code of a value, how many rows agree with one of its rows on a level; if it is known. */
function othersOf(
  test: LevelTest,
  { values }: Column,
  counts: Float64Array,
  hanzi: Hanzi,
): Float64Array | undefined {
  if (test === "equal") return counts.map((count) => Math.max(0, count - 1));
  if (test !== "variant" && test !== "sound") return undefined;
  const keys = new Texts();
  const keyOf = new Int32Array(counts.length);
  let code = 0;
  for (const value of values) {
    const key = test === "sound" ? hanzi.soundOf(value) : hanzi.plainOf(value).join("");
    keyOf[code++] = keys.numberOf(key);
  }
  const whole = new Float64Array(keys.length);
  counts.forEach((count, at) => {
    const key = keyOf[at] as number;
    whole[key] = (whole[key] as number) + count;
  });
  return counts.map((count, at) => (whole[keyOf[at] as number] as number) - count);
}

/** The usual value is the one on which two rows agree as often as any two rows do. */
function weightsOf(counts: Float64Array, others: Float64Array): Float64Array {
  const all = sum(counts);
  const pairs = counts.reduce((found, count, code) => found + count * (others[code] as number), 0);
  if (pairs === 0 || all < 2) return counts.map(() => 0);
  const usual = pairs / all;
  return others.map((rows) => {
    return Math.min(MOST, Math.max(-MOST, Math.log2(usual / Math.max(1, rows))));
  });
}

function histogramOf(
  counts: Float64Array,
  others: Float64Array,
  weights: Float64Array,
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  let all = 0;
  counts.forEach((count, code) => {
    const found = count * (others[code] as number);
    const weight = Math.round(weights[code] as number);
    if (found > 0) pairs.set(weight, (pairs.get(weight) ?? 0) + found);
    all += found;
  });
  return new Map([...pairs].map(([weight, found]) => [weight, found / all]));
}

/** How two weights that do not depend on each other add up. */
function together(
  one: ReadonlyMap<number, number>,
  other: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [left, share] of one) {
    for (const [right, part] of other) {
      sums.set(left + right, (sums.get(left + right) ?? 0) + share * part);
    }
  }
  return sums;
}

function sum(counts: Float64Array): number {
  return counts.reduce((all, count) => all + count, 0);
}
