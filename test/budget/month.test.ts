import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BudgetFigures, budgetTotals } from "../../src/budget/figures.js";
import { type BudgetQuestion, budgetMonth } from "../../src/budget/month.js";
import { add, fromFen, type Ratio, subtract, sum, yuanText } from "../../src/domain/money.js";
import type { Month } from "../../src/domain/period.js";
import type { HospitalMonth } from "../../src/domain/records.js";
import { budgetOf, question } from "./questions.js";

/** A question with something in it that no caller may ask. */
type Wrong = Partial<Omit<BudgetQuestion, "claimed">> & { claimed?: Partial<HospitalMonth> };

function shown(figures: BudgetFigures, keys: readonly (keyof BudgetFigures)[]): string {
  return keys.map((key) => yuanText(fromFen(figures[key]))).join(" ");
}

describe("budgetMonth", () => {
  // One row is one hospital's month under a quota of 1,000.00 with a holdback of 10 %.
  // Claimed, deduction, to recover; then confirmed, deferred, holdback, recovered, carried, paid.
  test.each([
    [" 800.00", "   0.00", "   0.00", "800.00 0.00 80.00 0.00 0.00 720.00"], // within the quota
    ["1000.00", "   0.00", "   0.00", "1000.00 0.00 100.00 0.00 0.00 900.00"], // exactly the quota
    ["1000.01", "   0.00", "   0.00", "1000.01 0.01 100.00 0.00 0.00 900.00"], // one fen above
    ["1250.00", "   0.00", "   0.00", "1250.00 250.00 100.00 0.00 0.00 900.00"], // over the quota
    ["1250.00", " 300.00", "   0.00", "950.00 0.00 95.00 0.00 0.00 855.00"], // audited under it
    [" 800.00", " 800.00", "   0.00", "0.00 0.00 0.00 0.00 0.00 0.00"], // all deducted
    [" 800.00", " 950.00", "   0.00", "0.00 0.00 0.00 0.00 150.00 0.00"], // more than was claimed
    [" 800.00", " 950.00", " 100.00", "0.00 0.00 0.00 0.00 250.00 0.00"], // on top of an old debt
    [" 800.00", "   0.00", " 150.00", "800.00 0.00 80.00 150.00 0.00 570.00"], // debt recovered
    [" 800.00", "   0.00", " 720.00", "800.00 0.00 80.00 720.00 0.00 0.00"], // all goes to the debt
    [" 800.00", "   0.00", " 900.00", "800.00 0.00 80.00 720.00 180.00 0.00"], // and a debt is left
    ["1250.00", " 100.00", "1000.00", "1150.00 150.00 100.00 900.00 100.00 0.00"], // all at once
    ["   0.00", "   0.00", "   0.00", "0.00 0.00 0.00 0.00 0.00 0.00"], // a zero month is declared
    ["   0.00", "   0.00", "  50.00", "0.00 0.00 0.00 0.00 50.00 0.00"], // and keeps its debt
    ["   0.05", "   0.00", "   0.00", "0.05 0.00 0.01 0.00 0.00 0.04"], // half a fen rounds up
    ["-500.00", "   0.00", "   0.00", "-500.00 0.00 -50.00 -450.00 450.00 0.00"], // more refunded
    ["-500.00", " 100.00", " 200.00", "-500.00 0.00 -50.00 -450.00 750.00 0.00"], // on top of debts
  ])("claimed %s, deducted %s, to recover %s", (hifpPay, deduction, recoverBefore, expected) => {
    const stated = { hifpPay, deduction, recoverBefore, quota: "1000.00" };
    const trimmed = Object.entries(stated).map(([key, text]) => [key, text.trim()]);
    const budget = budgetOf(Object.fromEntries(trimmed));
    const keys = ["confirmed", "deferred", "holdback", "recovered", "recoverAfter", "payable"];
    expect(shown(budget, keys as (keyof BudgetFigures)[])).toBe(expected);
  });

  // Published parameters (policy.md 3b), one month of each.
  test.each([
    ["GB-6", "1000000.00", "0.05", "50000.00 950000.00"], // audited 100万, margin 5 %: paid 95万
    ["GB-7", "1000000.00", "0.10", "100000.00 900000.00"], // a third of the quarter: 90万 of 100万
    ["GB-3", "1000000.00", "0.03", "30000.00 970000.00"], // of each month 97 % was paid
  ])("%s: %s with a holdback of %s", (_, hifpPay, holdbackRatio, expected) => {
    const budget = budgetOf({ hifpPay, holdbackRatio });
    expect(shown(budget, ["holdback", "payable"])).toBe(expected);
  });

  test("other payers' money passes through in full, whatever the quota, audit and debt", () => {
    const stated = { hifpPay: "100.00", outsideQuota: "5000.00", quota: "0.00" };
    const budget = budgetOf({ ...stated, deduction: "200.00", recoverBefore: "300.00" });
    expect(shown(budget, ["quotaPayable", "outsideQuota", "payable", "recoverAfter"])).toBe(
      "0.00 5000.00 5000.00 400.00",
    );
  });

  test("what other payers take back is set off first, and never paid in by the hospital", () => {
    const keys = ["recovered", "quotaPayable", "recoverAfter", "payable"] as const;
    const borne = budgetOf({ hifpPay: "100.00", outsideQuota: "-60.00" });
    expect(shown(borne, keys)).toBe("0.00 90.00 0.00 30.00");
    const owed = budgetOf({ hifpPay: "10.00", outsideQuota: "-60.00", recoverBefore: "5.00" });
    expect(shown(owed, keys)).toBe("-51.00 60.00 56.00 0.00");
  });

  test("the steps tell a debt that refunds left", () => {
    const { steps } = budgetOf({ hifpPay: "-500.00", deduction: "100.00" });
    const told = steps.map(({ rule, base, amount }) => [rule, base, amount].join(" "));
    expect(told.slice(4)).toEqual([
      "return -45000 -45000",
      "pass-through 0 0",
      "carry-return 55000 55000",
    ]);
  });

  test("a debt goes down month by month and nothing of it is lost", () => {
    let owed = "2000.00";
    const left = ["800.00", "800.00", "800.00", "800.00"].map((hifpPay) => {
      owed = yuanText(budgetOf({ hifpPay, recoverBefore: owed }).recoverAfter);
      return owed;
    });
    expect(left).toEqual(["1280.00", "560.00", "0.00", "0.00"]);
  });

  test("the steps lead from the claim to the payment, each from what the last one left", () => {
    const stated = { hifpPay: "1250.00", outsideQuota: "70.00", quota: "1000.00" };
    const { steps } = budgetOf({ ...stated, deduction: "100.00", recoverBefore: "1000.00" });
    const told = steps.map((step) => {
      return `${step.rule} ${yuanText(step.base)} ${yuanText(step.amount)}`;
    });
    expect(told).toEqual([
      "outside-quota 1320.00 70.00",
      "deduction 1250.00 100.00",
      "quota 1150.00 150.00",
      "holdback 1000.00 100.00",
      "recovery 900.00 900.00",
      "pass-through 0.00 70.00",
      "carry 1100.00 100.00",
    ]);
  });

  test.each<[string, Wrong]>([
    ["a claim that does not add up", { claimed: { fundAppySum: fromFen(1) } }],
    ["a deduction below zero", { deduction: fromFen(-1) }],
    ["a debt below zero", { recoverBefore: fromFen(-1) }],
    ["a quota below zero", { quota: fromFen(-1) }],
    ["a holdback above the whole", { holdbackRatio: 1_000_001 as Ratio }],
  ])("%s is our own mistake", (_, wrong) => {
    const right = question({ hifpPay: "0.00" });
    const asked = { ...right, ...wrong, claimed: { ...right.claimed, ...wrong.claimed } };
    expect(() => budgetMonth(asked)).toThrow();
  });
});

describe("for every hospital's month", () => {
  const fen = fc.oneof(fc.nat(1_000), fc.nat(2 ** 31 - 1)).map(fromFen);
  /** What is claimed is below zero where more is taken back. */
  const claim = fc.oneof(fen, fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).map(fromFen));
  const questions: fc.Arbitrary<BudgetQuestion> = fc
    .record({
      hifpPay: claim,
      outsideQuota: claim,
      deduction: fc.oneof(fc.constant(fromFen(0)), fen),
      recoverBefore: fc.oneof(fc.constant(fromFen(0)), fen),
      quota: fen,
      holdbackRatio: fc.nat(1_000_000).map((millionths) => millionths as Ratio),
    })
    .map(({ hifpPay, outsideQuota, ...terms }) => {
      const fundAppySum = add(hifpPay, outsideQuota);
      const claim = { setlCnt: 1, medfeeSumamt: fundAppySum, fundAppySum, hifpPay, outsideQuota };
      const claimed = { ...claim, fixmedinsCode: "H15992100001", month: "2017-01" as Month };
      return { ...terms, claimed };
    });
  const seeded = { seed: 20170101, numRuns: 10_000 };

  test("claimed money is deducted, deferred, held back, recovered or paid, to the fen", () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const month = budgetMonth(asked);
        const gone = [month.deducted, month.deferred, month.holdback, month.recovered];
        expect(sum([...gone, month.payable])).toBe(asked.claimed.fundAppySum);
        const taken = sum([month.deducted, month.recovered, month.recoverAfter]);
        expect(taken).toBe(add(asked.deduction, asked.recoverBefore));
      }),
      seeded,
    );
  });

  test("nothing is below zero, accepted above the quota, or paid beyond the claim", () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const month = budgetMonth(asked);
        const { hifpPay, outsideQuota } = asked.claimed;
        const { deducted, deferred, recoverAfter, payable } = month;
        expect(Math.min(deducted, deferred, recoverAfter, payable)).toBeGreaterThanOrEqual(0);
        if (hifpPay >= 0)
          expect(Math.min(month.confirmed, month.holdback)).toBeGreaterThanOrEqual(0);
        if (hifpPay >= 0 && outsideQuota >= 0) expect(month.recovered).toBeGreaterThanOrEqual(0);
        expect(month.accepted).toBeLessThanOrEqual(month.quota);
        const positive = Math.max(0, hifpPay) + Math.max(0, outsideQuota);
        expect(payable).toBeLessThanOrEqual(positive);
        expect(payable).toBeGreaterThanOrEqual(outsideQuota);
      }),
      seeded,
    );
  });

  test("every amount of the result can be read off its steps", () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const month = budgetMonth(asked);
        const [first, ...steps] = month.steps.slice(0, 5);
        let left = subtract(asked.claimed.fundAppySum, first?.amount ?? fromFen(0));
        for (const step of steps) {
          expect(step.base).toBe(left);
          left = subtract(step.base, step.amount);
        }
        expect(month.steps[5]).toMatchObject({ rule: "pass-through", base: left });
        expect(add(left, asked.claimed.outsideQuota)).toBe(month.payable);
      }),
      seeded,
    );
  });

  test("the totals of many hospitals are their column sums, in any order", () => {
    fc.assert(
      fc.property(fc.array(questions, { maxLength: 20 }), (asked) => {
        const months = asked.map(budgetMonth);
        const totals = budgetTotals(months);
        for (const key of Object.keys(totals) as (keyof BudgetFigures)[]) {
          expect(totals[key]).toBe(months.reduce((total, month) => total + month[key], 0));
        }
        expect(budgetTotals([...months].reverse())).toEqual(totals);
      }),
      { seed: 20170101, numRuns: 500 },
    );
  });
});
