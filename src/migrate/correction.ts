import type { FieldChange } from "../domain/intake.js";

/** What a clerk made of one row: all cells of it, and what is to happen. */
export interface Correction {
  readonly action: "corrected" | "dropped" | "";
  /** Why it is dropped. */
  readonly reason: string;
  readonly cells: readonly string[];
  /** Where it stands in the workbook, for messages. */
  readonly place: { readonly file: string; readonly line: number };
  readonly checksum: string;
}

/** A correction beside the row for which it was made. */
export interface Corrected {
  /** `left`: nothing was done to it, it waits on. */
  readonly action: "corrected" | "dropped" | "left";
  /** All fields of the row as they are now. */
  readonly fields: readonly string[];
  readonly changes: readonly FieldChange[];
}

/**
 * Puts a correction beside the fields of its row, in the order of the columns. A cell that stands
 * as we wrote it (`written`) means the field as it was, to the last control character. An edited
 * cell is a correction whether or not the clerk also said so.
 */
export function correctedRow(
  correction: Correction,
  before: readonly string[],
  columns: readonly string[],
  written: (text: string) => string,
): Corrected {
  const changes: FieldChange[] = [];
  const fields = columns.map((column, at) => {
    const from = before[at] ?? "";
    const cell = correction.cells[at] ?? "";
    if (cell === from || cell === written(from)) return from;
    changes.push({ column, from, to: cell });
    return cell;
  });
  if (correction.action === "dropped") return { action: "dropped", fields, changes };
  const isLeft = correction.action === "" && changes.length === 0;
  return { action: isLeft ? "left" : "corrected", fields, changes };
}
