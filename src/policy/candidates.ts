import type { Yuan } from "../domain/money.js";
import { type DimensionName, dimensions } from "./dimensions.js";
import type { Conditions, CostRange, Range } from "./law.js";
import type { Names } from "./names.js";

/** Cases that a table cannot tell apart, as a condition would say them, and the rows they fit. */
export interface Candidate {
  readonly when: Conditions;
  /** One bit for each row. */
  readonly fits: bigint;
}

/** All that one dimension can be, as far as a table tells it apart. */
export type Dimension = readonly Candidate[];

const wordKeys = [
  ...["scheme", "class", "tier", "level", "care", "place", "referral"],
  ...["disease", "joined", "item", "kind"],
] as const;
const prefixKeys = ["medType", "psnType", "division"] as const;
const rangeKeys = ["admission", "visit", "age", "years", "months", "days"] as const;
const amountKeys = ["cost", "price"] as const;

/** Dimensions in which "none of the declared" is a case of its own: no disease, other items. */
const withOther: readonly string[] = ["disease", "kind"];

/**
 * The dimensions that the rows of a table ask, each with its cases. In: the conditions of the rows
 * and the schemes of the days in question. A claim outside a dimension's names is nobody's case:
 * a class, level or tier that the pack does not declare.
 */
export function dimensionsOf(
  whens: readonly Conditions[],
  names: Names,
  schemes: readonly string[],
): readonly Dimension[] {
  return [
    ...wordKeys.map((key) => ofWords(whens, key, wordsOf(key, names, schemes))),
    ...prefixKeys.map((key) => ofPrefixes(whens, key)),
    ...rangeKeys.map((key) => ofRanges(whens, key)),
    ...amountKeys.map((key) => ofAmounts(whens, key)),
    ofHospitals(whens),
    ofIdentities(whens),
  ].filter((dimension) => dimension.length > 0);
}

function wordsOf(
  key: (typeof wordKeys)[number],
  names: Names,
  schemes: readonly string[],
): readonly string[] {
  if (key === "scheme") return schemes;
  const dimension = dimensions[key as DimensionName];
  const kind = "kind" in dimension ? dimension.kind : [];
  const declared = typeof kind === "string" ? [...names.labels[kind].keys()] : kind;
  return withOther.includes(key) ? [...declared, ""] : declared;
}

function ofWords(
  whens: readonly Conditions[],
  key: string,
  words: readonly string[],
): readonly Candidate[] {
  const lists = whens.map((when) => listOf(when, key));
  if (lists.every((list) => list === undefined)) return [];
  const groups = new Map<bigint, string[]>();
  for (const word of words) {
    const fits = bitsOf(lists, (list) => list === undefined || list.includes(word));
    groups.set(fits, [...(groups.get(fits) ?? []), word]);
  }
  return [...groups].map(([fits, group]) => ({ when: { [key]: group } as Conditions, fits }));
}

/** Each beginning that is asked, and a code that has none of them. */
function ofPrefixes(whens: readonly Conditions[], key: string): readonly Candidate[] {
  const lists = whens.map((when) => listOf(when, key));
  const asked = [...new Set(lists.flatMap((list) => list ?? []))];
  if (asked.length === 0) return [];
  return [...asked, ""].map((code) => {
    const fits = bitsOf(lists, (list) => list?.some((one) => code.startsWith(one)) ?? true);
    return { when: { [key]: [code] } as Conditions, fits };
  });
}

/** The stretches between the numbers at which any row begins or ends. */
function ofRanges(whens: readonly Conditions[], key: (typeof rangeKeys)[number]): Dimension {
  const ranges = whens.map((when) => when[key]);
  const asked = ranges.filter((range) => range !== undefined);
  if (asked.length === 0) return [];
  const lowest = key === "admission" ? 1 : 0;
  const starts = asked.flatMap(({ from, to }) => [from, to + 1]).filter(Number.isFinite);
  const edges = [...new Set([lowest, ...starts])].filter((edge) => edge >= lowest);
  edges.sort((left, right) => left - right);
  return edges.map((from, at) => {
    const to = (edges[at + 1] ?? Number.POSITIVE_INFINITY) - 1;
    const fits = bitsOf(ranges, (range) => range === undefined || holds(range, from));
    return { when: { [key]: { from, to } } as Conditions, fits };
  });
}

function ofAmounts(whens: readonly Conditions[], key: (typeof amountKeys)[number]): Dimension {
  const ranges = whens.map((when) => when[key]);
  const known = ranges.flatMap((range) => [range?.over, range?.upTo]);
  const edges = [...new Set(known.filter((edge) => edge !== undefined))];
  if (edges.length === 0) return [];
  edges.sort((left, right) => left - right);
  return [undefined, ...edges].map((over, at) => {
    const upTo = edges[at];
    const inside = upTo ?? ((((over ?? 0) as number) + 1) as Yuan);
    const fits = bitsOf(ranges, (range) => range === undefined || includes(range, inside));
    const cost = { ...(over !== undefined && { over }), ...(upTo !== undefined && { upTo }) };
    return { when: { [key]: cost } as Conditions, fits };
  });
}

function ofHospitals(whens: readonly Conditions[]): Dimension {
  const lists = whens.map((when) => when.hospital);
  const asked = [...new Set(lists.flatMap((list) => list ?? []))];
  if (asked.length === 0) return [];
  return [[], ...asked.map((one) => [one])].map((hospital) => {
    const fits = bitsOf(lists, (list) => list?.some((one) => hospital.includes(one)) ?? true);
    return { when: { hospital }, fits };
  });
}

/**
 * Sets of identities: nobody's, and for each row the smallest sets that it is content with. More
 * identities only make more rows fit, so that no other set can leave a case without a row or
 * reach a row that these do not reach.
 */
function ofIdentities(whens: readonly Conditions[]): Dimension {
  const sets = new Map<string, readonly string[]>([["", []]]);
  for (const { identity, identities = [] } of whens) {
    for (const one of identity ?? [undefined]) {
      const set = [...new Set([...identities, ...(one === undefined ? [] : [one])])].sort();
      sets.set(set.join("+"), set);
    }
  }
  if (sets.size === 1) return [];
  return [...sets.values()].map((identities) => {
    const holdsAll = ({ identity, identities: all = [] }: Conditions): boolean =>
      (identity?.some((one) => identities.includes(one)) ?? true) &&
      all.every((one) => identities.includes(one));
    return { when: { identities }, fits: bitsOf(whens, holdsAll) };
  });
}

function listOf(when: Conditions, key: string): readonly string[] | undefined {
  return (when as Readonly<Record<string, readonly string[] | undefined>>)[key];
}

function bitsOf<Asked>(asked: readonly Asked[], fits: (one: Asked) => boolean): bigint {
  return asked.reduce((bits, one, row) => (fits(one) ? bits | (1n << BigInt(row)) : bits), 0n);
}

function holds({ from, to }: Range, number: number): boolean {
  return from <= number && number <= to;
}

function includes({ over, upTo }: CostRange, amount: Yuan): boolean {
  return (over === undefined || amount > over) && (upTo === undefined || amount <= upTo);
}
