import assert from "node:assert";

/**
 * A stream of pseudo-random numbers that is the same on every machine (xoshiro128**, 32 bits,
 * seeded by text). Streams forked by name do not disturb each other: a change in how claims are
 * made leaves the people as they were.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(private readonly seed: string) {
    const next = splitmix(hashOf(seed));
    this.a = next();
    this.b = next();
    this.c = next();
    this.d = next() | 1; // the state may not be all zero
  }

  /** Another stream, which depends on the seed and the name only. */
  fork(name: string): Random {
    return new Random(`${this.seed}/${name}`);
  }

  /** A whole number from 0 up to, but not including, the limit. */
  below(limit: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * limit);
  }

  /** A whole number between two, both included. */
  between(from: number, upTo: number): number {
    return from + this.below(upTo - from + 1);
  }

  /** True in so many cases of a hundred. */
  percent(cases: number): boolean {
    return this.below(100) < cases;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    assert(found !== undefined, "picked from an empty list");
    return found;
  }

  private next(): number {
    const result = Math.imul(rotated(Math.imul(this.b, 5), 7), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = rotated(this.d, 11);
    return result;
  }
}

/** Values that are picked by their weights (whole numbers). */
export class Weighted<T> {
  private readonly upTo: readonly number[];
  private readonly whole: number;

  constructor(
    private readonly values: readonly T[],
    weights: readonly number[],
  ) {
    assert(values.length === weights.length && values.length > 0);
    let total = 0;
    this.upTo = weights.map((weight) => {
      total += weight;
      return total;
    });
    this.whole = total;
  }

  pick(random: Random): T {
    const mark = random.below(this.whole);
    let [low, high] = [0, this.upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mark < (this.upTo[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    const found = this.values[low];
    assert(found !== undefined);
    return found;
  }
}

function rotated(word: number, places: number): number {
  return (word << places) | (word >>> (32 - places));
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash >>> 0;
}

/** Spreads one 32-bit seed over the state. */
function splitmix(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
}
