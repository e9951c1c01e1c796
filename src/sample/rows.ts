import type { ReadAmount } from "../domain/money.js";
import type { SampleFileName } from "./files.js";
import { clean, type RowTruth } from "./row-truth.js";

/** One line of a file of the delivery, with the truth about it. */
export interface SampleRow extends RowTruth {
  readonly file: SampleFileName;
  /** Without line end; bytes that are no characters stand in it as lone surrogates. */
  readonly text: string;
  /** The true person; 0 when the row is nobody's, undefined when it is not about a person. */
  readonly person?: number;
  /** What the row adds to the control totals of its file. */
  readonly money: readonly (readonly [field: string, amount: ReadAmount])[];
}

/** A row of a register that holds no person and no dirt. */
export function plainRow(
  file: SampleFileName,
  cells: readonly string[],
  delimiter: string,
  money: SampleRow["money"] = [],
): SampleRow {
  return { file, text: cells.join(delimiter), ...clean, money };
}
