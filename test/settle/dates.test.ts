import { describe, expect, test } from "vitest";
import { accountingMonthOf, benefitYearOf, lawFor } from "../../src/settle/dates.js";
import { type Change, packOf } from "../policy/packs.js";
import { claimOf, dayOf, lawWith, tongliao } from "./claims.js";

const overNewYear = claimOf({
  scope: "5000.00",
  begndate: dayOf("2016-12-25"),
  enddate: dayOf("2017-01-02"),
  setlDay: dayOf("2017-02-26"),
});
const byAdmission: Change = {
  file: "dates.yaml",
  from: "value: discharge",
  to: "value: admission",
};

describe("which law a stay over the switch falls under (Q12, PE-32)", () => {
  test("the law of its discharge, and that year's limits", () => {
    const { law, day, problems } = lawFor(overNewYear, packOf("tongliao"));
    expect([day, problems]).toEqual(["2017-01-02", []]);
    expect(law).toBeDefined();
    expect(benefitYearOf(overNewYear, tongliao)).toBe(2017);
  });

  test("the law of its admission, where the pack says so", () => {
    const { law, day, problems } = lawFor(overNewYear, packOf("tongliao", [byAdmission]));
    expect([law, day]).toEqual([undefined, "2016-12-25"]);
    expect(problems[0]?.code).toBe("rule-missing");
    expect(benefitYearOf(overNewYear, lawWith(byAdmission))).toBe(2016);
  });

  test("none, when it was settled before the law began", () => {
    const claim = { ...overNewYear, setlDay: dayOf("2016-12-31") };
    const { law, day, problems } = lawFor(claim, packOf("tongliao"));
    expect([law, day]).toEqual([undefined, "2016-12-31"]);
    expect(problems[0]).toMatchObject({ code: "rule-missing", values: { day: "2016-12-31" } });
  });
});

describe("the accounting month of a claim", () => {
  // Settled on, first day of the pack's month, accounting month.
  test.each([
    ["2017-02-01", "1", "2017-02"],
    ["2017-02-28", "1", "2017-02"],
    ["2017-02-25", "26", "2017-02"],
    ["2017-02-26", "26", "2017-03"],
    ["2017-12-26", "26", "2018-01"],
  ])("settled on %s, months from the %sth: %s", (setlDay, from, month) => {
    const law = lawWith({ file: "dates.yaml", from: 'value: "1"', to: `value: "${from}"` });
    const claim = { ...overNewYear, setlDay: dayOf(setlDay) };
    expect(accountingMonthOf(claim, law)).toBe(month);
  });

  test("may go by the discharge", () => {
    const change = { file: "dates.yaml", from: "value: settlement", to: "value: discharge" };
    expect(accountingMonthOf(overNewYear, lawWith(change))).toBe("2017-01");
  });
});
