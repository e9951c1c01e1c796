import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lineOf, MOST_PARTS, partOf, rowNumber, rowText } from "../../src/domain/row-number.js";

describe("a row number", () => {
  test.each([
    [12, 0, 12, "12"],
    [12, 1, 4294967308, "12/1"],
    [1, 3, 12884901889, "1/3"],
  ])("of line %i, part %i is %i, told as %s", (line, part, row, told) => {
    expect(rowNumber(line, part)).toBe(row);
    expect(rowText(row)).toBe(told);
  });

  test("leads back to its line and part, for ever exactly", () => {
    const line = fc.integer({ min: 1, max: 2 ** 32 - 1 });
    const part = fc.integer({ min: 0, max: MOST_PARTS });
    fc.assert(
      fc.property(line, part, (one, other) => {
        const row = rowNumber(one, other);
        expect([lineOf(row), partOf(row)]).toEqual([one, other]);
        expect(Number.isSafeInteger(row)).toBe(true);
      }),
    );
  });
});
