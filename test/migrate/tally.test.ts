import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addRead, exactText, type ReadAmount, readYuan } from "../../src/domain/money.js";
import { closeMoney, closeTally, countMoney, noMoney } from "../../src/migrate/tally.js";
import { holds } from "../seeded.js";

describe("closeTally", () => {
  test("a count that closes is handed on", () => {
    const tally = { read: 10, loaded: 6, merged: 3, setAside: 1 };
    expect(closeTally("claims.csv", tally)).toBe(tally);
  });

  test.each([
    [10, 6, 3, 0], // a row was lost
    [10, 6, 3, 2], // a row is in two places
    [0, 1, 0, 0],
  ])("read %i is not %i + %i + %i", (read, loaded, merged, setAside) => {
    const close = () => closeTally("claims.csv", { read, loaded, merged, setAside });
    expect(close).toThrow(`claims.csv: read ${read}`);
  });
});

describe("closeMoney", () => {
  test("what was counted closes, residuals included, in any order of places", () => {
    const places = fc.constantFrom("carried" as const, "repeated" as const, "setAside" as const);
    const anyMoney = fc.integer({ min: -1e9, max: 1e9 }).map((units) => {
      return readYuan((units / 10_000).toFixed(4)) ?? { amount: 0 as never, residual: "0" };
    });
    holds(
      fc.property(fc.array(fc.tuple(anyMoney, places)), (amounts) => {
        const tally = amounts.reduce((all, [one, place]) => countMoney(all, one, place), noMoney);
        expect(closeMoney("fund", tally)).toBe(tally);
        const read = amounts.map(([one]) => one).reduce(addRead, noMoney.read);
        expect(exactText(tally.read)).toBe(exactText(read));
      }),
    );
  });

  const one: ReadAmount = { amount: 123 as ReadAmount["amount"], residual: "0.0012" };

  test.each([
    ["a fen too much", { ...one, amount: 124 as ReadAmount["amount"] }],
    ["a residual that was lost", { ...one, residual: "0" }],
    ["nothing at all", noMoney.carried],
  ])("stops for %s", (_, carried) => {
    expect(() => closeMoney("fund 159921", { ...noMoney, read: one, carried })).toThrow(
      "fund 159921: read 1.2312",
    );
  });
});
