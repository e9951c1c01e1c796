import { writeFileSync } from "node:fs";
import { readCells } from "../../../src/io/xlsx-cells.js";
import { textWorkbook } from "../../../src/io/xlsx-rows.js";

/** A row of a workbook by its headers. */
export type FilledRow = Readonly<Record<string, string>>;

/** The rows of the first sheet by their headers. */
export async function rowsOfQueue(path: string): Promise<readonly FilledRow[]> {
  const [sheet] = await readCells(path);
  const [header = [], ...rows] = sheet?.rows.map((row) => row.cells.map((cell) => cell.text)) ?? [];
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
}

/** Saves the workbook beside, its rows changed as a clerk would; returns its path. */
export async function filled(
  path: string,
  change: (rows: readonly FilledRow[]) => readonly FilledRow[],
): Promise<string> {
  const rows = change(await rowsOfQueue(path));
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => header.map((name) => ({ text: row[name] ?? "" })));
  const sheet = { name: "待审核", header, widths: [], rows: cells };
  const pieces: Uint8Array[] = [];
  for await (const piece of textWorkbook([sheet])) pieces.push(piece);
  const edited = path.replace(/\.xlsx$/, `-${edits++}.xlsx`);
  writeFileSync(edited, Buffer.concat(pieces));
  return edited;
}

let edits = 1;

/** Decides on the pair of two records, by their old numbers: `{ "1 2": ["同一人", "电话核实"] }`. */
export function deciding(
  decisions: Readonly<
    Record<string, readonly [decision: string, reason: string, more?: FilledRow]>
  >,
): (rows: readonly FilledRow[]) => readonly FilledRow[] {
  return (rows) =>
    rows.map((row) => {
      const [decision, reason, more] =
        decisions[`${row["原个人编号(左)"]} ${row["原个人编号(右)"]}`] ?? [];
      if (decision === undefined || reason === undefined) return row;
      return { ...row, 决定: decision, 决定的理由: reason, ...more };
    });
}
