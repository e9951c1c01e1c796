import type { Month } from "../../domain/period.js";

export type MonthState = "open" | "settled" | "budgeted" | "closing" | "closed";

export interface MonthRow {
  readonly month: Month;
  readonly state: MonthState;
  /** The version of the hospitals' months that counts; 0 before the first. */
  readonly version: number;
  readonly preparedBy: string;
  readonly approvedBy: string;
}

export interface Approval {
  readonly approvalId: number;
  readonly kind: string;
  readonly subject: string;
  readonly preparedBy: string;
  readonly decidedBy: string;
  readonly state: "waiting" | "approved" | "refused";
}

export interface MonthStore {
  get(month: Month): Promise<MonthRow | undefined>;
  /** Every month that has claims or a state, in order. */
  list(): Promise<readonly MonthRow[]>;
  put(row: MonthRow): Promise<void>;
  /** Carries the unsettled claims of a month over, under a name; returns how many. */
  carryOver(month: Month, carriedBy: string): Promise<number>;
  addApproval(approval: Omit<Approval, "approvalId">): Promise<number>;
  approval(approvalId: number): Promise<Approval | undefined>;
  waitingApproval(kind: string, subject: string): Promise<Approval | undefined>;
  decide(approvalId: number, state: "approved" | "refused", decidedBy: string): Promise<void>;
}
