import type { DocumentNode, DocumentReader } from "../domain/document.js";

/** What kind of value a field holds: how it is read, and which levels it knows. */
export const fieldKinds = ["text", "code", "day", "name", "certno", "sex", "phone"] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Tests that any value can be put to; the first three take a number behind them. */
const COMMON = ["equal", "similar", "edits", "prefix"] as const;

/** Tests that only one kind of value understands. */
const OF_KIND = {
  text: [],
  code: [],
  day: ["swapped", "lunar", "year-off", "same-year"],
  name: ["variant", "sound", "look", "one-missing", "one-differs", "surname"],
  certno: ["borrowed", "one-digit", "both-own", "both-sound", "unlike"],
  sex: [],
  phone: [],
} as const satisfies Readonly<Record<FieldKind, readonly string[]>>;

export type LevelTest = (typeof COMMON)[number] | (typeof OF_KIND)[FieldKind][number];

/** One level of agreement: a test, and how far it goes (`similar 0.92`, `edits 1`, `prefix 6`). */
export interface Level {
  readonly test: LevelTest;
  readonly limit: number;
}

/** The level as it stands in a spec, which is also its name in the weights. */
export function nameOfLevel({ test, limit }: Level): string {
  return limit === 0 ? test : `${test} ${limit}`;
}

/** What a number behind a test may look like, and how it reads. */
const LIMITS: Readonly<Partial<Record<LevelTest, RegExp>>> = {
  similar: /^0\.\d{1,3}$/,
  edits: /^[1-9]$/,
  prefix: /^[1-9]\d?$/,
  "year-off": /^[1-9]\d?$/,
};

/** Reads one level of a field; none, with a problem, when its kind does not know it. */
export function readLevel(
  reader: DocumentReader,
  node: DocumentNode,
  kind: FieldKind,
): readonly Level[] {
  const [word = "", limit = "", ...rest] = reader.text(node).split(" ");
  const tests: readonly LevelTest[] = [...COMMON, ...OF_KIND[kind]];
  const test = tests.find((one) => one === word);
  const pattern = test === undefined ? undefined : LIMITS[test];
  const isFit = pattern === undefined ? limit === "" : pattern.test(limit);
  if (test !== undefined && isFit && rest.length === 0) return [{ test, limit: Number(limit) }];
  reader.unfit(node, tests.map(shown).join(" | "));
  return [];
}

function shown(test: LevelTest): string {
  const examples: Readonly<Partial<Record<LevelTest, string>>> = {
    similar: "similar 0.92",
    edits: "edits 1",
    prefix: "prefix 6",
    "year-off": "year-off 1",
  };
  return examples[test] ?? test;
}
