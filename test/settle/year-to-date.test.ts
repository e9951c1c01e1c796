import { describe, expect, test } from "vitest";
import { yuan, zero } from "../../src/domain/money.js";
import type { Amounts } from "../../src/domain/records.js";
import { advance, emptyYear } from "../../src/settle/year-to-date.js";
import { billOf, claimOf, counting, type Facts, lawWith, tongliao } from "./claims.js";

/** What a window posted, right or wrong. */
const posted: Amounts = {
  actPayDedc: yuan("900.00"),
  hifpPay: yuan("2000.00"),
  hifmiPay: yuan("30.00"),
  mafPay: yuan("40.00"),
  othPay: zero,
  fundPaySumamt: yuan("2070.00"),
  psnPartAmt: yuan("2930.00"),
};

function yearAfter(facts: Facts, law = tongliao) {
  return advance({ before: emptyYear, claim: claimOf(facts), amounts: posted, law });
}

describe("the year after a claim", () => {
  test("holds what was posted, not what the law would have given", () => {
    expect(yearAfter({ scope: "5000.00", settledBy: "window" })).toEqual({
      admissions: { township: 0, "1": 0, "2": 1, "3": 0 },
      inpatientPaid: yuan("2000.00"),
      outpatientPaid: zero,
      outpatientDeducted: zero,
      criticalBase: yuan("3000.00"), // 5000.00 − 2000.00, the deductible included
      criticalPaid: yuan("30.00"),
      aidPaid: yuan("40.00"),
    });
  });

  test("does not depend on who settled the claim", () => {
    const window = yearAfter({ scope: "5000.00", settledBy: "window" });
    expect(yearAfter({ scope: "5000.00", settledBy: "centre" })).toEqual(window);
  });

  test("leaves the deductible out of the critical-illness cost where the pack says so", () => {
    const law = lawWith(counting("Deductible", "no"));
    expect(yearAfter({ scope: "5000.00" }, law).criticalBase).toBe(yuan("2100.00"));
    expect(yearAfter({ scope: "2500.00" }, law).criticalBase).toBe(zero);
  });

  // The posted fund pays 2000.00 of 5000.00; the person paid 800.00 first and 70.00 over limits.
  test.each([
    ["yes", "no", "3800.00"],
    ["no", "no", "3000.00"],
    ["no", "yes", "3070.00"],
    ["yes", "yes", "3870.00"],
  ] as const)("first self-pay counted %s, over limits %s: cost of %s", (first, over, cost) => {
    const law = lawWith(counting("FirstSelfPay", first), counting("OverLimit", over));
    const bill = billOf({ scope: "5000.00", own: "100.00", over: "70.00", first: "800.00" });
    expect(yearAfter(bill, law).criticalBase).toBe(yuan(cost));
  });

  test("has nothing of a visit's parts out of scope, unless visits count", () => {
    const bill = { ...billOf({ scope: "5000.00", first: "800.00" }), medType: "11" };
    expect(yearAfter(bill).criticalBase).toBe(zero);
    const law = lawWith(counting("Outpatient", "yes"));
    expect(yearAfter(bill, law).criticalBase).toBe(yuan("3800.00"));
  });

  test("takes off the counted parts what a window paid above the cost in scope", () => {
    const bill = (first: string) => billOf({ scope: "1500.00", first });
    expect(yearAfter(bill("800.00")).criticalBase).toBe(yuan("300.00"));
    expect(yearAfter(bill("400.00")).criticalBase).toBe(zero);
  });

  test("cumulates the 127830.00 of the published case PE-05", () => {
    const claim = claimOf(billOf({ scope: "169000.00", own: "3000.00", first: "8000.00" }));
    const amounts = { ...posted, actPayDedc: yuan("600.00"), hifpPay: yuan("49170.00") };
    const year = advance({ before: emptyYear, claim, amounts, law: tongliao });
    expect(year.criticalBase).toBe(yuan("127830.00"));
  });

  test("counts a visit in the outpatient accumulators only", () => {
    expect(yearAfter({ scope: "5000.00", medType: "11" })).toEqual({
      ...emptyYear,
      outpatientPaid: yuan("2000.00"),
      outpatientDeducted: yuan("900.00"),
      criticalPaid: yuan("30.00"),
      aidPaid: yuan("40.00"),
    });
  });
});
