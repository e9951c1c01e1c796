import { COMMON, isHan, kindsOf, LESS_COMMON, SOLID } from "./character-kinds.js";
import { decode } from "./gb18030.js";

/**
 * What the bytes of a line are: text of one encoding for certain; sound in both, or too little to
 * tell (`either`); sound in none (`neither`); or without any byte above 0x7F (`ascii`).
 */
export type LineVerdict = "utf-8" | "gb18030" | "either" | "neither" | "ascii";

/** So many Chinese characters a line must hold before it is believed against its file. */
const ENOUGH = 2;

/**
 * So many, in at least two cells, where both readings are sound. Three characters of GBK can by
 * chance be two of UTF-8, so one cell alone proves nothing about its line.
 */
const ENOUGH_OF_BOTH = 4;

/** For one broken character a line needs so many sound ones. */
const SOUND_PER_BROKEN = 4;

/**
 * Judges the bytes of one line. UTF-8 gives itself away: its Chinese characters have three bytes
 * each, which GBK takes two by two; the characters that this makes are pieces, hardly one of
 * them in use. A Chinese character of GBK whose bytes cannot stand in UTF-8 speaks for GBK.
 */
export function verdictOf(bytes: Buffer): LineVerdict {
  const asUtf8 = seen(bytes.toString("utf8"));
  if (asUtf8.foreign === 0) return "ascii";
  const asGb = seen(decode(bytes));
  if (speaksUtf8(asUtf8, asGb)) return "utf-8";
  if (speaksGb(asGb, asUtf8)) return "gb18030";
  return asUtf8.broken > 0 && asGb.broken > 0 ? "neither" : "either";
}

/**
 * Whether the second of two readings of the same bytes, in GB18030 and UTF-8 or the other way
 * round, is no text while the first is. Also for single cells: one character is enough for GBK.
 */
export function isBetterReading(one: string, other: string): boolean {
  const [better, worse] = [seen(one), seen(other)];
  if (worse.broken === 0 || better.broken > 0) return false;
  return speaksUtf8(better, worse) || speaksGb({ ...better, solid: better.solid + 1 }, worse);
}

/** What a reading of a line shows. */
interface Seen {
  /** Characters above U+007F. */
  foreign: number;
  broken: number;
  han: number;
  /** Chinese characters whose code in GBK cannot come of UTF-8. */
  solid: number;
  /** Chinese characters that GB2312 does not have. */
  rare: number;
  /** Neither Chinese characters nor signs that stand among them. */
  strange: number;
  /** Stretches between ASCII characters that hold Chinese ones. */
  cells: number;
}

function speaksUtf8(utf8: Seen, gb: Seen): boolean {
  const doubts = utf8.broken + gb.solid;
  if (utf8.strange > 0 || doubts * SOUND_PER_BROKEN > utf8.han) return false;
  if (gb.broken > 0) return utf8.han >= ENOUGH;
  return utf8.han >= ENOUGH_OF_BOTH && utf8.cells > 1 && gb.rare > 0;
}

function speaksGb(gb: Seen, utf8: Seen): boolean {
  if (gb.strange > 0 || gb.broken * SOUND_PER_BROKEN > gb.han || gb.solid < ENOUGH) return false;
  return utf8.broken > 0 && utf8.han * SOUND_PER_BROKEN <= utf8.broken;
}

// Signs of Chinese text: · “ ” … ℃ ① □ 、 《 》 and full-width forms.
const SIGN =
  /[\u00b0\u00b7\u00d7\u2010-\u203b\u2103-\u2193\u2460-\u25ff\u3000-\u301f\uff01-\uffe5]/;

function seen(text: string): Seen {
  const found = { foreign: 0, broken: 0, han: 0, solid: 0, rare: 0, strange: 0, cells: 0 };
  let isInCell = false;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) {
      isInCell = false;
      continue;
    }
    found.foreign += 1;
    if (point === 0xfffd) found.broken += 1;
    else if (isHan(point)) {
      const kinds = kindsOf(point);
      found.han += 1;
      if ((kinds & (COMMON | LESS_COMMON)) === 0) found.rare += 1;
      if ((kinds & SOLID) !== 0) found.solid += 1;
      if (!isInCell) found.cells += 1;
      isInCell = true;
    } else if (!SIGN.test(character)) found.strange += 1;
  }
  return found;
}
