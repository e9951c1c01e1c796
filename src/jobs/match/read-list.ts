import type { DelimitedFormat } from "../../domain/format.js";
import { Refusal } from "../../domain/refusal.js";
import { guessFormat } from "../../inspect/delimiter.js";
import { kindOf } from "../../io/file-kind.js";
import { looksLike } from "../../io/looks-like.js";
import { openTable } from "../../io/open-table.js";
import type { Row } from "../../io/row.js";
import { kindTexts } from "../../text/inspect.js";
import { type Lang, tell } from "../../text/tell.js";

/** A list of people in a delimited text file with a header, as it was found. */
export interface PeopleList {
  readonly path: string;
  readonly header: readonly string[];
  readonly format: DelimitedFormat;
}

/** How many lines are looked at to find the delimiter. */
const SAMPLE = 200;

/** Opens a list: CSV or another delimited text, in UTF-8 or GBK, whose first line is the header. */
export async function openList(path: string): Promise<PeopleList> {
  const kind = await kindOf(path);
  if (kind !== "text") {
    const told = (lang: Lang): string => tell(kindTexts[kind], lang);
    throw new Refusal("file-kind-unread", { found: path, kind: told });
  }
  const encoding = (await looksLike(path)) === "gb18030" ? "gb18030" : "utf-8";
  const whole = { kind: "delimited", encoding, delimiter: "\n", quote: "" } as const;
  const lines = await firstLines(path, { ...whole, headerRows: 0, summary: "" });
  const { delimiter, quote } = guessFormat(lines);
  const format: DelimitedFormat = {
    ...whole,
    delimiter: delimiter === "" ? "," : delimiter,
    quote: quote === "" && delimiter === "," ? '"' : quote,
    headerRows: 1,
    summary: "",
  };
  const { names = [], batches } = await openTable(path, format);
  for await (const _ of batches) break;
  return { path, header: names.map((name) => name.trim()), format };
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
