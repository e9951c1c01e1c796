import type { DocumentNode, DocumentReader, MapEntry } from "../domain/document.js";
import { readYuan, type Yuan } from "../domain/money.js";
import { nearest } from "../domain/nearest.js";
import type { Conditions, CostRange, Range } from "./law.js";
import { itemClasses, joinings, type NameKind, type Names, places, referrals } from "./names.js";

/** A file being read: its reader, the names of the region, and which of them were used so far. */
export interface NameReading {
  readonly reader: DocumentReader;
  readonly names: Names;
  /** `identities minLiving`: kinds and names that some file uses. */
  readonly used: Set<string>;
}

/** Conditions whose words the pack declares, and where. */
const declared = {
  scheme: "schemes",
  class: "classes",
  tier: "tiers",
  level: "levels",
  care: "cares",
  disease: "diseases",
  kind: "kinds",
  hospital: "hospitals",
  identity: "identities",
  identities: "identities",
} as const satisfies Readonly<Record<string, NameKind>>;

/** Conditions whose words the language has. */
const fixedWords = {
  place: [...places, "offsite"],
  referral: referrals,
  joined: joinings,
  item: itemClasses,
} as const;

const ranges = ["admission", "visit", "age", "years", "months", "days"] as const;

/** Reads one condition of a row into `when`. In: the key, which the language knows. */
export function readCondition(
  reading: NameReading,
  { key, value }: MapEntry,
  when: Record<string, unknown>,
): void {
  const { reader } = reading;
  if (Object.hasOwn(declared, key)) {
    when[key] = namesIn(reading, declared[key as keyof typeof declared], value);
  } else if (Object.hasOwn(fixedWords, key)) {
    const words = fixedWords[key as keyof typeof fixedWords];
    const found = textsOf(reader, value).map((node) => reader.oneOf(node, asChoices(words)));
    when[key] = found.flatMap((word) => (word === "offsite" ? ["province", "country"] : [word]));
  } else if (key === "medType" || key === "psnType" || key === "division") {
    when[key] = textsOf(reader, value).map((node) => codeIn(reader, node, codes[key]));
  } else if (key === "cost" || key === "price") {
    when[key] = costIn(reader, value);
  } else if (ranges.some((one) => one === key)) {
    when[key] = rangeIn(reader, value);
  }
}

/** A name of the pack; one that it does not declare is a problem, with the nearest one. */
export function nameIn(reading: NameReading, kind: NameKind, node: DocumentNode): string {
  const { reader, names, used } = reading;
  const found = reader.text(node);
  const known = names.labels[kind];
  if (node.kind === "text" && !known.has(found)) {
    // Who writes the Chinese label is told the name that has it.
    const labelled = [...known].find(([, label]) => label === found)?.[0];
    const expected = labelled ?? nearest(found, [...known.keys()]) ?? "–";
    reader.report("name-undeclared", node, { found, kind, expected });
  }
  used.add(`${kind} ${found}`);
  return found;
}

function namesIn(reading: NameReading, kind: NameKind, node: DocumentNode): readonly string[] {
  return textsOf(reading.reader, node).map((one) => nameIn(reading, kind, one));
}

/** One word, or a list of words; an empty list would never fit. */
function textsOf(reader: DocumentReader, node: DocumentNode): readonly DocumentNode[] {
  if (node.kind === "text") return [node];
  const items = reader.list(node);
  if (node.kind === "list" && items.length === 0) reader.unfit(node, "[…, …]");
  return items;
}

function asChoices(words: readonly string[]): readonly [string, ...string[]] {
  const [first = "", ...rest] = words;
  return [first, ...rest];
}

/** Beginnings of the national codes that are known (standards.md 1.9), 99… being local ones. */
const codes = {
  medType: {
    known: /^(1([1-49]\d{0,2})?|2([1-4]\d{0,2})?|4(1\d{0,2})?|5([1-3]\d{0,2})?|99?\d{0,2})$/,
    expected: "11 12 13 14 19 21 22 23 24 41 51 52 53 99…",
  },
  psnType: { known: /^1([1-6]\d{0,2})?$/, expected: "11 12 13 14 15 16" },
  division: { known: /^\d{2,6}$/, expected: "15 … 150502" },
} as const;

function codeIn(
  reader: DocumentReader,
  node: DocumentNode,
  { known, expected }: { readonly known: RegExp; readonly expected: string },
): string {
  const code = reader.text(node);
  if (node.kind === "text" && !node.isQuoted) reader.unfit(node, `"${code}" (带引号 quoted)`);
  else if (node.kind === "text" && !known.test(code)) {
    reader.report("policy-code-unknown", node, { found: code, expected });
  }
  return code;
}

const RANGE = /^(\d{1,4})(\+|-(\d{1,4}))?$/;

/** `"2"`, `"2+"`, `"2-4"`. */
function rangeIn(reader: DocumentReader, node: DocumentNode): Range {
  const parts = RANGE.exec(reader.text(node));
  const from = Number(parts?.[1] ?? 0);
  const end = parts?.[2] === "+" ? Number.POSITIVE_INFINITY : Number(parts?.[3] ?? from);
  if (node.kind === "text" && (parts === null || end < from)) {
    reader.unfit(node, '"2", "2+", "2-4"');
    return { from: 0, to: Number.POSITIVE_INFINITY };
  }
  return { from, to: end };
}

const COST = /^(?:over (\d+(?:\.\d{1,2})?))?(?: ?up to (\d+(?:\.\d{1,2})?))?$/;

/** `"over 13000.00"`, `"up to 13000.00"`, `"over 13000.00 up to 50000.00"`. */
function costIn(reader: DocumentReader, node: DocumentNode): CostRange {
  const text = reader.text(node);
  const parts = COST.exec(text);
  const over = amountOf(parts?.[1]);
  const upTo = amountOf(parts?.[2]);
  const isRange = text !== "" && parts !== null && (over ?? -1) < (upTo ?? Infinity);
  if (node.kind === "text" && !isRange) {
    reader.unfit(node, '"over 13000.00", "up to 13000.00", "over 13000.00 up to 50000.00"');
    return {};
  }
  return { ...(over === undefined ? {} : { over }), ...(upTo === undefined ? {} : { upTo }) };
}

function amountOf(text: string | undefined): Yuan | undefined {
  return text === undefined ? undefined : readYuan(text)?.amount;
}

/** A row's conditions in the words of the pack, for a person: `二级 建档立卡 admission 2+`. */
export function conditionText(when: Conditions, names: Names): string {
  return Object.entries(when)
    .map(([key, asked]) => {
      if (isNone(asked)) return `${key} –`;
      if (Object.hasOwn(declared, key)) {
        const labels = names.labels[declared[key as keyof typeof declared]];
        const words = (asked as readonly string[]).map((name) => labels.get(name) ?? name);
        return words.join(key === "identities" ? "+" : "/");
      }
      if (Array.isArray(asked)) return `${key} ${asked.join("/")}`;
      const isAmount = key === "cost" || key === "price";
      return `${key} ${isAmount ? costText(asked as CostRange) : rangeText(asked as Range)}`;
    })
    .join(" ");
}

/** No name, or the empty one that stands for none of the declared. */
function isNone(asked: unknown): boolean {
  return Array.isArray(asked) && asked.every((one) => one === "");
}

export function rangeText({ from, to }: Range): string {
  if (to === Number.POSITIVE_INFINITY) return `${from}+`;
  return from === to ? `${from}` : `${from}-${to}`;
}

function costText({ over, upTo }: CostRange): string {
  const from = over === undefined ? [] : [`> ${over / 100}`];
  return [...from, ...(upTo === undefined ? [] : [`≤ ${upTo / 100}`])].join(" ");
}
