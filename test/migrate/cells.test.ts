import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as cells from "../../src/migrate/cells.js";
import { holds } from "../seeded.js";

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
    ["(null)", ""],
    ["None", ""],
    ['="0012"', "0012"], // the trick by which a CSV keeps its zeros
    ["'0012", "0012"],
    ["'甲", "'甲"],
    ["\ufeff甲\u200b", "甲"],
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
    '="159921195001019956"',
    "\u200e159921195001019956",
  ])("%j is the number without what surrounds it", (raw) => {
    expect(cells.readCertificate(raw)).toEqual({
      certno: "159921195001019956",
      status: "valid",
    });
  });

  test("a sign of multiplication at the end was meant as X", () => {
    expect(cells.readCertificate("11010519491231002×").certno).toBe("11010519491231002X");
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
    ["y", "1"],
    ["N", "0"],
    ["2", undefined],
    ["对", undefined],
  ])("%j is %s", (raw, flag) => {
    expect(cells.readFlag(raw)).toBe(flag);
  });
});
