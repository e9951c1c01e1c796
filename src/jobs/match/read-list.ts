import type { DelimitedFormat, FileFormat } from "../../domain/format.js";
import { Refusal } from "../../domain/refusal.js";
import { guessFormat } from "../../inspect/delimiter.js";
import { kindOf } from "../../io/file-kind.js";
import { looksLike } from "../../io/looks-like.js";
import { openTable } from "../../io/open-table.js";
import type { Row } from "../../io/row.js";
import { kindTexts } from "../../text/inspect.js";
import { type Lang, tell } from "../../text/tell.js";

/** A list of people with a header, as it was found. */
export interface PeopleList {
  readonly path: string;
  readonly header: readonly string[];
  readonly format: FileFormat;
}

/** How many lines are looked at to find the delimiter. */
const SAMPLE = 200;

/**
 * Opens a list whose first line is the header: CSV or another delimited text (UTF-8, GBK, UTF-16),
 * the first sheet of a workbook that holds anything (XLS, XLSX), or a DBF.
 */
export async function openList(path: string): Promise<PeopleList> {
  const format = await formatOf(path);
  const { names = [], batches } = await openTable(path, format);
  for await (const _ of batches) break;
  return { path, header: names.map((name) => name.trim()), format };
}

async function formatOf(path: string): Promise<FileFormat> {
  const kind = await kindOf(path);
  switch (kind) {
    case "text":
    case "utf-16":
      return delimitedFormat(path);
    case "xls":
    case "xlsx":
      return { kind: "sheet", sheet: "", headerRows: 1, summary: "" };
    case "dbf":
      return { kind: "dbf", encoding: "gb18030" };
    default: {
      const told = (lang: Lang): string => tell(kindTexts[kind], lang);
      throw new Refusal("file-kind-unread", { found: path, kind: told });
    }
  }
}

async function delimitedFormat(path: string): Promise<DelimitedFormat> {
  const found = await looksLike(path);
  const encoding = found === "ascii" ? "utf-8" : found;
  const whole = { kind: "delimited", encoding, delimiter: "\n", quote: "" } as const;
  const lines = await firstLines(path, { ...whole, headerRows: 0, summary: "" });
  const { delimiter, quote } = guessFormat(lines);
  return {
    ...whole,
    delimiter: delimiter === "" ? "," : delimiter,
    quote: quote === "" && delimiter === "," ? '"' : quote,
    headerRows: 1,
    summary: "",
  };
}

/** Reads a list row by row; a row that cannot be cut into the columns of the header is refused. */
export async function* readList({ path, header, format }: PeopleList): AsyncGenerator<Row> {
  const { batches } = await openTable(path, format);
  for await (const { rows } of batches) {
    for (const row of rows) {
      const found = row.problem === undefined ? row.fields.length : 0;
      if (found !== header.length) {
        const values = { found: path, line: row.line, fields: found, expected: header.length };
        throw new Refusal("list-row-broken", values);
      }
      yield row;
    }
  }
}

async function firstLines(path: string, format: DelimitedFormat): Promise<readonly string[]> {
  const lines: string[] = [];
  const { batches } = await openTable(path, format);
  for await (const { rows } of batches) {
    lines.push(...rows.map((row) => row.text));
    if (lines.length >= SAMPLE) break;
  }
  return lines.slice(0, SAMPLE);
}
