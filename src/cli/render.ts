import stringWidth from "string-width";

/** How a column of a table on the screen is set. */
export interface ScreenColumn {
  readonly header: string;
  /** Amounts and counts stand to the right. */
  readonly isNumber?: boolean;
}

/**
 * A table as lines, aligned by how wide characters are on a terminal (Chinese ones take two cells).
 */
export function tableLines(
  columns: readonly ScreenColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const header = columns.map((column) => column.header);
  const widths = columns.map((_, index) =>
    Math.max(...[header, ...rows].map((row) => stringWidth(row[index] ?? ""))),
  );
  return [header, ...rows].map((row) =>
    columns
      .map((column, index) =>
        padded(row[index] ?? "", widths[index] ?? 0, column.isNumber === true),
      )
      .join("  ")
      .trimEnd(),
  );
}

/** An amount or count with its thousands set apart: `1,234,567.80`. */
export function grouped(number: string | number): string {
  return String(number).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
}

function padded(text: string, width: number, isNumber: boolean): string {
  const room = " ".repeat(width - stringWidth(text));
  return isNumber ? room + text : text + room;
}
