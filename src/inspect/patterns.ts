import { halfWidth, readDate, readText } from "../migrate/cells.js";

/** The shapes that cells have; which of them a column shows tells what it holds. */
export type PatternName =
  | "empty"
  | "digits"
  | "apostrophe"
  | "excelText"
  | "scientific"
  | "phone"
  | "date"
  | "badDate"
  | "month"
  | "decimal"
  | "grouped"
  | "decimalComma"
  | "negative"
  | "chinese"
  | "latin"
  | "code"
  | "fullWidth"
  | "mixed";

/** One shape; `detail` is how many digits or places it has, or how a date is written. */
export interface Pattern {
  readonly name: PatternName;
  readonly detail: string;
}

/** The shapes of numbers, dates and codes, which no header has. */
const VALUES: ReadonlySet<PatternName> = new Set([
  ...(["digits", "scientific", "phone", "date", "badDate", "month", "decimal"] as const),
  ...(["grouped", "decimalComma", "negative", "apostrophe", "excelText"] as const),
]);

export function isValue({ name }: Pattern): boolean {
  return VALUES.has(name);
}

/** The shape of a cell, spaces around it left out. */
export function patternOf(raw: string): Pattern {
  const text = raw.trim();
  if (readText(text) === "") return EMPTY;
  const kept = KEPT_AS_TEXT.exec(text);
  if (kept !== null)
    return { name: kept[1] === undefined ? "excelText" : "apostrophe", detail: "" };
  if (/[０-９Ａ-Ｚａ-ｚ]/.test(text)) return { name: "fullWidth", detail: "" };
  if (/^\d+$/.test(text)) return digitsPattern(text);
  if (/^\d{17}[Xx]$/.test(text)) return digits(18);
  return numberPattern(text) ?? datePattern(text) ?? wordPattern(text);
}

/** How clerks keep Excel from making a number of digits: '0012 and ="0012". */
const KEPT_AS_TEXT = /^(?:(['‘’])\d[\dXx]*|="[^"]*")$/;

const EMPTY: Pattern = { name: "empty", detail: "" };

/** Longer runs of digits are no number that a person or a system ever had. */
const MOST_DIGITS = 30;

function digits(count: number): Pattern {
  return { name: "digits", detail: count > MOST_DIGITS ? `>${MOST_DIGITS}` : String(count) };
}

function digitsPattern(text: string): Pattern {
  if (/^1[3-9]\d{9}$/.test(text)) return { name: "phone", detail: "" };
  const isDay = text.length === 8 && readDate(text) !== undefined;
  if (isDay) return { name: "date", detail: "yyyyMMdd" };
  if (/^(19|20)\d{2}(0[1-9]|1[0-2])$/.test(text)) return { name: "month", detail: "yyyyMM" };
  const isTime = /^\d{8}([01]\d|2[0-3])([0-5]\d){2}$/.test(text);
  if (isTime && readDate(text.slice(0, 8)) !== undefined) {
    return { name: "date", detail: "yyyyMMddHHmmss" };
  }
  return digits(text.length);
}

function numberPattern(text: string): Pattern | undefined {
  if (!/^[-+]?[\d.]/.test(text)) return undefined;
  if (/^\d(\.\d+)?E\+\d+$/i.test(text)) return { name: "scientific", detail: "" };
  const places = /^[-+]?\d*\.(\d{1,12})$/.exec(text)?.[1];
  if (places !== undefined) return { name: "decimal", detail: String(places.length) };
  if (/^[-+]\d+$/.test(text)) return { name: "negative", detail: "" };
  if (/^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return { name: "grouped", detail: "" };
  // 1234,56 and 1.234,56, as a computer set to German or Russian writes it
  const isComma = /^[-+]?(\d+|\d{1,3}(\.\d{3})+),\d{1,4}$/.test(text);
  return isComma ? { name: "decimalComma", detail: "" } : undefined;
}

const DAY = /^\d{4}([-./])(\d{1,2})\1(\d{1,2})([ T]\d{1,2}:\d{2}.*)?$/;
const CHINESE_DAY = /^\d{4}年\d{1,2}月\d{1,2}日$/;
const MONTH = /^\d{4}([-./])\d{1,2}$/;
const DAY_AT_THE_END = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)( \d{1,2}:\d\d.*)?$/;
const NAMED_MONTH = /^\d{1,2}-(([A-Z]{3})|\d{1,2}月 ?)-(\d\d|\d{4})$/i;
const MONTH_FIRST = /^[A-Z][a-z]{2} {1,2}\d{1,2} \d{4}( {1,2}\d{1,2}:\d\d.*)?$/;

function datePattern(text: string): Pattern | undefined {
  if (CHINESE_DAY.test(text)) return dated(text, "yyyy年M月d日");
  const sign = MONTH.exec(text)?.[1];
  if (sign !== undefined) return { name: "month", detail: `yyyy${sign}MM` };
  const parts = DAY.exec(text);
  if (parts === null) return foreignDate(text);
  const [, between = "-", month = "", day = "", time] = parts;
  const style = month.length === 2 && day.length === 2 ? ["MM", "dd"] : ["M", "d"];
  const clock = time === undefined ? "" : " HH:mm";
  return dated(text, `${["yyyy", ...style].join(between)}${clock}`);
}

/** Styles of other countries and of databases; which of two numbers is the month may be open. */
function foreignDate(text: string): Pattern | undefined {
  if (MONTH_FIRST.test(text)) return { name: "date", detail: "MMM d yyyy" };
  if (NAMED_MONTH.test(text)) return { name: "date", detail: "d-MMM-yy" };
  const parts = DAY_AT_THE_END.exec(text);
  if (parts === null) return undefined;
  const [, first = "", between = "/", second = "", year = ""] = parts;
  const [one, two] = [Number(first), Number(second)];
  if (one < 1 || two < 1 || one > 31 || two > 31 || (one > 12 && two > 12)) return undefined;
  const order = one > 12 ? ["d", "M"] : two > 12 ? ["M", "d"] : ["M|d", "d|M"];
  const detail = [...order, year.length === 4 ? "yyyy" : "yy"].join(between);
  return { name: "date", detail };
}

/** A date in this style, or one that the calendar does not have. */
function dated(text: string, detail: string): Pattern {
  return { name: readDate(text) === undefined ? "badDate" : "date", detail };
}

function wordPattern(text: string): Pattern {
  const plain = halfWidth(text);
  if (/^[\p{Script=Han}·•・‧]+$/u.test(plain)) return { name: "chinese", detail: "" };
  if (/^[A-Za-z][A-Za-z .'-]*$/.test(plain)) return { name: "latin", detail: "" };
  return { name: /^[A-Za-z\d][\w.-]*$/.test(plain) ? "code" : "mixed", detail: "" };
}
