import { isValue, type Pattern, patternOf } from "./patterns.js";

type Fields = readonly string[];

/** The codes of 金保工程 columns: AAC001, AKC264, BAA103, YKA055. */
const LEMIS = /^[A-Z]{3}\d{3}$/i;

/** The names of the national interface: psn_no, medfee_sumamt. */
const NATIONAL = /^[a-z]+(_[a-z\d]+)+$/;

/** How Chinese column headers end; with a digit in it, it is rather an address (样例路3号). */
const HEADING = new RegExp(
  [
    "^\\D*(编码|编号|代码|名称|姓名|性别|日期|时间|金额|余额|合计|单位|类型|类别|状态|属性|标志|比例|等级",
    "|备注|地址|电话|号码|号|证|人数|次数|天数|数量|单价|规格|诊断|原因)(\\(.*\\))?$",
  ].join(""),
);

/**
 * Whether the first of some rows names the columns: its cells are known names or speak like names,
 * or they are words where the rows below hold numbers and dates. A row with numbers of its own is
 * data unless it holds known names, so that no person is ever taken for a header.
 */
export function hasHeader(rows: readonly Fields[], isKnown: (name: string) => boolean): boolean {
  const [first, ...rest] = rows.map((row) => row.map((cell) => patternOf(cell)));
  if (first === undefined) return false;
  const names = (rows[0] ?? []).map((cell) => cell.trim()).filter((name) => name !== "");
  const named = names.filter((name) => isKnown(name) || speaksLikeName(name)).length;
  const values = first.filter(isValue).length;
  if (values * 5 > names.length || names.length === 0) return false;
  if (named * 3 >= names.length && named >= Math.min(2, names.length)) return true;
  return values === 0 && standsOver(first, rest);
}

function speaksLikeName(name: string): boolean {
  return LEMIS.test(name) || NATIONAL.test(name) || HEADING.test(name);
}

/**
 * A column whose cells below are nearly all numbers or dates has a word at its top; or all of the
 * first row is written in letters (xm, xb), and Chinese text stands below.
 */
function standsOver(first: readonly Pattern[], rest: readonly (readonly Pattern[])[]): boolean {
  const isInLetters = first.every(({ name }) => name === "latin" || name === "code");
  return first.some((top, column) => {
    const below = rest
      .map((row) => row[column])
      .filter((one) => one !== undefined && one.name !== "empty") as readonly Pattern[];
    const mostly = (isOne: (one: Pattern) => boolean): boolean =>
      below.length > 0 && below.filter(isOne).length * 10 >= below.length * 9;
    if (top.name === "empty") return false;
    return mostly(isValue) || (isInLetters && mostly(({ name }) => name === "chinese"));
  });
}
