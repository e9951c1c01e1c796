import { describe, expect, test } from "vitest";
import { yuan, zero } from "../../src/domain/money.js";
import type { Amounts } from "../../src/domain/records.js";
import { advance, emptyYear } from "../../src/settle/year-to-date.js";
import { claimOf, type Facts, lawWith, tongliao } from "./claims.js";

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
    const from = /计入,同公开算例[\s\S]*?value: "yes"/;
    const law = lawWith({ file: "critical-illness.yaml", from, to: '不计入\n        value: "no"' });
    expect(yearAfter({ scope: "5000.00" }, law).criticalBase).toBe(yuan("2100.00"));
    expect(yearAfter({ scope: "2500.00" }, law).criticalBase).toBe(zero);
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
