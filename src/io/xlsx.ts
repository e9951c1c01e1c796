import assert from "node:assert";
import exceljs from "exceljs";
import { unzipSync, zipSync } from "fflate";
import { type Yuan, yuanText } from "../domain/money.js";

/** One sheet of a workbook: title lines, a header, rows, and foot lines below (制表, 复核, 审批). */
export interface Sheet {
  readonly name: string;
  readonly title?: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  readonly foot?: readonly string[];
}

export interface Column {
  readonly header: string;
  /** In characters; without it, wide enough for what stands in the column. */
  readonly width?: number;
  /** `text` is written as text (ids never become numbers), `amount` and `count` as numbers. */
  readonly kind: "text" | "amount" | "count";
}

/** Text, an amount (a Yuan, in an `amount` column) or a count; empty text leaves the cell empty. */
export type Cell = string | Yuan | number;

/** How many rows a sheet can have, title and header included: above, split into several files. */
export const MOST_SHEET_ROWS = 1_048_576;

/** Makes an XLSX file. The same sheets give the same bytes on any day and in any time zone. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  workbook.creator = "liutong";
  workbook.lastModifiedBy = "liutong";
  workbook.created = PINNED;
  workbook.modified = PINNED;
  for (const sheet of sheets) addSheet(workbook, sheet);
  return zippedAgain(new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** The moment at which every workbook was made. */
const PINNED = new Date(Date.UTC(2000, 0, 1));

/** ZIP keeps local time, so the pinned entry time is given in local time too. */
const PINNED_LOCAL = new Date(2000, 0, 1);

const FORMATS: Record<Column["kind"], string> = { text: "@", amount: "#,##0.00", count: "#,##0" };
const [NARROWEST, WIDEST] = [8, 48];

function addSheet(workbook: exceljs.Workbook, sheet: Sheet): void {
  const { title = [], columns, rows, foot = [] } = sheet;
  const length = title.length + 1 + rows.length + foot.length;
  assert(length <= MOST_SHEET_ROWS, `too many rows for one sheet: ${length}`);

  const page = workbook.addWorksheet(sheet.name, {
    views: [{ state: "frozen", ySplit: title.length + 1 }],
  });
  columns.forEach((column, index) => {
    page.getColumn(index + 1).width = column.width ?? widthOf(sheet, index);
  });
  for (const [index, line] of title.entries()) addTitle(page, line, index === 0, columns.length);
  addHeader(page, columns);
  for (const row of rows) addRow(page, columns, row);
  for (const line of foot) page.addRow([line]);
}

/** Wide enough for the header and every cell; a Chinese character is two wide. */
function widthOf({ columns, rows }: Sheet, index: number): number {
  let widest = displayWidth(columns[index]?.header ?? "");
  for (const row of rows) {
    const cell = row[index] ?? "";
    const width = typeof cell === "string" ? displayWidth(cell) : numberWidth(cell);
    if (width > widest) widest = width;
  }
  return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
}

function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > "\u00ff" ? 2 : 1;
  return width;
}

/** With the commas between thousands, which are at most a third more. */
function numberWidth(cell: number): number {
  return Math.ceil((String(cell).length * 4) / 3);
}

function addTitle(page: exceljs.Worksheet, line: string, isFirst: boolean, width: number): void {
  const row = page.addRow([line]);
  row.font = { bold: isFirst, size: isFirst ? 14 : 11 };
  row.alignment = { horizontal: isFirst ? "center" : "left", vertical: "middle" };
  if (width > 1) page.mergeCells(row.number, 1, row.number, width);
}

function addHeader(page: exceljs.Worksheet, columns: readonly Column[]): void {
  const row = page.addRow(columns.map((column) => column.header));
  row.eachCell((cell) => {
    cell.font = { bold: true };
    cell.alignment = { horizontal: "center", vertical: "middle", wrapText: true };
    cell.border = { bottom: { style: "thin" } };
  });
}

function addRow(page: exceljs.Worksheet, columns: readonly Column[], cells: readonly Cell[]): void {
  assert(cells.length === columns.length, "a row has a cell for every column");
  const row = page.addRow(columns.map((column, index) => written(column, cells[index] ?? "")));
  columns.forEach((column, index) => {
    row.getCell(index + 1).numFmt = FORMATS[column.kind];
  });
}

/** An amount leaves our exact arithmetic here, as the number with two places that a sheet shows. */
function written(column: Column, cell: Cell): string | number | null {
  if (cell === "") return null;
  if (typeof cell === "string") return cell;
  assert(column.kind !== "text", "a text column holds text");
  return column.kind === "amount" ? Number(yuanText(cell as Yuan)) : cell;
}

/** exceljs stamps the entries of its ZIP with the clock: packed again, in order, at one time. */
function zippedAgain(bytes: Uint8Array): Buffer {
  const entries = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(zipSync(Object.fromEntries(entries), { level: 6, mtime: PINNED_LOCAL }));
}
