import type { FieldChange, Outcome, PersonRow } from "../../domain/intake.js";
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
  /** A hash over the layout and the crosswalks with which it is read. */
  readonly reading: string;
  /** The file whose set-aside rows this one corrects, and has the lines of. */
  readonly corrects?: number;
  /** The file that brought the same content before. */
  readonly repeats?: number;
}

/** A file as it stands in the store. */
export interface StoredFile extends NewFile {
  readonly fileId: number;
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
  /** Whether the same content brought the row before: only its money is counted, as repeated. */
  readonly isRepeated?: boolean;
  /** Whether it stands on a list of the employee scheme, and makes no resident. */
  readonly isEmployee?: boolean;
}

export interface StagedEnrolment extends SourceEnrolment {
  /** Whether the same line holds the person. */
  readonly isWithPerson: boolean;
}

/** What a person made of a set-aside row. */
export interface RowCorrection extends Origin {
  readonly action: "corrected" | "dropped";
  /** Why it was dropped. */
  readonly reason: string;
  /** All fields of the row as they are now. */
  readonly fields: readonly string[];
  readonly changes: readonly FieldChange[];
  /** The SHA-256 of the workbook that came back. */
  readonly workbook: string;
}

/** Some thousand rows of a file and all that came of them, written at once. */
export interface RowBatch {
  readonly rows: readonly SourceRow[];
  readonly setAside: readonly SetAsideRow[];
  readonly problems: readonly RowProblem[];
  readonly persons: readonly StagedPerson[];
  readonly enrolments: readonly StagedEnrolment[];
  readonly corrections: readonly RowCorrection[];
}

/** A set-aside row with its reasons. */
export interface SetAsideReport extends Origin {
  readonly path: string;
  readonly raw: string;
  readonly problems: readonly Problem[];
}

/** A row of a file that still waits for a person, as its newest version has it. */
export interface WaitingRow {
  readonly line: number;
  readonly raw: string;
  readonly problems: readonly Problem[];
  /** Its fields, where a person has corrected them (not enough, it seems). */
  readonly fields: readonly string[] | undefined;
}

/** The newest version of a row: as it was delivered, or as it was corrected last. */
export interface RowVersion extends Origin {
  readonly outcome: Outcome;
  /** How it was read; absent for a row as delivered. */
  readonly correction?: Pick<RowCorrection, "action" | "fields"> & { readonly reading: string };
}

/** How many rows of a run a person corrected or dropped, and where they ended. */
export interface CorrectionCount {
  readonly action: RowCorrection["action"];
  readonly outcome: Outcome;
  readonly rows: number;
}

/** How many set-aside rows of a file a later run has loaded, merged or dropped. */
export interface LaterCount {
  readonly fileId: number;
  readonly corrected: number;
  readonly dropped: number;
}

export interface OutcomeCount {
  readonly fileId: number;
  readonly outcome: Outcome;
  readonly rows: number;
}

/** Source files, their rows and what is wrong with them. */
export interface IntakeStore {
  addFile(file: NewFile): Promise<number>;
  file(fileId: number): Promise<StoredFile | undefined>;
  /** The files of a run, in order. */
  files(runId: number): Promise<readonly StoredFile[]>;
  addRows(batch: RowBatch): Promise<void>;
  /** Changes where rows end, after matching and unifying; with the reasons. */
  settleRows(
    rows: readonly (Origin & { readonly outcome: Outcome })[],
    problems: readonly RowProblem[],
  ): Promise<void>;
  /** The lines of a file set aside after they were read, whose text is not kept, after one. */
  setAsideWithoutText(fileId: number, after: number, limit: number): Promise<readonly number[]>;
  /** Keeps the text of set-aside rows. */
  keepText(rows: readonly SetAsideRow[]): Promise<void>;
  outcomes(runId: number): Promise<readonly OutcomeCount[]>;
  /** Rows of a run by problem code, a row counted once a code, wherever the row ended. */
  problemsByCode(runId: number): Promise<ReadonlyMap<string, number>>;
  /** The set-aside rows of a run after a place, in the order of the files. */
  setAsideAfter(runId: number, after: Origin, limit: number): Promise<readonly SetAsideReport[]>;
  /**
   * The file that brought this content first, read in the same way; a file of corrected rows and
   * one that repeats another are none.
   */
  sameContent(sha256: string, reading: string): Promise<StoredFile | undefined>;
  /** Where the rows of a file that still wait stand, whatever runs have corrected since. */
  waitingLines(fileId: number): Promise<ReadonlySet<number>>;
  /** The rows of a file that still wait, after a line, whatever runs have corrected since. */
  waitingAfter(fileId: number, after: number, limit: number): Promise<readonly WaitingRow[]>;
  /** The newest versions of some rows of a file; a line that it does not have is left out. */
  versions(fileId: number, lines: readonly number[]): Promise<ReadonlyMap<number, RowVersion>>;
  /** What became of the corrections that a run took. */
  corrections(runId: number): Promise<readonly CorrectionCount[]>;
  /** What later runs made of the set-aside rows of a run, file by file. */
  correctedLater(runId: number): Promise<readonly LaterCount[]>;
  /** Empties the staging tables. */
  clearStaging(): Promise<void>;
}
