import { fnv1a } from "../domain/hash.js";
import type { Origin } from "../domain/records.js";
import { type SourceKey, sourceKeyText } from "../domain/source-key.js";

/** Two records that wait for a decision: what names them, and where they stand. */
export interface KeyedPair {
  readonly left: SourceKey;
  readonly right: SourceKey;
  readonly leftRow: Origin;
  readonly rightRow: Origin;
}

/** What a pair's key in a workbook says. */
export interface PairKey extends Pick<KeyedPair, "leftRow" | "rightRow"> {
  readonly checksum: string;
}

/** The key of a pair: `P7-12-9-33-9f8e7d6c`, both places and what ties them to their records. */
export function pairKey(pair: KeyedPair): string {
  const { leftRow, rightRow } = pair;
  const places = [leftRow.fileId, leftRow.line, rightRow.fileId, rightRow.line];
  return `P${places.join("-")}-${pairChecksum(pair)}`;
}

/** Reads a key as it came back; nothing when somebody has written on it. */
export function parsePairKey(key: string): PairKey | undefined {
  const number = "([1-9]\\d{0,15})";
  const pattern = new RegExp(`^P${number}-${number}-${number}-${number}-([0-9a-f]{8})$`);
  const [, leftFile, leftLine, rightFile, rightLine, checksum] = pattern.exec(key.trim()) ?? [];
  if (checksum === undefined) return undefined;
  return {
    leftRow: { fileId: Number(leftFile), line: Number(leftLine) },
    rightRow: { fileId: Number(rightFile), line: Number(rightLine) },
    checksum,
  };
}

/** A place of another database, or another record in this place, does not fit. */
export function pairChecksum({ left, right, leftRow, rightRow }: KeyedPair): string {
  const places = `${leftRow.fileId} ${leftRow.line} ${rightRow.fileId} ${rightRow.line}`;
  const text = `${places} ${sourceKeyText(left)} ${sourceKeyText(right)}`;
  return fnv1a(text).toString(16).padStart(8, "0");
}
