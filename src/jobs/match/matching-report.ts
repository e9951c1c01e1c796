import type { ReviewReason } from "../../domain/match-decision.js";
import type { Thresholds } from "../../match/outcomes.js";
import { matchingTexts } from "../../text/matching.js";
import { type Lang, tell } from "../../text/tell.js";
import type { OversizeKey } from "./match-files.js";
import type { WeightsOrigin } from "./people-weights.js";

/** How the records of one person were found in a delivery, and what that is expected to cost. */
export interface MatchingReport {
  /** Absent where nothing could be compared: no weights fit the spec, or there were no new rows. */
  readonly model?: ModelReport;
  /** How often records were joined by the exact rules, and by the model. */
  readonly byRule: number;
  readonly byModel: number;
  /** Pairs that wait for a person, by reason: those that this delivery brought. */
  readonly review: Readonly<Partial<Record<ReviewReason, number>>>;
  /** Entries of the journal of decisions that were in force. */
  readonly decisions: number;
  /** Loaded people who were put together because of a decision about records that now are there. */
  readonly mergedPeople: readonly { readonly kept: string; readonly gone: string }[];
}

/** What was compared, and by which weights. */
export interface ModelReport {
  readonly spec: string;
  readonly weights: {
    readonly origin: WeightsOrigin;
    readonly path: string;
    readonly version: number;
    readonly sha256: string;
    /** The rows from which they were learnt. */
    readonly rows: number;
  };
  /** New rows, and known rows beside them. */
  readonly rows: number;
  readonly knownRows: number;
  /** Pairs that were compared, and how many of them are one person by the model. */
  readonly candidates: number;
  readonly expected: number;
  /** Pairs that no decision and no exact rule has settled, and what the thresholds make of them. */
  readonly open: number;
  readonly thresholds: Thresholds;
  /** Per blocking key: groups too large to be compared. */
  readonly oversize: readonly OversizeKey[];
}

/** What the two thresholds are expected to cost, in one sentence. */
export function costText(thresholds: Thresholds, lang: Lang): string {
  const { same, review, samePairs, reviewPairs } = thresholds;
  const values = {
    same: shareText(same),
    review: shareText(review),
    samePairs,
    reviewPairs,
    wrong: thresholds.wrongPer10000.toFixed(2),
    missed: thresholds.missedPairs.toFixed(1),
    missedShare: thresholds.missedPer10000.toFixed(1),
  };
  const said = [
    matchingTexts[samePairs === 0 ? "noneSame" : "same"],
    matchingTexts[reviewPairs === 0 ? "noneToReview" : "toReview"],
    matchingTexts.missed,
  ];
  return said.map((text) => tell(text, lang, values)).join(lang === "zh" ? ";" : "; ");
}

/** Six places, or as many as it takes to tell a probability from one. */
function shareText(share: number): string {
  const text = share.toFixed(6);
  return Number(text) === 1 && share < 1 ? share.toFixed(12) : text;
}
