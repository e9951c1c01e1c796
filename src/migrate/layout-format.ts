import type { DocumentNode, DocumentReader } from "../domain/document.js";
import {
  type ByteRange,
  type FileFormat,
  type FormatKind,
  formatKinds,
  textEncodings,
} from "../domain/format.js";

/** What the columns of a layout say about the file: their names, and their bytes if any. */
export interface ColumnPlaces {
  readonly names: readonly string[];
  readonly ranges: readonly ByteRange[];
}

/** The keys that a format may have, by its kind. */
const KEYS: Readonly<Record<FormatKind, { required: string[]; optional: string[] }>> = {
  delimited: { required: ["delimiter", "header"], optional: ["kind", "quote", "skip", "summary"] },
  fixed: { required: ["kind"], optional: ["header", "skip", "summary"] },
  pairs: { required: ["kind"], optional: ["delimiter", "assign"] },
  dbf: { required: ["kind"], optional: ["header"] },
  sheet: { required: ["kind", "header"], optional: ["sheet", "skip", "summary"] },
};

/** Reads `format` and `encoding` of a layout; a workbook needs no encoding, it knows its own. */
export function readFormat(
  reader: DocumentReader,
  nodes: {
    readonly format: DocumentNode | undefined;
    readonly encoding: DocumentNode | undefined;
    readonly top: DocumentNode;
  },
  { names, ranges }: ColumnPlaces,
): FileFormat {
  const kind = kindOf(reader, nodes.format);
  const { required, optional } = KEYS[kind];
  const keys = nodes.format === undefined ? {} : reader.fields(nodes.format, required, optional);
  const rows = {
    headerRows: headerRows(reader, keys["header"]),
    ...(keys["skip"] === undefined ? {} : { skip: reader.wholeNumber(keys["skip"]) }),
    summary: reader.text(keys["summary"]),
  };
  if (kind === "sheet") return { kind, sheet: reader.text(keys["sheet"]), ...rows };
  if (nodes.encoding === undefined) {
    reader.report("key-missing", nodes.top, { expected: "encoding" });
  }
  if (kind === "dbf") return { kind, encoding: reader.oneOf(nodes.encoding, ["gb18030", "utf-8"]) };
  if (kind === "fixed") {
    return { kind, encoding: reader.oneOf(nodes.encoding, ["gb18030", "utf-8"]), ...rows, ranges };
  }
  const encoding = reader.oneOf(nodes.encoding, textEncodings);
  if (kind === "pairs") {
    const delimiter = sign(reader, keys["delimiter"], "&");
    return { kind, encoding, delimiter, assign: sign(reader, keys["assign"], "="), keys: names };
  }
  const delimiter = sign(reader, keys["delimiter"], ",");
  return { kind, encoding, delimiter, quote: reader.text(keys["quote"]), ...rows };
}

function kindOf(reader: DocumentReader, format: DocumentNode | undefined): FormatKind {
  if (format?.kind !== "map") return "delimited";
  return reader.oneOf(format.entries.find((entry) => entry.key === "kind")?.value, formatKinds);
}

/** `true` is one row of names, `any-order` too, `false` none; a number says how many. */
function headerRows(reader: DocumentReader, node: DocumentNode | undefined): number {
  if (node === undefined) return 0;
  const text = reader.text(node);
  if (text === "true" || text === "any-order") return 1;
  if (text === "false") return 0;
  if (/^[1-9]$/.test(text)) return Number(text);
  reader.unfit(node, "true | false | 2 | any-order");
  return 0;
}

function sign(reader: DocumentReader, node: DocumentNode | undefined, usual: string): string {
  if (node === undefined) return usual;
  const text = reader.text(node);
  if (text === "") reader.unfit(node, '"," | "\\t" | "|"');
  return text === "" ? usual : text;
}
