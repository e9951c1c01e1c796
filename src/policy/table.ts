import type { Yuan } from "../domain/money.js";
import {
  type Codes,
  type DimensionName,
  dimensionNames,
  dimensions,
  placeOf,
} from "./dimensions.js";
import type { Case, Conditions, CostRange, Moment, Range, Row, Table } from "./law.js";

/**
 * A table that finds a case's row without a search. For each dimension that its rows ask, and for
 * each number of it, the rows that fit stand as bits; what all dimensions leave of them, and of
 * these the first, is the row. So finding costs one AND for each dimension, however many rows.
 */
export function tableOf<Value>(
  rows: readonly Row<Value>[],
  codes: Codes,
  counts?: Table<Value>["counts"],
): Table<Value> {
  return new BitTable(rows, codes, counts);
}

class BitTable<Value> implements Table<Value> {
  readonly counts?: NonNullable<Table<Value>["counts"]>;
  private readonly words: number;
  private readonly lastWord: number;
  private readonly isPlain: boolean;
  private readonly parts: readonly Part[];
  private readonly sets: readonly SetPart[];
  private readonly admission: Int32Array | undefined;
  private readonly visit: Int32Array | undefined;
  private readonly cost: Stretches | undefined;
  private readonly price: Stretches | undefined;

  constructor(
    readonly rows: readonly Row<Value>[],
    codes: Codes,
    counts: Table<Value>["counts"],
  ) {
    if (counts !== undefined) this.counts = counts;
    const whens = rows.map((row) => row.when);
    this.words = Math.max(1, Math.ceil(rows.length / 32));
    this.lastWord = lastWord(rows.length);
    this.isPlain = whens.length > 0 && Object.keys(whens[0] ?? {}).length === 0;
    this.parts = partsOf(whens, codes);
    this.sets = setsOf(whens, codes);
    this.admission = rangeBits(whens.map((when) => when.admission));
    this.visit = rangeBits(whens.map((when) => when.visit));
    this.cost = stretchesOf(whens.map((when) => when.cost));
    this.price = stretchesOf(whens.map((when) => when.price));
  }

  get asksCost(): boolean {
    return this.cost !== undefined;
  }

  find(on: Case, moment?: Moment): Row<Value> | undefined {
    if (this.isPlain) return this.rows[0];
    for (let word = 0; word < this.words; word++) {
      const fits = this.fitting(on.codes, moment, word);
      if (fits !== 0) return this.rows[word * 32 + 31 - Math.clz32(fits & -fits)];
    }
    return undefined;
  }

  /** The rows of one word (32 of them) that fit, as bits. */
  private fitting(codes: readonly number[], moment: Moment | undefined, word: number): number {
    const { words } = this;
    let fits = word === words - 1 ? this.lastWord : -1;
    const { parts, sets } = this;
    for (let index = 0; index < parts.length; index++) {
      const { at, last, bits } = parts[index] as Part;
      const code = codes[at] as number;
      fits &= bits[(code > last ? last : code < 0 ? 0 : code) * words + word] as number;
    }
    for (let index = 0; index < sets.length; index++) {
      const set = sets[index] as SetPart;
      fits &= fittingSet(set, codes[set.at] as number, word);
    }
    if (this.admission !== undefined) {
      fits &= atNumber(this.admission, words, moment?.admission ?? 1, word);
    }
    if (this.visit !== undefined) fits &= atNumber(this.visit, words, moment?.visit ?? 0, word);
    if (this.cost !== undefined) fits &= atAmount(this.cost, words, moment?.cost ?? 0, word);
    if (this.price !== undefined) fits &= atAmount(this.price, words, moment?.price ?? 0, word);
    return fits;
  }
}

/** Amounts by the stretches between the edges that rows name: for each, the rows that fit. */
interface Stretches {
  readonly edges: readonly Yuan[];
  readonly bits: Int32Array;
}

/** One dimension: for each of its numbers up to `last` (and all above it), the rows that fit. */
interface Part {
  readonly at: number;
  readonly last: number;
  readonly bits: Int32Array;
}

/** A set: rows that ask nothing of it fit always; others by the names that the person holds. */
interface SetPart {
  readonly at: number;
  readonly free: Int32Array;
  readonly names: readonly SetName[];
}

interface SetName {
  readonly mask: number;
  /** Rows that are content with this name (one of), and rows that need it (all of). */
  readonly any: Int32Array;
  readonly all: Int32Array;
}

function fittingSet({ free, names }: SetPart, held: number, word: number): number {
  let some = free[word] ?? 0;
  let every = -1;
  for (const { mask, any, all } of names) {
    if ((held & mask) === 0) every &= ~(all[word] ?? 0);
    else some |= any[word] ?? 0;
  }
  return some & every;
}

function partsOf(whens: readonly Conditions[], codes: Codes): readonly Part[] {
  return dimensionNames.flatMap((name): readonly Part[] => {
    const at = placeOf[name];
    const { way } = dimensions[name];
    if (way === "set") return [];
    if (way === "number") {
      const bits = rangeBits(
        whens.map((when) => when[name as "age" | "years" | "months" | "days"]),
      );
      return bits === undefined ? [] : [{ at, last: lastOf(bits, whens.length), bits }];
    }
    const asked = whens.map((when) => when[name as Exclude<DimensionName, "age">]);
    if (asked.every((list) => list === undefined)) return [];
    const words = codes.wordsOf(name);
    const lists = asked as readonly (readonly string[] | undefined)[];
    const fits = (number: number, row: number): boolean => {
      const list = lists[row];
      if (list === undefined) return true;
      const word = words[number - 1];
      if (word === undefined) return false;
      return way === "prefix" ? list.some((one) => word.startsWith(one)) : list.includes(word);
    };
    return [{ at, last: words.length, bits: bitsOf(words.length + 1, whens.length, fits) }];
  });
}

function setsOf(whens: readonly Conditions[], codes: Codes): readonly SetPart[] {
  const rows = whens.length;
  const setOf = (
    name: "hospital" | "identities",
    some: (when: Conditions) => readonly string[] | undefined,
    every: (when: Conditions) => readonly string[] | undefined,
  ): readonly SetPart[] => {
    const asked = new Set(whens.flatMap((when) => [...(some(when) ?? []), ...(every(when) ?? [])]));
    if (asked.size === 0) return [];
    const free = bitsOf(1, rows, (_, row) => some(whens[row] ?? {}) === undefined);
    const names = [...asked].map((word) => ({
      mask: 1 << (codes.numberOf(name, word) - 1),
      any: bitsOf(1, rows, (_, row) => some(whens[row] ?? {})?.includes(word) === true),
      all: bitsOf(1, rows, (_, row) => every(whens[row] ?? {})?.includes(word) === true),
    }));
    return [{ at: placeOf[name], free, names }];
  };
  return [
    ...setOf(
      "hospital",
      (when) => when.hospital,
      () => undefined,
    ),
    ...setOf(
      "identities",
      (when) => when.identity,
      (when) => when.identities,
    ),
  ];
}

/** For each number up to the last that changes anything, the rows whose range holds it. */
function rangeBits(ranges: readonly (Range | undefined)[]): Int32Array | undefined {
  const asked = ranges.filter((range) => range !== undefined);
  if (asked.length === 0) return undefined;
  const last = Math.max(...asked.flatMap(({ from, to }) => [from, to + 1]).filter(Number.isFinite));
  return bitsOf(last + 1, ranges.length, (number, row) => {
    const range = ranges[row];
    return range === undefined || (range.from <= number && number <= range.to);
  });
}

function stretchesOf(ranges: readonly (CostRange | undefined)[]): Stretches | undefined {
  const known = ranges.flatMap((range) => [range?.over, range?.upTo]);
  const edges = [...new Set(known.filter((edge) => edge !== undefined))];
  if (edges.length === 0) return undefined;
  edges.sort((left, right) => left - right);
  const bits = bitsOf(edges.length + 1, ranges.length, (stretch, row) => {
    const { over, upTo }: CostRange = ranges[row] ?? {};
    const isOver = over === undefined || edges.indexOf(over) < stretch;
    return isOver && (upTo === undefined || edges.indexOf(upTo) >= stretch);
  });
  return { edges, bits };
}

function atAmount({ edges, bits }: Stretches, words: number, amount: number, word: number): number {
  let stretch = 0;
  for (const edge of edges) if (amount > edge) stretch++;
  return bits[stretch * words + word] ?? 0;
}

function bitsOf(
  numbers: number,
  rows: number,
  fits: (number: number, row: number) => boolean,
): Int32Array {
  const words = Math.max(1, Math.ceil(rows / 32));
  const bits = new Int32Array(numbers * words);
  for (let number = 0; number < numbers; number++) {
    for (let row = 0; row < rows; row++) {
      if (!fits(number, row)) continue;
      const at = number * words + (row >> 5);
      bits[at] = (bits[at] ?? 0) | (1 << (row & 31));
    }
  }
  return bits;
}

function atNumber(bits: Int32Array, words: number, number: number, word: number): number {
  const last = bits.length / words - 1;
  return bits[Math.min(Math.max(number, 0), last) * words + word] ?? 0;
}

function lastOf(bits: Int32Array, rows: number): number {
  return bits.length / Math.max(1, Math.ceil(rows / 32)) - 1;
}

function lastWord(rows: number): number {
  const left = rows & 31;
  return rows === 0 ? 0 : left === 0 ? -1 : (1 << left) - 1;
}
