import { describe, expect, test } from "vitest";
import { patternOf } from "../../src/inspect/patterns.js";
import { masked } from "../../src/inspect/sample.js";

// A cell; its shape; how it may be shown.
const cells: readonly (readonly [cell: string, pattern: string, shown: string])[] = [
  ["", "empty", ""],
  ["无", "empty", "无"],
  ["\\N", "empty", "\\*"],
  ["159921199001010018", "digits 18", "159921**********18"],
  ["15992119900101001x", "digits 18", "159921**********1x"],
  ["159921900101001", "digits 15", "159921*******01"],
  ["1.59921E+17", "scientific", "1.5992***17"],
  ["13800000000", "phone", "138000***00"],
  ["12", "digits 2", "12"],
  ["1599", "digits 4", "****"],
  ["1".repeat(40), "digits >30", `111111${"*".repeat(32)}11`],
  ["20170131", "date yyyyMMdd", "2017****"],
  ["20170231", "digits 8", "********"],
  ["20170131120000", "date yyyyMMddHHmmss", "2017**********"],
  ["201701", "month yyyyMM", "201701"],
  ["2017-01", "month yyyy-MM", "2017-01"],
  ["2017-01-31", "date yyyy-MM-dd", "2017-**-**"],
  ["2017/1/31", "date yyyy/M/d", "2017/*/**"],
  ["2017.01.31", "date yyyy.MM.dd", "2017.**.**"],
  ["2017-01-31 08:30:00", "date yyyy-MM-dd HH:mm", "2017-**-** **:**:**"],
  ["2017年1月31日", "date yyyy年M月d日", "2017年*月**日"],
  ["2017-02-30", "badDate yyyy-MM-dd", "2017-**-**"],
  ["1/31/2017", "date M/d/yyyy", "*/**/****"],
  ["12.50", "decimal 2", "12.50"],
  ["-0.1234", "decimal 4", "-0.1234"],
  ["-12", "negative", "-12"],
  ["1,234.50", "grouped", "1,234.50"],
  ["王五", "chinese", "王*"],
  ["阿依古丽·买买提", "chinese", "阿*******"],
  ["𬭎国", "chinese", "𬭎*"],
  ["window", "latin", "w*****"],
  ["H15992100001", "code", "H15992****01"],
  ["１５９９", "fullWidth", "****"],
  ["样例县样例镇样例村1组3号样例", "mixed", "样***********…"],
  [" 王五 ", "chinese", "王*"],
];

describe("the shape of a cell, and the cell as it may be shown", () => {
  test.each(cells)("%j is %s, shown as %j", (cell, expected, shown) => {
    const pattern = patternOf(cell);
    expect(`${pattern.name} ${pattern.detail}`.trim()).toBe(expected);
    expect(masked(cell, pattern)).toBe(shown);
  });
});
