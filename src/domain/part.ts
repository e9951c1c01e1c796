/** How many parts the people are divided into, for ever: work goes by ranges of parts. */
export const PARTS = 4096;

/**
 * The part of a person: FNV-1a (32 bit) of the person number's characters, modulo 4,096. Frozen:
 * stored keys begin with it, so it may never change.
 */
export function partOf(psnNo: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < psnNo.length; place++) {
    hash = Math.imul(hash ^ psnNo.charCodeAt(place), 0x01000193) >>> 0;
  }
  return hash % PARTS;
}
