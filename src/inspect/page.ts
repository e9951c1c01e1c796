import { hasHeader, namesColumns } from "./header.js";
import { isValue, patternOf } from "./patterns.js";

type Fields = readonly string[];

/** What stands above the data of a table. */
export interface Page {
  /** Rows that are no data and name no column: a title, a comment, `sep=;`. */
  readonly skip: number;
  /** Rows that name the columns, a ruler of dashes and a row of column numbers among them. */
  readonly headerRows: number;
  /** Whether the names speak for themselves, or the first row holds numbers that are data. */
  readonly isSure: boolean;
}

/** Titles are looked for among this many rows. */
const MOST_ABOVE = 20;

/**
 * Tells from the first rows of a table what stands above its data. `width` is how many fields its
 * rows have. A row that may be data is never counted off: a title has words and stands alone in a
 * row that is shorter or empty but for it.
 */
export function pageOf(
  rows: readonly Fields[],
  width: number,
  isKnown: (name: string) => boolean,
): Page {
  const skip = titlesOf(rows, width, isKnown);
  const rest = rows.slice(skip);
  const [first = []] = rest;
  const isGroup = isGroupOver(rest, isKnown);
  const told = isGroup ? "yes" : hasHeader(rest, isKnown);
  if (told === "no") {
    const isSure = first.length === 0 || first.some(holdsData);
    return { skip, headerRows: 0, isSure };
  }
  const names = isGroup ? 2 : 1;
  const below = rest[names];
  const isMore = below !== undefined && (isRuler(below) || isNumbering(below));
  return { skip, headerRows: isMore ? names + 1 : names, isSure: told === "yes" };
}

/** A number, a day, or a code with a number in it: nothing that a column is called. */
function holdsData(cell: string): boolean {
  return isValue(patternOf(cell)) || /\d{4}/.test(cell);
}

/** How many of the first rows are titles; none when no header follows and they do not speak so. */
function titlesOf(
  rows: readonly Fields[],
  width: number,
  isKnown: (name: string) => boolean,
): number {
  let count = 0;
  while (count < Math.min(MOST_ABOVE, rows.length) && isTitle(rows[count] ?? [], width)) count += 1;
  if (count === 0 || count === rows.length) return 0;
  const speak = rows.slice(0, count).every((row) => speaksLikeTitle(row));
  return speak || hasHeader(rows.slice(count), isKnown) === "yes" ? count : 0;
}

function isTitle(row: Fields, width: number): boolean {
  if (/^sep=|^#/i.test((row[0] ?? "").trim()) && row.length !== width) return true;
  const filled = row.filter((cell) => cell.trim() !== "");
  const isShort = filled.length === 1 || (row.length !== width && filled.length * 3 <= width);
  return width > 1 && isShort && !filled.some((cell) => isValue(patternOf(cell)));
}

function speaksLikeTitle(row: Fields): boolean {
  const text = row.join("").trim();
  return /^#|^sep=|(名单|名册|花名册|清单|明细|统计|报表|[台汇总]表|表)(\W|$)|单位[::]/i.test(text);
}

/**
 * Whether two rows name the columns together: groups (基本信息, 补偿金额) above, names below; or
 * Chinese names above, and the names of the database below. The row after them must not read like
 * names too, or the table is a list of names.
 */
function isGroupOver([first, second, third]: readonly Fields[], isKnown: Known): boolean {
  if (first === undefined || second === undefined) return false;
  const filled = first.filter((cell) => cell.trim() !== "");
  const hasValues = filled.some((cell) => isValue(patternOf(cell)));
  if (hasValues || filled.length < 2 || !namesColumns(second, isKnown)) return false;
  return third === undefined || !namesColumns(third, isKnown);
}

type Known = (name: string) => boolean;

function isRuler(row: Fields): boolean {
  const filled = row.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return filled.length > 0 && filled.every((cell) => /^[-=_]{2,}$/.test(cell));
}

/** 1, 2, 3, 4 … or 甲, 乙, 1, 2 … under the names, as in printed forms. */
function isNumbering(row: Fields): boolean {
  const cells = row.map((cell) => cell.trim());
  const numbers = cells.filter((cell) => !/^[甲乙丙丁]$/.test(cell));
  return numbers.length > 3 && numbers.every((cell, at) => cell === String(at + 1));
}
