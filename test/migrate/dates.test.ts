import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../src/domain/period.js";
import { isPlaceholderDay, readDate } from "../../src/migrate/dates.js";
import { holds } from "../seeded.js";

// Every style that standards.md 3.3 and 4 tell to expect, and those of database exports.
describe("readDate", () => {
  test.each([
    ["2017-01-31", "2017-01-31"],
    ["2017.1.31", "2017-01-31"],
    ["2017.01.31", "2017-01-31"],
    ["2017/1/31", "2017-01-31"],
    ["20170131", "2017-01-31"],
    ["2017年1月31日", "2017-01-31"],
    ["2017年1月31", "2017-01-31"],
    ["2017年01月31号", "2017-01-31"],
    ["2017 年 1 月 31 日", "2017-01-31"],
    ["2017 - 01 - 31", "2017-01-31"],
    ["2017–01–31", "2017-01-31"], // with the dash of a word processor
    ["２０１７－０１－３１", "2017-01-31"], // full width
    ["２０１７０１３１", "2017-01-31"],
    [" 2017-01-31 ", "2017-01-31"],
    ["2017-01-31 00:00:00", "2017-01-31"],
    ["2017-01-31 00:00:00.000", "2017-01-31"],
    ["2017-01-31T08:15:00", "2017-01-31"],
    ["2017/1/31 0:00", "2017-01-31"],
    ["2017年1月31日 8时15分", "2017-01-31"],
    ["20170131081500", "2017-01-31"],
    ["二〇一七年一月三十一日", "2017-01-31"],
    ["二零一七年元月三十一日", "2017-01-31"],
    ["二○○○年十二月廿五日", "2000-12-25"],
    ["一九九九年十月十日", "1999-10-10"],
    ["Jan 31 2017 12:00AM", "2017-01-31"], // SQL Server
    ["31-JAN-2017", "2017-01-31"], // Oracle
    ["2017-02-30", undefined],
    ["20170230", undefined],
    ["2017-1", undefined],
    ["201701", undefined],
    ["31.1.2017", undefined], // a day first is never guessed
    ["01/02/2017", undefined],
    ["31-JAN-17", undefined], // nor the century
    ["170131", undefined],
    ["42766", undefined], // nor a day number of Excel
    ["17-1-31", undefined],
    ["2017-01-31x", undefined],
    ["2017013108", undefined],
    ["二〇一七年十三月一日", undefined],
    ["二〇一七年一月三十二日", undefined],
    ["一七年一月一日", undefined],
    ["", undefined],
  ])("%j is %s", (raw, day) => {
    expect(readDate(raw)).toBe(day);
  });

  test("reads every day in every style as that day, and its own text again", () => {
    const style = fc.constantFrom<(y: number, m: number, d: number) => string>(
      (y, m, d) => `${y}.${m}.${d}`,
      (y, m, d) => `${y}/${m}/${d} 0:00`,
      (y, m, d) => `${y}年${m}月${d}日`,
      (y, m, d) => `${y}${String(m).padStart(2, "0")}${String(d).padStart(2, "0")}`,
    );
    const part = (most: number) => fc.integer({ min: 1, max: most });
    holds(
      fc.property(
        style,
        fc.integer({ min: 1880, max: 2100 }),
        part(12),
        part(31),
        (write, y, m, d) => {
          const day = dayOf(y, m, d);
          expect(readDate(write(y, m, d))).toBe(day);
          if (day !== undefined) expect(readDate(day)).toBe(day);
        },
      ),
    );
  });
});

describe("a day that stands for none", () => {
  test.each([
    ["0000-00-00", true],
    ["0000-00-00 00:00:00", true],
    ["00000000", true],
    ["1900-01-01", true],
    ["1900-1-1", true],
    ["1900/01/01 0:00", true],
    ["1900年1月1日", true],
    ["1899-12-30", true],
    ["0001-01-01T00:00:00", true],
    ["1753-01-01", true],
    ["9999-12-31", true],
    ["99991231", true],
    ["1900-01-02", false],
    ["1900-11-01", false],
    ["2017-01-01", false],
    ["", false],
  ])("%j: %s", (raw, isOne) => {
    expect(isPlaceholderDay(raw)).toBe(isOne);
  });
});
