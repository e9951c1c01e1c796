import type { ReadCell, ReadRow, ReadSheet } from "../../io/xlsx-cells.js";
import type { Text } from "../../text/tell.js";

/** A sheet that came back, its columns found by what stands above them. */
export interface ReturnedSheet<Column extends string> {
  readonly headerRow: number;
  /** Columns that are no longer there. */
  readonly missing: readonly Column[];
  readonly rows: readonly ReadRow[];
  /** The cell of a row; empty where the column is gone. */
  readonly cell: (row: ReadRow, column: Column) => ReadCell;
}

const EMPTY: ReadCell = { text: "", kind: "text" };

/**
 * Finds the columns of a sheet by their headers, in either language: programs and people add,
 * move and drop columns, and put lines above the header. Nothing where no row holds the header of
 * the column `key`: then the sheet is none of ours.
 */
export function returnedSheet<Column extends string>(
  { rows }: ReadSheet,
  columns: Readonly<Record<Column, Text>>,
  key: Column,
): ReturnedSheet<Column> | undefined {
  const isHeaderOf = (cell: ReadCell, { zh, en }: Text): boolean =>
    [zh, en].includes(cell.text.trim());
  const at = rows.findIndex(({ cells }) => cells.some((cell) => isHeaderOf(cell, columns[key])));
  const header = rows[at];
  if (header === undefined) return undefined;
  const names = Object.keys(columns) as Column[];
  const places = new Map(
    names.map((name) => {
      return [name, header.cells.findIndex((cell) => isHeaderOf(cell, columns[name]))];
    }),
  );
  return {
    headerRow: header.row,
    missing: names.filter((name) => places.get(name) === -1),
    rows: rows.slice(at + 1),
    cell: (row, column) => row.cells[places.get(column) ?? -1] ?? EMPTY,
  };
}
