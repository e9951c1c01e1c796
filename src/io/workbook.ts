import { readFile, stat } from "node:fs/promises";
import { isNativeError } from "node:util/types";
import { runInNewContext } from "node:vm";
import * as xlsx from "@e965/xlsx";
import type { Refusal } from "../domain/refusal.js";
import { damaged } from "./damaged.js";
import { kindOf } from "./file-kind.js";
import { decode, encode } from "./gb18030.js";
import { checkXlsx } from "./xlsx-guard.js";

/** A workbook, and what of it has been read. */
export interface Workbook {
  readonly sheets: readonly SheetOfWorkbook[];
  /** Whether days are counted from 1904, as Excel for the Macintosh did. */
  readonly is1904: boolean;
}

export interface SheetOfWorkbook {
  readonly name: string;
  readonly isHidden: boolean;
  /** The cells by row and column, both from 0; empty rows and cells are missing. */
  readonly rows: readonly (readonly (xlsx.CellObject | undefined)[] | undefined)[];
  readonly merges: readonly CellRange[];
}

/** A stretch of cells: rows and columns from 0, both corners included. */
export type CellRange = xlsx.Range;

/** How people name a cell, or a stretch of them: `C5`, `C5:C8`. */
export function cellName(row: number, column: number): string {
  return xlsx.utils.encode_cell({ r: row, c: column });
}

export function rangeName(range: CellRange): string {
  return xlsx.utils.encode_range(range);
}

/** A file over this is no table that a workbook should hold. */
export const LARGEST_WORKBOOK = 256 * 1024 * 1024;

/**
 * Reads a workbook (XLS of Excel 5 to 2003, XLSX) as a whole: its formats cannot be read row by
 * row. Whatever the package cannot read is refused as `file-damaged`; no formula is computed.
 */
export async function readWorkbook(path: string): Promise<Workbook> {
  const kind = await kindOf(path);
  if (kind === "encrypted") throw damaged(path, "password");
  if (kind !== "xls" && kind !== "xlsx") throw damaged(path, "notWorkbook");
  const { size } = await stat(path);
  if (size > LARGEST_WORKBOOK) {
    throw damaged(path, "tooLarge", { found: size, expected: LARGEST_WORKBOOK });
  }
  const bytes = await readFile(path);
  if (kind === "xlsx") await checkXlsx(path);
  const parsed = parse(path, bytes);
  const about = parsed.Workbook;
  return {
    is1904: about?.WBProps?.date1904 === true,
    sheets: parsed.SheetNames.map((name, at) => {
      const sheet = parsed.Sheets[name];
      return {
        name,
        isHidden: (about?.Sheets?.[at]?.Hidden ?? 0) !== 0,
        rows: filledRows((sheet as xlsx.DenseWorkSheet | undefined)?.["!data"] ?? []),
        merges: sheet?.["!merges"] ?? [],
      };
    }),
  };
}

/** The rows without empty cells; a formula that nobody has computed yet is something. */
function filledRows(rows: SheetOfWorkbook["rows"]): SheetOfWorkbook["rows"] {
  return rows.map((row) => {
    const cells = Array.from(row ?? [], (cell) => {
      return cell?.t === "z" && cell.f === undefined ? undefined : cell;
    });
    while (cells.length > 0 && cells.at(-1) === undefined) cells.pop();
    return cells.length === 0 ? undefined : cells;
  });
}

/**
 * An XLS file (Excel 97–2003) with one sheet; a text is a text cell, a number a number. The same
 * rows give the same bytes.
 */
export function xlsBytes(
  sheetName: string,
  rows: readonly (readonly (string | number)[])[],
  merges: readonly CellRange[] = [],
): Buffer {
  const book = xlsx.utils.book_new();
  const sheet = xlsx.utils.aoa_to_sheet(
    rows.map((row) => [...row]),
    { dense: true },
  );
  sheet["!merges"] = [...merges];
  xlsx.utils.book_append_sheet(book, sheet, sheetName);
  return xlsx.write(book, { type: "buffer", bookType: "biff8" }) as Buffer;
}

/** Excel 5 and 95 keep text in the code page of their machine. */
const GBK = 936;

xlsx.set_cptable({
  utils: {
    decode: (page: number, bytes: Buffer | readonly number[]): string => {
      const given = Buffer.from(bytes);
      if (page === GBK) return decode(given);
      if (page === 1200) return given.toString("utf16le");
      return given.toString(page === 65_001 ? "utf8" : "latin1");
    },
    encode: (page: number, text: string): Buffer =>
      page === GBK ? encode(text) : Buffer.from(text, page === 65_001 ? "utf8" : "latin1"),
  },
});

/** Milliseconds after which nothing will come of it; a sound file takes a hundredth of this. */
const LEAST_TIME = 5_000;
const TIME_FOR_MEBIBYTE = 2_000;

const OPTIONS: xlsx.ParsingOptions = {
  ...{ type: "buffer", dense: true, cellNF: true, cellFormula: true },
  ...{ cellText: false, cellHTML: false, cellStyles: false, cellDates: false },
  // Without these a formula is lost that another program wrote without computing it.
  sheetStubs: true,
};

/** The package tells the console of whatever it does not know; nobody reads that there. */
function parse(path: string, bytes: Buffer): xlsx.WorkBook {
  const work = (): xlsx.WorkBook => xlsx.read(bytes, OPTIONS);
  const timeout = LEAST_TIME + Math.ceil(bytes.length / 1024 ** 2) * TIME_FOR_MEBIBYTE;
  const { error: tellConsole } = console;
  console.error = () => undefined;
  try {
    // Broken bytes can send the package round for ever: only this stops it in the same thread.
    return runInNewContext("work()", { work }, { timeout }) as xlsx.WorkBook;
  } catch (error) {
    throw refusalOf(path, error);
  } finally {
    console.error = tellConsole;
  }
}

function refusalOf(path: string, error: unknown): Refusal {
  // The package throws texts, too.
  const message = isNativeError(error) ? error.message : String(error);
  if (/password|encrypt/i.test(message)) return damaged(path, "password");
  if (/Cannot find Workbook/i.test(message)) return damaged(path, "notWorkbook");
  return damaged(path, "unparsed", { found: message.slice(0, 80) });
}
