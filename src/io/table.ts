import { readRows } from "./delimited.js";

/**
 * A small CSV file in UTF-8 as a whole: its rows, the header first, and its text for the archive.
 */
export async function readTable(
  path: string,
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly text: string }> {
  const rows: (readonly string[])[] = [];
  const lines: string[] = [];
  for await (const batch of readRows(path, { encoding: "utf-8", delimiter: ",", quote: '"' })) {
    for (const row of batch.rows) {
      rows.push(row.fields);
      lines.push(row.text);
    }
  }
  return { rows, text: `${lines.join("\n")}\n` };
}
