import type { AcceptanceStore } from "./port/acceptances.js";
import type { BudgetStore } from "./port/budget.js";
import type { ClaimStore } from "./port/claims.js";
import type { DecisionStore } from "./port/decisions.js";
import type { DuplicateStore } from "./port/duplicates.js";
import type { IntakeStore } from "./port/intake.js";
import type { KeptRowStore } from "./port/kept-rows.js";
import type { LineageStore } from "./port/lineage.js";
import type { MonthStore } from "./port/months.js";
import type { PeopleStore } from "./port/people.js";
import type { RegisterStore } from "./port/registers.js";
import type { RegroupStore } from "./port/regroup.js";
import type { ReviewStore } from "./port/review.js";
import type { RunStore } from "./port/runs.js";
import type { UndoStore } from "./port/undos.js";
import type { VisitStore } from "./port/visits.js";

/**
 * What the jobs need of a database: batches in, pages out, one room per subject. Between `begin`
 * and `commit` nothing is visible to others and nothing stays if the process dies; outside of them
 * each method is a transaction of its own.
 */
export interface Store {
  readonly runs: RunStore;
  readonly intake: IntakeStore;
  readonly people: PeopleStore;
  readonly rows: KeptRowStore;
  readonly decisions: DecisionStore;
  readonly review: ReviewStore;
  readonly regroup: RegroupStore;
  readonly undos: UndoStore;
  readonly duplicates: DuplicateStore;
  readonly registers: RegisterStore;
  readonly visits: VisitStore;
  readonly claims: ClaimStore;
  readonly budget: BudgetStore;
  readonly months: MonthStore;
  readonly acceptances: AcceptanceStore;
  readonly lineage: LineageStore;

  /** Takes the only pen of the database; false when another process holds it. */
  begin(): Promise<boolean>;
  commit(): Promise<void>;
  rollback(): Promise<void>;

  /** Every fact as a line of text, in the order of its keys: what the fingerprint is made of. */
  facts(): AsyncIterable<readonly string[]>;

  close(): Promise<void>;
}
