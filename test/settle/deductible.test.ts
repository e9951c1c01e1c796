import { describe, expect, test } from "vitest";
import { yuan, yuanText } from "../../src/domain/money.js";
import type { Law } from "../../src/policy/law.js";
import {
  claimOf,
  dayOf,
  type Facts,
  insuredAs,
  settled,
  settledInOrder,
  yearWith,
} from "./claims.js";
import { type Parameters, smallLaw } from "./laws.js";

const levels = '{ township: "200.00", "1": "500.00", "2": "1000.00", "3": "1000.00" }';

function withDeductible(parameters: Parameters): Law {
  const deductible = { value: levels, form: "per: stay" };
  return smallLaw({ "inpatient.deductible": deductible, ...parameters });
}

function repeat(value: string, counts = "person"): Law {
  const form = `counts: ${counts}`;
  return withDeductible({ "inpatient.deductible.adjust.repeat": { value, form } });
}

/** What four stays of a year deduct, each of 5000.00 in scope. */
function deductedBy(law: Law, ...stays: readonly Partial<Facts>[]): readonly string[] {
  const claims = stays.map((facts) => claimOf({ scope: "5000.00", ...facts }));
  return settledInOrder(claims, { law }).map(({ settlement }) => yuanText(settlement.actPayDedc));
}

const four = [{}, {}, {}, {}] as const;

describe("a further admission, in the seven forms of the law (policy.md 2.1, 2.4)", () => {
  test("waived at the same level (S0 T12)", () => {
    const law = repeat('[{ admission: "2+", times: "0" }]', "level");
    const stays = [{}, {}, { dedcHospLv: "3" }, { dedcHospLv: "3" }];
    expect(deductedBy(law, ...stays)).toEqual(["1000.00", "0.00", "1000.00", "0.00"]);
  });

  test("half of it in the same hospital (R13)", () => {
    const law = repeat('[{ admission: "2+", times: "0.50" }]', "hospital");
    const other = { fixmedinsCode: "H15992100002" };
    expect(deductedBy(law, {}, {}, other, {})).toEqual(["1000.00", "500.00", "1000.00", "500.00"]);
  });

  test("by a table: 100, 75, 50 % (R27)", () => {
    const law = repeat('[{ admission: "2", times: "0.75" }, { admission: "3+", times: "0.50" }]');
    expect(deductedBy(law, ...four)).toEqual(["1000.00", "750.00", "500.00", "500.00"]);
  });

  test("by a table that replaces: half, then 200.00 (R27)", () => {
    const law = repeat(
      '[{ admission: "2", times: "0.50" }, { admission: "3+", replace: "200.00" }]',
    );
    expect(deductedBy(law, ...four)).toEqual(["1000.00", "500.00", "200.00", "200.00"]);
  });

  test("minus a step, not below a floor, and never raised by it (R18)", () => {
    const law = repeat('[{ minusEach: "400.00", floor: "300.00" }]');
    expect(deductedBy(law, ...four)).toEqual(["1000.00", "600.00", "300.00", "300.00"]);
    const township = four.map(() => ({ dedcHospLv: "township" }));
    expect(deductedBy(law, ...township)).toEqual(["200.00", "200.00", "200.00", "200.00"]);
  });

  test("minus a share for each, at most another (商医保发〔2023〕81号)", () => {
    const law = repeat('[{ minusShareEach: "0.20", most: "0.40" }]');
    expect(deductedBy(law, ...four)).toEqual(["1000.00", "800.00", "600.00", "600.00"]);
  });

  test("the year's sum is limited (R21)", () => {
    const law = withDeductible({ "inpatient.deductible.yearly": '"2300.00"' });
    expect(deductedBy(law, ...four)).toEqual(["1000.00", "1000.00", "300.00", "0.00"]);
  });

  test("on a referral upwards only the difference", () => {
    const law = withDeductible({ "inpatient.deductible.adjust.upwards": "[{ difference: yes }]" });
    const small = { dedcHospLv: "1", mdtrtId: "V1" };
    const up = { dedcHospLv: "3", mdtrtId: "V2", transferredFrom: "V1" };
    const unknown = { dedcHospLv: "3", mdtrtId: "V3", transferredFrom: "V9" };
    const down = { dedcHospLv: "1", mdtrtId: "V4", transferredFrom: "V3" };
    expect(deductedBy(law, small, up, unknown, down)).toEqual([
      "500.00",
      "500.00",
      "1000.00",
      "0.00",
    ]);
  });

  test("for the same disease: one deductible a year (R13)", () => {
    const law = repeat('[{ disease: tumour, admission: "2+", times: "0" }]', "disease");
    const tumour = { diseCodg: "tumour" };
    expect(deductedBy(law, tumour, {}, tumour, {})).toEqual([
      "1000.00",
      "1000.00",
      "0.00",
      "1000.00",
    ]);
  });
});

describe("overlays in the order of the law", () => {
  const times = '[{ identity: poor, times: "0.50" }]';
  const minus = '[{ identity: poor, minus: "300.00" }]';
  test.each([
    ["half, then −300.00", "[half, less]", "200.00"],
    ["−300.00, then half", "[less, half]", "350.00"],
  ])("%s", (_, order, deducted) => {
    const law = withDeductible({
      "inpatient.deductible.adjust.half": times,
      "inpatient.deductible.adjust.less": minus,
      "inpatient.deductible.order": order,
    });
    const { settlement } = settled({ scope: "5000.00" }, { law, insured: insuredAs("poor") });
    expect(yuanText(settlement.actPayDedc)).toBe(deducted);
  });

  test("no more than the cost, and nothing for nobody", () => {
    const law = withDeductible({});
    expect(deductedBy(law, { scope: "999.99" }, { scope: "0.00" })).toEqual(["999.99", "0.00"]);
  });
});

describe("a deductible of the month or of the year", () => {
  const outpatient = (per: string): Law =>
    smallLaw({
      "care.kind": '[{ medType: "1", choose: outpatient }, { choose: inpatient }]',
      "outpatient.deductible": { value: '"30.00"', form: `per: ${per}` },
      "outpatient.ratio": '"0.70"',
    });
  const visit = (day: string, scope: string, months = 1) =>
    claimOf({ scope, medType: "14", enddate: dayOf(day), months });

  // Days, cost, months of the prescription; deducted.
  test.each<[string, ReturnType<typeof visit>[], string[]]>([
    [
      "year",
      [visit("2017-03-01", "20.00"), visit("2017-03-02", "20.00"), visit("2017-04-01", "20.00")],
      ["20.00", "10.00", "0.00"],
    ],
    [
      "month",
      [visit("2017-03-01", "20.00"), visit("2017-03-02", "20.00"), visit("2017-04-01", "50.00")],
      ["20.00", "10.00", "30.00"],
    ],
    ["month", [visit("2017-03-01", "200.00", 3)], ["90.00"]], // 长期处方 (R33)
  ])("per %s", (per, visits, deducted) => {
    const law = outpatient(per);
    const found = settledInOrder(visits, { law }).map((one) => one.settlement.actPayDedc);
    expect(found.map(yuanText)).toEqual(deducted);
  });

  test("visits are no admissions", () => {
    const law = outpatient("year");
    const [one] = settledInOrder([visit("2017-03-01", "20.00")], { law });
    expect(one?.after).toEqual(yearWith({ "deducted:outpatient": 20_00 }));
  });
});

describe("the second part of a split stay", () => {
  const law = repeat('[{ admission: "2+", times: "0.50" }]');
  const second = { scope: "5000.00", continuesStay: true };

  test("deducts nothing anew, and is no admission", () => {
    const before = yearWith({ stays: 1 });
    const { settlement, after } = settled(second, { law, before });
    expect(yuanText(settlement.actPayDedc)).toBe("0.00");
    expect(after).toEqual(before);
  });

  test("goes on with what the first part was too small to deduct (R27)", () => {
    const { settlement } = settled(second, {
      law,
      deductiblesLeft: new Map([["", yuan("250.00")]]),
    });
    expect(yuanText(settlement.actPayDedc)).toBe("250.00");
  });
});
