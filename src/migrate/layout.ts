import { type DocumentNode, DocumentReader } from "../domain/document.js";
import type { FileFormat } from "../domain/format.js";
import type { Problem } from "../domain/problem.js";
import type { MappedColumn } from "./column.js";
import { readColumns } from "./layout-columns.js";
import { readFormat } from "./layout-format.js";
import { placeColumns } from "./layout-places.js";
import { checkTargets } from "./layout-targets.js";
import { readRepairs, type Unrepaired } from "./repairs.js";
import { type RecordKind, recordKinds } from "./targets.js";

/** A legacy layout: what a file looks like, and which column fills which field. */
export interface Layout {
  readonly name: string;
  readonly title: string;
  /** The register that the legacy ids belong to. */
  readonly source: string;
  readonly record: RecordKind;
  readonly format: FileFormat;
  /** The header names the columns, wherever they stand. */
  readonly isAnyOrder: boolean;
  readonly constants: Readonly<Record<string, string>>;
  /** Fields for which the manifest must give a constant, file by file. */
  readonly given: readonly string[];
  /** Every column of the file in its order, by its header or our name for it. */
  readonly columnNames: readonly string[];
  /** The places among them that a file with its header in any order may lack. */
  readonly optional: ReadonlySet<number>;
  /** The same as messages name them: a name that stands twice is told with its place. */
  readonly columnLabels: readonly string[];
  readonly columns: readonly MappedColumn[];
  /** The records of a line, by the names of their groups; none where a line is one record. */
  readonly groups: readonly string[];
  /** The repairs that are switched off. */
  readonly unrepaired: Unrepaired;
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
    ["encoding", "constants", "given", "repairs"],
  );
  const record = reader.oneOf(top["record"], recordKinds);
  const constants = reader.entries(top["constants"]);
  const given = reader.list(top["given"]);
  const delivered = given.map((node) => {
    return { key: reader.text(node), line: node.line, value: node };
  });
  const entries = readColumns(reader, top["columns"]);
  checkTargets(reader, { record, constants: [...constants, ...delivered], entries, document });
  const isAnyOrder = saysAnyOrder(top["format"]);
  const places = placeColumns(reader, entries, { format: top["format"], isAnyOrder });
  const layout: Layout = {
    name,
    title: reader.text(top["title"]),
    source: reader.text(top["source"]),
    record,
    format: readFormat(
      reader,
      { format: top["format"], encoding: top["encoding"], top: document },
      { names: places.columnNames, ranges: places.ranges },
    ),
    isAnyOrder,
    constants: Object.fromEntries(constants.map(({ key, value }) => [key, reader.text(value)])),
    given: delivered.map((one) => one.key),
    columnNames: places.columnNames,
    optional: places.optional,
    columnLabels: places.columnLabels,
    columns: places.columns,
    groups: [...new Set(places.columns.map((one) => one.group))].filter((group) => group !== ""),
    unrepaired: readRepairs(reader, top["repairs"]),
  };
  return { layout, problems: reader.problems };
}

function saysAnyOrder(format: DocumentNode | undefined): boolean {
  if (format?.kind !== "map") return false;
  const header = format.entries.find((entry) => entry.key === "header")?.value;
  return header?.kind === "text" && header.text === "any-order";
}
