import { type Groups, groupsOf } from "./groups.js";
import type { Hanzi } from "./hanzi.js";
import type { MatchField, MatchKey, MatchSpec } from "./spec.js";
import type { MatchTable } from "./table.js";
import { type Comparer, VectorCounter, type VectorCounts } from "./vectors.js";

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
 * Compares all pairs that share at least one blocking key. The order is that of the keys, then of
 * the rows; a pair that an earlier key has brought is not brought again. The mark of a vector says
 * of every field, as a bit, whether the pair shares a key that does not look at the field: only
 * such pairs can tell how often one person's records agree in it.
 */
export function candidatesOf(
  { spec, table, hanzi, comparer }: Comparing,
  pairing: Pairing,
): Candidates {
  const keys = spec.blocking.map((key) => groupsOf(table, key, hanzi));
  const groups = keys.map((key) => key.groupOf);
  const blind = spec.blocking.map((key) => blindTo(key, comparer.fields));
  const pairs = new PairList();
  const counter = new VectorCounter(2 ** comparer.fields.length);
  const isAsked = askedBy(table, pairing);
  keys.forEach((key, at) => {
    eachPair(key, (left, right) => {
      if (!isAsked(left, right) || isShared(groups, at, left, right)) return;
      let mark = 0;
      for (let other = at; other < groups.length; other++) {
        if (isEqual(groups[other] as Int32Array, left, right)) mark |= blind[other] as number;
      }
      pairs.add(left, right, counter.count(comparer.vector(left, right), mark));
    });
  });
  const { moved, ...counted } = counter.finish(comparer.fields);
  const { left, right, vector } = pairs.finish();
  const oversize = keys.map((key) => key.oversize);
  return { left, right, vector: vector.map((place) => moved[place] as number), counted, oversize };
}

/** The fields that a key does not look at, as bits. */
function blindTo({ parts }: MatchKey, fields: readonly MatchField[]): number {
  return fields.reduce(
    (bits, { name }, at) => (parts.some(({ field }) => field === name) ? bits : bits | (1 << at)),
    0,
  );
}

function eachPair({ rows, starts }: Groups, visit: (left: number, right: number) => void): void {
  for (let group = 1; group + 1 < starts.length; group++) {
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
  readonly hanzi: Hanzi;
  readonly comparer: Comparer;
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

/** Pairs in typed arrays that grow: no object per pair. */
class PairList {
  private size = 0;
  private left = new Int32Array(1024);
  private right = new Int32Array(1024);
  private vector = new Int32Array(1024);

  add(left: number, right: number, vector: number): void {
    if (this.size === this.left.length) this.grow();
    this.left[this.size] = left;
    this.right[this.size] = right;
    this.vector[this.size] = vector;
    this.size += 1;
  }

  finish(): Pick<Candidates, "left" | "right" | "vector"> {
    return {
      left: this.left.subarray(0, this.size),
      right: this.right.subarray(0, this.size),
      vector: this.vector.subarray(0, this.size),
    };
  }

  private grow(): void {
    this.left = twice(this.left);
    this.right = twice(this.right);
    this.vector = twice(this.vector);
  }
}

function twice(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
