import { describe, expect, test } from "vitest";
import { yuanText } from "../../src/domain/money.js";
import type { Law } from "../../src/policy/law.js";
import { usedUnder } from "../../src/settle/year-to-date.js";
import { billOf, claimOf, settled, settledInOrder, yearWith } from "./claims.js";
import { smallLaw } from "./laws.js";
import { aid, amountsOf, counting, critical, unpaid } from "./payers.js";

describe("critical illness on the year", () => {
  // Cumulated before, paid before, this bill's cost; the layer pays.
  test.each([
    ["     0.00", "     0.00", " 14000.00", "0.00"],
    ["     0.00", "     0.00", " 14000.01", "0.01"], // 0.006 rounds up
    ["     0.00", "     0.00", " 50000.00", "21600.00"],
    ["     0.00", "     0.00", "100000.00", "54100.00"],
    ["     0.00", "     0.00", "120000.00", "69100.00"],
    [" 13000.00", "     0.00", "  1001.00", "0.60"],
    [" 40000.00", " 15600.00", " 20000.00", "12500.00"], // crosses the band: 6000.00 + 6500.00
    ["     0.00", "     0.00", "600000.00", "350000.00"], // the yearly limit
    ["550000.00", "350000.00", " 10000.00", "0.00"],
    [" 20000.00", "  9000.00", "  1000.00", "0.00"], // a window had paid too much
    [" 20000.00", "     0.00", "  1000.00", "1000.00"], // catches up, but no more than the bill
  ])("after %s and %s, %s pays %s", (base, paid, scope, now) => {
    const law = smallLaw({ ...unpaid, ...critical() });
    const fen = (text: string): number => Math.round(Number(text) * 100);
    const pools = { "base:critical": fen(base), "paid:critical": fen(paid) };
    const before = yearWith({ ...pools, "limit:critical": fen(paid) });
    const { settlement } = settled({ scope }, { law, before });
    expect(yuanText(settlement.hifmiPay)).toBe(now);
  });

  // On the net axis the edges count from the deductible: 64000.00 is the end of the first band.
  test.each([
    [" 14000.00", "0.00"],
    [" 64000.00", "30000.00"],
    [" 65000.00", "30650.00"],
    ["115000.00", "63250.00"],
  ])("net axis: %s pays %s", (scope, paid) => {
    const law = smallLaw({ ...unpaid, ...critical({}, "net") });
    expect(yuanText(settled({ scope }, { law }).settlement.hifmiPay)).toBe(paid);
  });

  test("half the deductible and more points for the poor (R16)", () => {
    const law = smallLaw({
      ...unpaid,
      ...critical({
        "critical.deductible.adjust.poor": '[{ identity: poor, times: "0.50" }]',
        "critical.ratio.adjust.poor": '[{ identity: poor, plus: "0.10" }]',
      }),
    });
    expect(amountsOf({ scope: "17000.00" }, law, "poor")[1]).toBe("7000.00"); // 10000 × 70 %
    expect(amountsOf({ scope: "17000.00" }, law)[1]).toBe("1800.00"); // 3000 × 60 %
  });

  // Level 2: 500.00 deducted, 80 %; of 72500.00 in scope the fund leaves 14900.00.
  test.each([
    ["yes", "no", "no", "540.00"], // 900 × 60 %
    ["no", "no", "no", "240.00"], // without the deductible, Q5
    ["yes", "yes", "no", "1740.00"], // with 2000.00 paid first
    ["yes", "no", "yes", "1140.00"], // with 1000.00 over limits, Q6
  ])(
    "counts the deductible %s, first self-pay %s, over limit %s: %s",
    (dedc, first, over, paid) => {
      const law = smallLaw(
        critical({
          "critical.counts.deductible": dedc,
          "critical.counts.firstSelfPay": first,
          "critical.counts.overLimit": over,
        }),
      );
      const bill = billOf({ scope: "72500.00", own: "500.00", first: "2000.00", over: "1000.00" });
      expect(amountsOf(bill, law)[1]).toBe(paid);
    },
  );

  test("a year's cost in two bills is worth what it is worth in one", () => {
    const law = smallLaw({ ...unpaid, ...critical() });
    const claims = [claimOf({ scope: "45000.00" }), claimOf({ scope: "75000.00" })];
    const paid = settledInOrder(claims, { law }).map((one) => one.settlement.hifmiPay);
    expect(paid.map(yuanText)).toEqual(["18600.00", "50500.00"]);
  });
});

describe("medical aid by tiers (R30)", () => {
  const law = smallLaw({ ...unpaid, ...aid });

  test.each([
    ["destitute", "80000.00", "80000.00"],
    ["minLiving", "10000.00", "7000.00"],
    ["minLiving", "90000.00", "30000.00"], // one stay exceeds 13000.00: the higher limit
    ["poor", "5000.01", "1000.01"], // above 3000.00, half; 1000.005 rounds up
    ["poor", "3000.00", "0.00"],
    ["disabled", "90000.00", "0.00"],
  ])("%s, %s: %s", (identity, scope, paid) => {
    expect(amountsOf({ scope }, law, identity)[2]).toBe(paid);
  });

  test("the better tier, once", () => {
    expect(amountsOf({ scope: "10000.00" }, law, "poor", "minLiving")[2]).toBe("7000.00");
  });

  test("a bill that is not its affair leaves nothing in its pools", () => {
    const { after } = settled({ scope: "9000.00" }, { law });
    expect(usedUnder(after, "limit:aid")).toBe(0);
  });

  test("second aid on what is left (R38)", () => {
    const second = smallLaw({
      ...unpaid,
      ...aid,
      "secondAid.over": "bill",
      "secondAid.deductible": { value: '"2000.00"', form: "per: stay" },
      "secondAid.ratio": '"0.30"',
      ...counting("secondAid"),
    });
    // 10000 × 70 % = 7000; (3000 − 2000) × 30 % = 300; both are 医疗救助.
    expect(amountsOf({ scope: "10000.00" }, second, "minLiving")[2]).toBe("7300.00");
  });
});

describe("the order of payers (Q13)", () => {
  const layers = (order: string): Law =>
    smallLaw({
      ...critical({ "critical.counts.firstSelfPay": "yes" }),
      ...aid,
      "payers.order": order,
    });
  const bill = billOf({ scope: "100500.00", own: "700.00", first: "3000.00" });

  // The fund pays 80000.00 and leaves 20500.00.
  test("critical illness, then aid", () => {
    // 23500 − 14000 = 9500 × 60 % = 5700; aid on 14800 in scope: 10360.
    expect(amountsOf(bill, layers("[basic, critical, aid]"), "minLiving")).toEqual([
      "80000.00",
      "5700.00",
      "10360.00",
      "0.00",
      "8140.00",
    ]);
  });

  test("aid, then critical illness", () => {
    // aid on 20500: 14350; critical on 6150 + 3000 = 9150: below its deductible.
    expect(amountsOf(bill, layers("[basic, aid, critical]"), "minLiving")).toEqual([
      "80000.00",
      "0.00",
      "14350.00",
      "0.00",
      "9850.00",
    ]);
  });
});
