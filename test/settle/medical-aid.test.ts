import { describe, expect, test } from "vitest";
import type { Identity } from "../../src/domain/codes.js";
import { yuanText } from "../../src/domain/money.js";
import { payMedicalAid } from "../../src/settle/medical-aid.js";
import { amount, claimOf, insuredAs, lawWith, settled, tongliao, yearWith } from "./claims.js";

function paysFor(identities: readonly Identity[], left: string, aidPaid: string, law = tongliao) {
  const claim = claimOf({ scope: "90000.00" });
  const before = yearWith({ aidPaid });
  const insured = insuredAs(...identities);
  return yuanText(payMedicalAid({ claim, insured, before, law, steps: [] }, amount(left)));
}

describe("medical aid", () => {
  // Identities, left of the bill in scope, aid paid this year, aid pays.
  test.each<[readonly Identity[], string, string, string]>([
    [[], "1000.00", "0.00", "0.00"],
    [["severeDisability"], "1000.00", "0.00", "0.00"], // no tier of its own
    [["registeredPoor"], "0.00", "0.00", "0.00"],
    [["registeredPoor"], "1000.01", "0.00", "500.01"], // 500.005 rounds up
    [["registeredPoor"], "1000.00", "11800.00", "200.00"],
    [["registeredPoor"], "1000.00", "12000.00", "0.00"],
    [["minLiving"], "1000.00", "0.00", "700.00"],
    [["minLiving"], "30000.00", "0.00", "15000.00"],
    [["destitute"], "80000.00", "0.00", "80000.00"], // all of it, without a limit
    [["registeredPoor", "minLiving"], "1000.00", "0.00", "700.00"], // the better tier, once
  ])("%j with %s left after %s: %s", (identities, left, aidPaid, paid) => {
    expect(paysFor(identities, left, aidPaid)).toBe(paid);
  });

  test("a tier's deductible comes off each bill first", () => {
    const from = /registeredPoor, deductible: "0.00"/;
    const to = 'registeredPoor, deductible: "3000.00"';
    const law = lawWith({ file: "medical-aid.yaml", from, to });
    expect(paysFor(["registeredPoor"], "5000.00", "0.00", law)).toBe("1000.00");
    expect(paysFor(["registeredPoor"], "3000.00", "0.00", law)).toBe("0.00");
  });

  test("pays before or after critical illness, as the pack orders the payers", () => {
    // 100800.00 at level 3: the fund pays 60000.00 and leaves 40800.00.
    const bill = { dedcHospLv: "3", scope: "100800.00" } as const;
    const after = settled(bill, { identity: "minLiving" }).amounts;
    expect([after.hifpPay, after.hifmiPay, after.mafPay, after.psnPartAmt]).toEqual([
      "60000.00",
      "16080.00", // 60 % of 26800.00
      "15000.00", // the limit; 70 % of 24720.00 would be more
      "9720.00",
    ]);
    const to = "[basic, aid, critical]";
    const law = lawWith({ file: "payers.yaml", from: "[basic, critical, aid]", to });
    const first = settled(bill, { identity: "minLiving", law });
    expect([first.amounts.mafPay, first.amounts.hifmiPay, first.amounts.psnPartAmt]).toEqual([
      "15000.00",
      "7080.00", // 60 % of what aid left above 14000.00
      "18720.00",
    ]);
    expect(yuanText(first.after.criticalBase)).toBe("25800.00");
  });
});
