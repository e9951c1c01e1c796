import type { Hanzi } from "./hanzi.js";
import type { KeyPart } from "./key-part.js";
import type { Column } from "./table.js";

/** Numbers for what a part of a key takes of every value of a column, by the value's code. */
export function cutNumbers({ values }: Column, part: KeyPart, hanzi: Hanzi): Int32Array {
  const pieces = new Pieces(values.length);
  return Int32Array.from(values, (value) => {
    if (value === "") return 0;
    if (part.cut === "sound") return pieces.numberOf(hanzi.soundOf(value), 0, Infinity);
    const [from, to] = rangeOf(value, part);
    return from === to ? 0 : pieces.numberOf(value, from, Math.min(to, value.length));
  });
}

/** Which characters of a value a part takes; none of a date that is no date. */
function rangeOf(value: string, { cut, length }: KeyPart): readonly [number, number] {
  const isDate = cut !== "year" && cut !== "monthday" ? false : /^\d{8}$/.test(value);
  switch (cut) {
    case "first":
      return [0, length];
    case "last":
      return [Math.max(0, value.length - length), value.length];
    case "year":
      return isDate ? [0, 4] : [0, 0];
    case "monthday":
      return isDate ? [4, 8] : [0, 0];
    default:
      return [0, value.length];
  }
}

/**
 * Gives equal pieces of texts equal numbers, from 1 on in the order in which they come. Pieces are
 * looked up where they stand: a million short texts would cost more than all comparing.
 */
class Pieces {
  private readonly slots: Int32Array;
  private readonly texts: string[] = [""];
  private readonly from: number[] = [0];
  private readonly to: number[] = [0];

  constructor(most: number) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(most * 2 + 2)));
  }

  numberOf(text: string, from: number, upTo: number): number {
    const to = Math.min(upTo, text.length);
    const mask = this.slots.length - 1;
    let slot = hashOf(text, from, to) & mask;
    for (;;) {
      const number = this.slots[slot] as number;
      if (number === 0) break;
      if (this.isEqual(number, text, from, to)) return number;
      slot = (slot + 1) & mask;
    }
    this.from.push(from);
    this.to.push(to);
    const number = this.texts.push(text) - 1;
    this.slots[slot] = number;
    return number;
  }

  private isEqual(number: number, text: string, from: number, to: number): boolean {
    const start = this.from[number] as number;
    if ((this.to[number] as number) - start !== to - from) return false;
    const other = this.texts[number] as string;
    for (let at = 0; at < to - from; at++) {
      if (other.charCodeAt(start + at) !== text.charCodeAt(from + at)) return false;
    }
    return true;
  }
}

/** FNV-1a over a piece of a text. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
