import type { ReadAmount } from "../domain/money.js";
import type { ProblemCode } from "../text/problems.js";
import type { SampleFileName } from "./files.js";

/** One line of a file of the delivery, with the truth about it. */
export interface SampleRow {
  readonly file: SampleFileName;
  /** Without line end; bytes that are no characters stand in it as lone surrogates. */
  readonly text: string;
  /** The true person; 0 when the row is nobody's, undefined when it is not about a person. */
  readonly person?: number;
  /** How it was spoiled, empty when it is clean. */
  readonly spoiled: string;
  /** The problem that must set it aside, empty when it loads or merges. */
  readonly expected: ProblemCode | "";
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
  return { file, text: cells.join(delimiter), spoiled: "", expected: "", money };
}
