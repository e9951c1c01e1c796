import type { ProblemCode } from "../text/problems.js";

/** One kind of dirt: how often, and what the intake must make of it. */
export interface Kind {
  /** Of 100,000 people (or claims), where nothing else is asked for. */
  readonly rate: number;
  /** The problem that sets the row aside; empty when it loads or merges. */
  readonly expected: ProblemCode | "";
  /** The finding or repair that is reported for the row. */
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
  "name-variant": kind(50),
  // certificate numbers
  "id-missing": kind(1000, "", "certno-missing"),
  "id-digit-wrong": kind(500, "", "certno-check-digit"),
  "id-of-head": kind(500, "certno-of-head"),
  "id-15": kind(2000, "", "certno-upgraded"),
  "id-excel-rounded": kind(200, "", "certno-excel-rounded"),
  // names and characters
  "name-twin": kind(200, "", "character-twin-mapped"),
  "name-private-use": kind(50, "character-private-use"),
  "name-replaced": kind(50, "text-replaced"),
  "name-utf8": kind(50, "text-garbled"),
  "name-cut": kind(50, "character-cut"),
  "name-question-mark": kind(50, "name-question-mark"),
  // Only a list that is cut at `|` can lose it so; none is delivered unless this is asked for.
  "delimiter-swallowed": kind(0, "character-cut", "delimiter-swallowed"),
  // spellings and codes
  "full-width": kind(500),
  "date-style": kind(1000),
  "code-unknown": kind(100, "code-unknown"),
  "not-enrolled": kind(500, "", "enrolment-missing"),
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
  refund: kind(1),
} as const satisfies Record<string, Kind>;

export type ClaimKind = keyof typeof claimKinds;
export type DirtKind = PersonKind | ClaimKind;

/** Every kind: first those of persons, then those of claims. */
export const dirtKinds: Readonly<Record<DirtKind, Kind>> = { ...personKinds, ...claimKinds };

/** How many of 100,000 people (or claims) each kind befalls. */
export type Rates = Readonly<Record<DirtKind, number>>;

/** The rates of a county for which nothing else is asked. */
export const usualRates: Rates = ratesOf((kind) => dirtKinds[kind].rate);

/** Rates by a rule. */
export function ratesOf(rate: (kind: DirtKind) => number): Rates {
  const names = Object.keys(dirtKinds) as DirtKind[];
  return Object.fromEntries(names.map((name) => [name, rate(name)])) as Record<DirtKind, number>;
}

/** The rates of some of the kinds. */
export function ratesFor<Name extends DirtKind>(
  kinds: Readonly<Record<Name, Kind>>,
  rates: Rates,
): Readonly<Record<Name, number>> {
  const names = Object.keys(kinds) as Name[];
  return Object.fromEntries(names.map((name) => [name, rates[name]])) as Record<Name, number>;
}

export function isDirtKind(name: string): name is DirtKind {
  return Object.hasOwn(dirtKinds, name);
}

/** `2%`, `0.25 %` as so many of 100,000; undefined for anything else and for more than 100 %. */
export function readRate(text: string): number | undefined {
  const [, whole, places = ""] = /^(\d{1,3})(?:\.(\d{1,3}))? ?%$/.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const rate = Number(whole) * 1000 + Number(places.padEnd(3, "0"));
  return rate > 100_000 ? undefined : rate;
}

/** A rate as it is written: `0.25%`. */
export function rateText(rate: number): string {
  return `${String(rate / 1000)}%`;
}

function kind(
  rate: number,
  expected: Kind["expected"] = "",
  reported: Kind["reported"] = "",
): Kind {
  return { rate, expected, reported };
}
