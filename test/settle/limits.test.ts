import { describe, expect, test } from "vitest";
import { yuanText } from "../../src/domain/money.js";
import type { Claim } from "../../src/domain/records.js";
import type { Law } from "../../src/policy/law.js";
import { usedUnder } from "../../src/settle/year-to-date.js";
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

const free = { value: '"0.00"', form: "per: stay" };

/** A stay pays half of what is in scope, from the first yuan on. */
function withLimit(parameters: Parameters): Law {
  return smallLaw({ "inpatient.deductible": free, "inpatient.ratio": '"0.50"', ...parameters });
}

function paidInOrder(law: Law, ...claims: readonly Claim[]): readonly string[] {
  return settledInOrder(claims, { law }).map(({ settlement }) => yuanText(settlement.hifpPay));
}

const stays = (...costs: readonly string[]): readonly Claim[] =>
  costs.map((scope) => claimOf({ scope }));

describe("the cap of the year", () => {
  test("counted in payments: only the room that is left (PE-12)", () => {
    const limit = { value: '"1000.00"', form: "per: year, counts: payment" };
    const law = withLimit({ "inpatient.limit.annual": limit });
    const paid = paidInOrder(law, ...stays("1000.00", "999.98", "1000.00", "1000.00"));
    expect(paid).toEqual(["500.00", "499.99", "0.01", "0.00"]);
  });

  test("counted in cost: only so much of it comes in (PE-05)", () => {
    const limit = { value: '"90000.00"', form: "per: year, counts: cost" };
    const law = smallLaw({
      "inpatient.deductible": { value: '"600.00"', form: "per: stay" },
      "inpatient.ratio": '"0.55"',
      "inpatient.limit.annual": limit,
    });
    expect(paidInOrder(law, ...stays("177000.00", "5000.00"))).toEqual(["49170.00", "0.00"]);
  });

  test("none for a group, and such bills do not count", () => {
    const value = '[{ identity: poor, limit: none }, { limit: "1000.00" }]';
    const limit = { value, form: "per: year, counts: payment" };
    const law = withLimit({ "inpatient.limit.annual": limit });
    const { settlement, after } = settled(
      { scope: "9000.00" },
      { law, insured: insuredAs("poor") },
    );
    expect(yuanText(settlement.hifpPay)).toBe("4500.00");
    expect(usedUnder(after, "limit:annual")).toBe(0);
  });

  test("raised after five consecutive years (无锡)", () => {
    const limit = { value: '"1000.00"', form: "per: year, counts: payment" };
    const law = withLimit({
      "inpatient.limit.annual": limit,
      "inpatient.limit.annual.adjust.loyal": '[{ years: "5+", plus: "250.00" }]',
    });
    const paid = [4, 5].map((years) => {
      const insured = { ...insuredAs(), years };
      return yuanText(settled({ scope: "9000.00" }, { law, insured }).settlement.hifpPay);
    });
    expect(paid).toEqual(["1000.00", "1250.00"]);
  });

  test("of one stay", () => {
    const limit = { value: '"400.00"', form: "per: stay, counts: payment" };
    const law = withLimit({ "inpatient.limit.once": limit });
    expect(paidInOrder(law, ...stays("1000.00", "1000.00"))).toEqual(["400.00", "400.00"]);
  });

  test("a window that overdrew it leaves no room", () => {
    const limit = { value: '"1000.00"', form: "per: year, counts: payment" };
    const law = withLimit({ "inpatient.limit.annual": limit });
    const before = yearWith({ "limit:annual": 1200_00 });
    expect(yuanText(settled({ scope: "9000.00" }, { law, before }).settlement.hifpPay)).toBe(
      "0.00",
    );
  });
});

describe("outpatient pools", () => {
  const chronic = (parameters: Parameters): Law =>
    smallLaw({
      "care.kind": '[{ medType: "14", choose: chronic }, { choose: inpatient }]',
      "chronic.deductible": { value: '"0.00"', form: "per: year" },
      "chronic.ratio": '"0.50"',
      ...parameters,
    });
  const visit = (scope: string, facts: Partial<Facts> = {}) =>
    claimOf({ scope, medType: "14", ...facts });

  test("two diseases: 300.00 and 600.00, each by itself (R14, R32)", () => {
    const value = '[{ disease: hypertension, limit: "300.00" }, { limit: "600.00" }]';
    const law = chronic({
      "chronic.limit.two": { value, form: "per: year, counts: payment, each: disease" },
    });
    const [pressure, sugar] = [{ diseCodg: "hypertension" }, { diseCodg: "diabetes" }];
    const visits = [visit("500.00", pressure), visit("900.00", sugar), visit("500.00", pressure)];
    expect(paidInOrder(law, ...visits)).toEqual(["250.00", "450.00", "50.00"]);
  });

  test("the same pool for both: 600.00, not 900.00 (R14)", () => {
    const value = '[{ disease: hypertension, limit: "300.00" }, { limit: none }]';
    const law = chronic({
      "chronic.limit.pressure": { value, form: "per: year, counts: payment" },
      "chronic.limit.both": { value: '"600.00"', form: "per: year, counts: payment" },
    });
    const [pressure, sugar] = [{ diseCodg: "hypertension" }, { diseCodg: "diabetes" }];
    const visits = [visit("900.00", pressure), visit("900.00", sugar)];
    expect(paidInOrder(law, ...visits)).toEqual(["300.00", "300.00"]);
  });

  test("a month's limit, times the months of the prescription (R33)", () => {
    const form = "per: month, counts: payment";
    const law = chronic({ "chronic.limit.monthly": { value: '"100.00"', form } });
    const march = { enddate: dayOf("2017-03-09") };
    const visits = [
      visit("160.00", march),
      visit("160.00", march),
      visit("160.00", { enddate: dayOf("2017-04-01") }),
      visit("900.00", { enddate: dayOf("2017-05-01"), months: 3 }),
    ];
    expect(paidInOrder(law, ...visits)).toEqual(["80.00", "20.00", "80.00", "300.00"]);
  });

  test("shared with the stays of the year by its name", () => {
    const value = '"500.00"';
    const form = "per: year, counts: payment";
    const law = chronic({
      "chronic.limit.annual": { value, form },
      "inpatient.limit.annual": { value, form },
    });
    const bills = [visit("400.00"), claimOf({ scope: "1000.00" })];
    expect(paidInOrder(law, ...bills)).toEqual(["200.00", "300.00"]);
  });

  test("+500.00 for filed chronic patients (S4)", () => {
    const law = chronic({
      "chronic.limit.annual": { value: '"1000.00"', form: "per: year, counts: payment" },
      "chronic.limit.annual.adjust.filed": '[{ disease: hypertension, plus: "500.00" }]',
    });
    expect(paidInOrder(law, visit("9000.00", { diseCodg: "hypertension" }))).toEqual(["1500.00"]);
    expect(paidInOrder(law, visit("9000.00"))).toEqual(["1000.00"]);
  });
});

describe("packages by the session (PE-28)", () => {
  const dialysis = (takes: string, more: Parameters = {}): Law =>
    smallLaw({
      "inpatient.deductible": free,
      "inpatient.ratio": '"0.90"',
      "inpatient.package": {
        value: '{ township: "500.00", "1": "500.00", "2": "550.00", "3": "600.00" }',
        form: `counts: ${takes}`,
      },
      ...more,
    });
  const limit = {
    "inpatient.limit.sessions": { value: '"120"', form: "per: year, counts: sessions" },
  };

  test("120 sessions a year at 600.00: the person bears 7200.00", () => {
    const facts = { scope: "72000.00", sessions: 120, dedcHospLv: "3" };
    const { settlement } = settled(facts, { law: dialysis("fixed", limit) });
    expect(yuanText(settlement.psnPartAmt)).toBe("7200.00");
  });

  // Sessions, in scope, whole bill; paid at the fixed price, and by the bill at most.
  test.each([
    [2, "1000.00", "1200.00", "990.00", "900.00"],
    [2, "1200.00", "1200.00", "990.00", "990.00"],
    [2, "800.00", "900.00", "810.00", "720.00"], // a fixed price is not more than the bill
  ])(
    "%i sessions, %s of %s in scope: fixed %s, at most %s",
    (sessions, scope, whole, fixed, most) => {
      const paid = (takes: string): string =>
        yuanText(settled({ scope, whole, sessions }, { law: dialysis(takes) }).settlement.hifpPay);
      expect([paid("fixed"), paid("most")]).toEqual([fixed, most]);
    },
  );

  test("sessions beyond the limit are not paid", () => {
    const law = dialysis("fixed", limit);
    const before = yearWith({ "limit:sessions": 118 });
    const facts = { scope: "1650.00", sessions: 3 };
    const { settlement, after } = settled(facts, { law, before });
    expect(yuanText(settlement.hifpPay)).toBe("990.00"); // two of three sessions
    expect(usedUnder(after, "limit:sessions")).toBe(120);
  });
});

test("care of the kind none is the person's alone, and changes nothing", () => {
  const law = smallLaw({ "care.kind": '[{ medType: "2", choose: inpatient }, { choose: none }]' });
  const before = yearWith({ stays: 1 });
  const { settlement, after } = settled({ scope: "900.00", medType: "41" }, { law, before });
  expect(yuanText(settlement.psnPartAmt)).toBe("900.00");
  expect(settlement.steps).toEqual([]);
  expect(after).toEqual(before);
});

test("a case that no row is for is named, so that the claim can wait", () => {
  const { missing } = settled(
    { scope: "900.00", dedcHospLv: "9" },
    {
      law: smallLaw({
        "inpatient.deductible": {
          value: '{ township: "100.00", "1": "200.00", "2": "400.00", "3": "800.00" }',
          form: "per: stay",
        },
      }),
    },
  );
  expect(missing).toEqual(["inpatient.deductible"]);
});
