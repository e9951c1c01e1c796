import { describe, expect, test } from "vitest";
import { counting, lawWith, settled, yearWith } from "./claims.js";

describe("an outpatient visit", () => {
  // Paid earlier this year, cost in scope, pooled fund pays: 50 %, at most 200.00 a year.
  test.each([
    ["  0.00", "100.00", "50.00"],
    ["  0.00", "0.01", "0.01"], // 0.005 rounds up
    ["  0.00", "400.00", "200.00"],
    ["  0.00", "400.02", "200.00"],
    ["180.00", "100.00", "20.00"],
    ["200.00", "100.00", "0.00"],
  ])("after %s paid, %s in scope pays %s", (outpatientPaid, scope, paid) => {
    const before = yearWith({ outpatientPaid });
    const { amounts } = settled({ medType: "11", scope }, { before });
    expect([amounts.actPayDedc, amounts.hifpPay]).toEqual(["0.00", paid]);
  });

  // Deducted earlier this year, cost in scope, deducted now, paid: 100.00 once a year.
  test.each([
    ["  0.00", "60.00", "60.00", "0.00"],
    [" 60.00", "60.00", "40.00", "10.00"],
    ["100.00", "60.00", "0.00", "30.00"],
    ["120.00", "60.00", "0.00", "30.00"],
  ])("where there is a deductible: after %s, %s deducts %s, pays %s", (used, scope, dedc, paid) => {
    const change = { file: "outpatient.yaml", from: '"0.00"', to: '"100.00"' };
    const before = yearWith({ outpatientDeducted: used });
    const { amounts } = settled({ medType: "11", scope }, { before, law: lawWith(change) });
    expect([amounts.actPayDedc, amounts.hifpPay]).toEqual([dedc, paid]);
  });

  test("counts neither for critical illness nor for aid, unless the pack says so", () => {
    const before = yearWith({ criticalBase: "20000.00", criticalPaid: "3600.00" });
    const more = { before, identity: "destitute" } as const;
    const visit = { medType: "11", scope: "300.00" } as const;
    const { amounts } = settled(visit, more);
    expect([amounts.hifmiPay, amounts.mafPay]).toEqual(["0.00", "0.00"]);

    const critical = counting("Outpatient", "yes");
    const aid = { file: "medical-aid.yaml", from: '"no"', to: '"yes"' };
    const counted = settled(visit, { ...more, law: lawWith(critical, aid) }).amounts;
    expect([counted.hifpPay, counted.hifmiPay, counted.mafPay, counted.psnPartAmt]).toEqual([
      "150.00",
      "90.00", // 60 % of 150.00 above what was paid already
      "60.00",
      "0.00",
    ]);
  });
});
