import { describe, expect, test } from "vitest";
import { yuanText } from "../../src/domain/money.js";
import type { Law } from "../../src/policy/law.js";
import { usedUnder } from "../../src/settle/year-to-date.js";
import {
  type Circumstances,
  claimOf,
  type Facts,
  insuredAs,
  settled,
  settledInOrder,
  yearWith,
} from "./claims.js";
import { type Parameters, smallLaw, type Written } from "./laws.js";

function withRatio(ratio: Written, more: Parameters = {}): Law {
  return smallLaw({ "inpatient.ratio": ratio, ...more });
}

function paidFor(law: Law, facts: Facts, more: Partial<Circumstances> = {}): string {
  return yuanText(settled(facts, { law, ...more }).settlement.hifpPay);
}

const bands = `[{ bands: [ { above: "0.00", share: "0.60" },
  { above: "1000.00", share: "0.70" }, { above: "3000.00", share: "0.80" } ] }]`;

describe("bands, 500.00 deducted", () => {
  const of = (form: string): Law => withRatio({ value: bands, form });

  // Cost in scope; net: edges from the deductible on, gross: from the first yuan.
  test.each([
    ["500.00", "0.00", "0.00"],
    ["500.01", "0.01", "0.01"], // 0.006 rounds up
    ["1000.00", "300.00", "300.00"],
    ["1500.00", "600.00", "650.00"],
    ["1500.05", "600.04", "650.04"], // 600 + 0.035; 300 + 350.035, rounded once
    ["4000.00", "2400.00", "2500.00"], // 600 + 1400 + 400; 300 + 1400 + 800
  ])("%s in scope: net %s, gross %s", (scope, net, gross) => {
    expect(paidFor(of("per: stay, axis: net"), { scope })).toBe(net);
    expect(paidFor(of("per: stay, axis: gross"), { scope })).toBe(gross);
  });

  test("the exact products are rounded once, not band by band", () => {
    const thirds = `[{ bands: [ { above: "0.00", share: "0.504" },
      { above: "0.01", share: "0.504" }, { above: "0.02", share: "0.504" } ] }]`;
    const law = withRatio({ value: thirds, form: "per: stay, axis: net" });
    expect(paidFor(law, { scope: "500.03" })).toBe("0.02"); // 0.01512, not 3 × 0.01
  });

  test("over the year a stay enters the ladder where the last one left it", () => {
    const stays = [claimOf({ scope: "1400.00" }), claimOf({ scope: "1400.00" })];
    const paid = (form: string): readonly string[] =>
      settledInOrder(stays, { law: of(form) }).map((one) => yuanText(one.settlement.hifpPay));
    // net: 0 … 900, then 900 … 1800; gross: 500 … 1400, then 1900 … 2800.
    expect(paid("per: year, axis: net")).toEqual(["540.00", "620.00"]);
    expect(paid("per: year, axis: gross")).toEqual(["580.00", "630.00"]);
  });

  test("PE-27: up to 5000 30 %, to 20000 40 %, above 50 %", () => {
    const value = `[{ bands: [ { above: "0.00", share: "0.30" },
      { above: "5000.00", share: "0.40" }, { above: "20000.00", share: "0.50" } ] }]`;
    const free = { value: '"0.00"', form: "per: stay" };
    const ratio = { value, form: "per: stay, axis: net" };
    const law = withRatio(ratio, { "inpatient.deductible": free });
    const { settlement } = settled({ scope: "18000.00" }, { law });
    expect(yuanText(settlement.psnPartAmt)).toBe("11300.00");
    expect(paidFor(law, { scope: "35000.00" })).toBe("15000.00");
  });
});

describe("a share by age (PE-11)", () => {
  const law = withRatio('[{ ageShare: { from: "0.75", each: "0.002", most: "1" } }]', {
    "inpatient.deductible": { value: '"404.20"', form: "per: stay" },
  });
  const aged = (age: number) => ({ insured: { ...insuredAs(), age } });

  test.each([
    [40, "30000.00", "24564.51"], // 29595.80 × 83 % = 24564.514
    [0, "1404.20", "750.00"],
    [125, "1404.20", "1000.00"],
    [126, "1404.20", "1000.00"], // no more than the whole
  ])("at %i, of %s: %s", (age, scope, paid) => {
    expect(paidFor(law, { scope }, aged(age))).toBe(paid);
  });
});

describe("overlays", () => {
  const poor = { insured: insuredAs("poor") };
  const rate = '{ "1": "0.95", "2": "0.75", "3": "0.60", township: "0.90" }';

  // Written, level, paid of 1000.00 above the deductible.
  test.each([
    ['[{ identity: poor, plus: "0.05" }]', "2", "800.00"], // S0 T11
    ['[{ identity: poor, plus: "0.10" }]', "1", "1000.00"], // Q16: held to the whole
    ['[{ identity: poor, minus: "0.80" }]', "2", "0.00"], // never below nothing
    ['[{ identity: poor, times: "0.50" }]', "2", "375.00"],
    ['[{ identity: poor, replace: "0.90" }]', "3", "900.00"],
  ])("%s at level %s: %s", (value, level, paid) => {
    const law = withRatio(rate, { "inpatient.ratio.adjust.poor": value });
    const facts = { scope: "1500.00", dedcHospLv: level };
    expect(paidFor(law, facts, poor)).toBe(paid);
    expect(paidFor(law, { scope: "1500.00" })).toBe("750.00");
  });

  test("held to the whole once, at the end: 95 % + 10 points, then × 0.9", () => {
    const law = withRatio(rate, {
      "inpatient.ratio.adjust.poor": '[{ identity: poor, plus: "0.10" }]',
      "inpatient.ratio.adjust.cut": '[{ times: "0.90" }]',
      "inpatient.ratio.order": "[poor, cut]",
    });
    expect(paidFor(law, { scope: "1500.00", dedcHospLv: "1" }, poor)).toBe("945.00");
  });

  test("+1 point for each consecutive year, at most +10", () => {
    const law = withRatio(rate, {
      "inpatient.ratio.adjust.loyal": '[{ plusEachYear: "0.01", most: "0.10" }]',
    });
    const paid = [0, 1, 10, 11].map((years) =>
      paidFor(law, { scope: "1500.00" }, { insured: { ...insuredAs(), years } }),
    );
    expect(paid).toEqual(["750.00", "760.00", "850.00", "850.00"]);
  });

  test("on every band's share", () => {
    const ratio = { value: bands, form: "per: stay, axis: net" };
    const law = withRatio(ratio, {
      "inpatient.ratio.adjust.poor": '[{ identity: poor, plus: "0.10" }]',
    });
    expect(paidFor(law, { scope: "4000.00" }, poor)).toBe("2750.00"); // 700 + 1600 + 450
  });
});

describe("care outside the region", () => {
  const cut = (value: string): Law => withRatio('"0.75"', { "inpatient.ratio.adjust.away": value });
  const away = { scope: "1500.00", place: "country", referral: "referred" } as const;

  test.each([
    ['[{ place: offsite, referral: [referred, emergency], minus: "0.10" }]', "650.00"],
    ['[{ place: offsite, referral: [referred, emergency], times: "0.90" }]', "675.00"], // Q7
    ['[{ place: province, minus: "0.10" }]', "750.00"],
  ])("%s: %s", (value, paid) => {
    expect(paidFor(cut(value), away)).toBe(paid);
    expect(paidFor(cut(value), { scope: "1500.00" })).toBe("750.00");
  });

  test("its own deductible in place of the level's (Q23)", () => {
    const value = '[{ place: offsite, amount: "1000.00" }, { amount: "500.00" }]';
    const law = smallLaw({ "inpatient.deductible": { value, form: "per: stay" } });
    const { settlement } = settled(away, { law });
    expect(yuanText(settlement.actPayDedc)).toBe("1000.00");
  });

  test("a first self-pay before the deductible, none from the third time on (R28)", () => {
    const law = withRatio('"0.50"', {
      "inpatient.firstShare": `[{ place: offsite, visit: "3+", share: "0" },
        { place: offsite, referral: referred, share: "0.10" },
        { place: offsite, share: "0.40" }]`,
    });
    const stays = [1, 2, 3].map(() => claimOf(away));
    const paid = settledInOrder(stays, { law }).map((one) => yuanText(one.settlement.hifpPay));
    expect(paid).toEqual(["425.00", "425.00", "500.00"]); // (1350 − 500) × 50 %
    expect(paidFor(law, { ...away, referral: "unreferred" })).toBe("200.00"); // (900 − 500) × 50 %
  });

  test("a floor of the payment (R20)", () => {
    const law = withRatio('"0.50"', {
      "inpatient.floor": `[{ place: province, share: "0.45" }, { place: country, share: "0.40" }]`,
    });
    // (1500 − 500) × 50 % = 500.00, but at least 600.00 or 675.00.
    expect(paidFor(law, away)).toBe("600.00");
    expect(paidFor(law, { ...away, place: "province" })).toBe("675.00");
    expect(paidFor(law, { scope: "1500.00" })).toBe("500.00");
    expect(paidFor(law, { ...away, scope: "9000.00" })).toBe("4250.00"); // the ladder gives more
  });

  test("stays away from home are counted", () => {
    const { after } = settled(away, { law: smallLaw({}), before: yearWith({ offsite: 1 }) });
    expect(usedUnder(after, "offsite")).toBe(2);
  });
});
