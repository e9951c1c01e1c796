import { describe, expect, test } from "vitest";
import type { Day } from "../../src/domain/period.js";
import { calendarOf, compareLaws } from "../../src/policy/compared.js";
import { overviewOf } from "../../src/policy/overview.js";
import { type ShowQuestion, shownLaw } from "../../src/policy/shown.js";
import type { Lang } from "../../src/text/tell.js";
import { packFrom } from "./law-from.js";
import { parameter } from "./texts.js";

const parameters = [
  parameter(
    "inpatient.deductible",
    '{ township: "100.00", "1": "200.00", "2": "300.00", "3": "400.00" }',
    "per: stay",
  ),
  parameter(
    "inpatient.deductible.adjust.again",
    '[{ minusEach: "100.00", floor: "50.00" }]',
    "counts: level",
  ),
  parameter(
    "inpatient.deductible.adjust.poor",
    '[{ identities: [poor, disabled], times: "0.50" }]',
  ),
  parameter("inpatient.deductible.order", "[poor, again]"),
  parameter(
    "inpatient.ratio",
    '[{ class: minor, share: "0.70" }, { place: offsite, visit: "3+", share: "0" }, ' +
      '{ share: "0.60" }]',
  ),
  parameter(
    "inpatient.ratio.adjust.years",
    '[{ years: "1+", plusEachYear: "0.01", most: "0.10" }]',
  ),
  parameter("critical.deductible", '"13000.00"', "per: year"),
  parameter(
    "critical.ratio",
    '[{ above: "0.00", share: "0.60" }, { above: "50000.00", share: "0.65" }]',
    "axis: net, per: year",
  ),
  parameter("critical.over", "year"),
  parameter("critical.counts.deductible", "yes"),
  parameter("critical.counts.firstSelfPay", "no"),
  parameter("critical.counts.overLimit", '[{ care: inpatient, choose: "yes" }]'),
  parameter(
    "coverage.start",
    '[{ joined: newborn, days: "0-90", choose: birth }, ' +
      '{ joined: afterGap, choose: monthsAfterPayment, n: "3" }]',
  ),
];

const pack = packFrom(`
covers: { from: 2016-01-01, to: 2017-12-31 }
identities: { poor: 低保对象, disabled: 重残人员 }
payers: { critical: { label: 大病保险, field: hifmi_pay } }
parameters:
${parameters.join("\n")}
  inpatient.limit.basic:
    label: 年度限额
    versions:
      - { from: 2016-01-01, to: 2016-12-31, status: confirmed, cite: 旧, per: year, counts: payment,
          value: "200000.00" }
      - { from: 2017-01-01, status: confirmed, cite: 新, per: year, counts: payment,
          value: [{ identity: poor, limit: none }, { limit: "300000.00" }] }
`);

function shown(key: string, more: Partial<ShowQuestion> = {}): readonly string[] {
  const question = { pack, day: "2017-06-01" as Day, lang: "zh" as Lang, ...more };
  const rule = shownLaw(question).find((one) => one.key === key);
  const rows = (rule?.rows ?? []).map(({ who, value }) => `${who}: ${value}`);
  return [...(rule === undefined || rule.form === "" ? [] : [rule.form]), ...rows];
}

describe("the law in words", () => {
  test.each<readonly [string, readonly string[]]>([
    [
      "inpatient.deductible",
      ["按次", "乡镇卫生院: 100.00 元", "一级: 200.00 元", "二级: 300.00 元", "三级: 400.00 元"],
    ],
    [
      "inpatient.deductible.adjust.again",
      ["次数按医院等级计", "一律: 每多一次减 100.00 元,不低于 50.00 元"],
    ],
    ["inpatient.deductible.adjust.poor", ["低保对象且重残人员: 乘以 0.5"]],
    ["inpatient.deductible.order", ["一律: 试 → 试"]],
    ["inpatient.ratio", ["未成年居民: 70%", "异地 · 第 3 次起异地: 0%", "其余: 60%"]],
    [
      "inpatient.ratio.adjust.years",
      ["连续参保满 1 年: 每连续参保一年加 1 个百分点,最多加 10 个百分点"],
    ],
    ["inpatient.limit.basic", ["按年 · 按支付额累计", "低保对象: 不封顶", "其余: 300000.00 元"]],
    [
      "critical.ratio",
      ["按年 · 各段从起付标准以上算起", "一律: 0.00 元以上部分 60%; 50000.00 元以上部分 65%"],
    ],
    ["critical.over", ["一律: 全年累计"]],
    ["critical.counts.firstSelfPay", ["一律: 否"]],
    ["payers.order", ["一律: 统筹基金 → 大病保险"]],
    ["dates.ruleDay", ["一律: 出院日"]],
    ["coverage.start", ["新生儿 · 出生 0–90 天: 自出生之日", "中断后续保: 缴费 3 个月后"]],
    ["care.kind", ["医疗类别 2: 住院", "其余: 无"]],
  ])("%s", (key, told) => {
    expect(shown(key)).toEqual(told);
  });

  test("in English", () => {
    expect(shown("inpatient.ratio", { lang: "en" })).toEqual([
      "未成年居民: 70%",
      "away from home · off-site stay 3 and later: 0%",
      "all others: 60%",
    ]);
  });

  test("for one class or identity only the rows that may concern it", () => {
    expect(shown("inpatient.ratio", { concerning: "old" })).toEqual([
      "异地 · 第 3 次起异地: 0%",
      "其余: 60%",
    ]);
    expect(shown("inpatient.deductible.adjust.poor", { concerning: "old" })).toEqual([]);
    expect(shown("inpatient.limit.basic", { concerning: "poor" })[1]).toBe("低保对象: 不封顶");
  });

  test("every row has its source and place", () => {
    const rules = shownLaw({ pack, day: "2016-06-01" as Day, lang: "zh" });
    const rule = rules.find(({ key }) => key === "inpatient.limit.basic");
    expect(rule).toMatchObject({ from: "2016-01-01", to: "2016-12-31" });
    expect(rule?.rows).toMatchObject([{ status: "confirmed", cite: "旧", file: "law.yaml" }]);
  });
});

test("the overview joins the classes that have the same", () => {
  const rows = overviewOf(pack, "2017-06-01" as Day, "zh", undefined);
  expect(rows.filter(({ level }) => level === "三级")).toEqual([
    { care: "住院", level: "三级", classes: ["未成年居民"], deductible: "400.00", ratio: "70%" },
    {
      care: "住院",
      level: "三级",
      classes: ["成年居民", "老年居民"],
      deductible: "400.00",
      ratio: "60%",
    },
  ]);
  expect(overviewOf(pack, "2017-06-01" as Day, "zh", "old")).toHaveLength(4);
});

describe("two days side by side", () => {
  const on = (day: string) => shownLaw({ pack, day: day as Day, lang: "zh" });

  test("what differs, case by case", () => {
    const all = compareLaws(on("2016-12-31"), on("2017-01-01"));
    expect(
      all.filter((one) => !one.isSame).map(({ who, left, right }) => [who, left, right]),
    ).toEqual([
      ["其余", "200000.00 元", "300000.00 元"],
      ["低保对象", undefined, "不封顶"],
    ]);
    expect(all.filter((one) => one.isSame).length).toBeGreaterThan(20);
  });

  test("a rule that only one of them has is told as nothing on the other side", () => {
    const [only] = compareLaws([], on("2017-01-01"));
    expect(only).toMatchObject({ left: undefined, isSame: false });
  });

  test("the calendar tells the days on which anything changes, within what the pack covers", () => {
    expect(calendarOf(pack, "zh").map(({ day, changes }) => [day, changes.length])).toEqual([
      ["2017-01-01", 2],
    ]);
  });
});

test("an adjustment is named with the table that it works on", () => {
  const share = '[{ age: "60+", ofTotal: "0.20", ceiling: "900.00" }]';
  const plain = packFrom(`
parameters:
${parameter("inpatient.deductible", '"100.00"', "per: stay")}
${parameter("inpatient.deductible.adjust.old", share)}
${parameter("inpatient.ratio", '"0.50"')}
`);
  const shown = shownLaw({ pack: plain, day: "2017-06-01" as Day, lang: "zh" });
  const found = shown.find(({ key }) => key === "inpatient.deductible.adjust.old");
  expect(found?.label).toBe("试 / 试");
  expect(found?.rows.map(({ who, value }) => `${who}: ${value}`)).toEqual([
    "60 岁及以上: 改为总费用的 20%,不低于 0.00 元,最高 900.00 元",
  ]);
});
