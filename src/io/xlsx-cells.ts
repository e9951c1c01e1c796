import { readFile } from "node:fs/promises";
import exceljs from "exceljs";
import { Refusal } from "../domain/refusal.js";

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

/** What stands in a cell, and what kind of thing it is. */
export interface ReadCell {
  readonly text: string;
  readonly kind: "text" | "number" | "formula" | "other";
}

/** Reads the cells of an XLSX file; rows that hold nothing are left out. */
export async function readWorkbook(path: string): Promise<readonly ReadSheet[]> {
  const workbook = new exceljs.Workbook();
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? new Refusal("file-missing", { found: path }) : error;
  });
  try {
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  } catch {
    throw new Refusal("workbook-unreadable", { found: path });
  }
  return workbook.worksheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
}

function rowsOf(sheet: exceljs.Worksheet): readonly ReadRow[] {
  const rows: ReadRow[] = [];
  sheet.eachRow((row, number) => {
    const cells: ReadCell[] = [];
    for (let column = 1; column <= row.cellCount; column++) {
      cells.push(cellOf(row.getCell(column).value));
    }
    while (cells.at(-1)?.text === "") cells.pop();
    if (cells.length > 0) rows.push({ row: number, cells });
  });
  return rows;
}

function cellOf(value: exceljs.CellValue): ReadCell {
  if (value === null || value === undefined) return { text: "", kind: "text" };
  if (typeof value === "string") return { text: unescaped(value), kind: "text" };
  if (typeof value === "number") return { text: String(value), kind: "number" };
  if (typeof value !== "object") return { text: String(value), kind: "other" };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), kind: "other" };
  if ("richText" in value) {
    return { text: unescaped(value.richText.map((piece) => piece.text).join("")), kind: "text" };
  }
  if ("hyperlink" in value) return { text: value.text, kind: "text" };
  if ("error" in value) return { text: value.error, kind: "other" };
  const formula = "formula" in value ? value.formula : value.sharedFormula;
  return { text: `=${formula}`, kind: "formula" };
}

/** How spreadsheets write a carriage return, and an underscore that would begin such a sign. */
function unescaped(text: string): string {
  return text.replaceAll("_x000D_\n", "\n").replaceAll("_x000D_", "\n").replaceAll("_x005F_", "_");
}
