import assert from "node:assert";
import type { TextEncoding } from "../domain/format.js";
import { type LineEncoding, lineEncodings } from "./line-encodings.js";
import { mayBeOther, readLine } from "./line-text.js";

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
  /** The encoding in which it was read, where that is not the file's. */
  readonly readAs?: "gb18030" | "utf-8";
  /** The text in the other of these two, where the file's own cannot read the line. */
  readonly otherwise?: string;
  /** Its bytes, if they were asked for. */
  readonly bytes?: Buffer;
}

/** A line over this many bytes is no line of a table: something is broken. */
export const LONGEST_LINE = 1024 * 1024;

/** How much of a line that is too long is still shown, in UTF-16 units. */
const SHOWN_OF_TOO_LONG = 1000;

/**
 * Cuts bytes that arrive in pieces of any size into lines, and keeps no more than one piece and
 * one line. A byte order mark at the very beginning belongs to no line. A line that is certainly
 * in the other of GB18030 and UTF-8 is read as what it is.
 */
export class LineCutter {
  /** The beginning of the line whose end has not come yet. */
  private rest: Buffer = Buffer.alloc(0);
  /** How many bytes of that line were dropped, because it is too long already. */
  private dropped = 0;
  private offset = 0;
  private line = 1;
  private isAtStart = true;

  private readonly rules: LineEncoding;

  constructor(
    private readonly encoding: TextEncoding,
    private readonly keepsBytes = false,
  ) {
    this.rules = lineEncodings[encoding];
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
    if (this.isAtStart && !isLast && isBeginning(given, this.rules.mark)) {
      this.rest = Buffer.from(given);
      return [];
    }
    const block = this.withoutMark(given);
    const cuts = cutsOf(block, this.rules, isLast);
    const texts = this.texts(block, cuts);
    const lines = cuts.map((cut, index) => this.lineOf(cut, block, texts[index] ?? ""));
    this.keep(block.subarray(cuts.at(-1)?.next ?? 0));
    return lines;
  }

  private withoutMark(block: Buffer): Buffer {
    const { mark } = this.rules;
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
    const texts = this.rules.decode(block.subarray(0, last.stop)).split(/\r\n|\n|\r/);
    assert(texts.length === cuts.length, "decoding neither makes nor takes a line end");
    return texts;
  }

  /** The line of a cut, and a step on to the next line. */
  private lineOf({ start, stop, next, end }: Cut, block: Buffer, text: string): Line {
    const [line, offset, length] = [this.line, this.offset, stop - start + this.dropped];
    this.line += 1;
    this.offset += next - start + this.dropped;
    this.dropped = 0;
    const isTooLong = length > LONGEST_LINE;
    if (isTooLong) {
      return { line, offset, length, text: text.slice(0, SHOWN_OF_TOO_LONG), end, isTooLong };
    }
    const made = { line, offset, length, text, end, isTooLong };
    const isSuspect = mayBeOther(text, this.encoding);
    if (!isSuspect && !this.keepsBytes) return made;
    const bytes = block.subarray(start, stop);
    const read = isSuspect ? readLine(text, bytes, this.encoding) : {};
    return { ...made, ...read, ...(this.keepsBytes ? { bytes } : {}) };
  }

  /** Keeps an unfinished line: of an endless one its beginning, and its end if that is a CR. */
  private keep(unfinished: Buffer): void {
    const { unit } = this.rules;
    const tail = unit + (unfinished.length % unit);
    const tooMuch = Math.max(0, unfinished.length - LONGEST_LINE - tail);
    this.dropped += tooMuch;
    this.rest =
      tooMuch === 0
        ? Buffer.from(unfinished)
        : Buffer.concat([unfinished.subarray(0, LONGEST_LINE), unfinished.subarray(-tail)]);
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
function cutsOf(block: Buffer, { unit, lf, cr }: LineEncoding, isLast: boolean): readonly Cut[] {
  const cuts: Cut[] = [];
  let start = 0;
  let atLf = placeOf(lf, block, 0);
  let atCr = placeOf(cr, block, 0);
  for (let stop = Math.min(atLf, atCr); stop < block.length; stop = Math.min(atLf, atCr)) {
    const isCr = stop === atCr;
    if (isCr && stop + unit * 2 > block.length && !isLast) return cuts;
    const isPair = isCr && placeIs(lf, block, stop + unit);
    const end = isPair ? "\r\n" : isCr ? "\r" : "\n";
    const next = stop + end.length * unit;
    cuts.push({ start, stop, next, end });
    start = next;
    if (atLf < start) atLf = placeOf(lf, block, start);
    if (atCr < start) atCr = placeOf(cr, block, start);
  }
  const isUnfinished = isLast && start < block.length;
  if (isUnfinished) cuts.push({ start, stop: block.length, next: block.length, end: "" });
  return cuts;
}

/** Where a sign of one or two bytes stands next as a unit, or the end of the block. */
function placeOf(sign: Buffer, block: Buffer, from: number): number {
  const unit = sign.length;
  const [byte = 0] = sign;
  // One byte is found several times as fast as a piece of one byte.
  let place = unit === 1 ? block.indexOf(byte, from) : block.indexOf(sign, from);
  while (place !== -1 && place % unit !== 0) place = block.indexOf(sign, place + 1);
  return place === -1 ? block.length : place;
}

function placeIs(sign: Buffer, block: Buffer, at: number): boolean {
  return sign.every((byte, index) => block[at + index] === byte);
}

/** Whether these bytes, still too few to tell, may become the mark. */
function isBeginning(bytes: Buffer, mark: Buffer): boolean {
  return bytes.length < mark.length && mark.subarray(0, bytes.length).equals(bytes);
}
