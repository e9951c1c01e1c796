import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { yuanText } from "../../src/domain/money.js";
import { costOf, countText, priceText, readCount, readPrice } from "../../src/domain/quantity.js";

describe("counts and prices", () => {
  test.each([
    ["2", "2"],
    ["0.5000", "0.5"],
    ["-1.25", "-1.25"],
    ["-0", "0"],
    ["0.0001", "0.0001"],
  ])("the count %s is %s", (text, told) => {
    const count = readCount(text);
    expect(count === undefined ? undefined : countText(count)).toBe(told);
  });

  test.each(["", "1.00001", "1e3", "一", "1,000", "99999999999999"])("%s is no count", (text) => {
    expect(readCount(text)).toBeUndefined();
  });

  test.each([
    ["12.5", "12.5"],
    ["0.000125", "0.000125"],
    ["-1", undefined],
    ["1.0000001", undefined],
  ])("the price %s is %s", (text, told) => {
    const price = readPrice(text);
    expect(price === undefined ? undefined : priceText(price)).toBe(told);
  });

  // Half a fen goes away from zero, so that a refund is the opposite of what it reverses.
  test.each([
    ["3", "0.335", "1.01"],
    ["1", "0.005", "0.01"],
    ["-1", "0.005", "-0.01"],
    ["0.5", "0.01", "0.01"],
    ["0", "8.5", "0.00"],
    ["-2.5", "8.4", "-21.00"],
  ])("%s at %s cost %s", (count, price, cost) => {
    expect(costIn(count, price)).toBe(cost);
  });

  test("what comes out as text reads as it was, and a refund costs the opposite", () => {
    const anyCount = fc.integer({ min: -10_000_000, max: 10_000_000 });
    const anyPrice = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(anyCount, anyPrice, (tenThousandths, millionths) => {
        const text = countText(tenThousandths as NonNullable<ReturnType<typeof readCount>>);
        const price = priceText(millionths as NonNullable<ReturnType<typeof readPrice>>);
        expect(readCount(text)).toBe(tenThousandths + 0);
        expect(readPrice(price)).toBe(millionths);
        const opposite = text.startsWith("-") ? text.slice(1) : `-${text}`;
        const [cost, refund] = [costIn(text, price), costIn(opposite, price)];
        expect(refund.replace("-", "")).toBe(cost.replace("-", ""));
      }),
      { seed: 20170101 },
    );
  });
});

function costIn(count: string, price: string): string {
  const [many, each] = [readCount(count), readPrice(price)];
  if (many === undefined || each === undefined) throw new Error(`${count} at ${price}`);
  return yuanText(costOf(many, each));
}
