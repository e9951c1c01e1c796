import type { Case, CaseFacts, Conditions } from "./law.js";
import { itemClasses, joinings, type NameKind, type Names, places, referrals } from "./names.js";

/** What one dimension is, and so how its word becomes a number. */
export type Dimension =
  | { readonly way: "word"; readonly kind: NameKind | readonly string[] }
  | { readonly way: "prefix" }
  | { readonly way: "set"; readonly kind: NameKind }
  | { readonly way: "number" };

/** The dimensions of a case, in the order of their numbers; the same for every pack. */
export const dimensions = {
  scheme: { way: "word", kind: "schemes" },
  class: { way: "word", kind: "classes" },
  tier: { way: "word", kind: "tiers" },
  level: { way: "word", kind: "levels" },
  care: { way: "word", kind: "cares" },
  place: { way: "word", kind: places },
  referral: { way: "word", kind: referrals },
  disease: { way: "word", kind: "diseases" },
  joined: { way: "word", kind: joinings },
  item: { way: "word", kind: itemClasses },
  kind: { way: "word", kind: "kinds" },
  medType: { way: "prefix" },
  psnType: { way: "prefix" },
  division: { way: "prefix" },
  hospital: { way: "set", kind: "hospitals" },
  identities: { way: "set", kind: "identities" },
  age: { way: "number" },
  years: { way: "number" },
  months: { way: "number" },
  days: { way: "number" },
} as const satisfies Readonly<Record<string, Dimension>>;

export type DimensionName = keyof typeof dimensions;
export const dimensionNames = Object.keys(dimensions) as readonly DimensionName[];

/** Place of each dimension in `Case.codes`. */
export const placeOf = Object.fromEntries(dimensionNames.map((name, at) => [name, at])) as Readonly<
  Record<DimensionName, number>
>;

/** A set of names fits one number: this many at most. */
export const LARGEST_SET = 30;

/**
 * The numbers of a pack's words. A word's number is its place among the declared names from 1 on;
 * 0 is a word that the pack does not know. National codes count as the longest beginning that any
 * table of the pack asks for. A set is a mask with one bit for each declared name.
 */
export class Codes {
  private readonly words: readonly ReadonlyMap<string, number>[];
  private readonly medTypes: Beginnings;
  private readonly psnTypes: Beginnings;
  private readonly divisions: Beginnings;

  constructor(names: Names, asked: readonly Conditions[]) {
    this.words = dimensionNames.map((name) => numbered(wordsOf(dimensions[name], names)));
    this.medTypes = new Beginnings(asked.flatMap((when) => when.medType ?? []));
    this.psnTypes = new Beginnings(asked.flatMap((when) => when.psnType ?? []));
    this.divisions = new Beginnings(asked.flatMap((when) => when.division ?? []));
  }

  /** Words of a dimension in the order of their numbers, from 1 on. */
  wordsOf(name: DimensionName): readonly string[] {
    if (name === "medType") return this.medTypes.list;
    if (name === "psnType") return this.psnTypes.list;
    if (name === "division") return this.divisions.list;
    return [...(this.words[placeOf[name]]?.keys() ?? [])];
  }

  numberOf(name: DimensionName, word: string): number {
    if (name === "medType") return this.medTypes.numberOf(word);
    if (name === "psnType") return this.psnTypes.numberOf(word);
    if (name === "division") return this.divisions.numberOf(word);
    return this.words[placeOf[name]]?.get(word) ?? 0;
  }

  /** In the order of `dimensions`. */
  caseOf(facts: CaseFacts): Case {
    const { words } = this;
    const codes = [
      codeIn(words[0], facts.scheme),
      codeIn(words[1], facts.class),
      codeIn(words[2], facts.tier),
      codeIn(words[3], facts.level),
      codeIn(words[CARE], facts.care),
      codeIn(words[5], facts.place),
      codeIn(words[6], facts.referral),
      codeIn(words[7], facts.disease),
      codeIn(words[8], facts.joined),
      codeIn(words[9], facts.item),
      codeIn(words[10], facts.kind),
      this.medTypes.numberOf(facts.medType),
      this.psnTypes.numberOf(facts.psnType),
      this.divisions.numberOf(facts.division),
      maskOf(words[14], facts.hospital),
      maskOf(words[15], facts.identities),
      facts.age,
      facts.years,
      facts.months,
      facts.days,
    ];
    return { facts, codes };
  }

  /** The case is the claim's own, so its care is put in without a copy. */
  chooseCare({ codes }: Case, care: string): void {
    codes[CARE] = codeIn(this.words[CARE], care);
  }
}

/** The beginnings of national codes that a pack asks for, the longest first. */
class Beginnings {
  readonly list: readonly string[];
  private readonly known = new Map<string, number>();

  constructor(asked: readonly string[]) {
    const byLength = (left: string, right: string): number =>
      right.length - left.length || (left < right ? -1 : 1);
    this.list = [...new Set(asked)].sort(byLength);
  }

  numberOf(code: string): number {
    const known = this.known.get(code);
    if (known !== undefined) return known;
    const found = this.list.findIndex((beginning) => code.startsWith(beginning)) + 1;
    this.known.set(code, found);
    return found;
  }
}

function wordsOf(dimension: Dimension, names: Names): readonly string[] {
  if (dimension.way !== "word" && dimension.way !== "set") return [];
  const { kind } = dimension;
  return typeof kind === "string" ? [...names.labels[kind].keys()] : kind;
}

function numbered(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map(words.map((word, at) => [word, at + 1]));
}

/** Place of the care in `Case.codes`. */
const CARE = placeOf.care;

/** Most words of a case are empty, and an empty word is never declared. */
function codeIn(numbers: ReadonlyMap<string, number> | undefined, word: string): number {
  return word === "" ? 0 : (numbers?.get(word) ?? 0);
}

function maskOf(numbers: ReadonlyMap<string, number> | undefined, held: readonly string[]): number {
  let mask = 0;
  for (const name of held) {
    const number = numbers?.get(name);
    if (number !== undefined) mask |= 1 << (number - 1);
  }
  return mask;
}
