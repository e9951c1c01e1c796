import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Agreement, agreementsOf, inForce, monthlyQuota } from "../../src/budget/agreement.js";
import { fromFen, sum, yuan, yuanText } from "../../src/domain/money.js";
import type { Day, Month } from "../../src/domain/period.js";
import { tellProblem } from "../../src/domain/problem.js";
import { agreement } from "./agreements.js";

const months = Array.from({ length: 12 }, (_, index) => {
  return `2017-${String(index + 1).padStart(2, "0")}` as Month;
});

/** The sound agreement with other terms. */
function terms(change: Partial<Agreement>): Agreement {
  return { ...agreement(), ...change };
}

describe("agreementsOf", () => {
  const first = terms({ place: { file: "a.yaml", line: 6 } });
  const other = terms({ fixmedinsCode: "H15992100002", place: { file: "b.yaml", line: 6 } });
  const later = terms({
    from: "2017-12-31" as Day,
    to: "2018-12-31" as Day,
    place: { file: "b.yaml", line: 20 },
  });

  test("joins files in the order of hospitals and days", () => {
    const next = terms({ from: "2018-01-01" as Day, to: "2018-12-31" as Day });
    const joined = agreementsOf([next, other, first]);
    expect(joined).toEqual({ agreements: [first, next, other], problems: [] });
  });

  test("a hospital with two agreements on one day is refused, with both places", () => {
    const told = agreementsOf([later, other, first]).problems.map((one) => tellProblem(one, "en"));
    expect(told).toEqual([
      "b.yaml:20 institution H15992100001 has another agreement in force at that time, in a.yaml:6",
    ]);
  });
});

describe("inForce", () => {
  const [winter, summer] = [
    terms({ from: "2017-01-01" as Day, to: "2017-03-31" as Day }),
    terms({ from: "2017-07-01" as Day, to: "2017-12-31" as Day }),
  ];

  test.each([
    ["2016-12-31", undefined],
    ["2017-01-01", winter],
    ["2017-03-31", winter],
    ["2017-04-01", undefined], // suspended
    ["2017-07-01", summer],
    ["2018-01-01", undefined],
  ])("on %s", (day, expected) => {
    expect(inForce([winter, summer], "H15992100001", day as Day)).toBe(expected);
    expect(inForce([winter, summer], "H15992100002", day as Day)).toBeUndefined();
  });

  test("terms without a last day stay in force", () => {
    const { to: _, ...open } = agreement();
    expect(inForce([open], "H15992100001", "2099-12-31" as Day)).toBe(open);
  });
});

describe("monthlyQuota", () => {
  test.each([
    ["12000000.00", [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], "2017-01", "1000000.00"],
    ["100.00", [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], "2017-01", "8.34"], // 8.333…: four fen left
    ["100.00", [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], "2017-05", "8.33"],
    ["1200.00", [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0], "2017-01", "200.00"],
    ["1200.00", [2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0], "2017-12", "0.00"],
    ["0.00", [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], "2017-06", "0.00"],
  ])("%s by %j in %s is %s", (yearly, monthlyWeights, month, quota) => {
    const agreed = terms({ yearlyQuota: yuan(yearly), monthlyWeights });
    expect(yuanText(monthlyQuota(agreed, month as Month))).toBe(quota);
  });

  test("an agreement of half a year still portions the quota over twelve months", () => {
    const half = terms({ from: "2017-07-01" as Day });
    expect(yuanText(monthlyQuota(half, "2017-07" as Month))).toBe("1000000.00");
  });

  test("the twelve portions are the yearly quota to the fen", () => {
    const weights = fc
      .array(fc.nat(1000), { minLength: 12, maxLength: 12 })
      .filter((all) => all.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), weights, (fen, monthlyWeights) => {
        const agreed = terms({ yearlyQuota: fromFen(fen), monthlyWeights });
        expect(sum(months.map((month) => monthlyQuota(agreed, month)))).toBe(fen);
      }),
      { seed: 20170101, numRuns: 1_000 },
    );
  });
});
