import type { ProblemCode } from "../text/problems.js";

/** One kind of dirt: how often, and what the intake must make of it. */
export interface Kind {
  /** Of 100,000 people (or claims). */
  readonly rate: number;
  /** The problem that sets the row aside; empty when it loads or merges. */
  readonly expected: ProblemCode | "";
  /** The finding or repair that is reported for a row which loads. */
  readonly reported: ProblemCode | "";
}

/**
 * What is wrong in the registers of persons, and how often: the dirt that standards.md 3.3, 4.1 and
 * 4.5 tell to expect. The frequencies are assumed. A person has one kind at most.
 */
export const personKinds = {
  // the same person in several rows
  "cross-scheme": kind(3000),
  "same-scheme": kind(500),
  "repeated-line": kind(100, "", "row-repeated"),
  "name-variant": kind(50, "certno-on-several-names"),
  // certificate numbers
  "id-missing": kind(1000, "", "certno-missing"),
  "id-digit-wrong": kind(500, "", "certno-check-digit"),
  "id-of-head": kind(500, "certno-birth-differs"),
  "id-15": kind(2000, "", "certno-upgraded"),
  "id-excel-rounded": kind(200, "", "certno-excel-rounded"),
  // names and characters
  "name-twin": kind(200, "", "character-twin-mapped"),
  "name-private-use": kind(50, "character-private-use"),
  "name-replaced": kind(50, "text-garbled"),
  "name-utf8": kind(50, "text-garbled"),
  "name-cut": kind(50, "line-undecodable"),
  "name-question-mark": kind(50, "name-unreadable"),
  // spellings and codes
  "full-width": kind(500),
  "date-style": kind(1000),
  "code-unknown": kind(100, "code-unknown"),
  "not-enrolled": kind(500),
} as const satisfies Record<string, Kind>;

export type PersonKind = keyof typeof personKinds;

/** What is wrong with claims: a few of each, one of the last two. Frequencies are assumed. */
export const claimKinds = {
  "window-deductible-twice": kind(700),
  "window-overlay-missed": kind(600),
  "window-other-level": kind(700),
  "institution-unknown": kind(300, "claim-institution-unknown"),
  "amounts-disagree": kind(300, "amounts-disagree"),
  "person-unknown": kind(300, "claim-person-unknown"),
  "settlement-repeated": kind(1, "claim-repeated"),
  refund: kind(1, "claim-refund"),
} as const satisfies Record<string, Kind>;

export type ClaimKind = keyof typeof claimKinds;

function kind(
  rate: number,
  expected: Kind["expected"] = "",
  reported: Kind["reported"] = "",
): Kind {
  return { rate, expected, reported };
}
