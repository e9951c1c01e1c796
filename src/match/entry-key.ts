import { fnv1a } from "../domain/hash.js";
import type { MatchDecision } from "../domain/match-decision.js";
import { sourceKeyText } from "../domain/source-key.js";

/** What an entry of the journal says, without where it came from. */
export type StatedDecision = Omit<MatchDecision, "origin">;

/** The key of an entry in a workbook: `E12-9f8e7d6c`, its number and what ties it to its words. */
export function entryKey(entry: StatedDecision): string {
  const { decisionId, kind, left, right, decidedBy, decidedOn, reason, replaces = 0 } = entry;
  const words = [kind, sourceKeyText(left), sourceKeyText(right), decidedBy, decidedOn, reason];
  const checksum = fnv1a(JSON.stringify([decisionId, ...words, replaces]));
  return `E${decisionId}-${checksum.toString(16).padStart(8, "0")}`;
}

/** The number in a key as it came back; nothing when somebody has written on it. */
export function entryNumber(key: string): number | undefined {
  const number = /^E([1-9]\d{0,8})-[0-9a-f]{8}$/.exec(key)?.[1];
  return number === undefined ? undefined : Number(number);
}
