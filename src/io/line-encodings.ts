import type { TextEncoding } from "../domain/format.js";
import { decode } from "./gb18030.js";

/** How an encoding writes lines: what tells where one ends, and what its bytes say. */
export interface LineEncoding {
  /** The byte order mark, which belongs to no line. */
  readonly mark: Buffer;
  /** How many bytes a unit has: line ends stand at a multiple of it. */
  readonly unit: 1 | 2;
  readonly lf: Buffer;
  readonly cr: Buffer;
  /** The text of some bytes; what is no character becomes U+FFFD. */
  decode(bytes: Buffer): string;
}

/**
 * Cutting before decoding is safe: in GB18030 and UTF-8, 0x0A and 0x0D are never part of a longer
 * character; in UTF-16 every line end is a unit of its own.
 */
export const lineEncodings: Readonly<Record<TextEncoding, LineEncoding>> = {
  gb18030: { mark: hex("84319533"), unit: 1, lf: hex("0a"), cr: hex("0d"), decode },
  "utf-8": { mark: hex("efbbbf"), unit: 1, lf: hex("0a"), cr: hex("0d"), decode: utf8 },
  "utf-16le": { mark: hex("fffe"), unit: 2, lf: hex("0a00"), cr: hex("0d00"), decode: utf16le },
  "utf-16be": { mark: hex("feff"), unit: 2, lf: hex("000a"), cr: hex("000d"), decode: utf16be },
};

function hex(digits: string): Buffer {
  return Buffer.from(digits, "hex");
}

function utf8(bytes: Buffer): string {
  return bytes.toString("utf8");
}

/** Half a surrogate pair is no character, and neither is the half of a unit at the end. */
function utf16le(bytes: Buffer): string {
  const text = bytes.toString("utf16le").replace(/\p{Cs}/gu, "\ufffd");
  return bytes.length % 2 === 0 ? text : `${text}\ufffd`;
}

function utf16be(bytes: Buffer): string {
  const even = bytes.length - (bytes.length % 2);
  const text = utf16le(Buffer.from(bytes.subarray(0, even)).swap16());
  return even === bytes.length ? text : `${text}\ufffd`;
}
