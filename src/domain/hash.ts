import { partOf } from "./row-number.js";

/** The hash by which a row is known again; records of one line have hashes of their own. */
export function lineHash(row: number, text: string): number {
  return fnv1a(`${partOf(row) || ""}${text}`);
}

/** FNV-1a, 32 bit, over the characters of a text: quick, the same everywhere, no protection. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash >>> 0;
}
