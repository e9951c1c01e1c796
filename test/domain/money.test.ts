import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as money from "../../src/domain/money.js";
import { fromFen, ratio, yuan, yuanText, zero } from "../../src/domain/money.js";
import { holds } from "../seeded.js";

/** Exact to any length: what the house's own arithmetic is held to. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

const anyFen = fc.oneof(
  fc.integer({ min: -10_000, max: 10_000 }),
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
  fc.maxSafeInteger().map((fen) => Math.trunc(fen / 2)),
);
const anyYuan = anyFen.map(fromFen);
const anyRatio = fc
  .integer({ min: 0, max: 1_500_000 })
  .map((millionths) => ratio(new Exact(millionths).dividedBy(1_000_000).toFixed()));

describe("an amount as text", () => {
  test.each([
    ["0", "0.00"],
    ["0.5", "0.50"],
    ["12.30", "12.30"],
    ["-0.05", "-0.05"],
    ["-0.00", "0.00"],
    ["007", "7.00"],
    ["999999999999.99", "999999999999.99"],
  ])("%s is written %s", (text, written) => {
    expect(yuanText(yuan(text))).toBe(written);
  });

  test.each(["", "1.", ".5", "1,000.00", "+1", "1e3", "１", " 1", "1.005", "12345678901234"])(
    "%j is no amount of our own",
    (text) => {
      expect(() => yuan(text)).toThrow("not an amount");
    },
  );
});

describe("readYuan", () => {
  // text of the source, amount, residual
  test.each([
    ["458.44", "458.44", "0"],
    ["0.0049", "0.00", "0.0049"],
    ["0.005", "0.01", "-0.005"], // half goes up
    ["-0.005", "-0.01", "0.005"], // and, below zero, away from zero
    ["-0.0049", "0.00", "-0.0049"],
    ["103.1250", "103.13", "-0.005"],
    ["103.1200", "103.12", "0"],
    ["1234567890123.4567", "1234567890123.46", "-0.0033"],
  ])("%s is %s and %s", (text, amount, residual) => {
    const read = money.readYuan(text);
    expect(read).toEqual({ amount: yuan(amount), residual });
    expect(Object.is(read?.amount, -0)).toBe(false);
  });

  test.each(["", "-", "1..2", "1.2.3", "abc", "1.12345678901", "¥5", "12345678901234.0001"])(
    "%j is none",
    (text) => expect(money.readYuan(text)).toBeUndefined(),
  );

  test("amount and residual together are the source, and the amount is the nearest fen", () => {
    const places = fc.integer({ min: 0, max: 10 });
    const anySource = fc.tuple(fc.maxSafeInteger(), places).map(([digits, shift]) => {
      const text = new Exact(digits).dividedBy(new Exact(10).pow(shift + 3)).toFixed();
      return text.replace(/(\.\d{10})\d+$/, "$1");
    });
    holds(
      fc.property(anySource, (text) => {
        const read = money.readYuan(text);
        if (read === undefined) throw new Error(`${text} is an amount`);
        expect(new Exact(yuanText(read.amount)).plus(read.residual).eq(text)).toBe(true);
        expect(money.exactText(read)).toBe(inOwnPlaces(new Exact(text)));
        expect(yuanText(read.amount)).toBe(written(new Exact(text).times(100)));
      }),
    );
  });

  test("amounts of a source add and turn around without losing their residuals", () => {
    const anyRead = fc.integer({ min: -1e9, max: 1e9 }).map((tenThousandths) => {
      const read = money.readYuan(new Exact(tenThousandths).dividedBy(10_000).toFixed());
      return read ?? money.nothingRead;
    });
    holds(
      fc.property(anyRead, anyRead, (left, right) => {
        const [a, b] = [money.exactText(left), money.exactText(right)];
        expect(money.exactText(money.addRead(left, right))).toBe(inOwnPlaces(Exact.add(a, b)));
        const back = money.addRead(left, money.negateRead(left));
        expect(money.exactText(back)).toBe("0.00");
      }),
    );
  });
});

describe("every operation on amounts is what decimal.js says", () => {
  test("text out and in again", () => {
    const anyWritten = anyYuan.filter((amount) => Math.abs(amount) < 1e15); // 13 digits of yuan
    holds(
      fc.property(anyWritten, (amount) => {
        expect(yuan(yuanText(amount))).toBe(amount);
        expect(yuanText(amount)).toBe(new Exact(amount).dividedBy(100).toFixed(2));
      }),
    );
  });

  test("add, subtract, negate, least, most", () => {
    holds(
      fc.property(anyYuan, anyYuan, (left, right) => {
        const [a, b] = [new Exact(left), new Exact(right)];
        expect(yuanText(money.add(left, right))).toBe(written(a.plus(b)));
        expect(yuanText(money.subtract(left, right))).toBe(written(a.minus(b)));
        expect(yuanText(money.negate(left))).toBe(written(a.negated()));
        expect(yuanText(money.least(left, right))).toBe(written(Exact.min(a, b)));
        expect(yuanText(money.most(left, right))).toBe(written(Exact.max(a, b)));
      }),
    );
  });

  test("sum", () => {
    const anyList = fc.array(fc.integer({ min: -1e12, max: 1e12 }).map(fromFen));
    holds(
      fc.property(anyList, (amounts) => {
        const total = amounts.reduce((all, one) => all.plus(one), new Exact(0));
        expect(yuanText(money.sum(amounts))).toBe(written(total));
      }),
    );
  });

  test("a share, for any amount that the house can hold", () => {
    holds(
      fc.property(anyYuan, anyRatio, (amount, share) => {
        const exact = new Exact(amount).times(share).dividedBy(1_000_000);
        expect(yuanText(money.shareOf(amount, share))).toBe(written(exact));
      }),
      2_000,
    );
  });

  test("shares add, and multiply half-up to six places", () => {
    holds(
      fc.property(anyRatio, anyRatio, (left, right) => {
        const [a, b] = [new Exact(money.ratioText(left)), new Exact(money.ratioText(right))];
        expect(money.ratioText(money.addRatio(left, right))).toBe(a.plus(b).toFixed());
        const product = a.times(b).toDecimalPlaces(6).toFixed();
        expect(money.ratioText(money.timesRatio(left, right))).toBe(product);
      }),
    );
  });
});

describe("shareOf", () => {
  test.each([
    ["31.77", "0.1", "3.18"], // policy.md PE-01: per line, half-up
    ["61.11", "0.8", "48.89"], // policy.md PE-01: 48.888
    ["0.01", "0.5", "0.01"],
    ["-0.01", "0.5", "-0.01"], // away from zero, so that a reversal is the exact opposite
    ["-0.01", "0.499999", "0.00"],
    ["0.00", "0.85", "0.00"],
    ["9999999999999.99", "0.999999", "9999989999999.99"], // beyond the safe product
    ["-9999999999999.99", "0.999999", "-9999989999999.99"],
  ])("of %s a share of %s is %s", (amount, share, expected) => {
    const found = money.shareOf(yuan(amount), ratio(share));
    expect(yuanText(found)).toBe(expected);
    expect(Object.is(found, -0)).toBe(false);
  });

  test("a product just inside the safe range is not rounded twice", () => {
    const found = money.shareOf(fromFen(9_007_199_254_499_999), ratio("0.000001"));
    expect(yuanText(found)).toBe("90071992.54");
  });
});

describe("a share as text", () => {
  test.each([
    ["0.85", "0.85"],
    ["1", "1"],
    ["0.000001", "0.000001"],
    ["0.650000", "0.65"],
    ["-0.1", "-0.1"],
  ])("%s is written %s", (text, expected) => {
    expect(money.ratioText(ratio(text))).toBe(expected);
  });

  test.each(["", "85%", ".5", "0.0000001", "1/3", "1000.5"])("%j is none", (text) => {
    expect(money.readRatio(text)).toBeUndefined();
    expect(() => ratio(text)).toThrow("not a ratio");
  });
});

describe("allocate", () => {
  test.each([
    ["100.00", [1, 1, 1], ["33.34", "33.33", "33.33"]], // the earlier takes the fen left over
    ["0.02", [1, 1, 1], ["0.01", "0.01", "0.00"]],
    ["-100.00", [1, 1, 1], ["-33.34", "-33.33", "-33.33"]],
    ["10.00", [0, 5, 0], ["0.00", "10.00", "0.00"]],
    ["1.00", [1, 2, 4], ["0.14", "0.29", "0.57"]], // the largest remainder first
  ])("%s by %j", (amount, weights, expected) => {
    expect(money.allocate(yuan(amount), weights).map(yuanText)).toEqual(expected);
  });

  test("gives away every fen, each share within one fen of its due", () => {
    const anyWeights = fc
      .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 15 })
      .filter((weights) => weights.some((weight) => weight > 0));
    holds(
      fc.property(anyYuan, anyWeights, (amount, weights) => {
        const shares = money.allocate(amount, weights);
        expect(money.sum(shares)).toBe(amount);
        const whole = weights.reduce((total, weight) => total + weight, 0);
        for (const [index, weight] of weights.entries()) {
          const due = new Exact(amount).times(weight).dividedBy(whole);
          expect(
            due
              .minus(shares[index] ?? zero)
              .abs()
              .lt(1),
          ).toBe(true);
        }
      }),
    );
  });

  test.each([[[]], [[0, 0]], [[1, -1]], [[0.5]]])("by %j is our own mistake", (weights) => {
    expect(() => money.allocate(yuan("1"), weights)).toThrow();
  });
});

test("an amount outside the safe range stops the work", () => {
  const large = fromFen(Number.MAX_SAFE_INTEGER);
  expect(() => money.add(large, fromFen(1))).toThrow("safe range");
  expect(() => money.sum([large, large])).toThrow("safe range");
  expect(() => money.shareOf(large, ratio("1.5"))).toThrow("safe range");
  expect(() => fromFen(0.5)).toThrow("safe range");
});

/** Fen, rounded half away from zero, as text in yuan. */
function written(fen: Decimal): string {
  const text = fen.toDecimalPlaces(0).dividedBy(100).toFixed(2);
  return text === "-0.00" ? "0.00" : text;
}

/** As a source states it: all its places, the fen at least. */
function inOwnPlaces(exact: Decimal): string {
  return exact.toFixed(Math.max(2, exact.decimalPlaces()));
}
