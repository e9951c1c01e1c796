import type { Hanzi } from "../hanzi.js";
import type { Texts } from "../texts.js";

/** A name as numbers: those of its plain characters, without the dot. */
export type Characters = readonly number[];

/** Takes names apart, each once. */
export class Names {
  private readonly taken: (Characters | undefined)[] = [];

  constructor(
    private readonly values: Texts,
    private readonly hanzi: Hanzi,
  ) {}

  /** The characters of the name with this code. */
  take(code: number): Characters {
    const known = this.taken[code];
    if (known !== undefined) return known;
    const plain = this.hanzi.plainOf(this.values.at(code));
    const characters = plain.map((character) => this.hanzi.numberOf(character));
    this.taken[code] = characters;
    return characters;
  }
}

/** Whether two names are the same in plain characters. */
export function isVariant(left: Characters, right: Characters): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
  return true;
}

/** Whether two names sound alike, character by character; a character may have several readings. */
export function soundAlike(left: Characters, right: Characters, hanzi: Hanzi): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) {
    if (!hanzi.soundAlike(left[at] as number, right[at] as number)) return false;
  }
  return true;
}

/** Whether two names look alike, character by character. */
export function lookAlike(left: Characters, right: Characters, hanzi: Hanzi): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) {
    if (!hanzi.lookAlike(left[at] as number, right[at] as number)) return false;
  }
  return true;
}

/** Whether one name is the other with one character left out; at least two must stay. */
export function isOneMissing(left: Characters, right: Characters): boolean {
  if (Math.abs(left.length - right.length) !== 1) return false;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (short.length < 2) return false;
  let skipped = 0;
  for (let at = 0; at < short.length; at++) {
    if (short[at] !== long[at + skipped] && ++skipped > 1) return false;
    if (short[at] !== long[at + skipped]) return false;
  }
  return true;
}

/** Whether names of three characters or more differ in one of them. */
export function isOneDifferent(left: Characters, right: Characters): boolean {
  if (left.length < 3 || left.length !== right.length) return false;
  let different = 0;
  for (let at = 0; at < left.length; at++) {
    if (left[at] !== right[at] && ++different > 1) return false;
  }
  return different === 1;
}

export function isSameSurname(left: Characters, right: Characters): boolean {
  return left.length > 0 && left[0] === right[0];
}
