import type { Pairing } from "./candidates.js";
import { askedBy } from "./candidates.js";
import type { Groups } from "./groups.js";
import type { MatchField } from "./spec.js";
import type { MatchTable } from "./table.js";
import { type Comparer, type CountedKeys, VectorCounter, type VectorCounts } from "./vectors.js";

/** How many pairs are drawn for each nearness, at most. */
const DRAWN = 150_000;

/** What pairs come to that were taken without regard to their agreement. */
export interface Chance {
  /** How many pairs there are of each nearness, the farthest last; partly estimated. */
  readonly pairs: readonly number[];
  /** The vectors of the pairs that were drawn, of every nearness. */
  readonly drawn: VectorCounts;
}

/** What was drawn at one nearness. */
export interface Draw {
  /** How many pairs there are so near; undefined for the farthest, which has all others. */
  readonly pairs: number | undefined;
  readonly found: CountedKeys;
}

/**
 * Draws pairs by which it is learnt how often two different people agree by chance: within one
 * neighbourhood, or (the number after the last) among all rows. Where there are few pairs all are
 * taken, else a seeded draw; as the rows of a table stand in an order of their own, the same rows
 * give the same draw.
 */
export function drawAt(
  table: MatchTable,
  comparer: Comparer,
  pairing: Pairing,
  nearness: number,
): Draw {
  const counter = new VectorCounter();
  const groups = comparer.near[nearness];
  if (groups === undefined) {
    drawFar(table, pairing, (left, right) => {
      if (comparer.nearness(left, right) === nearness) counter.count(comparer.vector(left, right));
    });
    return { pairs: undefined, found: counter.found };
  }
  const isAsked = askedBy(table, pairing);
  let taken = 0;
  const { all, drawn } = drawWithin(groups, seeded(nearness + 1), (left, right) => {
    if (!isAsked(left, right) || comparer.nearness(left, right) !== nearness) return;
    counter.count(comparer.vector(left, right));
    taken += 1;
  });
  return { pairs: drawn === 0 ? 0 : (taken / drawn) * all, found: counter.found };
}

/** What was drawn at every nearness together, the farthest last. */
export function chanceOf(
  table: MatchTable,
  pairing: Pairing,
  fields: readonly MatchField[],
  draws: readonly Draw[],
): Chance {
  const counter = new VectorCounter();
  for (const { found } of draws) counter.take(found);
  const near = draws.reduce((sum, { pairs = 0 }) => sum + pairs, 0);
  const rest = Math.max(1, totalPairs(table, pairing) - near);
  return {
    pairs: draws.map(({ pairs }) => pairs ?? rest),
    drawn: counter.finish(fields),
  };
}

/** How many pairs are asked about. */
export function totalPairs({ size, first }: MatchTable, pairing: Pairing): number {
  const across = first * (size - first);
  if (pairing === "across") return across;
  if (pairing === "new") return across + (first * (first - 1)) / 2;
  return (size * (size - 1)) / 2;
}

type Visit = (left: number, right: number) => void;

/** Pairs of rows that share a group: all of them, or so many at random. */
function drawWithin(
  { rows, starts }: Groups,
  random: () => number,
  draw: Visit,
): { readonly all: number; readonly drawn: number } {
  const upTo = new Float64Array(starts.length);
  for (let group = 1; group + 1 < starts.length; group++) {
    const size = (starts[group + 1] as number) - (starts[group] as number);
    upTo[group] = (upTo[group - 1] as number) + (size * (size - 1)) / 2;
  }
  const all = starts.length < 2 ? 0 : (upTo[starts.length - 2] as number);
  if (all <= DRAWN) {
    for (let group = 1; group + 1 < starts.length; group++) {
      const block = rows.subarray(starts[group], starts[group + 1]);
      block.forEach((left, at) => {
        for (let other = at + 1; other < block.length; other++) draw(left, block[other] as number);
      });
    }
    return { all, drawn: all };
  }
  for (let count = 0; count < DRAWN; count++) {
    const group = groupAt(upTo, Math.floor(random() * all), starts.length - 2);
    const block = rows.subarray(starts[group], starts[group + 1]);
    const one = Math.floor(random() * block.length);
    const other = (one + 1 + Math.floor(random() * (block.length - 1))) % block.length;
    draw(block[Math.min(one, other)] as number, block[Math.max(one, other)] as number);
  }
  return { all, drawn: DRAWN };
}

/** The group in which a pair stands when the pairs of all groups are counted through. */
function groupAt(upTo: Float64Array, pair: number, last: number): number {
  let [low, high] = [1, last];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] as number) > pair) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Pairs of any rows: all of them, or so many at random. */
function drawFar(table: MatchTable, pairing: Pairing, draw: Visit): void {
  const { size, first } = table;
  const isAcross = pairing === "across";
  const asking = pairing === "all" ? size : first;
  if (totalPairs(table, pairing) <= DRAWN * 2) {
    for (let left = 0; left < asking; left++) {
      for (let right = isAcross ? first : left + 1; right < size; right++) draw(left, right);
    }
    return;
  }
  const random = seeded(0);
  for (let count = 0; count < DRAWN * 2; count++) {
    const one = Math.floor(random() * asking);
    const other = isAcross
      ? first + Math.floor(random() * (size - first))
      : (one + 1 + Math.floor(random() * (size - 1))) % size;
    draw(Math.min(one, other), Math.max(one, other));
  }
}

/** A small generator of numbers from 0 to 1 (mulberry32): the same seed, the same numbers. */
function seeded(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
