import { negate, type Yuan, yuanText, zero } from "./money.js";

const DIGITS = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const UNITS: readonly (readonly [size: number, name: string])[] = [
  [100_000_000, "亿"],
  [10_000, "万"],
  [1_000, "仟"],
  [100, "佰"],
  [10, "拾"],
];

/**
 * An amount in the characters that cannot be altered by a stroke (大写): 123.45 yuan is
 * `壹佰贰拾叁元肆角伍分`. The currency's name 人民币 stands before it and is the caller's.
 *
 * The rules are those for filling in bills (正确填写票据和结算凭证的基本规定, read in copies): zeros
 * between figures become one 零, so does a missing 角 before a 分; 整 closes an amount without 分, after
 * 角 by choice, so that nothing can be added behind it. An amount below zero begins with 负.
 */
export function amountInWords(amount: Yuan): string {
  const isNegative = amount < zero;
  const [whole = "", parts = ""] = yuanText(isNegative ? negate(amount) : amount).split(".");
  const [jiao, fen] = [Number(parts[0]), Number(parts[1])];
  const wholeWords = Number(whole) > 0 ? `${wholeInWords(Number(whole))}元` : "";
  return `${isNegative ? "负" : ""}${wholeWords}${partsInWords(wholeWords, jiao, fen)}`;
}

/** A whole number above zero: the largest unit in it, how many of it, and in words what is left. */
function wholeInWords(whole: number): string {
  const [size, name] = UNITS.find(([unit]) => whole >= unit) ?? [1, ""];
  if (size === 1) return digit(whole);
  const [count, left] = [Math.floor(whole / size), whole % size];
  const head = `${wholeInWords(count)}${name}`;
  if (left === 0) return head;
  return `${head}${left * 10 < size ? digit(0) : ""}${wholeInWords(left)}`;
}

function partsInWords(wholeWords: string, jiao: number, fen: number): string {
  if (jiao === 0 && fen === 0) return wholeWords === "" ? "零元整" : "整";
  if (fen === 0) return `${digit(jiao)}角整`;
  if (jiao > 0) return `${digit(jiao)}角${digit(fen)}分`;
  return `${wholeWords === "" ? "" : digit(0)}${digit(fen)}分`;
}

function digit(figure: number): string {
  return DIGITS[figure] ?? "";
}
