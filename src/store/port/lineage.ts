import type { Outcome } from "../../domain/intake.js";
import type { Problem } from "../../domain/problem.js";
import type { Origin } from "../../domain/records.js";
import type { RowCorrection, StoredFile } from "./intake.js";

/** The records from which the way back to their rows is asked, each with its key. */
export type RecordKey =
  | { readonly kind: "person"; readonly psnNo: string }
  | { readonly kind: "claim"; readonly medinsSetlId: string }
  | { readonly kind: "household"; readonly source: string; readonly householdNo: string }
  | { readonly kind: "institution" | "catalogue"; readonly code: string }
  | { readonly kind: "fund"; readonly admdvs: string; readonly insutype: string }
  | { readonly kind: "row"; readonly file: string; readonly line: number };

/** A row on which records rest. */
export interface RecordRow extends Origin {
  /** What rests on it: person, enrolment, identity … */
  readonly records: readonly string[];
}

/** A source row with all that is known of it. */
export interface StoredRow extends Origin {
  readonly file: StoredFile;
  /** Where the delivery lay, seen from the workspace. */
  readonly folder: string;
  readonly offset: number;
  readonly length: number;
  readonly outcome: Outcome;
  /** The text as delivered, of a row that was set aside; absent for others. */
  readonly raw?: string;
  readonly problems: readonly Problem[];
  readonly correction?: Omit<RowCorrection, "fileId" | "line">;
}

/** What a later delivery changed in a person's records. */
export interface PersonChange extends Origin {
  readonly record: "person" | "enrolment";
  /** Of an enrolment: its scheme and first day. */
  readonly subject: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** A change with the person whose it is, and the file that says so. */
export interface RunChange extends PersonChange {
  readonly psnNo: string;
  readonly path: string;
}

/** The way back from every record to the bytes that it was made of. */
export interface LineageStore {
  /** The rows on which a record rests, in order; of rows of one run only, where it is named. */
  rowsOf(key: RecordKey, runId?: number): Promise<readonly RecordRow[]>;
  row(origin: Origin): Promise<StoredRow | undefined>;
  /** Those of some hashes of lines that a file holds. */
  heldHashes(fileId: number, hashes: readonly number[]): Promise<ReadonlySet<number>>;
  /** What a run changed in records that were loaded, person by person, after one of them. */
  runChanges(runId: number, after: string, limit: number): Promise<readonly RunChange[]>;
  /** The changes of a person's records, oldest first. */
  changes(psnNo: string): Promise<readonly PersonChange[]>;
}
