import type { RunOutput } from "../../store/port/runs.js";
import type { UndoEntry } from "../../store/port/undos.js";
import type { SplitConsequences } from "./split-consequences.js";

/** One half of the person, as it is reported. */
export interface ReportedHalf {
  readonly psnNo: string;
  readonly numbering: "kept" | "new" | "former";
}

/** A split: what it changes, who prepared it and who approved it. */
export interface UndoReport {
  readonly approval: number;
  readonly state: UndoEntry["state"];
  /** Whether it was prepared or done before, so that nothing was done. */
  readonly isRepeated: boolean;
  readonly psnNo: string;
  readonly leaving: ReportedHalf;
  readonly staying: ReportedHalf;
  readonly reason: string;
  readonly preparedBy: string;
  readonly approvedBy: string;
  /** Why the second person did not approve; empty when they did. */
  readonly refusal: string;
  /** Decisions that are taken back, and the entries that keep both halves apart. */
  readonly takenBack: readonly number[];
  readonly entries: readonly number[];
  readonly consequences: SplitConsequences;
  readonly outputs: readonly RunOutput[];
}
