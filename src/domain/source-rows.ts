import type { Yuan } from "./money.js";
import type { Day } from "./period.js";
import type { SourceEnrolment, SourcePerson } from "./records.js";

/** A row of a person, with what says how recent it is. */
export interface DatedPerson extends SourcePerson {
  /** The run that read it: a later delivery is more recent. */
  readonly runId: number;
  /** The day of the latest enrolment that the run brought of its number; empty for none. */
  readonly statedOn: Day | "";
}

/** An enrolment with what was paid under its old number before the switch. */
export interface HeldEnrolment extends SourceEnrolment {
  readonly drawn: Yuan;
}
