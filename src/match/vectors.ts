import type { Column } from "./column.js";
import { Comparison } from "./compare/comparison.js";
import type { Groups } from "./groups.js";
import type { Hanzi } from "./hanzi.js";
import type { MatchField, MatchSpec } from "./spec.js";
import type { MatchTable } from "./table.js";

/**
 * Compares rows. What a comparison comes to is one whole number, the vector of the pair: how near
 * the two rows are to each other, and the level of every field. Equal numbers are equal outcomes.
 */
export class Comparer {
  readonly fields: readonly MatchField[];
  /** Which rows are near each other, the closest first. */
  readonly near: readonly Groups[];
  readonly comparisons: readonly Comparison[];
  /** For every neighbourhood, what its rows must state otherwise, if anything. */
  private readonly apart: readonly (Int32Array | undefined)[];

  constructor(spec: MatchSpec, table: MatchTable, hanzi: Hanzi, { near, apart }: Nearby) {
    this.fields = comparedFields(spec);
    this.near = near;
    this.apart = apart.map((groups) => groups?.groupOf);
    this.comparisons = this.fields.map(
      (field) => new Comparison(field, table.columns.get(field.name) as Column, hanzi),
    );
  }

  /** The vector of two rows. */
  vector(left: number, right: number): number {
    let vector = this.nearness(left, right);
    for (let at = 0; at < this.comparisons.length; at++) {
      const comparison = this.comparisons[at] as Comparison;
      vector = vector * (comparison.differ + 1) + comparison.level(left, right);
    }
    return vector;
  }

  /** The first neighbourhood that two rows share; the number of neighbourhoods if none. */
  nearness(left: number, right: number): number {
    for (let at = 0; at < this.near.length; at++) {
      const { groupOf } = this.near[at] as Groups;
      if (groupOf[left] === 0 || groupOf[left] !== groupOf[right]) continue;
      const apart = this.apart[at];
      if (apart === undefined) return at;
      if (apart[left] !== 0 && apart[right] !== 0 && apart[left] !== apart[right]) return at;
    }
    return this.near.length;
  }
}

/** The neighbourhoods of a spec, in its order. */
export interface Nearby {
  /** The rows that share it. */
  readonly near: readonly Groups[];
  /** The rows that state one thing of what must be apart; absent where nothing must. */
  readonly apart: readonly (Groups | undefined)[];
}

/** The fields of a spec that are compared. */
export function comparedFields(spec: MatchSpec): readonly MatchField[] {
  return spec.fields.filter((field) => field.levels.length > 0);
}

/** How often each vector was found; the vectors in ascending order. */
export interface VectorCounts {
  readonly vectors: readonly Vector[];
  readonly counts: readonly number[];
  /** What else was counted apart: a whole number below the counter's `marks`. */
  readonly marks: readonly number[];
}

/** A vector taken apart. */
export interface Vector {
  readonly nearness: number;
  /** Per field: 0 missing, 1 the first level, and so on. */
  readonly levels: readonly number[];
}

/** The number of a vector, as `Comparer.vector` makes it. */
export function codeOf({ nearness, levels }: Vector, fields: readonly MatchField[]): number {
  return fields.reduce(
    (code, field, at) => code * (field.levels.length + 2) + (levels[at] ?? 0),
    nearness,
  );
}

/** Takes a vector apart again, by how many outcomes each field has. */
export function vectorOf(code: number, fields: readonly MatchField[]): Vector {
  const levels: number[] = [];
  let rest = code;
  for (const field of fields.toReversed()) {
    const outcomes = field.levels.length + 2;
    levels.unshift(rest % outcomes);
    rest = Math.floor(rest / outcomes);
  }
  return { nearness: rest, levels };
}

/** Counts vectors as they come, apart for every mark that they bear. */
export class VectorCounter {
  private readonly places = new Map<number, number>();
  private readonly counts: number[] = [];

  constructor(private readonly marks = 1) {}

  /** Counts a vector once more; returns the place at which it is counted. */
  count(code: number, mark = 0): number {
    return this.add(code * this.marks + mark, 1);
  }

  /** Adds what another counter of as many marks has found; returns where its places went. */
  take({ keys, counts }: CountedKeys): Int32Array {
    return Int32Array.from(keys, (key, at) => this.add(key, counts[at] as number));
  }

  /** What was found, in the order in which it was met first. */
  get found(): CountedKeys {
    return { keys: Float64Array.from(this.places.keys()), counts: Float64Array.from(this.counts) };
  }

  /** The counts in the order of the vectors, and where each place went. */
  finish(fields: readonly MatchField[]): VectorCounts & { readonly moved: Int32Array } {
    const sorted = [...this.places].sort(([left], [right]) => left - right);
    const moved = new Int32Array(sorted.length);
    sorted.forEach(([, place], at) => {
      moved[place] = at;
    });
    return {
      vectors: sorted.map(([key]) => vectorOf(Math.floor(key / this.marks), fields)),
      marks: sorted.map(([key]) => key % this.marks),
      counts: sorted.map(([, place]) => this.counts[place] as number),
      moved,
    };
  }

  private add(key: number, count: number): number {
    const known = this.places.get(key);
    if (known !== undefined) {
      this.counts[known] = (this.counts[known] as number) + count;
      return known;
    }
    this.places.set(key, this.counts.length);
    return this.counts.push(count) - 1;
  }
}

/** Vectors with their marks as one number each, and how often each was found. */
export interface CountedKeys {
  readonly keys: Float64Array<ArrayBuffer>;
  readonly counts: Float64Array<ArrayBuffer>;
}
