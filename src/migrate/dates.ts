import { type Day, dayOf } from "../domain/period.js";
import { halfWidth } from "./plain-text.js";

/**
 * A day in any of the styles that say by themselves which part is which: 2017-01-31, 2017.1.31,
 * 2017/1/31, 20170131, 2017年1月31日, 二〇一七年一月三十一日, Jan 31 2017, 31-JAN-2017, each with a
 * time behind it or without. A style in which the day could be the month, or the century is
 * missing, is never guessed: there the mapping has to say `format:`.
 */
export function readDate(raw: string): Day | undefined {
  const text = halfWidth(raw).trim();
  const plain = DATE.exec(text);
  if (plain !== null) {
    return dayOf(Number(plain[1]), Number(plain[2] ?? plain[4]), Number(plain[3] ?? plain[5]));
  }
  return chineseDay(text) ?? englishDay(text);
}

const TIME = String.raw`(?:[ T]*\d{1,2}[:时]\d{1,2}.*|\d{6}|[ T].*)?`;
const SEPARATED = String.raw`\s*[-./年–—]\s*(\d{1,2})\s*[-./月–—]\s*(\d{1,2})\s*[日号]?`;
const DATE = new RegExp(String.raw`^(\d{4})(?:${SEPARATED}|(\d{2})(\d{2}))${TIME}$`);

/** What registers write where no day is known: the first or last day of some system's time. */
const NO_DAYS = new Set([
  ...["0000-00-00", "0001-01-01", "1753-01-01", "1899-12-30", "1899-12-31"],
  ...["1900-01-00", "1900-01-01", "9999-12-31"],
]);
const PARTS = /^(\d{4})\D?(\d{1,2})\D?(\d{1,2})(?:\D.*|\d{6})?$/;

/** Whether a cell holds a day that stands for none, such as 0000-00-00 or 1900-01-01. */
export function isPlaceholderDay(raw: string): boolean {
  const [, year = "", month = "", date = ""] = PARTS.exec(halfWidth(raw).trim()) ?? [];
  return NO_DAYS.has(`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`);
}

const CHINESE =
  /^([〇零○0一二三四五六七八九]{4})年([元正一二三四五六七八九十]{1,3})月([一二三四五六七八九十廿卅]{1,3})[日号]?$/;

function chineseDay(text: string): Day | undefined {
  const parts = CHINESE.exec(text.replace(/\s/g, ""));
  if (parts === null) return undefined;
  const [, year = "", month = "", date = ""] = parts;
  const digits = [...year].map((digit) => DIGITS[digit] ?? 0);
  const number = digits.reduce((total, digit) => total * 10 + digit, 0);
  return dayOf(number, /^[元正]$/.test(month) ? 1 : countOf(month), countOf(date));
}

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [...`零一二三四五六七八九`].map((digit, value) => [digit, value]),
);

/** 三十一, 廿一 and 十 as numbers below a hundred; 0 for what is none. */
function countOf(text: string): number {
  const written = text.replace("廿", "二十").replace("卅", "三十");
  const [, tens, ten = "", ones = ""] =
    /^([二三])?(十)?([一二三四五六七八九])?$/.exec(written) ?? [];
  if (ten === "")
    return tens === undefined ? (DIGITS[ones] ?? 0) : ones === "" ? (DIGITS[tens] ?? 0) : 0;
  return (tens === undefined ? 1 : (DIGITS[tens] ?? 0)) * 10 + (DIGITS[ones] ?? 0);
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const ENGLISH = [
  /^(?<month>[a-z]{3})[a-z]*\.? +(?<date>\d{1,2}),? +(?<year>\d{4})(?: .*)?$/i,
  /^(?<date>\d{1,2})[- ](?<month>[a-z]{3})[a-z]*[- ](?<year>\d{4})(?: .*)?$/i,
];

/** `Jan 31 2017 12:00AM`, as SQL Server writes days, and `31-JAN-2017`, as Oracle does. */
function englishDay(text: string): Day | undefined {
  for (const style of ENGLISH) {
    const { month = "", date, year } = style.exec(text)?.groups ?? {};
    const number = MONTHS.indexOf(month.toLowerCase()) + 1;
    if (number > 0) return dayOf(Number(year), number, Number(date));
  }
  return undefined;
}
