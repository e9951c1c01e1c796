import type { LevelSteps } from "../../match/level-steps.js";
import type { WaitingPair } from "../../store/port/decisions.js";
import type { EnrolmentRow, KeyedRow } from "../../store/port/kept-rows.js";

/** One record of a pair with all that a reviewer wants to see of it. */
export interface ReviewRecord {
  readonly row: KeyedRow;
  /** The file that it stands in, as the delivery names it. */
  readonly path: string;
  readonly headName: string;
  /** The certificate number as it was written, where it could not be believed; else empty. */
  readonly writtenCertno: string;
  readonly enrolments: readonly EnrolmentRow[];
}

/** A pair that waits, beside everything on which a person can decide. */
export interface ReviewEntry {
  readonly pair: WaitingPair;
  readonly left: ReviewRecord;
  readonly right: ReviewRecord;
  /** Pairs with a person in common have one number; from 1. */
  readonly group: number;
  /** What each field says, as `match explain` tells it, where the weights can still be read. */
  readonly steps?: LevelSteps;
  /** What is known of either person from before, in words. */
  readonly history: readonly string[];
}
