import {
  COMMON,
  holdsAny,
  isHan,
  kindsOf,
  LESS_COMMON,
  PIECE_START,
  TRACE,
} from "./character-kinds.js";
import { decode, encode } from "./gb18030.js";
import { bytesOfLatin } from "./latin.js";
import { isBetterReading } from "./line-verdict.js";

/** Knows what earlier conversions make of Chinese text, by the code table. */
export const ruinedText = {
  mayHold: (text: string): boolean => holdsAny(text, TRACE | PIECE_START),

  /**
   * What a text said before it was read in a wrong encoding: UTF-8 read as GBK, or UTF-8 or GBK
   * read as Latin-1 or cp1252. Only when all of it gives Chinese text. Where a byte was lost,
   * so was its character, and U+FFFD stands for it. Where both make sense, both are
   * told, with ` / ` between.
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

/** ASCII, Chinese characters of all planes, and the signs that stand among them. */
const SIGNS = "\\u00b7\\u2010-\\u203b\\u2460-\\u24ff\\u3000-\\u301f\\uff01-\\uff5e";
const CHINESE = new RegExp(`^[ -~\\u3400-\\u9fff\\u{20000}-\\u{3ffff}${SIGNS}]+$`, "u");

/** Every `?` or U+FFFD may stand for a lost byte, and so for a lost character. */
function utf8ReadAsGbk(text: string): string | undefined {
  if (!holdsAny(text, PIECE_START)) return undefined;
  const left = text.replace(/[?\ufffd]/g, "");
  const read = utf8Of(left);
  const sound = read.replaceAll("\ufffd", "");
  const broken = read.length - sound.length;
  const lost = text.length - left.length + text.split(IDEOGRAPHIC_SPACE).length - 1;
  const han = hanOf(sound);
  if (!CHINESE.test(sound) || han.length < 2 || broken > Math.min(lost, han.length))
    return undefined;
  const isLikely = han.some(isEveryday) || hanOf(left).some((one) => !isInUse(one));
  return isLikely ? read : undefined;
}

const IDEOGRAPHIC_SPACE = "\u3000";

/**
 * The bytes of a text in GBK, read as UTF-8: € was 0x80 on its own, as cp936 has it. Both A1A1 and
 * A3A0 give an ideographic space, so the character that it was part of is left open.
 */
function utf8Of(text: string): string {
  const bytesWith = (space: string): Buffer => {
    const parts = text.split(IDEOGRAPHIC_SPACE).map((part) =>
      part
        .split("€")
        .map((one) => encode(one).toString("latin1"))
        .join("\x80"),
    );
    return Buffer.from(parts.join(space), "latin1");
  };
  const read = Array.from(bytesWith("\xa1\xa1").toString("utf8"));
  if (!text.includes(IDEOGRAPHIC_SPACE)) return read.join("");
  const otherwise = Array.from(bytesWith("\xa3\xa0").toString("utf8"));
  return read.map((one, at) => (one === otherwise[at] ? one : "\ufffd")).join("");
}

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

/** GBK must give a character in use and leave no letter, or names with accents would be Chinese. */
function chineseReadAsLatin(text: string): string | undefined {
  const bytes = bytesOfLatin(text);
  if (bytes === undefined) return undefined;
  const [asUtf8, asGbk] = [bytes.toString("utf8"), decode(bytes)];
  const [han, hanOfGbk] = [hanOf(asUtf8), hanOf(asGbk)];
  const isUtf8 = CHINESE.test(asUtf8) && han.length > 0;
  const isGbk = CHINESE.test(asGbk) && !/[a-z]/i.test(asGbk) && hanOfGbk.some(isInUse);
  if (isUtf8 && isGbk && !han.every(isEveryday)) return `${asUtf8} / ${asGbk}`;
  return isUtf8 ? asUtf8 : isGbk ? asGbk : undefined;
}
