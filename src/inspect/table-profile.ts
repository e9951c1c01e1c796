import { maySuffer, type RuinedText } from "../migrate/forensics.js";
import type { ProblemCode } from "../text/problems.js";
import { type ColumnProfile, ColumnProfiler, type Finding } from "./column-profile.js";

/** A row of a text table, as the reader gives it. */
export interface ProfiledRow {
  readonly line: number;
  readonly text: string;
  readonly fields: readonly string[];
  readonly problem?: ProblemCode;
}

/** What all rows of a table came to. */
export interface TableProfile {
  /** Every row but the header, those below among them. */
  readonly rows: number;
  /** Rows that do not fit the columns; their cells are in no column's profile. */
  readonly unfit: readonly Finding[];
  readonly columns: readonly ColumnProfile[];
}

const MOST_LINES = 3;

/** Profiles a table row by row; keeps counts only. */
export class TableProfiler {
  private rows = 0;
  private readonly unfit = new Map<ProblemCode, { count: number; lines: number[] }>();
  private readonly columns: readonly ColumnProfiler[];

  constructor(
    width: number,
    private readonly ruined: RuinedText,
  ) {
    this.columns = Array.from({ length: width }, () => new ColumnProfiler());
  }

  take({ line, text, fields, problem }: ProfiledRow): void {
    this.rows += 1;
    const isWhole = fields.length === this.columns.length;
    const unfit = problem ?? (isWhole ? undefined : "row-field-count");
    if (unfit !== undefined) {
      this.note(unfit, line);
      return;
    }
    const isSuspect = maySuffer(text, this.ruined);
    for (const [index, column] of this.columns.entries()) {
      const cell = fields[index] ?? "";
      column.take(cell);
      if (isSuspect) column.examine(cell, line, this.ruined);
    }
  }

  finish(): TableProfile {
    return {
      rows: this.rows,
      unfit: [...this.unfit].map(([code, found]) => ({ code, ...found })),
      columns: this.columns.map((column) => column.finish()),
    };
  }

  private note(code: ProblemCode, line: number): void {
    const found = this.unfit.get(code) ?? { count: 0, lines: [] };
    found.count += 1;
    if (found.lines.length < MOST_LINES) found.lines.push(line);
    this.unfit.set(code, found);
  }
}
