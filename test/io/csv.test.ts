import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvPieces, csvText } from "../../src/io/csv.js";

describe("csvText", () => {
  test.each([
    [["a", "b"], "a,b\r\n"],
    [["a,b", 'say "hi"'], '"a,b","say ""hi"""\r\n'],
    [["two\nlines", "\r"], '"two\nlines","\r"\r\n'],
    [["", ""], ",\r\n"],
    [["159900198001010011", "0100"], "159900198001010011,0100\r\n"],
  ])("%j", (row, text) => {
    expect(csvText([row], { bom: false })).toBe(text);
  });

  // Cell, then the same in a text column. Column 1 is an amount and stays as it is.
  test.each([
    ["=1+1", "'=1+1"],
    ["+8613", "'+8613"],
    ["-", "'-"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["刘=", "刘="],
    ["-12.50", "'-12.50"],
  ])("the text %j is kept from being a formula, an amount is not touched", (cell, guarded) => {
    const text = csvText([[cell, "-12.50"]], { bom: false, textColumns: new Set([0]) });
    expect(parse(text)).toEqual([[guarded, "-12.50"]]);
  });

  test("begins with a mark only when asked", () => {
    expect(csvText([["刘"]], { bom: true })).toBe("\ufeff刘\r\n");
  });

  test("whatever is written is read back", () => {
    const rows = fc.array(fc.tuple(fc.string(), fc.string({ unit: "binary" })), { minLength: 1 });
    fc.assert(
      fc.property(rows, (given) => {
        const text = csvText(given, { bom: false });
        expect(parse(text, { record_delimiter: "\r\n" })).toEqual(given);
      }),
      { seed: 20170101, numRuns: 300 },
    );
  });
});

describe("csvPieces", () => {
  test.each([0, 1, 999, 1000, 1001, 2500])(
    "%i rows make the same text as at once",
    async (count) => {
      const rows = Array.from({ length: count }, (_, index) => [String(index), "=x"]);
      const options = { bom: true, textColumns: new Set([1]) };
      let text = "";
      for await (const piece of csvPieces(rows, options)) text += piece;
      expect(text).toBe(csvText(rows, options));
    },
  );
});
