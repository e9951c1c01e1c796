import type { DocumentNode, DocumentReader } from "../domain/document.js";
import type { ByteRange } from "../domain/format.js";
import type { MappedColumn } from "./column.js";

/** One entry under `columns`: where it stands in the file, and the fields that it fills. */
export interface ColumnEntry {
  readonly node: DocumentNode;
  /** Its header, or our name for it; empty where it has none. */
  readonly name: string;
  readonly place: ColumnPlace;
  /** A file whose header is in any order may lack it. */
  readonly isOptional: boolean;
  /** None of a column that is named unused. */
  readonly fillings: readonly Filling[];
}

/** What a column is to one field; its place in the file comes later. */
export type Filling = Omit<MappedColumn, "index" | "name">;

/** Where a column stands in its file. */
export type ColumnPlace =
  | { readonly kind: "inOrder" }
  /** Positions from 1; several only where they are named unused together. */
  | { readonly kind: "position"; readonly from: number; readonly to: number }
  | { readonly kind: "bytes"; readonly from: number; readonly to: number }
  /** A value of the mapping itself. */
  | { readonly kind: "nowhere" };

/** The columns of a layout in the order of the file. */
export interface PlacedColumns {
  readonly columnNames: readonly string[];
  readonly columnLabels: readonly string[];
  readonly columns: readonly MappedColumn[];
  /** Places of columns that a file may lack. */
  readonly optional: ReadonlySet<number>;
  /** Of a file with fixed width, a range for every column. */
  readonly ranges: readonly ByteRange[];
}

/** `position: 3` or `bytes: 1-18` of a column; without either it follows the one above it. */
export function readPlace(
  reader: DocumentReader,
  keys: Readonly<Partial<Record<string, DocumentNode>>>,
): ColumnPlace {
  const { position, bytes, unused } = keys;
  if (position !== undefined && bytes !== undefined) {
    reader.report("value-unfit", bytes, { found: "bytes", expected: "position | bytes" });
  }
  for (const [kind, node] of [["position", position] as const, ["bytes", bytes] as const]) {
    if (node === undefined) continue;
    const [, from, to = from] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(reader.text(node)) ?? [];
    const range = { from: Number(from), to: Number(to) };
    const isSpan = kind === "bytes" || unused !== undefined || range.to === range.from;
    if (range.from >= 1 && range.to >= range.from && isSpan) return { kind, ...range };
    reader.unfit(node, kind === "bytes" ? "1-18" : "1, 2, 3 …");
  }
  return { kind: "inOrder" };
}

/**
 * Puts the columns in the order of the file. All of them say where they stand or none does; the
 * positions or bytes of a line are covered from the first to the last, each exactly once.
 */
export function placeColumns(
  reader: DocumentReader,
  entries: readonly ColumnEntry[],
  about: { readonly format: DocumentNode | undefined; readonly isAnyOrder: boolean },
): PlacedColumns {
  const inFile = entries.filter((entry) => entry.place.kind !== "nowhere");
  const kind = kindOf(reader, inFile, about);
  const sorted = kind === "inOrder" ? inFile : [...inFile].sort((a, b) => startOf(a) - startOf(b));
  if (kind !== "inOrder") checkCover(reader, sorted);
  const standing = sorted.flatMap((entry) => repeatedOver(entry, kind));
  const columnNames = standing.map((entry) => entry.name);
  const columnLabels = labelsOf(columnNames);
  const columns = entries.flatMap((entry): MappedColumn[] => {
    const index = standing.indexOf(entry);
    const name = columnLabels[index] ?? entry.name;
    return entry.fillings.map((filling) => ({ ...filling, index, name }));
  });
  const ranges = standing.flatMap(({ place }) =>
    place.kind === "bytes" ? [{ start: place.from - 1, length: place.to - place.from + 1 }] : [],
  );
  const optional = new Set(
    standing.flatMap(({ isOptional }, index) => (isOptional ? [index] : [])),
  );
  return { columnNames, columnLabels, columns, ranges, optional };
}

/** How the columns of this layout are found, the way of the first one; others must agree. */
function kindOf(
  reader: DocumentReader,
  entries: readonly ColumnEntry[],
  {
    format,
    isAnyOrder,
  }: { readonly format: DocumentNode | undefined; readonly isAnyOrder: boolean },
): ColumnPlace["kind"] {
  const expected = expectedKind(format, entries);
  for (const { node, place, isOptional } of entries) {
    if (isOptional && !isAnyOrder) {
      const found = "optional: true";
      reader.report("value-unfit", node, { found, expected: "header: any-order" });
    }
    if (place.kind !== expected) {
      reader.report("value-unfit", node, { found: WORDS[place.kind], expected: WORDS[expected] });
    } else if (isAnyOrder && expected !== "inOrder") {
      const found = WORDS[expected];
      reader.report("value-unfit", node, { found, expected: "header: true" });
    }
  }
  return expected;
}

const WORDS = { inOrder: "name: …", position: "position: 3", bytes: "bytes: 1-18", nowhere: "" };

function expectedKind(
  format: DocumentNode | undefined,
  entries: readonly ColumnEntry[],
): ColumnPlace["kind"] {
  const keys = format?.kind === "map" ? format.entries : [];
  const kind = keys.find((entry) => entry.key === "kind")?.value;
  if (kind?.kind === "text" && kind.text === "fixed") return "bytes";
  return entries.some((entry) => entry.place.kind === "position") ? "position" : "inOrder";
}

/** Every position from the first on belongs to exactly one column; gaps are to be named unused. */
function checkCover(reader: DocumentReader, sorted: readonly ColumnEntry[]): void {
  let next = 1;
  for (const { node, place } of sorted) {
    if (!("from" in place)) continue;
    if (place.from > next) {
      const found = spanText(next, place.from - 1);
      reader.report("columns-gap", node, { found });
    } else if (place.from < next) {
      reader.report("columns-overlap", node, { found: spanText(place.from, next - 1) });
    }
    next = Math.max(next, place.to + 1);
  }
}

function spanText(from: number, to: number): string {
  return from >= to ? String(from) : `${from}-${to}`;
}

function startOf({ place }: ColumnEntry): number {
  return "from" in place ? place.from : 0;
}

/** An entry that names several positions unused stands for as many columns. */
function repeatedOver(entry: ColumnEntry, kind: ColumnPlace["kind"]): readonly ColumnEntry[] {
  const { place } = entry;
  const width = kind === "position" && "from" in place ? place.to - place.from + 1 : 1;
  return Array.from({ length: width }, () => entry);
}

/** `性别` and `性别#43`: a name that stood before is told with its place, and so is an empty one. */
function labelsOf(names: readonly string[]): readonly string[] {
  return names.map((name, index) =>
    name === "" || names.indexOf(name) < index ? `${name}#${index + 1}` : name,
  );
}
