import { cellValue } from "./sheet-cells.js";
import { readWorkbook, type SheetOfWorkbook } from "./workbook.js";

/** A sheet of a workbook that came back from a clerk. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly ReadRow[];
}

export interface ReadRow {
  /** Its row in the sheet, from 1. */
  readonly row: number;
  readonly cells: readonly ReadCell[];
}

/** What stands in a cell, and whether it can be believed. */
export interface ReadCell {
  readonly text: string;
  /** `lossy`: a number of which digits are lost, or an error. */
  readonly kind: "text" | "formula" | "lossy";
}

/**
 * Reads the cells of a workbook as text; rows that hold nothing are left out. Refuses as
 * `file-damaged` what is no workbook.
 */
export async function readCells(path: string): Promise<readonly ReadSheet[]> {
  const { sheets, is1904 } = await readWorkbook(path);
  return sheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet, is1904) }));
}

function rowsOf({ rows }: SheetOfWorkbook, is1904: boolean): readonly ReadRow[] {
  return rows.flatMap((row, at) => {
    const cells = Array.from(row ?? [], (cell): ReadCell => {
      if (cell === undefined) return { text: "", kind: "text" };
      const { text, formula, error } = cellValue(cell, is1904);
      if (formula !== undefined) return { text: formula, kind: "formula" };
      const isLossy = error !== undefined || (cell.t === "n" && /E\+\d+$/.test(text));
      return { text: text.replace(/\r\n?/g, "\n"), kind: isLossy ? "lossy" : "text" };
    });
    while (cells.at(-1)?.text === "") cells.pop();
    return cells.length === 0 ? [] : [{ row: at + 1, cells }];
  });
}
