/**
 * Where a record stands in its file, as one number: its line (or sheet row, or record number), and
 * which part of the line it is. A line usually holds one record, part 0, and then the number is the
 * line itself; of a household line with its members the records are the parts 1, 2, 3 …
 */
export function rowNumber(line: number, part = 0): number {
  return line + part * LINES;
}

/** The line that a row number leads to. */
export function lineOf(row: number): number {
  return row % LINES;
}

/** Which record of its line a row number means; 0 for the only one. */
export function partOf(row: number): number {
  return Math.floor(row / LINES);
}

/** A row number as it is told: `12`, or `12/2` for the second record of line 12. */
export function rowText(row: number): string {
  const part = partOf(row);
  return part === 0 ? String(row) : `${lineOf(row)}/${part}`;
}

/** The highest part: store and reports hold a row number exactly, beside the number of its file. */
export const MOST_PARTS = 4095;

const LINES = 2 ** 32;
