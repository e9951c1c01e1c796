import type { DocumentNode, MapEntry } from "../domain/document.js";
import { conditionText, readCondition } from "./conditions.js";
import { type EffectOn, readEffect } from "./effects.js";
import { reportKey } from "./keys.js";
import { conditionKeys, effectKeys, type Outcome, outcomeKeys, type Spec } from "./language.js";
import type { Conditions } from "./law.js";
import type { NameKind } from "./names.js";
import { readBands, readOutcome } from "./outcomes.js";
import { readPrices } from "./prices.js";
import type { ReadRow, RowReading } from "./row-reading.js";
import { type Status, statuses } from "./status.js";

/**
 * Reads the value of a table: one value for all cases, a map by the names of one kind (levels,
 * classes, tiers), or a list of rows with conditions.
 */
export function readRows(reading: RowReading, node: DocumentNode): readonly ReadRow[] {
  const { reader, spec } = reading;
  if (node.kind === "text") return [wholeRow(reading, {}, node)];
  if (node.kind === "map") {
    const kind = kindOfKeys(reading, node.entries);
    if (kind !== undefined) return mapRows(reading, kind, node.entries);
    return [listedRow(reading, node)];
  }
  if (isBands(spec, node.items)) return [wholeRow(reading, {}, node)];
  if (node.items.length === 0) reader.unfit(node, "- { …: …, …: … }");
  return node.items.map((item) => listedRow(reading, item));
}

/** A list of `above` and `share` is one ladder for all cases, not a table of rows. */
function isBands(spec: Spec, items: readonly DocumentNode[]): boolean {
  const takesBands = spec.value.way === "table" && spec.value.outcomes.includes("bands");
  const [first] = items;
  return takesBands && first?.kind === "map" && first.entries.some(({ key }) => key === "above");
}

const mapped = { level: "levels", class: "classes", tier: "tiers" } as const;
type Mapped = keyof typeof mapped;

/** The condition that a map's keys stand for: the kind that declares most of them. */
function kindOfKeys(reading: RowReading, entries: readonly MapEntry[]): Mapped | undefined {
  const known = new Set<string>([...conditionKeys, ...outcomeKeys, ...effectKeys]);
  if (entries.length === 0 || entries.some(({ key }) => known.has(key))) return undefined;
  const count = (kind: NameKind): number =>
    entries.filter(({ key }) => reading.names.labels[kind].has(key)).length;
  const kinds = (Object.keys(mapped) as Mapped[]).filter((one) => reading.spec.asks.includes(one));
  const [best] = [...kinds].sort((left, right) => count(mapped[right]) - count(mapped[left]));
  return best;
}

function mapRows(
  reading: RowReading,
  condition: Mapped,
  entries: readonly MapEntry[],
): readonly ReadRow[] {
  return entries.map((entry) => {
    const when: Record<string, unknown> = {};
    const name = { kind: "text", line: entry.line, text: entry.key, isQuoted: true } as const;
    readCondition(reading, { key: condition, line: entry.line, value: name }, when);
    return { ...wholeRow(reading, when, entry.value), line: entry.line };
  });
}

/** A row that is only its outcome: the first that the parameter may have, or a ladder. */
function wholeRow(whole: RowReading, when: Conditions, node: DocumentNode): ReadRow {
  const reading = readingOf(whole, when);
  const { reader, spec, names } = reading;
  const row = conditionText(when, names);
  const { line } = node;
  if (spec.value.way !== "table") {
    reader.unfit(node, `- { …, ${effectKeys.join(" | ")}: … }`);
    return { when, value: undefined, parameter: -1, line };
  }
  const [scalar] = spec.value.outcomes;
  if (node.kind === "list" && spec.value.outcomes.includes("bands")) {
    return { when, ...readBands(reading, row, node, {}), line };
  }
  return { when, ...readOutcome({ reading, outcome: scalar, node, row, source: {} }), line };
}

/** A row as a map: conditions, one outcome (or one effect), perhaps its own status and cite. */
function listedRow(reading: RowReading, item: DocumentNode): ReadRow {
  const { reader, spec, names } = reading;
  const when: Record<string, unknown> = {};
  const results: MapEntry[] = [];
  let source: { status?: Status; cite?: string } = {};
  for (const entry of reader.entries(item)) {
    const { key } = entry;
    if (key === "status") {
      source = { ...source, status: reader.oneOf(entry.value, statuses) };
    } else if (key === "cite") {
      source = { ...source, cite: citeIn(reading, entry.value) };
    } else if (conditionKeys.includes(key)) {
      if (spec.asks.includes(key)) readCondition(reading, entry, when);
      else reportKey(reader, entry, [...spec.asks]);
    } else results.push(entry);
  }
  const row = conditionText(when, names);
  const question = { reading: readingOf(reading, when), item, results, row, source };
  const read =
    spec.value.way === "effects" ? effectOf(question, spec.value.on) : outcomeOf(question);
  return { when, ...read, line: item.line };
}

/** The same reading; what is entered knows which cases it is for. */
function readingOf(reading: RowReading, when: Conditions): RowReading {
  return { ...reading, enter: (entry) => reading.enter({ when, ...entry }) };
}

interface RowQuestion {
  readonly reading: RowReading;
  readonly item: DocumentNode;
  readonly results: readonly MapEntry[];
  readonly row: string;
  readonly source: { readonly status?: Status; readonly cite?: string };
}

function outcomeOf({ reading, item, results, row, source }: RowQuestion) {
  const { reader, spec } = reading;
  const outcomes: readonly Outcome[] = spec.value.way === "table" ? spec.value.outcomes : [];
  const known = results.filter(({ key }) => outcomes.some((one) => one === key));
  const withNumber = known.some(({ key }) => key === "choose") && spec.asks.includes("joined");
  for (const entry of results) {
    if (known.includes(entry) || (withNumber && entry.key === "n")) continue;
    unknownKey(reading, entry, outcomes);
  }
  const [only] = known;
  if (only === undefined || known.length > 1) {
    // A row whose only result is misspelt was told so already.
    if (only !== undefined || results.length === 0) {
      const found = known.map(({ key }) => key).join(", ") || "–";
      reader.report("row-outcome", item, { found, expected: outcomes.join(" | ") });
    }
    return { value: undefined, parameter: -1 };
  }
  const number = results.find(({ key }) => key === "n");
  if (only.key === "bands") return readBands(reading, row, only.value, source);
  if (only.key === "prices") return readPrices(reading, row, only.value, source);
  const outcome = only.key as Outcome;
  const more = number === undefined ? {} : { number: number.value };
  return readOutcome({ reading, outcome, node: only.value, row, source, ...more });
}

function effectOf({ reading, item, results, row, source }: RowQuestion, on: EffectOn) {
  const { reader } = reading;
  const known = results.filter(({ key }) => effectKeys.some((one) => one === key));
  for (const entry of results) if (!known.includes(entry)) unknownKey(reading, entry, effectKeys);
  const effect = readEffect(reader, item, known, on);
  if (effect === undefined) return { value: undefined, parameter: -1 };
  const text = known.map(({ key, value }) => `${key} ${reader.text(value)}`).join(", ");
  return { value: effect, parameter: reading.enter({ row, text, line: item.line, ...source }) };
}

/** The source of a row; a blank one is refused like a missing one. */
function citeIn({ reader }: RowReading, node: DocumentNode): string {
  const cite = reader.text(node).trim();
  if (cite === "") reader.report("citation-missing", node);
  return cite;
}

function unknownKey(reading: RowReading, entry: MapEntry, results: readonly string[]): void {
  const { asks } = reading.spec;
  reportKey(reading.reader, entry, [...results, ...asks, "status", "cite"]);
}
