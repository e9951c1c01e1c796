import { type DocumentNode, DocumentReader } from "../domain/document.js";
import type { FileFormat } from "../domain/format.js";
import type { Problem } from "../domain/problem.js";
import { readFormat } from "./layout-format.js";
import { type RecordKind, recordKinds, targetsOf } from "./targets.js";

/** How a cell's text is read. */
const readings = [
  "text",
  "name",
  "certno",
  "day",
  "month",
  "yuan",
  "ratio",
  "code",
  "flag",
  "phone",
] as const;
export type Reading = (typeof readings)[number];

/** A column that fills a field. */
export interface MappedColumn {
  readonly index: number;
  readonly name: string;
  readonly target: string;
  readonly reading: Reading;
  /** The crosswalk of a `code` column: `ncms/gend` is mappings/codes/ncms/gend.csv. */
  readonly table: string;
  readonly isRequired: boolean;
  /** Several columns may be added into one field. */
  readonly isSum: boolean;
}

/** A legacy layout: what a file looks like, and which column fills which field. */
export interface Layout {
  readonly name: string;
  readonly title: string;
  /** The register that the legacy ids belong to. */
  readonly source: string;
  readonly record: RecordKind;
  readonly format: FileFormat;
  readonly constants: Readonly<Record<string, string>>;
  /** Every column of the file in its order, by its header or our name for it. */
  readonly columnNames: readonly string[];
  readonly columns: readonly MappedColumn[];
}

/**
 * Reads a mapping file (`mappings/legacy/<name>.yaml`). Every column is mapped or named unused;
 * unknown keys, unknown targets and targets filled twice are problems with their line.
 */
export function parseLayout(
  name: string,
  file: string,
  document: DocumentNode,
): { readonly layout: Layout; readonly problems: readonly Problem[] } {
  const reader = new DocumentReader(file);
  const top = reader.fields(
    document,
    ["title", "source", "record", "format", "columns"],
    ["encoding", "constants"],
  );
  const record = reader.oneOf(top["record"], recordKinds);
  const constants: Record<string, string> = {};
  const filled = new Map<string, string>();
  for (const entry of reader.entries(top["constants"])) {
    constants[entry.key] = reader.text(entry.value);
    filled.set(entry.key, "constants");
    checkTarget(reader, record, entry.key, entry);
  }

  const { columns, columnNames } = readColumns(reader, top["columns"], record, filled);
  for (const expected of targetsOf(record).required) {
    if (!filled.has(expected)) reader.report("target-missing", document, { record, expected });
  }

  const layout: Layout = {
    name,
    title: reader.text(top["title"]),
    source: reader.text(top["source"]),
    record,
    format: readFormat(
      reader,
      { format: top["format"], encoding: top["encoding"], top: document },
      { names: columnNames, ranges: [] },
    ),
    constants,
    columnNames,
    columns,
  };
  return { layout, problems: reader.problems };
}

/** The columns of a layout, and the names of all; `filled` learns which field has which source. */
function readColumns(
  reader: DocumentReader,
  list: DocumentNode | undefined,
  record: RecordKind,
  filled: Map<string, string>,
): { readonly columns: readonly MappedColumn[]; readonly columnNames: readonly string[] } {
  const nodes = reader.list(list);
  const columns: MappedColumn[] = [];
  const columnNames = nodes.map((node, index) => {
    const { column, label } = readColumn(reader, node, index);
    if (column !== undefined) {
      checkTarget(reader, record, column.target, node);
      checkRepeated(reader, columns, filled, column, node);
      columns.push(column);
      filled.set(column.target, label);
    }
    return label;
  });
  return { columns, columnNames };
}

function readColumn(
  reader: DocumentReader,
  node: DocumentNode,
  index: number,
): { readonly label: string; readonly column?: MappedColumn } {
  const isUnused = reader.entries(node).some((entry) => entry.key === "unused");
  if (isUnused) {
    const keys = reader.fields(node, ["name", "unused"]);
    return { label: reader.text(keys["name"]) };
  }
  const keys = reader.fields(node, ["name", "to", "as"], ["table", "required", "sum"]);
  const label = reader.text(keys["name"]);
  const reading = reader.oneOf(keys["as"], readings);
  if (reading === "code" && keys["table"] === undefined) {
    reader.report("key-missing", node, { expected: "table" });
  }
  const column: MappedColumn = {
    index,
    name: label,
    target: reader.text(keys["to"]),
    reading,
    table: reader.text(keys["table"]),
    isRequired: isTrue(reader, keys["required"]),
    isSum: isTrue(reader, keys["sum"]),
  };
  return { label, column };
}

function isTrue(reader: DocumentReader, node: DocumentNode | undefined): boolean {
  return node !== undefined && reader.oneOf(node, ["true", "false"]) === "true";
}

function checkTarget(
  reader: DocumentReader,
  record: RecordKind,
  target: string,
  node: { readonly line: number },
): void {
  const { required, optional } = targetsOf(record);
  if (required.includes(target) || optional.includes(target)) return;
  reader.report("target-unknown", node, { found: target, expected: record });
}

/** A field may be filled twice only by columns that all say `sum: true`. */
function checkRepeated(
  reader: DocumentReader,
  columns: readonly MappedColumn[],
  filled: ReadonlyMap<string, string>,
  column: MappedColumn,
  node: { readonly line: number },
): void {
  const other = filled.get(column.target);
  if (other === undefined) return;
  const addsUp = column.isSum && columns.every((one) => one.target !== column.target || one.isSum);
  if (addsUp && other !== "constants") return;
  reader.report("target-repeated", node, { found: column.target, other });
}
