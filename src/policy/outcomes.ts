import type { DocumentNode, DocumentReader } from "../domain/document.js";
import { type Ratio, type Yuan, yuanText } from "../domain/money.js";
import { fieldsOf } from "./keys.js";
import type { Outcome } from "./language.js";
import type { Band, CoverageStart, Limit, Rate } from "./law.js";
import type { RowReading } from "./row-reading.js";
import { startWays } from "./spec.js";
import type { Status } from "./status.js";
import type { PriceBand } from "./values.js";

/** A value that was read, and its place in the pack. */
export interface ReadOutcome {
  readonly value: unknown;
  readonly parameter: number;
}

export interface RowSource {
  readonly status?: Status;
  readonly cite?: string;
}

export interface OutcomeQuestion {
  readonly reading: RowReading;
  readonly outcome: Outcome;
  readonly node: DocumentNode;
  /** The row's conditions in words, and its own source where it has one. */
  readonly row: string;
  readonly source: RowSource;
  /** `n` of a waiting period. */
  readonly number?: DocumentNode;
}

/** Reads one outcome other than bands, and enters it. */
export function readOutcome(question: OutcomeQuestion): ReadOutcome {
  const { reading, node, row, source } = question;
  const value = valueFrom(question);
  const text = node.kind === "text" ? node.text : ageText(reading.reader, node);
  const more = question.number?.kind === "text" ? ` ${question.number.text}` : "";
  const entry = { row, text: `${text}${more}`, line: node.line, ...source };
  const parameter = reading.enter(entry);
  // One price for all sessions is a single band of prices.
  const price = { above: 0, amount: value as Yuan, parameter } satisfies PriceBand;
  return { value: isPrice(reading) ? [price] : value, parameter };
}

function isPrice({ spec }: RowReading): boolean {
  return spec.value.way === "table" && spec.value.outcomes.includes("prices");
}

function valueFrom({ reading, outcome, node, number }: OutcomeQuestion): unknown {
  const { reader, spec } = reading;
  switch (outcome) {
    case "amount":
      return readAmount(reader, node);
    case "limit":
      return reading.countsSessions ? sessionLimit(reader, node) : readLimit(reader, node);
    case "share":
      return isRate(reading) ? shareRate(reader, node) : reader.ratio(node);
    case "ageShare":
      return ageRate(reader, node);
    default: {
      const words = spec.value.way === "table" ? (spec.value.words ?? []) : [];
      return chosen(reading, node, words, number);
    }
  }
}

/** Whether the parameter is a ladder, so that even a plain share is one of several ways. */
function isRate({ spec }: RowReading): boolean {
  return spec.value.way === "table" && spec.value.outcomes.includes("ageShare");
}

function shareRate(reader: DocumentReader, node: DocumentNode): Rate {
  return { way: "share", share: reader.ratio(node) };
}

function ageRate(reader: DocumentReader, node: DocumentNode): Rate {
  const found = fieldsOf(reader, node, ["from", "each", "most"]);
  const at = (key: string): Ratio => reader.ratio(found[key]);
  return { way: "age", from: at("from"), each: at("each"), most: at("most") };
}

function ageText(reader: DocumentReader, node: DocumentNode): string {
  if (node.kind !== "map") return "";
  return node.entries.map(({ key, value }) => `${key} ${reader.text(value)}`).join(", ");
}

/** An amount of the law: quoted, at most two places, never below zero. */
export function readAmount(reader: DocumentReader, node: DocumentNode | undefined): Yuan {
  const found = reader.yuan(node);
  if (node !== undefined && found < 0) reader.unfit(node, '"0.00" …');
  return found;
}

/** An upper limit in yuan, or the bare word `none` (不封顶), which is undefined. */
export function readLimit(reader: DocumentReader, node: DocumentNode | undefined): Limit {
  if (node?.kind !== "text") return readAmount(reader, node);
  if (!node.isQuoted && node.text === "none") return undefined;
  if (node.isQuoted && /^-?\d/.test(node.text)) return readAmount(reader, node);
  reader.unfit(node, '"0.00" (带引号 quoted) | none');
  return undefined;
}

/** A limit on the number of sessions: a whole number, kept as such. */
function sessionLimit(reader: DocumentReader, node: DocumentNode): Limit {
  const isUnlimited = node.kind === "text" && !node.isQuoted && node.text === "none";
  return isUnlimited ? undefined : (reader.wholeNumber(node) as Yuan);
}

function chosen(
  { reader, used, spec }: RowReading,
  node: DocumentNode,
  words: readonly string[],
  number: DocumentNode | undefined,
): unknown {
  const [first = "", ...rest] = words;
  const word = reader.oneOf(node, [first, ...rest]);
  if (words.includes("yes")) return word === "yes";
  if (!spec.asks.includes("joined")) {
    used.add(`classes ${word}`).add(`cares ${word}`);
    return word;
  }
  const way = startWays.find((one) => one === word) ?? "birth";
  const needsNumber = way === "monthsAfterPayment";
  if (needsNumber !== (number !== undefined)) reader.unfit(node, 'monthsAfterPayment, n: "2"');
  return { way, months: reader.wholeNumber(number) } satisfies CoverageStart;
}

/**
 * A ladder (分段): bands in ascending order, the first of which starts at 0. Each band is entered
 * by itself; the row's own place is that of its first band.
 */
export function readBands(
  reading: RowReading,
  row: string,
  node: DocumentNode,
  source: RowSource,
): ReadOutcome {
  const { reader } = reading;
  const items = reader.list(node);
  if (node.kind === "list" && items.length === 0) reader.unfit(node, '- { above: "0.00", … }');
  let last: Yuan | undefined;
  const bands = items.map((item): Band => {
    const found = fieldsOf(reader, item, ["above", "share"]);
    const above = readAmount(reader, found["above"]);
    const share = reader.ratio(found["share"]);
    if (found["above"] !== undefined) checkEdge(reader, found["above"], above, last);
    last = above;
    const words = `${row} > ${Number(yuanText(above))}`.trim();
    const text = reader.text(found["share"]);
    return {
      above,
      share,
      parameter: reading.enter({ row: words, above, text, line: item.line, ...source }),
    };
  });
  const parameter = bands[0]?.parameter ?? -1;
  return { value: isRate(reading) ? ({ way: "bands", bands } satisfies Rate) : bands, parameter };
}

function checkEdge(
  reader: DocumentReader,
  node: DocumentNode,
  edge: Yuan,
  last: Yuan | undefined,
): void {
  if (last === undefined && edge !== 0) reader.unfit(node, '"0.00"');
  if (last !== undefined && edge <= last) reader.unfit(node, `> "${yuanText(last)}"`);
}
