import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { birthOf, checkDigit, gendOf, readCertno } from "../../src/domain/certno.js";
import type { Day } from "../../src/domain/period.js";
import { holds } from "../seeded.js";

// Two numbers of the standard's own examples, and 15 → 18 as standards.md 4.1 does it (where the
// check digit is misprinted as 7: the sum is 235, 235 mod 11 is 4, and 4 stands for 8).
describe("readCertno", () => {
  test.each([
    ["11010519491231002X", "valid", "11010519491231002X"],
    ["11010519491231002x", "valid", "11010519491231002X"], // a small x
    ["34052419800101001X", "valid", "34052419800101001X"],
    ["320311197707060018", "valid", "320311197707060018"],
    ["320311770706001", "upgraded", "320311197707060018"], // 15 → 18
    ["159921500101996", "badDate", ""], // 996–999: born in the 1800s, never completed
    ["159921500101999", "badDate", ""],
    ["159921500101995", "upgraded", "159921195001019956"],
    ["159921501301001", "badDate", ""], // month 13
    ["159921500230001", "badDate", ""], // 30 February
    ["110105194912310021", "badCheckDigit", ""],
    ["159921201313010019", "badDate", ""], // the check digit is right, the month is not
    ["1.59921E+17", "excelRounded", ""],
    ["1E+17", "excelRounded", ""],
    ["320311197707060000", "excelRounded", ""], // Excel keeps fifteen digits
    ["", "missing", ""],
    ["无", "missing", ""],
    ["不详", "missing", ""],
    ["null", "missing", ""],
    ["000000000000000000", "missing", ""],
    ["12345", "notAnId", ""],
    ["32031119770706001", "notAnId", ""], // 17 digits: never guessed
    ["3203111977070600180", "notAnId", ""],
    ["X2031119770706001X", "notAnId", ""],
    ["护照G12345678", "notAnId", ""],
    ["1.59921199001012E+17", "excelRounded", ""],
    ["1.59921E17", "excelRounded", ""],
    ["1.59921E+14", "excelRounded", ""], // of fifteen digits
    ["159921199001012345.0", "excelRounded", ""], // written as a floating number somewhere
    ["320311770706001.0", "upgraded", "320311197707060018"], // fifteen digits stay exact
    ["11010519491231002X1", "suffixed", ""], // a parent's number and a mark
    ["320311197707060018-2", "suffixed", ""],
    ["320311197707060018子", "suffixed", ""],
    ["32031177070600101", "suffixed", ""], // the fifteen of a parent, and 01
    ["320311770706001A", "suffixed", ""],
    ["32031197070600101", "suffixed", ""],
    ["991105194912310027", "badCheckDigit", ""],
    ["810000199408230021", "valid", "810000199408230021"], // a resident of Hong Kong
    ["830000199201300022", "valid", "830000199201300022"], // of Taiwan
    ["911124198108030024", "valid", "911124198108030024"], // a foreigner, in the form of 2023
    ["990224198108030023", "badDivision", ""], // no province is 90
    ["008105194912310021", "badDivision", ""],
    ["110105187912310024", "badDate", ""], // born in 1879
  ])("%j is %s", (raw, status, certno) => {
    expect(readCertno(raw)).toEqual({ status, certno });
  });
});

describe("the parts of a number", () => {
  test("check digit, birth day and sex", () => {
    expect(checkDigit("11010519491231002")).toBe("X");
    expect(checkDigit("32031119770706001")).toBe("8");
    expect(birthOf("11010519491231002X")).toBe("1949-12-31");
    expect(gendOf("11010519491231002X")).toBe("2");
    expect(gendOf("320311197707060018")).toBe("1");
  });
});

const anyCertno = fc
  .record({
    division: fc.constantFrom("159921", "159922", "159923"),
    year: fc.integer({ min: 1900, max: 2016 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ division, year, month, date, sequence }) => {
    const day = `${year}${two(month)}${two(date)}`;
    const first17 = `${division}${day}${String(sequence).padStart(3, "0")}`;
    return first17 + checkDigit(first17);
  });

describe("for any number", () => {
  test("as issued it is valid, and with one wrong character it never passes", () => {
    const anyChange = fc.tuple(anyCertno, fc.nat(17), fc.constantFrom(..."0123456789X"));
    holds(
      fc.property(anyChange, ([certno, place, character]) => {
        expect(readCertno(certno)).toEqual({ certno, status: "valid" });
        const changed = certno.slice(0, place) + character + certno.slice(place + 1);
        if (changed !== certno) expect(readCertno(changed).certno).toBe("");
      }),
      2_000,
    );
  });

  test("two neighbouring digits changed about never pass", () => {
    holds(
      fc.property(anyCertno, fc.nat(15), (certno, place) => {
        const [left, right] = [certno[place] ?? "", certno[place + 1] ?? ""];
        if (left === right) return;
        const changed = certno.slice(0, place) + right + left + certno.slice(place + 2);
        expect(readCertno(changed).certno).toBe("");
      }),
    );
  });

  test("born in the 1900s, its fifteen digits lead back to it", () => {
    holds(
      fc.property(anyCertno, (certno) => {
        if (!certno.startsWith("19", 6) || certno.slice(14, 17) >= "996") return;
        const fifteen = certno.slice(0, 6) + certno.slice(8, 17);
        expect(readCertno(fifteen)).toEqual({ certno, status: "upgraded" });
      }),
    );
  });
});

function two(number: number): string {
  return String(number).padStart(2, "0");
}

describe("on a day", () => {
  test("nobody is born after it", () => {
    const certno = "159921201701310018".slice(0, 17);
    const number = certno + checkDigit(certno);
    expect(readCertno(number, "2017-01-31" as Day)).toEqual({ certno: number, status: "valid" });
    expect(readCertno(number, "2017-01-30" as Day).status).toBe("badDate");
  });
});
