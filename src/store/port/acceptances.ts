import type { Approval } from "./months.js";

/** A difference from a control total, of one content and one amount. */
export interface Difference {
  readonly path: string;
  /** The SHA-256 of the file in which it was found. */
  readonly sha256: string;
  /** `rows`, or a field. */
  readonly total: string;
  readonly expected: string;
  readonly found: string;
  readonly difference: string;
}

/** A difference that somebody is ready to accept, and who decided on that. */
export interface Acceptance extends Difference {
  readonly approvalId: number;
  readonly delivery: string;
  readonly reason: string;
  readonly preparedAt: string;
  readonly preparedBy: string;
  /** Empty where no second person has to decide. */
  readonly approvedBy: string;
  readonly state: Approval["state"];
}

export type NewAcceptance = Omit<Acceptance, "preparedBy" | "approvedBy" | "state">;

/** Accepted differences: entries that are written once and decided on by their approval. */
export interface AcceptanceStore {
  add(entry: NewAcceptance): Promise<void>;
  get(approvalId: number): Promise<Acceptance | undefined>;
  /** The entries of just this difference, in order. */
  of(difference: Difference): Promise<readonly Acceptance[]>;
}
