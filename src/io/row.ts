import type { ProblemCode } from "../text/problems.js";
import type { Values } from "../text/tell.js";

/** One row as it stands in its file, not yet understood. */
export interface Row {
  /** Its first line, its row in the sheet or its record number, counted from 1. */
  readonly line: number;
  /** Its place in the file in bytes, without the last line end; 0 and 0 in a workbook. */
  readonly offset: number;
  readonly length: number;
  /** The raw text (of a line that is too long only its beginning); of tables without lines, the
   * fields with a TAB between them. */
  readonly text: string;
  /** Empty when there is a problem. */
  readonly fields: readonly string[];
  /** Why the row could not be cut into fields, and what there is to say about it. */
  readonly problem?: RowFault;
  readonly values?: Values;
  /** What the reader repaired or noticed on the way, for the report. */
  readonly findings?: readonly RowFinding[];
  /**
   * The fields in the other of GB18030 and UTF-8: where the line was read in another encoding
   * than its file's, or holds bytes that are no character of it.
   */
  readonly otherwise?: readonly string[];
}

export type RowFault =
  | "quote-not-closed"
  | "line-too-long"
  | "row-length-differs"
  | "record-deleted"
  | "record-damaged";

/** Something about a row, or about one field of it (counted from 0). */
export interface RowFinding {
  readonly code: ProblemCode;
  readonly field?: number;
  readonly values: Values;
}

export interface RowBatch {
  readonly rows: readonly Row[];
  /** Lines that hold nothing but white space, or the end mark of DOS (0x1A): no rows. */
  readonly blank: number;
  /** Rows that repeat the header or the title above it, as page breaks do: the header's lines. */
  readonly repeated?: readonly number[];
}

/** A table that is open for reading: its rows come in batches, without header and summary line. */
export interface OpenTable {
  /** The names of the columns as the file gives them; absent where it gives none. */
  readonly names?: readonly string[];
  /** What is remarkable about the file as a whole. */
  readonly findings: readonly RowFinding[];
  readonly batches: AsyncIterable<RowBatch>;
}
