import { isSummary } from "../migrate/examine-row.js";
import { maySuffer, type RuinedText } from "../migrate/forensics.js";
import { restoreSwallowed } from "../migrate/swallowed.js";
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
  /** The fields in the other of GB18030 and UTF-8, where that may be what was meant. */
  readonly otherwise?: readonly string[];
}

/** What parts the fields of a row; a quote character may keep a delimiter from being one. */
export interface Cut {
  readonly delimiter: string;
  readonly quote: string;
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
    private readonly cut?: Cut,
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

  private count(row: ProfiledRow): void {
    const { line, text, fields, findings = [], otherwise } = row;
    // No paper counts what a DBF marks as deleted, so a manifest does not either.
    if (row.problem !== "record-deleted") this.rows += 1;
    for (const { code, field } of findings) {
      const column = field === undefined ? undefined : this.columns[field];
      (column?.findings ?? this.findings).note(code, line);
    }
    const unfit = this.unfitCode(row);
    if (unfit !== undefined) {
      this.unfit.note(unfit, line);
      return;
    }
    const isSuspect = otherwise !== undefined || maySuffer(text, this.ruined);
    for (const [index, column] of this.columns.entries()) {
      const cell = fields[index] ?? "";
      column.take(cell);
      if (isSuspect) column.examine(cell, line, this.ruined, otherwise?.[index]);
    }
  }

  /** Why a row's cells are in no column's profile. */
  private unfitCode(row: ProfiledRow): ProblemCode | undefined {
    const { problem, fields } = row;
    if (problem !== undefined) return problem;
    if (this.columns.length > 1 && isSummary(fields)) return "row-summary";
    if (fields.length === this.columns.length) return undefined;
    return this.swallowed(row) ?? "row-field-count";
  }

  /** Whether half a character took the delimiter with it, as far as the rows so far can tell. */
  private swallowed({ text, fields }: ProfiledRow): ProblemCode | undefined {
    const { cut } = this;
    if (cut === undefined || (cut.quote !== "" && text.includes(cut.quote))) return undefined;
    const row = { text, fields, expected: this.columns.length, delimiter: cut.delimiter };
    const restored = restoreSwallowed(row, this.ruined, (cells) => this.misfits(cells));
    if (restored === undefined) return undefined;
    return restored === "lost" ? "delimiter-lost" : "delimiter-swallowed";
  }

  private misfits(cells: readonly string[]): number {
    return cells.filter((cell, index) => this.columns[index]?.mayHold(cell) === false).length;
  }
}
