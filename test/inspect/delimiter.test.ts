import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessFormat } from "../../src/inspect/delimiter.js";
import { holds } from "../seeded.js";

describe("guessFormat", () => {
  // Lines, parted by ⏎ here; then the delimiter and the quote.
  test.each([
    ["a,b,c⏎1,2,3", ",", '"'],
    ["1\t张三\t12.50⏎2\t李四\t8.00", "\t", ""],
    ["1|张三|2017-01-31⏎2|李四|2017-02-01", "|", ""],
    ["1;2,5;3⏎4;5;6⏎7;8;9", ";", '"'],
    ["Mzdjh=1&Kzhm=2&Jzks=内科⏎Mzdjh=2&Kzhm=3&Jzks=外科", "&", ""],
    ["1^张三^男⏎2^李四^女", "^", ""],
    ["1\u0001张三⏎2\u0001李四", "\u0001", ""],
    ["1|@|张三|@|男⏎2|@||@|女", "|@|", ""], // an empty field makes one long run
    ["1||张三||男⏎2||||女", "||", ""],
    ["1||男|a⏎2|李四|女|b⏎3||女|", "|", ""], // empty fields between single ones
    ["1,,3⏎4,,6", ",", '"'], // a column that is always empty
    ['1,"a,b,c",x⏎2,"d",y⏎3,e,z', ",", '"'], // delimiters in quotes do not count
    ['"1"|"张,三"|"x"⏎"2"|"李,四"|"y"', "|", '"'],
    ['1\t5" 软管\t2⏎2\t3" 软管\t1', "\t", ""], // inches are no quotes
    ["1|样例市,东街|2⏎2|样例市,西街|3⏎3|样例市,南街|4", "|", ""], // more fields are better
    ["张三⏎李四⏎王五", "", ""],
    ["2017-01-31⏎2017-02-01", "", ""], // signs of dates and amounts part nothing
    ["1234.50⏎12.00", "", ""],
    ["", "", ""],
  ])("%s", (lines, delimiter, quote) => {
    expect(guessFormat(lines.split("⏎"))).toEqual({ delimiter, quote });
  });

  test("quotes that run over lines leave the rest to be counted", () => {
    const lines = ["a,b", '1,"x;y;z', 'p;q;r",2', "3,4", '5,"6"'];
    expect(guessFormat(lines).delimiter).toBe(",");
  });

  test("a line of a hundred thousand commas is no row, and a long quote no trap", () => {
    expect(guessFormat([",".repeat(100_000)]).delimiter).toBe("");
    const quoted = `1,"${"x,".repeat(400_000)}",2`;
    expect(guessFormat([quoted, "1,2,3"]).delimiter).toBe(",");
  });

  test("a tenth of ragged lines does not mislead it", () => {
    const line = (index: number) => (index % 10 === 0 ? `${index}|王珅` : `${index}|王|男|1,2`);
    expect(guessFormat(Array.from({ length: 100 }, (_, index) => line(index))).delimiter).toBe("|");
  });

  test("whatever parts simple fields is found", () => {
    const field = fc.constantFrom("1599210001", "王五", "2017-01-31", "12.50", "x", "H15992100001");
    const table = fc
      .integer({ min: 2, max: 8 })
      .chain((width) =>
        fc.array(fc.array(field, { minLength: width, maxLength: width }), { minLength: 3 }),
      );
    const delimiter = fc.constantFrom(
      ",",
      "\t",
      "|",
      ";",
      "&",
      "^",
      "~",
      "#",
      "|@|",
      "||",
      "~^~",
      "::",
    );
    holds(
      fc.property(table, delimiter, (rows, mark) => {
        expect(guessFormat(rows.map((row) => row.join(mark))).delimiter).toBe(mark);
      }),
    );
  });
});
