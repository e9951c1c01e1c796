import type { Groups } from "./groups.js";
import { Numbers } from "./numbers.js";
import type { MatchField, MatchKey, MatchSpec } from "./spec.js";
import type { MatchTable } from "./table.js";
import { type Comparer, type CountedKeys, VectorCounter, type VectorCounts } from "./vectors.js";

/**
 * Which pairs of rows are asked about: all, only those across two lists, or those of which at least
 * one row is of the first list (new rows, beside those that are known).
 */
export type Pairing = "all" | "across" | "new";

/** The pairs that share a blocking key, each once, compared. */
export interface Candidates {
  /** Row numbers; the left one is the lower. */
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** The place of the pair's vector in `counted`. */
  readonly vector: Int32Array;
  readonly counted: VectorCounts;
  /** Per blocking key, in the order of the spec: what was too large to be compared. */
  readonly oversize: readonly Groups["oversize"][];
}

/**
 * All pairs are compared in so many shares, whoever does them: their order is that of the shares.
 */
export const SHARES = 16;

/** The pairs of one share, compared. */
export interface ComparedPairs {
  readonly left: Int32Array<ArrayBuffer>;
  readonly right: Int32Array<ArrayBuffer>;
  /** The place of the pair's vector among those that were found. */
  readonly place: Int32Array<ArrayBuffer>;
  readonly found: CountedKeys;
}

/**
 * Compares the pairs of one share that share at least one blocking key, key by key; a pair that an
 * earlier key brings in any share is left to it. The mark of a vector says of every field, as a
 * bit, whether the pair shares a key that does not look at the field: only such pairs can tell how
 * often one person's records agree in it.
 */
export function comparePairs(
  { spec, table, comparer, keys }: Comparing,
  pairing: Pairing,
  share: number,
): ComparedPairs {
  const groups = keys.map((key) => key.groupOf);
  const blind = spec.blocking.map((key) => blindTo(key, comparer.fields));
  const [lefts, rights, places] = [new Numbers(), new Numbers(), new Numbers()];
  const counter = new VectorCounter(2 ** comparer.fields.length);
  const isAsked = askedBy(table, pairing);
  keys.forEach((key, at) => {
    eachPair(key, share, (left, right) => {
      if (!isAsked(left, right) || isShared(groups, at, left, right)) return;
      let mark = 0;
      for (let other = at; other < groups.length; other++) {
        if (isEqual(groups[other] as Int32Array, left, right)) mark |= blind[other] as number;
      }
      lefts.add(left);
      rights.add(right);
      places.add(counter.count(comparer.vector(left, right), mark));
    });
  });
  return {
    left: lefts.finish(),
    right: rights.finish(),
    place: places.finish(),
    found: counter.found,
  };
}

/** The pairs of all shares together. */
export function joinedPairs(
  fields: readonly MatchField[],
  keys: readonly Groups[],
  shares: readonly ComparedPairs[],
): Candidates {
  const counter = new VectorCounter(2 ** fields.length);
  const places = shares.map(({ found }) => counter.take(found));
  const { moved, ...counted } = counter.finish(fields);
  const size = shares.reduce((sum, { left }) => sum + left.length, 0);
  const [left, right, vector] = [0, 1, 2].map(() => new Int32Array(size)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let start = 0;
  shares.forEach((share, at) => {
    const own = places[at] as Int32Array;
    left.set(share.left, start);
    right.set(share.right, start);
    share.place.forEach((place, pair) => {
      vector[start + pair] = moved[own[place] as number] as number;
    });
    start += share.left.length;
  });
  return { left, right, vector, counted, oversize: keys.map(({ oversize }) => oversize) };
}

/** The fields that a key does not look at, as bits. */
function blindTo({ parts }: MatchKey, fields: readonly MatchField[]): number {
  return fields.reduce(
    (bits, { name }, at) => (parts.some(({ field }) => field === name) ? bits : bits | (1 << at)),
    0,
  );
}

/** Visits the pairs of the groups that fall to one share: every so many groups of a key. */
function eachPair(
  { rows, starts }: Groups,
  share: number,
  visit: (left: number, right: number) => void,
): void {
  for (let group = 1 + share; group + 1 < starts.length; group += SHARES) {
    const end = starts[group + 1] as number;
    for (let one = starts[group] as number; one < end; one++) {
      for (let other = one + 1; other < end; other++) {
        visit(rows[one] as number, rows[other] as number);
      }
    }
  }
}

/** What comparing needs. */
export interface Comparing {
  readonly spec: MatchSpec;
  readonly table: MatchTable;
  readonly comparer: Comparer;
  /** Of every blocking key, in the order of the spec. */
  readonly keys: readonly Groups[];
}

/** Whether a pair is asked about; the left row is the lower one. */
export function askedBy(
  { first }: MatchTable,
  pairing: Pairing,
): (left: number, right: number) => boolean {
  if (pairing === "all") return () => true;
  if (pairing === "new") return (left) => left < first;
  return (left, right) => left < first && right >= first;
}

/** Whether two rows share one of the first so many keys. */
function isShared(
  keys: readonly Int32Array[],
  first: number,
  left: number,
  right: number,
): boolean {
  for (let at = 0; at < first; at++) {
    if (isEqual(keys[at] as Int32Array, left, right)) return true;
  }
  return false;
}

function isEqual(groupOf: Int32Array, left: number, right: number): boolean {
  return groupOf[left] !== 0 && groupOf[left] === groupOf[right];
}
