import {
  COMMON,
  charactersOf,
  isHan,
  kindsOf,
  LESS_COMMON,
  PIECE_START,
} from "./character-kinds.js";
import { decode, encode } from "./gb18030.js";
import { bytesOfLatin } from "./latin.js";
import { isBetterReading } from "./line-verdict.js";

/** Knows what earlier conversions make of Chinese text, by the code table. */
export const ruinedText = {
  mayHold: (text: string): boolean => TRACES.test(text),

  /**
   * What a text said before it was read in a wrong encoding: UTF-8 read as GBK, or UTF-8 or GBK
   * read as Latin-1 or cp1252. Only when all of it gives Chinese text. Where the last byte was
   * lost, so was the last character, and U+FFFD stands for it.
   */
  original(text: string): string | undefined {
    return utf8ReadAsGbk(text) ?? chineseReadAsLatin(text);
  },

  better(text: string, otherwise: string): string | undefined {
    return isBetterReading(otherwise, text) ? otherwise.trim() : undefined;
  },

  endsWith(character: string, sign: string): boolean {
    const code = encode(character);
    return code.length === 2 && code[1] === sign.charCodeAt(0);
  },
};

/**
 * Characters that damage leaves: U+FFFD and its look in GBK, private use, the beginnings of UTF-8
 * read as GBK, and the letters of Latin-1 that hardly stand in Chinese text.
 */
const TRACES = new RegExp(
  `[\\ufffd\\ue000-\\uf8ff锟烫屯\\u0080-\\u00af\\u00b1-\\u00b6\\u00b8-\\u00d6\\u00d8-\\u00ff` +
    `${charactersOf(PIECE_START)}]`,
);

/** ASCII, Chinese characters, and the signs that stand among them. */
const CHINESE = /^[ -~\u00b7\u2010-\u203b\u2460-\u24ff\u3000-\u301f\u3400-\u9fff\uff01-\uff5e]+$/;

function utf8ReadAsGbk(text: string): string | undefined {
  if (!PIECE.test(text)) return undefined;
  const whole = text.replace(/[?\ufffd]+$/, "");
  const read = encode(whole).toString("utf8");
  const isCut = whole !== text && read.endsWith("\ufffd");
  const sound = isCut ? read.slice(0, -1) : read;
  if (!CHINESE.test(sound)) return undefined;
  const han = hanOf(sound);
  const isLikely = han.every(isEveryday) || hanOf(whole).some((one) => !isInUse(one));
  return han.length > 1 && isLikely ? read : undefined;
}

const PIECE = new RegExp(`[${charactersOf(PIECE_START)}]`);

function hanOf(text: string): readonly number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0).filter(isHan);
}

/** Whether a character is one of the 3,755 in daily use. */
function isEveryday(point: number): boolean {
  return (kindsOf(point) & COMMON) !== 0;
}

/** Whether GB2312 has a character. */
function isInUse(point: number): boolean {
  return (kindsOf(point) & (COMMON | LESS_COMMON)) !== 0;
}

/** Only characters in use, so that a name with many accents is never taken for Chinese. */
function chineseReadAsLatin(text: string): string | undefined {
  const bytes = bytesOfLatin(text);
  if (bytes === undefined) return undefined;
  const asUtf8 = bytes.toString("utf8");
  if (CHINESE.test(asUtf8) && hanOf(asUtf8).length > 0) return asUtf8;
  const asGbk = decode(bytes);
  const han = hanOf(asGbk);
  return CHINESE.test(asGbk) && han.length > 0 && han.every(isInUse) ? asGbk : undefined;
}
