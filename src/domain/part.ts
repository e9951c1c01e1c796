import { fnv1a } from "./hash.js";

/** How many parts the people are divided into, for ever: work goes by ranges of parts. */
export const PARTS = 4096;

/**
 * The part of a person: FNV-1a (32 bit) of the person number, modulo 4,096. Frozen: stored keys
 * begin with it, so it may never change.
 */
export function partOf(psnNo: string): number {
  return fnv1a(psnNo) % PARTS;
}
