import type { SheetFormat } from "../../domain/format.js";
import { listSheets } from "../../io/sheet.js";

/** A sheet of a workbook, and how many of its rows hold anything. */
export interface SheetFacts {
  readonly name: string;
  readonly rows: number;
}

export interface RecognisedWorkbook {
  readonly format: SheetFormat;
  readonly encoding: string;
  readonly sheets: readonly SheetFacts[];
  /** The one that is looked at. */
  readonly sheet: string;
}

/**
 * The sheets of a workbook, and which of them is looked at: the one that was asked for, or the
 * first that holds anything. Its encoding is given by its kind and nothing to choose: an XLSX is
 * UTF-8, an XLS UTF-16.
 */
export async function recogniseWorkbook(
  path: string,
  kind: "xls" | "xlsx",
  wanted: string,
): Promise<RecognisedWorkbook> {
  const sheets = (await listSheets(path)).map(({ name, rows }) => ({ name, rows }));
  const first = sheets.find(({ rows }) => rows > 0)?.name ?? "";
  const filled = sheets.filter(({ rows }) => rows > 0).length;
  // A mapping names the sheet where the workbook has several, so that a new one changes nothing.
  const sheet = wanted === "" ? first : wanted;
  const format = {
    ...({ kind: "sheet", headerRows: 0, summary: "" } as const),
    sheet: wanted !== "" || filled > 1 ? sheet : "",
  };
  return { format, encoding: kind === "xlsx" ? "utf-8" : "utf-16le", sheets, sheet };
}
