import type { Origin } from "../../domain/records.js";
import type { Approval } from "./months.js";

/** A merge that somebody wants undone, and who decided on that. */
export interface UndoEntry {
  readonly approvalId: number;
  readonly psnNo: string;
  /** The records that leave. */
  readonly records: readonly Origin[];
  readonly reason: string;
  /** The decisions that it takes back. */
  readonly replaces: readonly number[];
  /** SHA-256 of what was listed when it was prepared. */
  readonly consequences: string;
  /** What was listed, JSON. */
  readonly report: string;
  readonly preparedAt: string;
  readonly preparedBy: string;
  /** Empty where no second person has to decide. */
  readonly approvedBy: string;
  readonly state: Approval["state"];
}

export type NewUndo = Omit<UndoEntry, "preparedBy" | "approvedBy" | "state">;

/** Merges to undo: entries that are written once and decided on by their approval. */
export interface UndoStore {
  add(entry: NewUndo): Promise<void>;
  get(approvalId: number): Promise<UndoEntry | undefined>;
  /** All entries, the latest first: people make them one by one. */
  all(): Promise<readonly UndoEntry[]>;
}
