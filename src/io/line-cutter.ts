import assert from "node:assert";
import type { TextEncoding } from "../domain/format.js";
import { decode } from "./gb18030.js";

/** The encodings of files that can be cut into lines in bytes (UTF-16 cannot). */
type LineEncoding = "gb18030" | "utf-8";

/** How a line ends; the last one of a file may have no end. */
export type LineEnd = "\n" | "\r\n" | "\r" | "";

/** One line of a file, with its place in bytes. */
export interface Line {
  /** Counted from 1. */
  readonly line: number;
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  /** How many bytes it has, without its line end. */
  readonly length: number;
  /** The decoded text; of a line that is too long only its beginning. */
  readonly text: string;
  readonly end: LineEnd;
  readonly isTooLong: boolean;
}

/** A line over this many bytes is no line of a table: something is broken. */
export const LONGEST_LINE = 1024 * 1024;

/** How much of a line that is too long is still shown, in UTF-16 units. */
const SHOWN_OF_TOO_LONG = 1000;

const LF = 0x0a;
const CR = 0x0d;
const MARKS: Record<LineEncoding, Buffer> = {
  "utf-8": Buffer.from([0xef, 0xbb, 0xbf]),
  gb18030: Buffer.from([0x84, 0x31, 0x95, 0x33]),
};

/**
 * Cuts bytes that arrive in pieces of any size into lines, and keeps no more than one piece and
 * one line. Cutting before decoding is safe: 0x0A and 0x0D are never part of a longer character
 * of GB18030 or UTF-8. A byte order mark at the very beginning belongs to no line.
 */
export class LineCutter {
  /** The beginning of the line whose end has not come yet. */
  private rest: Buffer = Buffer.alloc(0);
  /** How many bytes of that line were dropped, because it is too long already. */
  private dropped = 0;
  private offset = 0;
  private line = 1;
  private isAtStart = true;

  private readonly encoding: LineEncoding;

  constructor(encoding: TextEncoding) {
    assert(encoding === "gb18030" || encoding === "utf-8", `no lines in ${encoding}`);
    this.encoding = encoding;
  }

  /** Takes the next piece; returns the lines that it completes. */
  take(piece: Buffer): readonly Line[] {
    const block = this.rest.length === 0 ? piece : Buffer.concat([this.rest, piece]);
    return this.cut(block, false);
  }

  /** The last line, when the file does not end with a line end. */
  finish(): readonly Line[] {
    return this.cut(this.rest, true);
  }

  private cut(given: Buffer, isLast: boolean): readonly Line[] {
    if (this.isAtStart && !isLast && isBeginning(given, MARKS[this.encoding])) {
      this.rest = Buffer.from(given);
      return [];
    }
    const block = this.withoutMark(given);
    const cuts = cutsOf(block, isLast);
    const texts = this.texts(block, cuts);
    const lines = cuts.map((cut, index) => this.lineOf(cut, texts[index] ?? ""));
    this.keep(block.subarray(cuts.at(-1)?.next ?? 0));
    return lines;
  }

  private withoutMark(block: Buffer): Buffer {
    const mark = MARKS[this.encoding];
    const hasMark = this.isAtStart && block.subarray(0, mark.length).equals(mark);
    this.isAtStart = false;
    if (!hasMark) return block;
    this.offset = mark.length;
    return block.subarray(mark.length);
  }

  /** Decodes all lines at once, which is much faster than one by one. */
  private texts(block: Buffer, cuts: readonly Cut[]): readonly string[] {
    const last = cuts.at(-1);
    if (last === undefined) return [];
    const bytes = block.subarray(0, last.stop);
    const text = this.encoding === "gb18030" ? decode(bytes) : bytes.toString("utf8");
    const texts = text.split(/\r\n|\n|\r/);
    assert(texts.length === cuts.length, "decoding neither makes nor takes a line end");
    return texts;
  }

  /** The line of a cut, and a step on to the next line. */
  private lineOf({ start, stop, next, end }: Cut, text: string): Line {
    const length = stop - start + this.dropped;
    const isTooLong = length > LONGEST_LINE;
    const shown = isTooLong ? text.slice(0, SHOWN_OF_TOO_LONG) : text;
    const made = { line: this.line, offset: this.offset, length, text: shown, end, isTooLong };
    this.line += 1;
    this.offset += next - start + this.dropped;
    this.dropped = 0;
    return made;
  }

  /** Keeps an unfinished line: of an endless one its beginning, and its last byte if that is CR. */
  private keep(unfinished: Buffer): void {
    const tooMuch = Math.max(0, unfinished.length - LONGEST_LINE - 1);
    this.dropped += tooMuch;
    this.rest =
      tooMuch === 0
        ? Buffer.from(unfinished)
        : Buffer.concat([unfinished.subarray(0, LONGEST_LINE), unfinished.subarray(-1)]);
  }
}

interface Cut {
  readonly start: number;
  /** Where its line end begins, and where the next line does. */
  readonly stop: number;
  readonly next: number;
  readonly end: LineEnd;
}

/** The complete lines of a block. A CR at its very end waits: an LF may follow in the next one. */
function cutsOf(block: Buffer, isLast: boolean): readonly Cut[] {
  const cuts: Cut[] = [];
  let start = 0;
  let lf = placeOf(LF, block, 0);
  let cr = placeOf(CR, block, 0);
  for (let stop = Math.min(lf, cr); stop < block.length; stop = Math.min(lf, cr)) {
    if (stop === block.length - 1 && stop === cr && !isLast) return cuts;
    const end = stop === lf ? "\n" : block[stop + 1] === LF ? "\r\n" : "\r";
    const next = stop + end.length;
    cuts.push({ start, stop, next, end });
    start = next;
    if (lf < start) lf = placeOf(LF, block, start);
    if (cr < start) cr = placeOf(CR, block, start);
  }
  const isUnfinished = isLast && start < block.length;
  if (isUnfinished) cuts.push({ start, stop: block.length, next: block.length, end: "" });
  return cuts;
}

/** Where a byte stands next, or the end of the block. */
function placeOf(byte: number, block: Buffer, from: number): number {
  const place = block.indexOf(byte, from);
  return place === -1 ? block.length : place;
}

/** Whether these bytes, still too few to tell, may become the mark. */
function isBeginning(bytes: Buffer, mark: Buffer): boolean {
  return bytes.length < mark.length && mark.subarray(0, bytes.length).equals(bytes);
}
