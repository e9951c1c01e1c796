import type { MatchDecision } from "../../domain/match-decision.js";
import type { Place } from "../../domain/problem.js";

/** What somebody decided about two records, with the row of the workbook that says so. */
export interface ReturnedDecision extends Omit<MatchDecision, "decisionId"> {
  readonly place: Place;
}
