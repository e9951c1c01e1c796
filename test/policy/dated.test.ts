import { describe, expect, test } from "vitest";
import { yuan } from "../../src/domain/money.js";
import type { Day } from "../../src/domain/period.js";
import { tellProblem } from "../../src/domain/problem.js";
import { assumedValues, changeDays, lawOn, secondaryValues } from "../../src/policy/dated.js";
import { parsePack } from "../../src/policy/parse.js";
import { factsOf } from "./facts.js";
import { packFrom } from "./law-from.js";
import { changedFiles, lineOf, packOf } from "./packs.js";
import { parameter } from "./texts.js";

/** A subsidy that rises in mid-year, and a limit that is in force only in spring. */
const pack = packFrom(`
parameters:
${parameter("inpatient.deductible", '"0.00"', "per: stay")}
${parameter("inpatient.ratio", '"0.50"')}
  funding.subsidy:
    label: 财政补助
    versions:
      - { from: 2017-07-01, status: confirmed, cite: 新文件, value: "490.00" }
      - { from: 2016-01-01, to: 2017-06-30, status: secondary, cite: 旧文件, value: "450.00" }
  inpatient.limit.spring:
    label: 春季限额
    versions:
      - from: 2017-03-01
        to: 2017-05-31
        status: confirmed
        cite: 春季文件
        per: year
        counts: payment
        assumes: { counts: 文件没有写 }
        value: "9.00"
`);

function subsidyOn(day: string): number | undefined {
  const { law } = lawOn(pack, day as Day);
  return law?.funding.subsidy.find(law.caseOf(factsOf()))?.value;
}

function limitsOn(day: string): number | undefined {
  return lawOn(pack, day as Day).law?.cares.get("inpatient")?.limits.length;
}

describe("the law of a day", () => {
  test.each([
    ["2016-01-01", "450.00"],
    ["2017-06-30", "450.00"],
    ["2017-07-01", "490.00"],
    ["2030-12-31", "490.00"],
  ])("on %s the subsidy is %s", (day, amount) => {
    expect(subsidyOn(day)).toBe(yuan(amount));
  });

  test("what the law can do without is in force only from its first to its last day", () => {
    const days = ["2017-02-28", "2017-03-01", "2017-05-31", "2017-06-01"];
    expect(days.map(limitsOn)).toEqual([0, 1, 1, 0]);
  });

  test("is the same object for all days of a period", () => {
    const on = (day: string) => lawOn(pack, day as Day).law;
    expect(on("2017-03-01")).toBe(on("2017-05-31"));
    expect(on("2017-06-01")).not.toBe(on("2017-05-31"));
  });

  test("has the very same tables in every period in which their version is in force", () => {
    const on = (day: string) => lawOn(pack, day as Day).law?.funding.subsidy;
    expect(on("2017-03-01")).toBe(on("2017-06-01"));
    expect(on("2017-07-01")).not.toBe(on("2017-06-30"));
  });

  test("is missing, rule by rule, where one that it needs has no version", () => {
    const { law, problems } = lawOn(pack, "2015-12-31" as Day);
    expect(law).toBeUndefined();
    expect(problems.map((one) => tellProblem(one, "zh"))).toContain(
      "law.yaml:5 2015-12-31 没有适用的规定:财政补助(funding.subsidy);请在政策文件中补充",
    );
  });

  test("a day before the first version of all misses every rule that a law needs", () => {
    const { law, problems } = lawOn(pack, "2009-12-31" as Day);
    expect(law).toBeUndefined();
    expect(problems.map((one) => one.values["found"])).toEqual([
      ...["dates.switchDay", "dates.ruleDay", "dates.acrossSwitch", "dates.benefitYear"],
      ...["dates.accountingDay", "dates.accountingFrom", "care.kind", "coverage.class"],
      ...["coverage.ageDay", "funding.contribution", "funding.subsidy"],
    ]);
  });

  test("changes on the first day of a version and on the day after the last", () => {
    expect(changeDays(pack)).toEqual([
      ...["2010-01-01", "2016-01-01", "2017-03-01", "2017-06-01", "2017-07-01"],
    ]);
  });
});

describe("the values of a pack", () => {
  test("say how far they can be trusted, and what of a confirmed one is only assumed", () => {
    const assumed = assumedValues(pack).filter(({ key }) => key === "inpatient.limit.spring");
    expect(assumed).toMatchObject([{ row: "counts", text: "payment", cite: "文件没有写" }]);
    expect(secondaryValues(pack).map(({ text, from, to }) => [text, from, to])).toEqual([
      ["450.00", "2016-01-01", "2017-06-30"],
    ]);
  });

  test("are pointed at by the rows that were read from them", () => {
    const law = lawOn(pack, "2017-07-01" as Day).law;
    const row = law?.funding.subsidy.find(law.caseOf(factsOf()));
    expect(pack.values[row?.parameter ?? -1]).toMatchObject({ text: "490.00", cite: "新文件" });
  });

  test("know row, days, source and place", () => {
    const { values } = packOf("tongliao");
    const found = values.filter(({ key, row }) => key === "inpatient.deductible" && row === "二级");
    expect(found[0]).toMatchObject({
      key: "inpatient.deductible",
      label: "住院起付标准(元)",
      row: "二级",
      text: "450.00",
      from: "2016-01-01",
      to: "2016-12-31",
      status: "assumed",
      file: "inpatient-deductible.yaml",
      line: 1 + lineOf("inpatient-deductible.yaml", '- { level: "1", amount: "200.00" }'),
    });
  });

  test("do not depend on the order in which the files come", () => {
    const files = changedFiles("tongliao", []);
    const backwards = parsePack("tongliao", [...files].reverse()).pack;
    expect(backwards?.values).toEqual(packOf("tongliao").values);
  });
});
