import type { DocumentNode, DocumentReader, MapEntry } from "../domain/document.js";
import { nearest } from "../domain/nearest.js";
import { MOST_PARTS } from "../domain/row-number.js";
import { expectedConstant } from "./constant-value.js";
import type { ColumnEntry, Filling } from "./layout-places.js";
import { companions, type RecordKind, targetsOf } from "./targets.js";

/** The parts of a layout that say which field has which source. */
export interface LayoutParts {
  readonly record: RecordKind;
  readonly constants: readonly MapEntry[];
  readonly entries: readonly ColumnEntry[];
  readonly document: DocumentNode;
}

/** A column that fills a field, with the place in the mapping where it says so. */
interface Source extends Filling {
  readonly node: DocumentNode;
  readonly name: string;
}

/**
 * Holds a layout to the fields of its record: each is known, the required ones have a source, and
 * none has two that do not say how they go together. Where a line holds several records, this is
 * asked of each.
 */
export function checkTargets(reader: DocumentReader, parts: LayoutParts): void {
  const { record, constants, entries } = parts;
  const sources = entries.flatMap(({ node, name, fillings }) =>
    fillings.map((filling): Source => ({ ...filling, node, name })),
  );
  for (const { key, line, value } of constants) {
    checkKnown(reader, record, key, { line });
    const text = value.kind === "text" && value.text !== key ? value.text : undefined;
    const expected = text === undefined ? undefined : expectedConstant(key, text);
    if (expected !== undefined) reader.unfit(value, expected);
  }
  for (const { target, node } of sources) checkKnown(reader, record, target, node);
  const groups = [...new Set(sources.map((one) => one.group))].filter((group) => group !== "");
  if (groups.length > MOST_PARTS) reader.unfit(parts.document, `group ≤ ${MOST_PARTS}`);
  if (groups.length > 0) checkShared(reader, sources);
  const told = new Set<Source>();
  for (const group of groups.length === 0 ? [""] : groups) {
    const ofRecord = sources.filter((one) => one.group === "" || one.group === group);
    checkRecord(reader, parts, { sources: ofRecord, group, told });
  }
}

function checkKnown(
  reader: DocumentReader,
  record: RecordKind,
  target: string,
  node: { readonly line: number },
): void {
  const { required, optional } = targetsOf(record);
  const known = [...required, ...optional];
  if (known.includes(target)) return;
  const hint = nearest(target, known) ?? "";
  reader.report("target-unknown", node, { found: target, expected: record, nearest: hint });
}

/** 家庭账户余额 stands on every row of a household but exists once. */
const OF_THE_HOUSEHOLD = "family_balc";

/** An amount outside the groups would be counted once for every record of the line. */
function checkShared(reader: DocumentReader, sources: readonly Source[]): void {
  for (const { node, name, reading, group, target } of sources) {
    if (reading !== "yuan" || group !== "" || target === OF_THE_HOUSEHOLD) continue;
    reader.report("amount-shared", node, { found: name });
  }
}

function checkRecord(
  reader: DocumentReader,
  { record, constants, document }: LayoutParts,
  // What several records share is told only once.
  { sources, group, told }: { sources: readonly Source[]; group: string; told: Set<Source> },
): void {
  const filled = new Map<string, string>();
  for (const { key } of constants) filled.set(key, "constants");
  for (const [index, source] of sources.entries()) {
    const before = sources.slice(0, index).filter((one) => one.target === source.target);
    if (!told.has(source)) checkTogether(reader, before, source, filled.get(source.target));
    told.add(source);
    filled.set(source.target, source.name);
  }
  const beside = Object.entries(companions).filter(([field]) => filled.has(field));
  const needed = [...targetsOf(record).required, ...beside.map(([, other]) => other)];
  for (const expected of needed) {
    if (filled.has(expected)) continue;
    const of = group === "" ? record : `${record} (${group})`;
    reader.report("target-missing", document, { record: of, expected });
  }
}

/** A field has one source, or several of which each says how it goes with the first. */
function checkTogether(
  reader: DocumentReader,
  before: readonly Source[],
  source: Source,
  other: string | undefined,
): void {
  const { role, node, target } = source;
  const [first] = before;
  const needsFirst = role === "fallback" || role === "check";
  if (needsFirst && first === undefined && other === undefined) {
    reader.report("value-unfit", node, { found: role, expected: `to: ${target} …, ${role}` });
    return;
  }
  if (other === undefined) return;
  const isFitting =
    first !== undefined &&
    (needsFirst
      ? first.role === "first" && (first.reading !== "yuan") === (source.reading !== "yuan")
      : role === first.role && role !== "first" && before.every((one) => one.role === role));
  if (!isFitting) reader.report("target-repeated", node, { found: target, other });
}
