import { openFile } from "./files.js";
import { looksLike } from "./looks-like.js";

/** The encodings of text that can be cut into lines. */
export type TextEncoding = "utf-8" | "gb18030" | "ascii";

/** What in the bytes of a whole file speaks for its encoding. */
export interface EncodingEvidence {
  readonly encoding: TextEncoding;
  /** Whether the file begins with the byte order mark of UTF-8. */
  readonly hasMark: boolean;
  /** Bytes above 0x7F; without any, every encoding reads the same. */
  readonly foreignBytes: number;
  /** Characters of several bytes, and bytes that fit nowhere, when it is read as UTF-8. */
  readonly asUtf8: Reading;
  /** The same when it is read as GB18030. */
  readonly asGb18030: Reading;
}

export interface Reading {
  readonly characters: number;
  readonly broken: number;
}

const PIECE = 256 * 1024;

/**
 * Weighs the bytes of a whole text file, in memory that does not grow with it. The verdict is that
 * of `looksLike`, which every delivery is held to; a file that is plain ASCII for its first MiB
 * and goes on otherwise is judged by all its bytes.
 */
export async function weighEncoding(path: string): Promise<EncodingEvidence> {
  const utf8 = new Utf8Count();
  const gb18030 = new Gb18030Count();
  let hasMark = false;
  let foreignBytes = 0;
  const file = await openFile(path);
  try {
    const piece = Buffer.alloc(PIECE);
    for (let isFirst = true; ; isFirst = false) {
      const { bytesRead } = await file.read(piece, 0, PIECE);
      if (bytesRead === 0) break;
      if (isFirst) hasMark = piece.toString("hex", 0, Math.min(3, bytesRead)) === "efbbbf";
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
  const asUtf8 = utf8.finish();
  const asGb18030 = gb18030.finish();
  const looks = await looksLike(path);
  const isSure = looks === "utf-8" || looks === "gb18030";
  const encoding = isSure ? looks : byCounts(foreignBytes, asUtf8, asGb18030);
  return { encoding, hasMark, foreignBytes, asUtf8, asGb18030 };
}

function byCounts(foreign: number, utf8: Reading, gb18030: Reading): TextEncoding {
  if (foreign === 0) return "ascii";
  const isUtf8 = utf8.broken * 10 <= utf8.characters && utf8.broken <= gb18030.broken;
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
  /** How many bytes of a character have been read. */
  private read = 0;

  get isIdle(): boolean {
    return this.read === 0;
  }

  take(byte: number): void {
    const isDigit = byte >= 0x30 && byte <= 0x39;
    const isLead = byte >= 0x81 && byte <= 0xfe;
    if (this.read === 1 && !isDigit) this.end(byte >= 0x40 && byte !== 0x7f && byte !== 0xff);
    else if (this.read === 3) this.end(isDigit);
    else if (this.read === 1 || (this.read === 2 && isLead)) this.read += 1;
    else if (this.read === 2) this.end(false);
    else if (isLead) this.read = 1;
    else if (byte >= 0x80) this.broken += 1;
  }

  finish(): Reading {
    return { characters: this.characters, broken: this.broken + (this.read > 0 ? 1 : 0) };
  }

  private end(isWhole: boolean): void {
    if (isWhole) this.characters += 1;
    else this.broken += 1;
    this.read = 0;
  }
}
