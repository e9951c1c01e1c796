import type { ProblemCode } from "../text/problems.js";
import type { Values } from "../text/tell.js";

/** A row as it was cut from its file. */
export interface CutRow {
  readonly line: number;
  readonly text: string;
  readonly fields: readonly string[];
  readonly findings?: readonly RowFinding[];
  readonly otherwise?: readonly string[];
}

/** What the reader of a file found in a row, or in one of its fields (counted from 0). */
export interface RowFinding {
  readonly code: ProblemCode;
  readonly field?: number;
  readonly values: Values;
}
