import type { SheetFormat } from "../domain/format.js";
import { Refusal } from "../domain/refusal.js";
import { damaged } from "./damaged.js";
import type { RowBatch, RowFinding } from "./row.js";
import { SheetTable } from "./sheet-table.js";
import { readWorkbook, type SheetOfWorkbook, type Workbook } from "./workbook.js";

/** A sheet's rows with all that stands in them, the header's rows among them. */
export interface SheetRows {
  readonly findings: readonly RowFinding[];
  readonly batches: AsyncGenerator<RowBatch>;
}

/**
 * Opens one sheet of a workbook: the one that the mapping names, or the first visible one in which
 * anything stands (`sheets-unread` tells of the others). Every row has as many fields as the
 * header, or more where more is filled; a title merged over several columns stands over each of
 * them. Hidden rows and columns are data like others. Findings of a row:
 * - `cell-formula`: nobody knows what it showed when the list was signed, since it is computed
 *   anew from whatever the sheet holds now; the value saved last is given, but the row waits;
 * - `cell-error`: #N/A and its kin;
 * - `cell-merged`: a cell under a merge is empty in the file. Whether its value holds for every row
 *   (户主) or once for all of them (家庭余额) only a person knows, so it is not repeated.
 */
export async function openSheet(path: string, format: SheetFormat): Promise<SheetRows> {
  const workbook = await readWorkbook(path);
  const sheet = chosen(path, workbook, format.sheet);
  const others = workbook.sheets.filter((one) => one !== sheet && isFilled(one));
  const findings: RowFinding[] = [];
  if (format.sheet === "" && others.length > 0) {
    const other = others.map((one) => one.name).join("、");
    findings.push({ code: "sheets-unread", values: { found: sheet.name, other } });
  }
  const above = (format.skip ?? 0) + format.headerRows;
  const table = new SheetTable(sheet, { path, is1904: workbook.is1904, above });
  return { findings, batches: table.batches() };
}

/** The sheets of a workbook, and in how many rows of each anything stands. */
export async function listSheets(path: string): Promise<readonly ListedSheet[]> {
  const { sheets } = await readWorkbook(path);
  return sheets.map((sheet) => {
    const rows = sheet.rows.filter(isRowFilled).length;
    return { name: sheet.name, isFilled: rows > 0, rows };
  });
}

export interface ListedSheet {
  readonly name: string;
  readonly isFilled: boolean;
  readonly rows: number;
}

function chosen(path: string, { sheets }: Workbook, wanted: string): SheetOfWorkbook {
  if (wanted === "") {
    const filled = sheets.filter(isFilled);
    const sheet = filled.find((one) => !one.isHidden) ?? filled[0];
    if (sheet === undefined) throw damaged(path, "noSheets");
    return sheet;
  }
  const sheet = sheets.find((one) => one.name.trim() === wanted.trim());
  if (sheet !== undefined) return sheet;
  const expected = sheets.map((one) => one.name).join("、");
  throw new Refusal("sheet-missing", { found: path, sheet: wanted, expected });
}

function isFilled({ rows }: SheetOfWorkbook): boolean {
  return rows.some(isRowFilled);
}

function isRowFilled(row: SheetOfWorkbook["rows"][number]): boolean {
  return row?.some((cell) => cell?.v !== undefined && cell.v !== "") === true;
}
