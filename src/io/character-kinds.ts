import { decode } from "./gb18030.js";

/** A Chinese character of GB2312: level 1 has the 3,755 in daily use, level 2 the other 3,008. */
export const COMMON = 1;
export const LESS_COMMON = 2;
/** A code that cannot come of Chinese text in UTF-8, where one of its bytes never stands. */
export const SOLID = 4;
/** What Chinese text in UTF-8 begins with when it is read as GBK. */
export const PIECE_START = 8;

let kinds: Uint8Array | undefined;

/** What is known of a UTF-16 unit by its place in GBK: some of the four above, added up. */
export function kindsOf(unit: number): number {
  kinds ??= tableOfKinds();
  return kinds[unit] ?? 0;
}

/** Whether a code point is a Chinese character of any plane. */
export function isHan(point: number): boolean {
  return (point >= 0x3400 && point <= 0x9fff) || (point >= 0x20000 && point <= 0x3ffff);
}

/** The characters of some kind, for a pattern. */
export function charactersOf(kind: number): string {
  const all = Array.from({ length: 0x10000 }, (_, unit) => unit);
  return String.fromCharCode(...all.filter((unit) => (kindsOf(unit) & kind) !== 0));
}

function tableOfKinds(): Uint8Array {
  const made = new Uint8Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decode(Buffer.from([lead, trail]));
      if (text.length === 1 && text !== "\ufffd") made[text.charCodeAt(0)] = kindsIn(lead, trail);
    }
  }
  return made;
}

function kindsIn(lead: number, trail: number): number {
  const isLevel1 = trail >= 0xa1 && lead >= 0xb0 && lead <= 0xd7;
  const isLevel2 = trail >= 0xa1 && lead >= 0xd8 && lead <= 0xf7;
  const isSolid = trail >= 0x80 && !(isOfUtf8(lead) && isOfUtf8(trail));
  const isStart = isLeadOfUtf8(lead) && trail >= 0x80 && trail <= 0xbf;
  return (
    (isLevel1 ? COMMON : 0) +
    (isLevel2 ? LESS_COMMON : 0) +
    (isSolid ? SOLID : 0) +
    (isStart ? PIECE_START : 0)
  );
}

/** Whether Chinese text in UTF-8 has such a byte. */
function isOfUtf8(byte: number): boolean {
  return (byte >= 0x80 && byte <= 0xbf) || isLeadOfUtf8(byte);
}

/** The first byte of U+3000 … U+9FFF and U+FF00 …, or of the planes of rare characters. */
function isLeadOfUtf8(byte: number): boolean {
  return (byte >= 0xe3 && byte <= 0xe9) || byte === 0xef || byte === 0xf0;
}
