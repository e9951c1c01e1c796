import { describe, expect, test } from "vitest";
import { type Problem, tellProblem } from "../../src/domain/problem.js";
import { parsePack } from "../../src/policy/parse.js";
import { changedFiles, lineOf, packOf, policyFile, problemsAfter } from "./packs.js";

describe("a policy file with one mistake is refused with file, line and reason", () => {
  // One row is one bad file: what stands there, what a clerk wrote instead, what is said of that
  // very line.
  test.each<readonly [string, string | RegExp, string, string]>([
    [
      "payers.yaml",
      "    versions:",
      "    note: 见上\n    versions:",
      "不认识的键 note;此处可用:label, versions",
    ],
    ["payers.yaml", "label: 支付顺序", 'label: ""', '"" 不合要求;应为 title, label: …'],
    ["outpatient.yaml", '"200.00"', "200.00", '200.00 不合要求;应为 "0.00" (带引号 quoted)'],
    ["outpatient.yaml", '"200.00"', '"200.005"', '"200.005" 不合要求;应为 "0.00" (带引号 quoted)'],
    ["outpatient.yaml", '"200.00"', '"-200.00"', '"-200.00" 不合要求;应为 "0.00" …'],
    ["outpatient.yaml", '"200.00"', "unlimited", 'unlimited 不合要求;应为 "0.00" (带引号 quoted)'],
    ["outpatient.yaml", '"0.50"', '"85"', '"85" 不合要求;应为 "0" … "1" (带引号 quoted)'],
    ["outpatient.yaml", '"0.50"', "0.50", '0.50 不合要求;应为 "0" … "1" (带引号 quoted)'],
    ["payers.yaml", /cite:.*/, 'cite: " "', "缺少依据 cite;每个政策数值都要写明出处"],
    [
      "payers.yaml",
      "status: assumed",
      "status: likely",
      "likely 不合要求;应为 confirmed | secondary | assumed",
    ],
    [
      "payers.yaml",
      "[basic, critical, aid]",
      "[critical, basic, aid]",
      "[…] 不合要求;应为 [basic, critical, aid] | [basic, aid, critical]",
    ],
    [
      "payers.yaml",
      "[basic, critical, aid]",
      "[basic, critical]",
      "[…] 不合要求;应为 [basic, critical, aid] | [basic, aid, critical]",
    ],
    [
      "payers.yaml",
      "[basic, critical, aid]",
      "[basic, critical, aid, aid]",
      "[…] 不合要求;应为 [basic, critical, aid] | [basic, aid, critical]",
    ],
    ["payers.yaml", "2017-01-01", "2017-02-29", "2017-02-29 不合要求;应为 YYYY-MM-DD"],
    ["inpatient.yaml", "value: payment", "value: cost", "cost 不合要求;应为 payment"],
    ["inpatient.yaml", '"3": "0.60"', '"3": "60"', '"60" 不合要求;应为 "0" … "1" (带引号 quoted)'],
    [
      "overlays.yaml",
      "identity: registeredPoor",
      "identity: poor",
      "poor 不合要求;应为 registeredPoor | minLiving | destitute | severeDisability",
    ],
    ["overlays.yaml", "fromAdmission: 2", "fromAdmission: 1", "1 不合要求;应为 2 – 99"],
    ["overlays.yaml", "per: level", "per: hospital", "hospital 不合要求;应为 level | person"],
    [
      "medical-aid.yaml",
      "identity: minLiving",
      "identity: destitute",
      "destitute 在本表前面已有一行,本行永远用不到;只留一行",
    ],
    [
      "critical-illness.yaml",
      'above: "0.00"',
      'above: "14000.00"',
      '"14000.00" 不合要求;应为 "0.00"',
    ],
    [
      "critical-illness.yaml",
      'above: "50000.00"',
      'above: "0.00"',
      '"0.00" 不合要求;应为 > "0.00"',
    ],
    [
      "offsite.yaml",
      '{ multiply: "0.65" }',
      '{ multiply: "0.65", subtract: "0.10" }',
      "{…} 不合要求;应为 multiply | subtract",
    ],
    ["offsite.yaml", '{ multiply: "0.65" }', "{ }", "{…} 不合要求;应为 multiply | subtract"],
    ["dates.yaml", 'value: "1"', 'value: "31"', '"31" 不合要求;应为 1 – 28'],
    ["dates.yaml", 'value: "1"', 'value: "first"', '"first" 不合要求;应为 0, 1, 2 …'],
    ["dates.yaml", "value: 2017-01-01", "value: 2017-13-01", "2017-13-01 不合要求;应为 YYYY-MM-DD"],
    ["payers.yaml", /versions:[\s\S]*/, "versions: []\n", "[…] 不合要求;应为 - from: …"],
    ["payers.yaml", /value: .*/, "value: basic", "basic 不合要求;应为 - …"],
  ])("%s: %s → %s", (file, from, to, said) => {
    const problems = problemsAfter("tongliao", [{ file, from, to }]);
    const line = lineOf(file, from);
    expect(problems.map(told)).toEqual([`${file}:${line} ${said}`]);
  });

  // What is found at another line than the changed one: offset of the line, and what is said.
  test.each<readonly [string, string | RegExp, string, number, string]>([
    ["payers.yaml", / +cite:.*\n/, "", -2, "缺少依据 cite;每个政策数值都要写明出处"],
    ["payers.yaml", /.*status:.*\n/, "", -1, "缺少键 status"],
    ["payers.yaml", / +value:.*\n/, "", -3, "缺少键 value"],
    ["inpatient.yaml", / +"3": "800.00".*\n/, "", -3, "缺少键 3"],
    [
      "funding.yaml",
      "to: 2017-12-31",
      "to: 2017-12-30",
      4,
      "2017-12-30 与 2018-01-01 之间没有生效的版本",
    ],
    [
      "funding.yaml",
      "to: 2017-12-31",
      "to: 2018-01-01",
      4,
      "两个版本同时生效:2017-01-01 … 2018-01-01 与 2018-01-01 …",
    ],
    ["funding.yaml", / +to: 2017-12-31\n/, "", 3, "两个版本同时生效:2017-01-01 … 与 2018-01-01 …"],
  ])("%s: %s → %s", (file, from, to, offset, said) => {
    const problems = problemsAfter("tongliao", [{ file, from, to }]);
    expect(problems.map(told)).toEqual([`${file}:${lineOf(file, from) + offset} ${said}`]);
  });

  test("an overlay that multiplies where the parameter adds", () => {
    const change = { file: "overlays.yaml", from: "add:", to: "multiply:" };
    const place = `overlays.yaml:${lineOf(change.file, change.from)}`;
    expect(problemsAfter("tongliao", [change]).map(told)).toEqual([
      `${place} 不认识的键 multiply;此处可用:identity, add`,
      `${place} 缺少键 add`,
    ]);
  });

  test("a last day before the first", () => {
    const change = { file: "funding.yaml", from: "to: 2017-12-31", to: "to: 2016-12-31" };
    const line = lineOf(change.file, change.from);
    expect(problemsAfter("tongliao", [change]).map(told)).toEqual([
      `funding.yaml:${line} 2016-12-31 不合要求;应为 ≥ 2017-01-01`,
      `funding.yaml:${line + 4} 2016-12-31 与 2018-01-01 之间没有生效的版本`,
    ]);
  });

  test("an unknown parameter, and the known one that is missing in its place", () => {
    const change = { file: "offsite.yaml", from: "offsite.cut:", to: "offsite.discount:" };
    const [unknown, missing] = problemsAfter("tongliao", [change]);
    const line = lineOf(change.file, change.from);
    expect(unknown).toMatchObject({
      code: "key-unknown",
      place: { file: "offsite.yaml", line },
      values: { found: "offsite.discount" },
    });
    expect(missing === undefined ? "" : told(missing)).toBe("tongliao 缺少键 offsite.cut");
  });

  test("a parameter given in two files", () => {
    const line = lineOf("payers.yaml", "payers.order:");
    const text = "title: 再写一次\nparameters:\n  payers.order:\n    label: 支付顺序\n";
    const files = [...changedFiles("tongliao", []), policyFile("zz.yaml", text)];
    expect(parsePack("tongliao", files).problems.map(told)).toEqual([
      `zz.yaml:3 参数 payers.order 已在 payers.yaml:${line} 中给出;只留一处`,
    ]);
  });
});

describe("a pack", () => {
  test("does not depend on the order in which its files come", () => {
    const files = changedFiles("tongliao", []);
    const backwards = parsePack("tongliao", [...files].reverse()).pack;
    expect(backwards?.values).toEqual(packOf("tongliao").values);
  });

  test("lists every single value with its words, days, source and place", () => {
    const { values } = packOf("tongliao");
    expect(values.find(({ key, row }) => key === "inpatient.deductible" && row === "2")).toEqual({
      key: "inpatient.deductible",
      label: "住院起付标准(元)",
      row: "2",
      text: "450.00",
      from: "2017-01-01",
      status: "secondary",
      cite: "R15 通医保发〔2024〕31号(未核实数据集,规则年份 2024,暂用于 2017)",
      file: "inpatient.yaml",
      line: lineOf("inpatient.yaml", '"450.00"'),
    });
  });

  test("keeps a value's last day", () => {
    const caps = packOf("tongliao").values.filter(({ key }) => key === "inpatient.cap");
    expect(caps.map(({ text, from, to }) => [text, from, to])).toEqual([
      ["200000.00", "2016-01-01", "2016-12-31"],
      ["300000.00", "2017-01-01", undefined],
    ]);
  });
});

function told(problem: Problem): string {
  return tellProblem(problem, "zh");
}
