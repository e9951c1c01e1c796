import type { Ratio, Yuan } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import type { HospitalMonth } from "../../domain/records.js";

/** A hospital's month as it was budgeted; without an agreement nothing is accepted or paid. */
export interface StoredHospitalMonth extends HospitalMonth {
  /** file:line of the terms in force; empty when there are none. */
  readonly agreement: string;
  readonly deduction: Yuan;
  readonly deducted: Yuan;
  readonly confirmed: Yuan;
  readonly quota: Yuan;
  readonly accepted: Yuan;
  readonly deferred: Yuan;
  readonly holdbackRatio: Ratio;
  readonly holdback: Yuan;
  readonly recoverBefore: Yuan;
  readonly recovered: Yuan;
  readonly recoverAfter: Yuan;
  readonly quotaPayable: Yuan;
  readonly payable: Yuan;
}

/** What earlier months of the year came to, per hospital. */
export interface YearSoFar {
  readonly confirmed: Yuan;
  readonly payable: Yuan;
  readonly deferred: Yuan;
}

export interface BudgetStore {
  /** What each hospital claims for the month: settled at its window. Centre claims go to people. */
  claimed(month: Month): Promise<readonly HospitalMonth[]>;
  deductions(month: Month): Promise<ReadonlyMap<string, Yuan>>;
  /** What is still to be recovered from each hospital after the month before. */
  toRecover(month: Month): Promise<ReadonlyMap<string, Yuan>>;
  /** The sums of the year's months before this one. */
  yearBefore(month: Month): Promise<ReadonlyMap<string, YearSoFar>>;
  current(month: Month): Promise<readonly StoredHospitalMonth[]>;
  /** Writes a new version of the month. */
  write(month: Month, version: number, rows: readonly StoredHospitalMonth[]): Promise<void>;
}
