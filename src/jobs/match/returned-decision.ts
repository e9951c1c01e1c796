import type { MatchDecision } from "../../domain/match-decision.js";
import type { Place } from "../../domain/problem.js";

/** What somebody decided about two records, with the row of the workbook that says so. */
export interface ReturnedDecision extends Omit<MatchDecision, "decisionId"> {
  readonly place: Place;
  /**
   * In a journal that was taken from a database, the number of the entry there; what is decided
   * instead of an entry has none. In such a journal `replaces` is a number of its own.
   */
  readonly entry?: number;
  readonly isOfJournal?: boolean;
}
