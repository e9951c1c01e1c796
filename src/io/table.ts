import type { DelimitedFormat } from "../domain/format.js";
import { readRows } from "./delimited.js";

const CSV: DelimitedFormat = {
  kind: "delimited",
  encoding: "utf-8",
  delimiter: ",",
  quote: '"',
  headerRows: 0,
  summary: "",
};

/**
 * A small CSV file in UTF-8 as a whole: its rows, the header first, the line on which each begins,
 * and its text for the archive.
 */
export async function readTable(path: string): Promise<{
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly text: string;
}> {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const texts: string[] = [];
  for await (const batch of readRows(path, CSV)) {
    for (const row of batch.rows) {
      rows.push(row.fields);
      lines.push(row.line);
      texts.push(row.text);
    }
  }
  return { rows, lines, text: `${texts.join("\n")}\n` };
}
