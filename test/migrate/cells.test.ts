import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as cells from "../../src/migrate/cells.js";
import { holds } from "../seeded.js";

// The dirt of standards.md 3.3, 4.1 and 4.5, cell by cell.
describe("readDate", () => {
  test.each([
    ["2017-01-31", "2017-01-31"],
    ["2017.1.31", "2017-01-31"],
    ["2017.01.31", "2017-01-31"],
    ["2017/1/31", "2017-01-31"],
    ["20170131", "2017-01-31"],
    ["2017年1月31日", "2017-01-31"],
    ["2017年1月31", "2017-01-31"],
    ["２０１７－０１－３１", "2017-01-31"], // full width
    ["２０１７０１３１", "2017-01-31"],
    [" 2017-01-31 ", "2017-01-31"],
    ["2017-01-31 00:00:00", "2017-01-31"],
    ["2017-01-31T08:15:00", "2017-01-31"],
    ["2017-02-30", undefined],
    ["20170230", undefined],
    ["2017-1", undefined],
    ["201701", undefined],
    ["31.1.2017", undefined], // a day first is never guessed
    ["17-1-31", undefined],
    ["2017-01-31x", undefined],
    ["", undefined],
  ])("%j is %s", (raw, day) => {
    expect(cells.readDate(raw)).toBe(day);
  });
});

describe("readName", () => {
  test.each([
    ["王　小　明", "王小明"], // ideographic spaces
    [" 王 小明\t", "王小明"],
    ["阿依古丽•买买提", "阿依古丽·买买提"], // U+2022
    ["阿依古丽‧买买提", "阿依古丽·买买提"], // U+2027
    ["阿依古丽・买买提", "阿依古丽·买买提"], // U+30FB
    ["阿依古丽．买买提", "阿依古丽·买买提"], // U+FF0E
    ["阿依古丽･买买提", "阿依古丽·买买提"], // U+FF65
    ["阿依古丽∙买买提", "阿依古丽·买买提"], // U+2219
    ["𬭎国", "𬭎国"],
  ])("%j is %s", (raw, name) => {
    expect(cells.readName(raw)).toBe(name);
    expect(cells.isName(name)).toBe(true);
  });

  test.each(["马武?", "马？", "张三1", "王(方方土)", "李【改】", "赵#", "孙０"])(
    "%s cannot be a name",
    (name) => expect(cells.isName(name)).toBe(false),
  );
});

describe("readText and halfWidth", () => {
  test.each([
    ["Ｈ１５９９２１", "H159921"],
    ["（甲）", "(甲)"],
    ["　甲　", "甲"],
    ["无", ""],
    ["null", ""],
    ["NULL", ""],
    ["\\N", ""],
    ["空", ""],
    ["空军医院", "空军医院"], // only a whole cell means nothing
    ["", ""],
  ])("%j is %j", (raw, text) => {
    expect(cells.readText(raw)).toBe(text);
  });

  test("nothing in ASCII changes, and reading again changes nothing", () => {
    const anyCell = fc.string({ unit: fc.constantFrom(..."Ａｚ０～！　甲·a9 ~") });
    holds(
      fc.property(fc.string({ unit: "grapheme-ascii" }), anyCell, (ascii, cell) => {
        expect(cells.halfWidth(ascii)).toBe(ascii);
        const once = cells.halfWidth(cell);
        expect(cells.halfWidth(once)).toBe(once);
        expect(once).toHaveLength(cell.length);
      }),
    );
  });
});

describe("readCertificate", () => {
  test.each([
    " 159921195001019956 ",
    "'159921195001019956",
    "159921 19500101 9956",
    "１５９９２１１９５００１０１９９５６",
    "159921195001019956　",
  ])("%j is the number without what surrounds it", (raw) => {
    expect(cells.readCertificate(raw)).toEqual({
      certno: "159921195001019956",
      status: "valid",
    });
  });

  test("a small or full-width x is the check character", () => {
    for (const x of ["x", "X", "ｘ", "Ｘ"]) {
      const { certno } = cells.readCertificate(`11010519491231002${x}`);
      expect(certno).toBe("11010519491231002X");
    }
  });
});

describe("readFlag", () => {
  test.each([
    ["1", "1"],
    ["是", "1"],
    ["１", "1"],
    ["0", "0"],
    ["否", "0"],
    ["", "0"],
    ["null", "0"],
    ["2", undefined],
    ["y", undefined],
  ])("%j is %s", (raw, flag) => {
    expect(cells.readFlag(raw)).toBe(flag);
  });
});
