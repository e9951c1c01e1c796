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
 * data unless it holds known names, so that no person is ever taken for a header. "perhaps" where
 * hardly a column shows it.
 */
export function hasHeader(
  rows: readonly Fields[],
  isKnown: (name: string) => boolean,
): "yes" | "perhaps" | "no" {
  const [first, ...rest] = rows;
  if (first === undefined) return "no";
  if (namesColumns(first, isKnown) || namesYears(first)) return "yes";
  const [top = [], ...below] = [first, ...rest].map((row) => row.map((cell) => patternOf(cell)));
  if (top.some(isValue)) return "no";
  const standing = standsOver(top, below);
  return standing * 2 >= top.length && standing > 0 ? "yes" : standing > 0 ? "perhaps" : "no";
}

/** Whether the cells of a row are names of columns, as far as they can tell it themselves. */
export function namesColumns(row: Fields, isKnown: (name: string) => boolean): boolean {
  const names = row.map((cell) => cell.trim()).filter((name) => name !== "");
  const values = names.filter((name) => isValue(patternOf(name))).length;
  if (values * 5 > names.length || names.length === 0) return false;
  const named = names.filter((name) => isKnown(name) || speaksLikeName(name)).length;
  return named * 3 >= names.length && named >= Math.min(2, names.length);
}

/** 地区, 2014, 2015, 2016: years one after another, with words before them. */
function namesYears(row: Fields): boolean {
  const cells = row.map((cell) => cell.trim());
  const years = cells.flatMap((cell) => /^(19|20)\d\d(?=年?$)/.exec(cell)?.[0] ?? []).map(Number);
  const words = cells.filter((cell) => cell !== "" && !/\d/.test(cell)).length;
  const inOrder = years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1);
  return years.length >= 3 && inOrder && words > 0 && words + years.length === cells.length;
}

function speaksLikeName(name: string): boolean {
  return LEMIS.test(name) || NATIONAL.test(name) || HEADING.test(name);
}

/**
 * Over how many columns the first row stands as a name: the cells below are nearly all numbers or
 * dates; or all of the first row is written in letters (xm, xb), and Chinese text stands below.
 */
function standsOver(first: readonly Pattern[], rest: readonly (readonly Pattern[])[]): number {
  const isInLetters = first.every(({ name }) => name === "latin" || name === "code");
  return first.filter((top, column) => {
    const below = rest
      .map((row) => row[column])
      .filter((one) => one !== undefined && one.name !== "empty") as readonly Pattern[];
    const mostly = (isOne: (one: Pattern) => boolean): boolean =>
      below.length > 0 && below.filter(isOne).length * 10 >= below.length * 9;
    if (top.name === "empty") return false;
    return mostly(isValue) || (isInLetters && mostly(({ name }) => name === "chinese"));
  }).length;
}
