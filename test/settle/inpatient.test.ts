import { describe, expect, test } from "vitest";
import type { Identity, Level } from "../../src/domain/codes.js";
import { lawWith, settled, yearWith } from "./claims.js";

const poor: Identity = "registeredPoor";

describe("a first stay in the region", () => {
  // Level, identity, cost in scope, deducted, pooled fund pays.
  test.each<[Level, Identity | undefined, string, string, string]>([
    ["2", undefined, "0.00", "0.00", "0.00"],
    ["2", undefined, "449.99", "449.99", "0.00"], // all of it goes into the deductible
    ["2", undefined, "450.00", "450.00", "0.00"],
    ["2", undefined, "450.01", "450.00", "0.01"], // 0.0075 rounds up
    ["2", undefined, "5000.00", "450.00", "3412.50"],
    ["township", undefined, "1000.00", "100.00", "810.00"],
    ["1", undefined, "1000.00", "200.00", "680.00"],
    ["3", undefined, "1000.00", "800.00", "120.00"],
    ["township", poor, "1000.00", "50.00", "902.50"], // half of 100, 90 % + 5 points
    ["1", poor, "1000.00", "100.00", "810.00"],
    ["2", poor, "5000.00", "225.00", "3820.00"],
    ["3", poor, "5000.00", "400.00", "2990.00"],
    ["2", poor, "225.00", "225.00", "0.00"],
    ["2", "minLiving", "5000.00", "450.00", "3412.50"], // no overlay for this identity
  ])("level %s, %s, %s in scope: deducts %s, pays %s", (level, identity, scope, dedc, paid) => {
    const more = identity === undefined ? {} : { identity };
    const { amounts } = settled({ dedcHospLv: level, scope }, more);
    expect([amounts.actPayDedc, amounts.hifpPay]).toEqual([dedc, paid]);
  });

  test("what is out of scope stays with the person", () => {
    const { amounts } = settled({ scope: "5000.00", whole: "6200.00" });
    expect([amounts.fundPaySumamt, amounts.psnPartAmt]).toEqual(["3412.50", "2787.50"]);
  });
});

describe("a further stay of the year (S0 T12)", () => {
  // Identity, level, earlier admissions at level 2 and at level 3, deducted.
  test.each<[Identity | undefined, Level, number, number, string]>([
    [poor, "2", 0, 0, "225.00"],
    [poor, "2", 1, 0, "0.00"], // second at the same level: waived
    [poor, "2", 2, 0, "0.00"],
    [poor, "2", 0, 1, "225.00"], // second of the year, first at this level
    [poor, "3", 1, 0, "400.00"],
    [undefined, "2", 1, 0, "450.00"], // only for the registered poor
    ["minLiving", "2", 1, 0, "450.00"],
  ])("%s at level %s after %i and %i: deducts %s", (identity, level, second, third, dedc) => {
    const before = yearWith({}, { "2": second, "3": third });
    const more = identity === undefined ? { before } : { before, identity };
    expect(settled({ dedcHospLv: level, scope: "5000.00" }, more).amounts.actPayDedc).toBe(dedc);
  });

  test("a pack may count all admissions of the person, and begin with the third", () => {
    const law = lawWith(
      { file: "overlays.yaml", from: "per: level", to: "per: person" },
      { file: "overlays.yaml", from: "fromAdmission: 2", to: "fromAdmission: 3" },
    );
    const deducted = (third: number): string => {
      const before = yearWith({}, { "2": 1, "3": third });
      const { amounts } = settled({ scope: "5000.00" }, { before, law, identity: poor });
      return amounts.actPayDedc;
    };
    expect([deducted(0), deducted(1)]).toEqual(["225.00", "0.00"]);
  });
});

describe("a stay outside the region", () => {
  // Identity, referred, ways of the cut, deducted, paid, of 5000.00 in scope at level 3.
  test.each<[Identity | undefined, boolean, string, string, string]>([
    [undefined, true, 'multiply: "0.85"', "1000.00", "2040.00"], // 4000 × 0.51
    [undefined, false, 'multiply: "0.65"', "1000.00", "1560.00"], // 4000 × 0.39
    [poor, true, 'multiply: "0.85"', "500.00", "2486.25"], // 4500 × (0.65 × 0.85)
    [undefined, true, 'subtract: "0.10"', "1000.00", "2000.00"], // 4000 × 0.50
    [poor, true, 'subtract: "0.10"', "500.00", "2475.00"], // 4500 × 0.55
    [undefined, true, 'subtract: "0.60"', "1000.00", "0.00"],
    [undefined, true, 'subtract: "0.70"', "1000.00", "0.00"], // a cut never turns into a debt
  ])("%s, referred %s, %s: deducts %s, pays %s", (identity, isReferred, cut, dedc, paid) => {
    const from = new RegExp(`${isReferred ? "referred" : "unreferred"}: {.*}`);
    const to = `${isReferred ? "referred" : "unreferred"}: { ${cut} }`;
    const law = lawWith({ file: "offsite.yaml", from, to });
    const facts = { dedcHospLv: "3", isOffsite: true, isReferred, scope: "5000.00" } as const;
    const { amounts } = settled(facts, identity === undefined ? { law } : { law, identity });
    expect([amounts.actPayDedc, amounts.hifpPay]).toEqual([dedc, paid]);
  });

  test("is known by its 医疗类别 too", () => {
    const facts = { dedcHospLv: "3", isReferred: true, scope: "5000.00" } as const;
    const byKind = settled({ ...facts, medType: "23" }).amounts;
    expect(byKind).toEqual(settled({ ...facts, isOffsite: true }).amounts);
  });
});

test("no overlay raises the ratio above the whole (Q16)", () => {
  const law = lawWith({ file: "overlays.yaml", from: 'add: "0.05"', to: 'add: "0.15"' });
  const facts = { dedcHospLv: "township", scope: "1000.00" } as const;
  const { amounts } = settled(facts, { law, identity: poor });
  expect([amounts.actPayDedc, amounts.hifpPay]).toEqual(["50.00", "950.00"]);
});

describe("the yearly cap on payments, 300000.00", () => {
  test.each([
    ["     0.00", "3412.50"],
    ["296587.50", "3412.50"], // exactly the room that is left
    ["296587.51", "3412.49"],
    ["299000.00", "1000.00"],
    ["300000.00", "0.00"],
    ["310000.00", "0.00"], // a window overdrew it
  ])("after %s, a stay worth 3412.50 is paid %s", (inpatientPaid, paid) => {
    const before = yearWith({ inpatientPaid });
    expect(settled({ scope: "5000.00" }, { before }).amounts.hifpPay).toBe(paid);
  });

  test("a pack may have none", () => {
    const law = lawWith({ file: "inpatient.yaml", from: 'value: "300000.00"', to: "value: none" });
    const before = yearWith({ inpatientPaid: "900000.00" });
    expect(settled({ scope: "5000.00" }, { before, law }).amounts.hifpPay).toBe("3412.50");
  });
});
