import type { Day } from "./period.js";
import type { SourceKey } from "./source-key.js";

/** What somebody decided about two records: must link, or must not link. */
export type DecisionKind = "same" | "different";

/** An entry of the journal of decisions. */
export interface MatchDecision {
  readonly decisionId: number;
  readonly kind: DecisionKind;
  readonly left: SourceKey;
  readonly right: SourceKey;
  readonly decidedBy: string;
  readonly decidedOn: Day;
  readonly reason: string;
  /** Where it comes from: the review queue, a merge that was undone, or a file of decisions. */
  readonly origin: "review" | "undo" | "file";
  /** The earlier entry that this one states to replace. */
  readonly replaces?: number;
}

/**
 * Why a pair waits for a person: its probability lies between the thresholds; it closes a chain
 * (A = B, B = C, A ≠ C); it would join two people whom a decision or the database keeps apart; it
 * leads to a person whom a decision has split, and to neither side clearly.
 */
export const reviewReasons = ["probability", "chain", "two-people", "decision-split"] as const;
export type ReviewReason = (typeof reviewReasons)[number];
