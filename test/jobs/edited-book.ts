import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import exceljs from "exceljs";
import { readCells } from "../../src/io/xlsx-cells.js";
import { textWorkbook } from "../../src/io/xlsx-rows.js";
import type { Job } from "../../src/jobs/job.js";

/** Where the fields of a row begin in the workbook of set-aside rows. */
export const FIRST_FIELD = 8;
export const [KEY, ACTION, REASON, , LINE, PROBLEMS, , RAW] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

/** The newest workbook of set-aside rows whose name begins so. */
export function bookOf(job: Job, name: string): string {
  const folder = join(job.workspace.output, "private");
  const found = readdirSync(folder).filter((one) => one.startsWith(name) && one.endsWith(".xlsx"));
  return join(folder, found.sort().at(-1) ?? "");
}

/** Every row of a workbook as text, the notes left out; the header of each sheet first. */
export async function rowsOfBook(path: string): Promise<readonly (readonly string[])[]> {
  const sheets = (await readCells(path)).slice(0, -1);
  return sheets.flatMap((sheet) => sheet.rows.map((row) => row.cells.map((cell) => cell.text)));
}

/** The workbook with its rows changed, as a clerk saves it beside; returns its path. */
export async function editedBook(
  path: string,
  change: (rows: readonly string[][]) => readonly (readonly string[])[],
): Promise<string> {
  const sheets = (await readCells(path)).slice(0, -1).map((sheet) => {
    const [header = [], ...rows] = sheet.rows.map((row) => row.cells.map((cell) => cell.text));
    const full = rows.map((row) => header.map((_, at) => row[at] ?? ""));
    const [top, ...body] = change([header, ...full]);
    const cells = body.map((row) => row.map((text) => ({ text })));
    return { name: sheet.name, header: top ?? [], widths: [], rows: cells };
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of textWorkbook(sheets)) pieces.push(piece);
  const edited = path.replace(/\.xlsx$/, `-${edits++}.xlsx`);
  writeFileSync(edited, Buffer.concat(pieces));
  return edited;
}

/** The same with one cell (row and column from 1) given a value by another program. */
export async function bookWithCell(
  path: string,
  [row, column]: readonly [number, number],
  value: exceljs.CellValue,
): Promise<string> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  const cell = workbook.worksheets[0]?.getCell(row, column);
  if (cell !== undefined) cell.value = value;
  const edited = path.replace(/\.xlsx$/, `-${edits++}.xlsx`);
  await workbook.xlsx.writeFile(edited);
  return edited;
}

let edits = 1;
