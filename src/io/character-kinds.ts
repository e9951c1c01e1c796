import { decode } from "./gb18030.js";

/** A Chinese character of GB2312: level 1 has the 3,755 in daily use, level 2 the other 3,008. */
export const COMMON = 1;
export const LESS_COMMON = 2;
/** A code that cannot come of Chinese text in UTF-8, where one of its bytes never stands. */
export const SOLID = 4;
/** What Chinese text in UTF-8 begins with when it is read as GBK. */
export const PIECE_START = 8;

/** What damage leaves and clean Chinese text hardly holds. */
export const TRACE = 16;

let kinds: Uint8Array | undefined;

/** What is known of a UTF-16 unit by its place in GBK: some of the five above, added up. */
export function kindsOf(unit: number): number {
  kinds ??= tableOfKinds();
  return kinds[unit] ?? 0;
}

/** Whether any character of a text is of some kind. */
export function holdsAny(text: string, kind: number): boolean {
  kinds ??= tableOfKinds();
  for (let place = 0; place < text.length; place++) {
    if (((kinds[text.charCodeAt(place)] ?? 0) & kind) !== 0) return true;
  }
  return false;
}

/** Whether the first character above U+007F is of some kind. */
export function beginsWith(text: string, kind: number): boolean {
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit >= 0x80) return (kindsOf(unit) & kind) !== 0;
  }
  return false;
}

/** Whether a code point is a Chinese character of any plane. */
export function isHan(point: number): boolean {
  return (point >= 0x3400 && point <= 0x9fff) || (point >= 0x20000 && point <= 0x3ffff);
}

// U+FFFD and its look in GBK, what debuggers fill memory with, and two letters of Latin-1 in use.
const LEFT_BY_DAMAGE = "\ufffd锟烫屯";
const IN_USE = "°·×";

function tableOfKinds(): Uint8Array {
  const made = new Uint8Array(0x10000);
  const trails = Array.from({ length: 0xfe - 0x40 + 1 }, (_, at) => 0x40 + at);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const assigned = trails.filter((trail) => trail !== 0x7f);
    const text = decode(Buffer.from(assigned.flatMap((trail) => [lead, trail])));
    for (const [at, trail] of assigned.entries()) {
      made[text.charCodeAt(at)] = kindsIn(lead, trail);
    }
  }
  const latin = Array.from({ length: 0x80 }, (_, at) => String.fromCharCode(0x80 + at));
  const traces = [...LEFT_BY_DAMAGE, ...latin.filter((letter) => !IN_USE.includes(letter))];
  const privateUse = Array.from({ length: 0xf900 - 0xe000 }, (_, at) => 0xe000 + at);
  for (const unit of [...traces.map((one) => one.charCodeAt(0)), ...privateUse]) {
    made[unit] = (made[unit] ?? 0) | TRACE;
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
