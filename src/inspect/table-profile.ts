import { maySuffer, type RuinedText } from "../migrate/forensics.js";
import type { ProblemCode } from "../text/problems.js";
import {
  type ColumnProfile,
  ColumnProfiler,
  type Finding,
  FindingCounts,
} from "./column-profile.js";
import { summaryOf } from "./summary.js";

/** A row of a table, as its reader gives it. */
export interface ProfiledRow {
  readonly line: number;
  readonly text: string;
  readonly fields: readonly string[];
  readonly problem?: ProblemCode;
  readonly findings?: readonly { readonly code: ProblemCode; readonly field?: number }[];
}

/** What all rows of a table came to. */
export interface TableProfile {
  /** Every row of data, those that do not fit among them; the summary line is none. */
  readonly rows: number;
  /** The last line, when it is a summary; `begins` is what a layout would know it by. */
  readonly summary?: { readonly line: number; readonly begins: string };
  /** Rows that do not fit the columns; their cells are in no column's profile. */
  readonly unfit: readonly Finding[];
  /** What the reader noticed or repaired in whole rows. */
  readonly findings: readonly Finding[];
  readonly columns: readonly ColumnProfile[];
}

/** Profiles a table row by row; keeps counts only. */
export class TableProfiler {
  private rows = 0;
  /** The last row waits: only when no other follows can it be a summary line. */
  private held: ProfiledRow | undefined;
  private readonly unfit = new FindingCounts();
  private readonly findings = new FindingCounts();
  private readonly columns: readonly ColumnProfiler[];

  constructor(
    width: number,
    private readonly ruined: RuinedText,
  ) {
    this.columns = Array.from({ length: width }, () => new ColumnProfiler());
  }

  take(row: ProfiledRow): void {
    if (this.held !== undefined) this.count(this.held);
    this.held = row;
  }

  finish(): TableProfile {
    const { held } = this;
    const begins = held === undefined ? undefined : summaryOf(held.fields, held.text);
    const isSummary = held !== undefined && begins !== undefined && this.rows > 0;
    if (held !== undefined && !isSummary) this.count(held);
    return {
      rows: this.rows,
      ...(isSummary ? { summary: { line: held.line, begins } } : {}),
      unfit: this.unfit.list(),
      findings: this.findings.list(),
      columns: this.columns.map((column) => column.finish()),
    };
  }

  private count({ line, text, fields, problem, findings = [] }: ProfiledRow): void {
    this.rows += 1;
    for (const { code, field } of findings) {
      const column = field === undefined ? undefined : this.columns[field];
      (column?.findings ?? this.findings).note(code, line);
    }
    const isWhole = fields.length === this.columns.length;
    const unfit = problem ?? (isWhole ? undefined : "row-field-count");
    if (unfit !== undefined) {
      this.unfit.note(unfit, line);
      return;
    }
    const isSuspect = maySuffer(text, this.ruined);
    for (const [index, column] of this.columns.entries()) {
      const cell = fields[index] ?? "";
      column.take(cell);
      if (isSuspect) column.examine(cell, line, this.ruined);
    }
  }
}
