import type { TextEncoding } from "../domain/format.js";
import { openFile } from "./files.js";
import { lineEncodings } from "./line-encodings.js";
import { verdictOf } from "./line-verdict.js";
import { readLines } from "./lines.js";
import { type Encoding, looksLike } from "./looks-like.js";

export type { Encoding as TextEncoding } from "./looks-like.js";

/** What in the bytes of a whole file speaks for its encoding. */
export interface EncodingEvidence {
  readonly encoding: Encoding;
  /** Whether the file begins with the byte order mark of UTF-8. */
  readonly hasMark: boolean;
  /** Whose byte order mark the file begins with. */
  readonly mark?: TextEncoding;
  /** Bytes above 0x7F; without any, every encoding reads the same. */
  readonly foreignBytes: number;
  /** Characters of several bytes, and bytes that fit nowhere, when it is read as UTF-8. */
  readonly asUtf8: Reading;
  /** The same when it is read as GB18030. */
  readonly asGb18030: Reading;
  /** Of these the ones of four bytes, which GBK does not have. */
  readonly fourByteCharacters: number;
  readonly lines: LineEvidence;
}

export interface Reading {
  readonly characters: number;
  readonly broken: number;
}

/** What the single lines say for or against the encoding of their file. */
export interface LineEvidence {
  /** Lines with characters above U+007F. */
  readonly foreign: number;
  /** Lines that are certainly in the other of GB18030 and UTF-8, and the first of them. */
  readonly other: number;
  readonly firstOther: readonly number[];
  /** Lines with bytes that are no character of either. */
  readonly broken: number;
  readonly firstBroken: readonly number[];
}

const PIECE = 256 * 1024;
const MOST_NAMED = 3;

/**
 * Weighs the bytes of a whole text file, in memory that does not grow with it. What its first MiB
 * looks like is the first guess; all bytes decide where that is plain ASCII, and the lines where
 * most of them disagree.
 */
export async function weighEncoding(path: string): Promise<EncodingEvidence> {
  const counts = await countBytes(path);
  const looks = await looksLike(path);
  const guess = looks === "ascii" ? byCounts(counts) : looks;
  const lines = await weighLines(path, guess);
  const other = guess === "gb18030" ? "utf-8" : "gb18030";
  if (lines.other * 2 <= lines.foreign) return { encoding: guess, ...counts, lines };
  return { encoding: other, ...counts, lines: await weighLines(path, other) };
}

/** Of a hundred lines that speak for one encoding, one may keep a file from being refused. */
const FEW = 100;

/**
 * Whether a file can be read in an encoding: it looks like it, is plain ASCII, or has lines of it
 * among others. A file that is wholly in another one cannot.
 */
export async function canBeReadIn(path: string, encoding: TextEncoding): Promise<boolean> {
  const looks = await looksLike(path);
  if (looks === encoding) return true;
  if (looks === "ascii") {
    const { foreignBytes } = await countBytes(path);
    if (foreignBytes === 0) return true;
  }
  if (looks.startsWith("utf-16") || encoding.startsWith("utf-16")) return false;
  let [own, other] = [0, 0];
  for await (const lines of readLines(path, { encoding, keepsBytes: true })) {
    for (const { bytes } of lines) {
      const verdict = bytes === undefined ? "either" : verdictOf(bytes);
      if (verdict === encoding) own += 1;
      else if (verdict === "utf-8" || verdict === "gb18030") other += 1;
    }
  }
  return own > 0 && own * FEW >= own + other;
}

async function weighLines(path: string, encoding: Encoding): Promise<LineEvidence> {
  const found = { foreign: 0, other: 0, broken: 0 };
  const [firstOther, firstBroken]: [number[], number[]] = [[], []];
  for await (const lines of readLines(path, {
    encoding: encoding === "ascii" ? "utf-8" : encoding,
  })) {
    for (const { line, text, readAs, otherwise } of lines) {
      if (!/[^\0-\x7f]/.test(text)) continue;
      found.foreign += 1;
      const isOther = readAs !== undefined;
      const isBroken = !isOther && (otherwise !== undefined || text.includes("\ufffd"));
      if (isOther && found.other++ < MOST_NAMED) firstOther.push(line);
      if (isBroken && found.broken++ < MOST_NAMED) firstBroken.push(line);
    }
  }
  return { ...found, firstOther, firstBroken };
}

type ByteCounts = Omit<EncodingEvidence, "encoding" | "lines">;

async function countBytes(path: string): Promise<ByteCounts> {
  const utf8 = new Utf8Count();
  const gb18030 = new Gb18030Count();
  let mark: TextEncoding | undefined;
  let foreignBytes = 0;
  const file = await openFile(path);
  try {
    const piece = Buffer.alloc(PIECE);
    for (let isFirst = true; ; isFirst = false) {
      const { bytesRead } = await file.read(piece, 0, PIECE);
      if (bytesRead === 0) break;
      if (isFirst) mark = markOf(piece.subarray(0, bytesRead));
      for (const byte of piece.subarray(0, bytesRead)) {
        if (byte >= 0x80) foreignBytes += 1;
        else if (utf8.isIdle && gb18030.isIdle) continue;
        utf8.take(byte);
        gb18030.take(byte);
      }
    }
  } finally {
    await file.close();
  }
  const { fourBytes: fourByteCharacters, ...asGb18030 } = gb18030.finish();
  const marked = { hasMark: mark === "utf-8", ...(mark && { mark }) };
  return { ...marked, foreignBytes, asUtf8: utf8.finish(), asGb18030, fourByteCharacters };
}

function markOf(start: Buffer): TextEncoding | undefined {
  const names = Object.keys(lineEncodings) as TextEncoding[];
  return names.find((name) => {
    const { mark } = lineEncodings[name];
    return start.subarray(0, mark.length).equals(mark);
  });
}

function byCounts({ foreignBytes, asUtf8, asGb18030 }: ByteCounts): Encoding {
  if (foreignBytes === 0) return "ascii";
  const isUtf8 = asUtf8.broken * 10 <= asUtf8.characters && asUtf8.broken <= asGb18030.broken;
  return isUtf8 ? "utf-8" : "gb18030";
}

/** Counts the characters of UTF-8 that have several bytes, byte by byte. */
class Utf8Count {
  private characters = 0;
  private broken = 0;
  private missing = 0;

  get isIdle(): boolean {
    return this.missing === 0;
  }

  take(byte: number): void {
    if (byte >= 0x80 && byte < 0xc0) {
      if (this.missing === 0) this.broken += 1;
      else if (--this.missing === 0) this.characters += 1;
      return;
    }
    if (this.missing > 0) this.broken += 1;
    this.missing = byte < 0xc2 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : byte < 0xf5 ? 3 : 0;
    if (byte >= 0xf5) this.broken += 1;
  }

  finish(): Reading {
    return { characters: this.characters, broken: this.broken + (this.missing > 0 ? 1 : 0) };
  }
}

/** Counts the characters of GB18030 that have two or four bytes, by their shape, byte by byte. */
class Gb18030Count {
  private characters = 0;
  private broken = 0;
  private fourBytes = 0;
  /** How many bytes of a character have been read. */
  private read = 0;

  get isIdle(): boolean {
    return this.read === 0;
  }

  take(byte: number): void {
    const isDigit = byte >= 0x30 && byte <= 0x39;
    const isLead = byte >= 0x81 && byte <= 0xfe;
    if (this.read === 3 && isDigit) this.fourBytes += 1;
    if (this.read === 1 && !isDigit) this.end(byte >= 0x40 && byte !== 0x7f && byte !== 0xff);
    else if (this.read === 3) this.end(isDigit);
    else if (this.read === 1 || (this.read === 2 && isLead)) this.read += 1;
    else if (this.read === 2) this.end(false);
    else if (isLead) this.read = 1;
    else if (byte >= 0x80) this.broken += 1;
  }

  finish(): Reading & { readonly fourBytes: number } {
    const broken = this.broken + (this.read > 0 ? 1 : 0);
    return { characters: this.characters, broken, fourBytes: this.fourBytes };
  }

  private end(isWhole: boolean): void {
    if (isWhole) this.characters += 1;
    else this.broken += 1;
    this.read = 0;
  }
}
