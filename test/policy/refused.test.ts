import { describe, expect, test } from "vitest";
import { type Problem, tellProblem } from "../../src/domain/problem.js";
import { parsedFrom } from "./law-from.js";
import { parameter } from "./texts.js";

describe("a parameter with one mistake is refused with its line and reason", () => {
  // One row is one bad parameter (its key, form keys and value), and what is said of it.
  test.each<readonly [string, string, string, string]>([
    // amounts, shares and limits
    ["inpatient.deductible", "per: stay", "200.00", '200.00 不合要求;应为 "0.00" (带引号 quoted)'],
    [
      "inpatient.deductible",
      "per: stay",
      '"2.005"',
      '"2.005" 不合要求;应为 "0.00" (带引号 quoted)',
    ],
    ["inpatient.deductible", "per: stay", '"-1.00"', '"-1.00" 不合要求;应为 "0.00" …'],
    [
      "inpatient.deductible",
      "per: week",
      '"1.00"',
      "week 不合要求;应为 stay | visit | month | year",
    ],
    ["inpatient.ratio", "", '"85"', '"85" 不合要求;应为 "0" … "1" (带引号 quoted)'],
    ["inpatient.ratio", "", "0.50", '0.50 不合要求;应为 "0" … "1" (带引号 quoted)'],
    ["inpatient.limit.a", limit, "unlimited", `unlimited ${orNone}`],
    ["inpatient.limit.a", limit, "不封顶", `不封顶 ${orNone}`],
    ["inpatient.limit.a", limit, '"none"', `"none" ${orNone}`],
    ["inpatient.deductible", "per: stay", '""', '"" 不合要求;应为 "0.00" (带引号 quoted)'],
    ["inpatient.deductible", "per: stay", "", '– 不合要求;应为 "0.00" (带引号 quoted)'],
    ["inpatient.limit.a", "per: year, counts: sessions", '"9.5"', '"9.5" 不合要求;应为 0, 1, 2 …'],
    ["inpatient.limit.a", "per: year", '"9.00"', `缺少 counts(payment | cost | sessions)${open}`],
    // bands
    [
      "inpatient.ratio",
      "axis: net",
      '[{ above: "9.00", share: "0.5" }]',
      '"9.00" 不合要求;应为 "0.00"',
    ],
    [
      "inpatient.ratio",
      "axis: net",
      '[{ above: "0.00", share: "0.5" }, { above: "0.00", share: "0.6" }]',
      '"0.00" 不合要求;应为 > "0.00"',
    ],
    [
      "inpatient.ratio",
      "axis: gros",
      '[{ above: "0.00", share: "0.5" }]',
      "gros 不合要求;应为 net | gross",
    ],
    // conditions
    ["inpatient.ratio", "", rows("age: 0 to 17"), '0 to 17 不合要求;应为 "2", "2+", "2-4"'],
    ["inpatient.ratio", "", rows('age: "17-0"'), '"17-0" 不合要求;应为 "2", "2+", "2-4"'],
    ["inpatient.ratio", "", rows("cost: above 9"), `above 9 不合要求;应为 ${costs}`],
    ["inpatient.ratio", "", rows("place: abroad"), `abroad 不合要求;应为 ${places}`],
    ["inpatient.ratio", "", rows("medType: 21"), '21 不合要求;应为 "21" (带引号 quoted)'],
    ["inpatient.ratio", "", rows('level: "4"'), undeclared("4", "levels", "1")],
    ["inpatient.ratio", "", rows("class: 老年居民"), undeclared("老年居民", "classes", "old")],
    ["inpatient.ratio", "", rows("level: []"), "[…] 不合要求;应为 […, …]"],
    ["inpatient.ratio", "", rows('admission: "2+"'), `缺少 counts(${counts})${open}`],
    ["inpatient.ratio", "", "[]", "[…] 不合要求;应为 - { …: …, …: … }"],
    ["inpatient.ratio", "", '[{ level: "1" }, { share: "0.5" }]', `${oneOutcome};这里写的是 –`],
    [
      "inpatient.ratio",
      "",
      '{ "1": "0.5", "2": "0.6", "5": "0.7", township: "0.8" }',
      undeclared("5", "levels", "1"),
    ],
    [
      "funding.subsidy",
      "",
      '[{ level: "1", amount: "1.00" }, { amount: "2.00" }]',
      misplaced("level", people),
    ],
    ["coverage.class", "", "[{ choose: adlut }]", "adlut 不合要求;应为 minor | adult | old"],
    ["care.kind", "", "[{ choose: outpatient }]", "outpatient 不合要求;应为 inpatient | none"],
    // adjustments
    ["inpatient.ratio.adjust.a", "", '"0.50"', `"0.50" 不合要求;应为 - { …, ${effects}: … }`],
    [
      "inpatient.ratio.adjust.a",
      "",
      '[{ age: "1+" }]',
      `每一行只写一个结果(${onShares});这里写的是 –`,
    ],
    [
      "inpatient.ratio.adjust.a",
      "",
      '[{ times: "2", plus: "1" }]',
      `每一行只写一个结果(${onShares});这里写的是 times, plus`,
    ],
    [
      "inpatient.ratio.adjust.a",
      "",
      '[{ times: "50" }]',
      '"50" 不合要求;应为 "0" … "10" (带引号 quoted)',
    ],
    [
      "inpatient.ratio.adjust.a",
      "",
      '[{ plus: "5" }]',
      '"5" 不合要求;应为 "0" … "1" (带引号 quoted)',
    ],
    ["inpatient.deductible.adjust.a", "", "[{ difference: no }]", "no 不合要求;应为 yes"],
    [
      "inpatient.deductible.adjust.a",
      "",
      '[{ minusEach: "9.00" }]',
      `缺少 counts(${counts})${open}`,
    ],
    [
      "inpatient.deductible.adjust.a",
      "",
      '[{ ofTotal: "0.20", floor: "2000.00", ceiling: "1000.00" }]',
      '"1000.00" 不合要求;应为 ≥ "2000.00"',
    ],
    // prices of a package
    [
      "inpatient.package",
      "counts: fixed",
      '[{ prices: [{ above: "1", amount: "9.00" }] }]',
      '"1" 不合要求;应为 "0"',
    ],
    [
      "inpatient.package",
      "counts: fixed, each: day",
      '[{ prices: [{ above: "0", amount: "9.00" }, { above: "0", amount: "8.00" }] }]',
      '"0" 不合要求;应为 > "0"',
    ],
    ["inpatient.package", "counts: most, each: week", '"9.00"', "week 不合要求;应为 session | day"],
    // single values
    ["dates.ruleDay", "", "admited", "admited 不合要求;应为 admission | discharge | settlement"],
    ["dates.switchDay", "", "2017-02-29", "2017-02-29 不合要求;应为 YYYY-MM-DD"],
    ["dates.accountingFrom", "", '"31"', '"31" 不合要求;应为 1 – 28'],
    [
      "coverage.start",
      "",
      "[{ choose: monthsAfterPayment }]",
      'monthsAfterPayment 不合要求;应为 monthsAfterPayment, n: "2"',
    ],
  ])("%s (%s): %s", (key, form, value, said) => {
    expect(problemsOf(parameter(key, value, form)).map(told)).toEqual([`law.yaml:3 ${said}`]);
  });

  // Here the version itself is wrong; it stands in the place of a sound one.
  test.each<readonly [string, string, string]>([
    ["from: 2010-01-01", "from: 2010", "2010 不合要求;应为 YYYY-MM-DD"],
    [
      "from: 2010-01-01",
      "from: 2010-01-01, to: 2009-01-01",
      "2009-01-01 不合要求;应为 ≥ 2010-01-01",
    ],
    [
      "from: 2010-01-01",
      "from: 2010-01-01, to: 2999-12-31",
      "2999-12-31 不合要求;应为 1800-01-01 … 2199-12-31",
    ],
    ["status: assumed", "status: likely", "likely 不合要求;应为 confirmed | secondary | assumed"],
    ["status: assumed, ", "", "缺少键 status"],
    ["cite: 试, ", "", "缺少依据 cite;每个政策数值都要写明出处"],
    ["cite: 试", 'cite: " "', "缺少依据 cite;每个政策数值都要写明出处"],
    ['value: "0.50"', 'valeu: "0.50"', "缺少键 value"],
    ["label: 试", 'label: ""', '"" 不合要求;应为 title, label: …'],
    ["label: 试, ", "", "缺少键 label"],
    [
      "cite: 试",
      "cite: 试, assumes: { axsi: 未读到 }",
      misspelt("axsi", "axis", "from, to, value, per, axis, with, counts"),
    ],
  ])("%s → %s", (from, to, said) => {
    const text = parameter("inpatient.ratio", '"0.50"').replace(from, to);
    expect(text).toContain(to);
    expect(problemsOf(text).map(told)).toContain(`law.yaml:3 ${said}`);
  });

  // Here it is what the region declares.
  test.each<readonly [string, string]>([
    ["covers: { from: 2017-01-01, to: 2016-01-01 }", "{…} 不合要求;应为 to ≥ 2017-01-01"],
    ["schemes: { rural: 新农合 }", misspelt("rural", "urban", "ncms, urban, resident")],
    ["levels: {}", "{…} 不合要求;应为 levels: { …: … }"],
    ["cares: { dates: 住院 }", "cares 的名称 dates 不能用;名称只含字母和数字,不与其他部分重名"],
    [
      "payers: { aid: { label: 救助, field: maf } }",
      "maf 不合要求;应为 hifmi_pay | maf_pay | oth_pay",
    ],
    ["payers: { aid: { label: 救助 } }", "缺少键 field"],
    ['tiers: { one: " " }', '" " 不合要求;应为 label: …'],
  ])("%s", (names, said) => {
    expect(parsedFrom(`${names}\nparameters: {}`).problems.map(told)).toContain(
      `law.yaml:1 ${said}`,
    );
  });
});

const orNone = '不合要求;应为 "0.00" (带引号 quoted) | none';
const open = ":没有它,本参数的意思不明确";
const limit = "per: year, counts: payment";
const costs = '"over 13000.00", "up to 13000.00", "over 13000.00 up to 50000.00"';
const places = "local | province | country | offsite";
const counts = "person | level | hospital | disease";
const oneOutcome = "每一行只写一个结果(share | bands | ageShare)";
const onShares = "times | plus | minus | replace | atLeast | atMost | plusEachYear";
const effects =
  "times | plus | minus | replace | atLeast | atMost | minusEach | floor | minusShareEach | " +
  "most | plusEachYear | ofTotal | ofScope | ceiling | difference";
const people = "scheme, class, tier, identity, identities, psnType, division, age, years";

function undeclared(found: string, kind: string, nearest: string): string {
  return `${found} 没有在 region.yaml 的 ${kind} 中声明;最接近的是 ${nearest}`;
}

function misplaced(found: string, allowed: string): string {
  return `键 ${found} 不能写在这里;此处可用:${allowed}`;
}

function misspelt(found: string, nearest: string, allowed: string): string {
  return `不认识的键 ${found};最接近的是 ${nearest};此处可用:${allowed}`;
}

/** A ladder whose first row asks this. */
function rows(condition: string): string {
  return `[{ ${condition}, share: "0.60" }, { share: "0.50" }]`;
}

/** The problems of a law that is sound but for this parameter, on line 3. */
function problemsOf(text: string): readonly Problem[] {
  const sound = [
    parameter("inpatient.deductible", '"0.00"', "per: stay"),
    parameter("inpatient.ratio", '"0.50"'),
  ];
  const key = /^ *(\S+): \{/.exec(text)?.[1] ?? "";
  const others = sound.filter((one) => !one.startsWith(`  ${key}: {`));
  return parsedFrom(`\nparameters:\n${text}\n${others.join("\n")}\n`).problems;
}

function told(problem: Problem): string {
  return tellProblem(problem, "zh");
}
