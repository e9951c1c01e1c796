import type { Outcome, PersonRow } from "../../domain/intake.js";
import type { Problem } from "../../domain/problem.js";
import type { Origin, SourceEnrolment } from "../../domain/records.js";

export interface NewFile {
  readonly runId: number;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly layout: string;
  readonly record: string;
  readonly source: string;
}

/** A row's place in its file, for ever, and a hash of its text that tells repeated rows. */
export interface SourceRow extends Origin {
  readonly offset: number;
  readonly length: number;
  readonly lineHash: number;
  readonly outcome: Outcome;
}

/** A problem of a row, keyed by the row. */
export interface RowProblem extends Origin {
  readonly problem: Problem;
}

/** A row that waits for a person, with its text as delivered. */
export interface SetAsideRow extends Origin {
  readonly raw: string;
}

export interface StagedPerson extends PersonRow {
  readonly isSetAside: boolean;
}

export interface StagedEnrolment extends SourceEnrolment {
  /** Whether the same line holds the person. */
  readonly isWithPerson: boolean;
}

/** Some thousand rows of a file and all that came of them, written at once. */
export interface RowBatch {
  readonly rows: readonly SourceRow[];
  readonly setAside: readonly SetAsideRow[];
  readonly problems: readonly RowProblem[];
  readonly persons: readonly StagedPerson[];
  readonly enrolments: readonly StagedEnrolment[];
}

/** Where the bytes of a row stand. */
export interface RowPlace extends Origin {
  readonly path: string;
  readonly offset: number;
  readonly length: number;
}

/** A set-aside row with its reasons, as it goes to the clerk. */
export interface SetAsideReport extends Origin {
  readonly path: string;
  readonly raw: string;
  readonly problems: readonly Problem[];
}

export interface OutcomeCount {
  readonly fileId: number;
  readonly outcome: Outcome;
  readonly rows: number;
}

/** Source files, their rows and what is wrong with them. */
export interface IntakeStore {
  addFile(file: NewFile): Promise<number>;
  addRows(batch: RowBatch): Promise<void>;
  /** Changes where rows end, after matching and unifying; with the reasons. */
  settleRows(
    rows: readonly (Origin & { readonly outcome: Outcome })[],
    problems: readonly RowProblem[],
  ): Promise<void>;
  /** Rows set aside after they were read, whose text is not kept yet, after a place. */
  setAsideWithoutText(runId: number, after: Origin, limit: number): Promise<readonly RowPlace[]>;
  /** Keeps the text of set-aside rows. */
  keepText(rows: readonly SetAsideRow[]): Promise<void>;
  outcomes(runId: number): Promise<readonly OutcomeCount[]>;
  /** Rows of a run by problem code, a row counted once a code, wherever the row ended. */
  problemsByCode(runId: number): Promise<ReadonlyMap<string, number>>;
  /** The set-aside rows of a run after a place, in the order of the files. */
  setAsideAfter(runId: number, after: Origin, limit: number): Promise<readonly SetAsideReport[]>;
  /** Empties the staging tables. */
  clearStaging(): Promise<void>;
}
