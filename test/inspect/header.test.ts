import { describe, expect, test } from "vitest";
import { hasHeader } from "../../src/inspect/header.js";

const known = new Set(["姓名", "psn_name", "AAC003", "xm", "身份证"]);

describe("hasHeader", () => {
  // Rows, parted by ⏎, their cells by commas; whether the first is a header.
  test.each([
    ["姓名,身份证,家庭关系⏎张三,159921199001010018,户主", true],
    ["psn_name,medfee_sumamt⏎张三,12.50", true],
    ["AAC001,AAC003,ZZZ999⏎1,张三,x", true], // LEMIS codes, known or not
    ["xm,xb,bz1⏎张三,男,x⏎李四,女,y", true], // letters over Chinese text
    ["Tom,男⏎张三,女⏎李四,男", false],
    ["张三,样例路3号⏎李四,样例路5号", false], // an address ends like a header
    ["xm,sfzh⏎张三,159921199001010018", true], // a word over numbers
    ["a,b⏎1,x⏎2,y", true],
    ["药品名称,规格⏎阿莫西林,胶囊", true], // all words, but they speak like headers
    ["姓名,身份证", true], // nothing below
    ["", false],
    ["张三,男,159921199001010018⏎李四,女,159921199202020029", false],
    ["921000000001,390,1,2014-09-01⏎921000000002,390,1,2014-09-01", false],
    ["张三,男⏎李四,女", false],
    ["张三,无⏎李四,13800000000⏎王五,13900000000", false], // 无 is an empty cell, no heading
    ["张三,⏎李四,13800000000", false],
    ["2015,2016,2017⏎1,2,3", false], // numbers are never taken for names
  ])("%s", (text, expected) => {
    const rows = text.split("⏎").map((line) => line.split(","));
    expect(hasHeader(rows, (name) => known.has(name))).toBe(expected);
  });
});
