import assert from "node:assert";
import iconv from "iconv-lite";

/**
 * Decodes GB18030 (and so GBK and GB2312) by the index of the WHATWG Encoding Standard. A byte
 * that fits nowhere becomes U+FFFD on its own, so a broken character never swallows the TAB, comma
 * or line end behind it.
 */
export function decode(bytes: Buffer): string {
  const table = twoByteTable();
  const units = new Uint16Array(bytes.length); // no code makes more units than it has bytes
  let made = 0;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      units[made++] = lead;
      at += 1;
      continue;
    }
    const unit = table[(lead << 8) | (bytes[at + 1] ?? 0)] ?? 0;
    if (unit !== 0) {
      units[made++] = unit;
      at += 2;
      continue;
    }
    const { text, length } = decodeRare(bytes, at);
    for (let place = 0; place < text.length; place++) units[made++] = text.charCodeAt(place);
    at += length;
  }
  return Buffer.from(units.buffer, 0, made * 2).toString("utf16le");
}

/** Encodes text as GB18030, which has a code for everything: only a lone surrogate gives `?`. */
export function encode(text: string): Buffer {
  const plain = text.replace(OVERLAID_CHARACTER, (found) => privateTwins().get(found) ?? found);
  return iconv.encode(plain, "gb18030");
}

/**
 * The 18 two-byte codes that GB18030-2022 moved out of the private-use area: iconv-lite still has
 * the assignment of 2005, the WHATWG index the new one. Code, then UTF-16 unit.
 */
const OVERLAID: readonly (readonly [number, number])[] = [
  [0xa6d9, 0xfe10],
  [0xa6da, 0xfe12],
  [0xa6db, 0xfe11],
  [0xa6dc, 0xfe13],
  [0xa6dd, 0xfe14],
  [0xa6de, 0xfe15],
  [0xa6df, 0xfe16],
  [0xa6ec, 0xfe17],
  [0xa6ed, 0xfe18],
  [0xa6f3, 0xfe19],
  [0xfe59, 0x9fb4],
  [0xfe61, 0x9fb5],
  [0xfe66, 0x9fb6],
  [0xfe67, 0x9fb7],
  [0xfe6d, 0x9fb8],
  [0xfe7e, 0x9fb9],
  [0xfe90, 0x9fba],
  [0xfea0, 0x9fbb],
];
const OVERLAID_CHARACTER = /[\ufe10-\ufe19\u9fb4-\u9fbb]/g;
const REPLACEMENT = "\ufffd";

let table: Uint16Array | undefined;
let twins: ReadonlyMap<string, string> | undefined;

/**
 * The UTF-16 unit of every two-byte code, 0 where there is none, asked of iconv-lite once: a look
 * into a flat table is several times faster than its walk through a tree, and costs no overlay.
 */
function twoByteTable(): Uint16Array {
  if (table !== undefined) return table;
  const codes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f) codes.push((lead << 8) | trail);
    }
  }
  const text = iconv.decode(
    Buffer.from(codes.flatMap((code) => [code >> 8, code & 0xff])),
    "gb18030",
  );
  assert(text.length === codes.length, "every two-byte code is one character of the BMP");

  const made = new Uint16Array(0x10000);
  for (const [place, code] of codes.entries()) made[code] = text.charCodeAt(place);
  for (const [code, unit] of OVERLAID) made[code] = unit;
  table = made;
  return made;
}

/** By character that moved: the private-use character that iconv-lite encodes to the same code. */
function privateTwins(): ReadonlyMap<string, string> {
  twins ??= new Map(
    OVERLAID.map(([code, unit]) => [
      String.fromCharCode(unit),
      iconv.decode(Buffer.from([code >> 8, code & 0xff]), "gb18030"),
    ]),
  );
  return twins;
}

/** What is neither ASCII nor a two-byte code: a four-byte code, the euro of cp936, or broken. */
function decodeRare(bytes: Buffer, at: number): { text: string; length: number } {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  if (first === 0x80) return { text: "€", length: 1 };
  if (!isLead(first) || !isDigit(second) || !isLead(third) || !isDigit(fourth)) {
    return { text: REPLACEMENT, length: 1 };
  }
  const pointer =
    (first - 0x81) * 12_600 + (second - 0x30) * 1_260 + (third - 0x81) * 10 + (fourth - 0x30);
  const isAssigned = pointer <= 39_419 || (pointer >= 189_000 && pointer <= 1_237_575);
  const text = isAssigned ? iconv.decode(bytes.subarray(at, at + 4), "gb18030") : REPLACEMENT;
  return { text, length: 4 };
}

function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
