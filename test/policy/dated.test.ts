import { describe, expect, test } from "vitest";
import { yuanText } from "../../src/domain/money.js";
import { type Day, readDay } from "../../src/domain/period.js";
import { tellProblem } from "../../src/domain/problem.js";
import { assumedValues, changeDays, lawOn } from "../../src/policy/dated.js";
import type { PolicyValue } from "../../src/policy/pack.js";
import { isParameterKey, type ParameterKey } from "../../src/policy/schema.js";
import { packOf } from "./packs.js";

const pack = packOf("tongliao");
const day = (text: string): Day => readDay(text) ?? ("" as Day);

/** The values of a parameter in force on a day, as the pack writes them, with their status. */
function inForce(key: string, on: string): readonly string[] {
  const isInForce = ({ from, to }: PolicyValue): boolean =>
    from <= on && (to === undefined || on <= to);
  expect(isParameterKey(key)).toBe(true);
  return pack.values
    .filter((value) => value.key === (key as ParameterKey) && isInForce(value))
    .map(({ row, text, status }) => `${row} ${text} ${status}`.trim());
}

describe("Tongliao's pack", () => {
  // What the city's report says, read back on the day before and after it changed.
  test.each([
    ["inpatient.cap", "2016-12-31", ["200000.00 confirmed"]],
    ["inpatient.cap", "2017-01-01", ["300000.00 confirmed"]],
    ["offsite.deductible", "2016-12-31", ["2000.00 confirmed"]],
    ["offsite.deductible", "2017-01-01", ["1000.00 confirmed"]],
    ["overlays.deductible", "2016-12-31", []],
    ["overlays.deductible", "2017-01-01", ["registeredPoor 0.50 confirmed"]],
    ["overlays.ratio", "2017-01-01", ["registeredPoor 0.05 confirmed"]],
    ["funding.subsidy", "2017-12-31", ["450.00 assumed"]],
    ["funding.subsidy", "2018-01-01", ["490.00 confirmed"]],
    ["dates.switchDay", "2016-01-01", ["2017-01-01 confirmed"]],
  ])("%s on %s is %j", (key, on, expected) => {
    expect(inForce(key, on)).toEqual(expected);
  });

  test("changes on the days on which a value begins or has ended", () => {
    expect(changeDays(pack)).toEqual(["2016-01-01", "2017-01-01", "2018-01-01"]);
  });

  test("lists what is assumed, and only that", () => {
    const keys = new Set(assumedValues(pack).map(({ key }) => key));
    expect([...keys].sort()).toEqual([
      "aid.countsOutpatient",
      "aid.tiers",
      "coverage.minorUnderAge",
      "coverage.oldFromAge",
      "critical.axis",
      "critical.countsDeductible",
      "critical.countsFirstSelfPay",
      "critical.countsOutpatient",
      "critical.countsOverLimit",
      "dates.accountingDay",
      "dates.accountingFrom",
      "dates.ruleDay",
      "funding.subsidy",
      "inpatient.capBasis",
      "payers.order",
    ]);
  });

  test("cites no document that was not read: 379号 stands only beside the report", () => {
    for (const { cite } of pack.values) {
      if (cite.includes("379号")) expect(cite).toMatch(/^种子报告 S0 .*原文未读到/);
    }
  });
});

describe("lawOn", () => {
  test.each([
    ["2017-01-01", "300000.00", "450.00"],
    ["2017-12-31", "300000.00", "450.00"],
    ["2018-01-01", "300000.00", "490.00"],
    ["2030-06-30", "300000.00", "490.00"],
  ])("on %s the cap is %s and the subsidy %s", (on, cap, subsidy) => {
    const { law, problems } = lawOn(pack, day(on));
    expect(problems).toEqual([]);
    expect(yuanText(law?.["inpatient.cap"].value ?? (-1 as never))).toBe(cap);
    expect(yuanText(law?.["funding.subsidy"].value ?? (-1 as never))).toBe(subsidy);
  });

  test("a compiled value points at the text that it was compiled from", () => {
    const level = lawOn(pack, day("2017-03-01")).law?.["inpatient.deductible"]["3"];
    expect(pack.values[level?.parameter ?? -1]?.text).toBe("800.00");
  });

  test("hands out the same law for all days of a period, without compiling it again", () => {
    expect(lawOn(pack, day("2017-01-01")).law).toBe(lawOn(pack, day("2017-12-31")).law);
    expect(lawOn(pack, day("2018-01-01")).law).not.toBe(lawOn(pack, day("2017-12-31")).law);
  });

  test("a day without the whole law names each missing rule, and gives no law", () => {
    const { law, problems } = lawOn(pack, day("2016-12-31"));
    expect(law).toBeUndefined();
    expect(problems.map((one) => tellProblem(one, "zh"))).toContain(
      "inpatient.yaml:8 2016-12-31 没有适用的规定:住院起付标准(元)(inpatient.deductible);" +
        "请在政策文件中补充",
    );
    expect(problems.map((one) => one.values["found"])).not.toContain("inpatient.cap");
  });

  test("a day before the pack begins has no rule at all", () => {
    const { law, problems } = lawOn(pack, day("2015-12-31"));
    expect(law).toBeUndefined();
    expect(problems).toHaveLength(pack.parameters.length);
  });

  test("a version that ends without a next one leaves its last day, not the day after", () => {
    const ended = packOf("tongliao", [
      {
        file: "payers.yaml",
        from: "from: 2017-01-01",
        to: "from: 2017-01-01\n        to: 2017-02-28",
      },
    ]);
    expect(lawOn(ended, day("2017-02-28")).law).toBeDefined();
    expect(lawOn(ended, day("2017-03-01")).problems).toMatchObject([
      { code: "rule-missing", values: { found: "payers.order", day: "2017-03-01" } },
    ]);
    expect(changeDays(ended)).toContain("2017-03-01");
  });
});
