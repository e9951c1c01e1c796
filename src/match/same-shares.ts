import { type Evidence, sharesOf } from "./evidence.js";
import type { MatchField } from "./spec.js";
import type { Vector } from "./vectors.js";

/** How many pairs the first guess of a share counts for, so that small lists can be learnt from. */
const GUESS = 5;

/**
 * The guess counts for one pair more in so many rows: a few odd pairs of a long list teach little.
 */
const ROWS_PER_GUESS = 5000;

/**
 * A person has one certificate number by law. That the registers hold two sound ones of one person,
 * each with the birth date of its row, is not learnt from pairs that happen to look alike.
 */
const UNLAWFUL = 1 / 100_000;

/** In one of so many pairs of one person's records anything may be wrong. */
const PAIRS_PER_SLIP = 1000;

/** How sure the other fields must be that a pair is one person before it tells of a field. */
const SURE = 0.9;

/** How sure it is, as it stands, that the pairs of a vector are one person. */
export interface Sureness {
  readonly share: readonly number[];
  /** The same without the field that is asked about. */
  readonly byOthers: (place: number, vector: Vector) => number;
}

/**
 * How often one person's records agree in a field: the candidates that a key brought which does not
 * look at it, if all other fields say that it is one person, each as far as it is. A field never
 * speaks for itself alone, so what is odd about it (the number of another) cannot pass for a
 * person's own habit.
 */
export function sameShares(
  field: MatchField,
  at: number,
  { candidates: { vectors, counts, marks }, rows }: Evidence,
  { share, byOthers }: Sureness,
): readonly number[] {
  const guess = GUESS + rows / ROWS_PER_GUESS;
  const sums = guessOfSame(field).map((share) => share * guess);
  const isEverywhere = marks.every((mark) => (mark & (1 << at)) === 0);
  vectors.forEach((vector, place) => {
    if (!isEverywhere && ((marks[place] ?? 0) & (1 << at)) === 0) return;
    if (byOthers(place, vector) < SURE) return;
    const level = vector.levels[at] ?? 0;
    sums[level] = (sums[level] ?? 0) + (share[place] ?? 0) * (counts[place] ?? 0);
  });
  return lawful(
    field,
    sharesOf(sums).map((share) => Math.max(share, 1 / PAIRS_PER_SLIP)),
  );
}

/** The shares with that of the level which the law rules out. */
function lawful({ levels }: MatchField, shares: readonly number[]): readonly number[] {
  const ruledOut = levels.findIndex(({ test }) => test === "both-own") + 1;
  if (ruledOut === 0) return sharesOf(shares);
  const kept = sharesOf(shares.map((share, level) => (level === ruledOut ? 0 : share)));
  return kept.map((share, level) => (level === ruledOut ? UNLAWFUL : share));
}

/** `equal` is nine in ten; of the rest every level takes half of what is left. */
export function guessOfSame(field: MatchField): readonly number[] {
  const { levels } = field;
  const shares = [1, 0.9];
  let left = 0.1;
  for (let level = 2; level <= levels.length; level++) {
    left /= 2;
    shares.push(left);
  }
  return lawful(field, [...shares, left]);
}
