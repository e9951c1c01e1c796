import { describe, expect, test } from "vitest";
import { hasHeader } from "../../src/inspect/header.js";

const known = new Set(["姓名", "psn_name", "AAC003", "xm", "身份证"]);

describe("hasHeader", () => {
  // Rows, parted by ⏎, their cells by commas; whether the first is a header.
  test.each([
    ["姓名,身份证,家庭关系⏎张三,159921199001010018,户主", "yes"],
    ["psn_name,medfee_sumamt⏎张三,12.50", "yes"],
    ["AAC001,AAC003,ZZZ999⏎1,张三,x", "yes"], // LEMIS codes, known or not
    ["xm,xb,bz1⏎张三,男,x⏎李四,女,y", "yes"], // letters over Chinese text
    ["Tom,男⏎张三,女⏎李四,男", "no"],
    ["张三,样例路3号⏎李四,样例路5号", "no"], // an address ends like a header
    ["xm,sfzh⏎张三,159921199001010018", "yes"], // a word over numbers
    ["a,b⏎1,x⏎2,y", "yes"],
    ["药品名称,规格⏎阿莫西林,胶囊", "yes"], // all words, but they speak like headers
    ["姓名,身份证", "yes"], // nothing below
    ["", "no"],
    ["张三,男,159921199001010018⏎李四,女,159921199202020029", "no"],
    ["921000000001,390,1,2014-09-01⏎921000000002,390,1,2014-09-01", "no"],
    ["张三,男⏎李四,女", "no"],
    ["张三,无⏎李四,13800000000⏎王五,13900000000", "no"], // 无 is an empty cell, no heading
    ["张三,⏎李四,13800000000", "no"],
    ["张三,男,1⏎李四,女,2", "no"],
    ["甲,乙,丙,丁,戊⏎王五,女,x,y,2⏎李四,男,y,x,3", "perhaps"], // one column of five shows it
    ["地区,2014,2015,2016⏎样例县,1,2,3", "yes"],
    ["2015,2016,2017⏎1,2,3", "no"], // numbers are never taken for names
  ])("%s", (text, expected) => {
    const rows = text.split("⏎").map((line) => line.split(","));
    expect(hasHeader(rows, (name) => known.has(name))).toBe(expected);
  });
});
