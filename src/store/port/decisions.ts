import type { MatchDecision, ReviewReason } from "../../domain/match-decision.js";
import type { Origin } from "../../domain/records.js";
import type { SourceKey } from "../../domain/source-key.js";

export type NewDecision = Omit<MatchDecision, "decisionId">;

export interface StoredDecision extends MatchDecision {
  readonly runId: number;
}

/** Two loaded records of which a person has to say whether they are one. */
export interface ReviewPair {
  readonly left: SourceKey;
  readonly right: SourceKey;
  /** Where they stand; the left one is the lower place. */
  readonly leftRow: Origin;
  readonly rightRow: Origin;
  /** To nine places. */
  readonly probability: number;
  /** On which level each field agrees, by its name; `near` says how near the two are. */
  readonly levels: Readonly<Record<string, string>>;
  readonly reason: ReviewReason;
}

/** A review pair with the persons whose records they are now. */
export interface WaitingPair extends ReviewPair {
  readonly leftPsnNo: string;
  readonly rightPsnNo: string;
  readonly runId: number;
}

/** Two places that tell one review pair from another; all zero before the first. */
export interface PairPlace {
  readonly leftRow: Origin;
  readonly rightRow: Origin;
}

/** The journal of decisions, and the pairs that wait for one. */
export interface DecisionStore {
  /** Adds entries; returns their numbers. Nothing is ever changed or taken out. */
  add(runId: number, decisions: readonly NewDecision[]): Promise<readonly number[]>;
  /** The whole journal, the earliest first. */
  all(): Promise<readonly StoredDecision[]>;
  /** Adds pairs to review; one that waits already is told as the later run found it. */
  addReviewPairs(runId: number, pairs: readonly ReviewPair[]): Promise<void>;
  /**
   * Pairs of two persons about which no entry of the journal says anything, after a place, in the
   * order of their places.
   */
  waitingPairs(after: PairPlace, limit: number): Promise<readonly WaitingPair[]>;
  /** How many such pairs there are, by reason. */
  waitingCounts(): Promise<Readonly<Partial<Record<ReviewReason, number>>>>;
}
