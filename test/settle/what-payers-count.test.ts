import { describe, expect, test } from "vitest";
import { yuanText } from "../../src/domain/money.js";
import type { Law } from "../../src/policy/law.js";
import { usedUnder } from "../../src/settle/year-to-date.js";
import { billOf, claimOf, insuredAs, settled, settledInOrder } from "./claims.js";
import { type Parameters, smallLaw } from "./laws.js";
import { aid, amountsOf, counting, critical, unpaid } from "./payers.js";

describe("tops up to a share (R31)", () => {
  const topUp = (of: string, over = "bill"): Law =>
    smallLaw({
      "topUp.applies": "[{ identity: poor, choose: yes }, { choose: no }]",
      "topUp.target": { value: '"0.90"', form: `of: ${of}, over: ${over}` },
      ...counting("topUp"),
      "topUp.counts.fullSelfPay": "yes",
    });

  // 10500.00 in scope, 500.00 out of scope: the fund pays 8000.00.
  test.each([
    ["scope", "1450.00"],
    ["total", "1900.00"],
  ])("nine tenths of the %s: %s", (of, paid) => {
    const bill = billOf({ scope: "10500.00", own: "500.00" });
    expect(amountsOf(bill, topUp(of), "poor")[3]).toBe(paid);
    expect(amountsOf(bill, topUp(of))[3]).toBe("0.00");
  });

  test("over the year: what was short before is made up for, up to this bill's own cost", () => {
    const law = topUp("scope", "year");
    const claims = [claimOf({ scope: "500.00" }), claimOf({ scope: "10500.00" })];
    const insured = insuredAs("poor");
    const paid = settledInOrder(claims, { law, insured }).map((one) => one.settlement.othPay);
    expect(paid.map(yuanText)).toEqual(["450.00", "1450.00"]);
    const after = settledInOrder(claims, { law, insured }).at(-1)?.after;
    if (after === undefined) throw new Error("two bills were settled");
    expect(usedUnder(after, "of:topUp")).toBe(11000_00);
    expect(usedUnder(after, "funds:topUp")).toBe(9900_00);
  });
});

describe("what a later payer does not count", () => {
  const offsite: Parameters = {
    "inpatient.ratio.adjust.unreferred":
      '[{ place: offsite, referral: unreferred, minus: "0.20" }]',
  };
  const away = { scope: "10500.00", place: "country" } as const;

  // The fund pays 6000.00 of 10000.00; referred it would have been 8000.00.
  test.each([
    ["yes", "3150.00"],
    ["no", "1750.00"], // 70 % of 4500 − 2000 (R38, Q26)
  ])("the cut of an unreferred stay, counted %s: %s", (answer, paid) => {
    const law = smallLaw({ ...offsite, ...aid, "aid.counts.referralCut": answer });
    expect(amountsOf(away, law, "minLiving")[2]).toBe(paid);
  });

  test("a share paid first", () => {
    const first: Parameters = { "inpatient.firstShare": '[{ place: offsite, share: "0.10" }]' };
    const law = smallLaw({ ...first, ...aid, "aid.counts.firstShare": "no" });
    // first 1050; (9450 − 500) × 80 % = 7160; left 3340 − 1050 = 2290 × 70 %.
    expect(amountsOf(away, law, "minLiving")).toEqual([
      "7160.00",
      "0.00",
      "1603.00",
      "0.00",
      "1737.00",
    ]);
  });
});

test("a commercial payer with a deductible and a ratio between (PE-23)", () => {
  const law = smallLaw({
    ...unpaid,
    "commercial.over": "bill",
    "commercial.deductible": { value: '"18000.00"', form: "per: stay" },
    "commercial.ratio": {
      value:
        '[{ bands: [ { above: "0.00", share: "0.65" }, { above: "82000.00", share: "0.80" } ] }]',
      form: "per: stay, axis: net",
    },
    ...counting("commercial"),
  });
  // In 万: (20 − 1.8 − 10) × 65 % + 10 × 80 % = 13.33.
  expect(amountsOf({ scope: "200000.00" }, law)[3]).toBe("133300.00");
});

describe("window claims bind", () => {
  const law = smallLaw({ ...critical(), ...aid });
  const zeroes = { hifmiPay: 0, mafPay: 0, othPay: 0 };

  test("the year is fed by what was posted, and later payers by what that left", () => {
    const one = settled({ scope: "90500.00" }, { law });
    const posted = {
      ...one.settlement,
      ...zeroes,
      actPayDedc: 1000_00,
      hifpPay: 60000_00,
      fundPaySumamt: 60000_00,
      psnPartAmt: 30500_00,
    } as typeof one.settlement;
    const { settlement, after } = settled({ scope: "90500.00" }, { law, posted });
    expect(settlement).toEqual(one.settlement);
    expect(usedUnder(after, "deducted:inpatient")).toBe(1000_00);
    expect(usedUnder(after, "base:critical")).toBe(30500_00);
    expect(usedUnder(after, "paid:critical")).toBe(0);
  });

  test("what a window paid like us feeds the year like ours", () => {
    const one = settled({ scope: "90500.00" }, { law });
    const { after } = settled({ scope: "90500.00" }, { law, posted: one.settlement });
    expect(after).toEqual(one.after);
  });
});
