import { describe, expect, test } from "vitest";
import { accountingMonthOf, benefitYearOf, cutDaysOf, lawFor } from "../../src/settle/dates.js";
import { claimOf, dayOf } from "./claims.js";
import { type Parameters, smallLaw, smallPack } from "./laws.js";

const overNewYear = claimOf({
  scope: "5000.00",
  begndate: dayOf("2016-12-25"),
  enddate: dayOf("2017-01-02"),
  setlDay: dayOf("2017-02-26"),
});

/** A law whose switch is New Year 2017, with these choices of days. */
const dates = (choices: Readonly<Record<string, string>>): Parameters =>
  Object.fromEntries(
    Object.entries(choices).map(([name, value]) => [`dates.${name}`, value] as const),
  );

describe("which day chooses the rule of a stay over the switch (Q12, PE-32)", () => {
  // Rule for all stays, rule for stays over the switch, the day.
  test.each([
    ["discharge", "discharge", "2017-01-02"],
    ["discharge", "admission", "2016-12-25"],
    ["admission", "discharge", "2017-01-02"],
    ["settlement", "split", "2017-02-26"], // its parts do not lie over the switch any more
  ])("%s, over the switch %s: %s", (ruleDay, acrossSwitch, day) => {
    const pack = smallPack(dates({ ruleDay, acrossSwitch }));
    expect(lawFor(overNewYear, pack)).toMatchObject({ day, problems: [] });
  });

  test("a stay on one side goes by the rule for all", () => {
    const pack = smallPack(dates({ ruleDay: "admission", acrossSwitch: "discharge" }));
    const claim = { ...overNewYear, begndate: dayOf("2017-01-01") };
    expect(lawFor(claim, pack).day).toBe("2017-01-01");
  });

  test("none, when it was settled before the law began", () => {
    const early = { ...overNewYear, setlDay: dayOf("2009-12-31") };
    const { law, day, problems } = lawFor(early, smallPack({}));
    expect([law, day]).toEqual([undefined, "2009-12-31"]);
    expect(problems[0]).toMatchObject({ code: "rule-missing", values: { day: "2009-12-31" } });
  });
});

describe("stays across New Year (R27)", () => {
  test.each([
    ["admission", 2016, []], // (c) read as the day that the stay began
    ["discharge", 2017, []],
    ["settlement", 2017, []], // Ningbo
    ["split", 2017, ["2017-01-01"]], // Beijing
  ])("%s: of %i, cut before %j", (benefitYear, year, days) => {
    const law = smallLaw(dates({ benefitYear, acrossSwitch: "discharge" }));
    expect(benefitYearOf(overNewYear, law)).toBe(year);
    expect(cutDaysOf(overNewYear, law)).toEqual(days);
  });

  test("cut at the switch and at every New Year, once where both are one day", () => {
    const law = smallLaw(dates({ benefitYear: "split", acrossSwitch: "split" }));
    const long = { ...overNewYear, enddate: dayOf("2018-03-01") };
    expect(cutDaysOf(long, law)).toEqual(["2017-01-01", "2018-01-01"]);
    const after = { ...overNewYear, begndate: dayOf("2017-01-01") };
    expect(cutDaysOf(after, law)).toEqual([]);
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
    const law = smallLaw(dates({ accountingFrom: `"${from}"` }));
    expect(accountingMonthOf({ ...overNewYear, setlDay: dayOf(setlDay) }, law)).toBe(month);
  });

  test("may go by the discharge", () => {
    const law = smallLaw(dates({ accountingDay: "discharge" }));
    expect(accountingMonthOf(overNewYear, law)).toBe("2017-01");
  });
});
