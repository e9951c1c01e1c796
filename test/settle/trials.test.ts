import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tellProblem } from "../../src/domain/problem.js";
import { parseDocument } from "../../src/io/yaml.js";
import { parseTrials, trialKeys } from "../../src/settle/trial/parse-trials.js";
import { billKeys, expectable } from "../../src/settle/trial/read-bill.js";
import { personKeys } from "../../src/settle/trial/read-person.js";
import { tryTrial } from "../../src/settle/trial/try-trial.js";
import { packFrom } from "../policy/law-from.js";
import { parameter } from "../policy/texts.js";
import { trialsIn } from "../scenarios/trials.js";

const pack = packFrom(`
identities: { poor: 贫困人口 }
parameters:
${parameter("inpatient.deductible", '"100.00"', "per: year")}
${parameter("inpatient.ratio", '[{ identity: poor, share: "0.90" }, { share: "0.50" }]')}
`);

describe("what an example states is held to what the law gives", () => {
  // 年内起付 100;(1000 − 100) × 0.5
  test.each([
    ['- { name: 甲, claims: [{ scope: "1000.00", gives: { hifpPay: "450.00" } }] }', []],
    [
      '- { name: 甲, claims: [{ scope: "1000.00", gives: { hifpPay: "450.01" } }] }',
      ["t.yaml:1 [hifpPay] 算例写 450.01,按这套政策是 450.00;核对政策的数值,或核对算例"],
    ],
    [
      '- { name: 甲, claims: [{ scope: "900.00" }, { scope: "8.00", gives: { hifpPay: "4.00" } }] }',
      [],
    ],
    [
      '- { name: 甲, claims: [{ scope: "1000.00", year: { "deducted:inpatient": "99.99" } }] }',
      ["t.yaml:1 [deducted:inpatient] 算例写 99.99,按这套政策是 100.00;核对政策的数值,或核对算例"],
    ],
    ['- { name: 甲, funding: { contribution: "150.00", account: none, aided: none } }', []],
    [
      '- { name: 甲, funding: { contribution: "150.01" } }',
      ["t.yaml:1 [contribution] 算例写 150.01,按这套政策是 150.00;核对政策的数值,或核对算例"],
    ],
    [
      "- { name: 甲, start: { joined: newborn, gives: birth } }",
      ["t.yaml:1 [start] 算例写 birth,按这套政策是 none;核对政策的数值,或核对算例"],
    ],
  ])("%s", (text, told) => {
    expect(problemsOf(text)).toEqual(told);
  });

  test("the class is the one that the law names for the age", () => {
    const classed = packFrom(`
parameters:
${parameter("inpatient.deductible", '"0.00"', "per: stay")}
${parameter("inpatient.ratio", '[{ class: old, share: "0.90" }, { share: "0.50" }]')}
`);
    const bill = '{ scope: "10.00", gives: { hifpPay: "9.00" } }';
    const text = `- { name: 甲, person: { age: 60 }, claims: [${bill}] }`;
    const [trial] = trialsIn("t.yaml", text, classed);
    expect(trial && tryTrial(trial, classed, "t.yaml").problems).toEqual([]);
  });

  test("parts of a stay that is cut on the switch day are of the year that the law says", () => {
    const cut = packFrom(`
covers: { from: 2016-01-01, to: 2017-12-31 }
parameters:
${parameter("dates.acrossSwitch", "split")}
${parameter("dates.benefitYear", "settlement")}
${parameter("inpatient.deductible", '"100.00"', "per: year")}
${parameter("inpatient.ratio", '"0.50"')}
`);
    // 都算结算的 2017 年:起付线只扣一次,(600 − 100) × 0.5 + 400 × 0.5
    const days = '[{ day: 2016-12-25, cost: "600.00" }, { day: 2017-01-05, cost: "400.00" }]';
    const stay = `begndate: 2016-12-25, day: 2017-01-05, scope: "1000.00", days: ${days}`;
    const gives = 'gives: { actPayDedc: "100.00", hifpPay: "450.00" }';
    const [trial] = trialsIn("t.yaml", `- { name: 甲, claims: [{ ${stay}, ${gives} }] }`, cut);
    expect(trial && tryTrial(trial, cut, "t.yaml").problems).toEqual([]);
  });

  test("a bill on a day without law is told with its line, and the others are settled", () => {
    const early = '{ day: 1999-01-01, scope: "10.00" }';
    const later = '{ scope: "110.00", gives: { hifpPay: "5.00" } }';
    const text = `- { name: 甲, claims: [${early}, ${later}] }`;
    expect(problemsOf(text)).toEqual([
      "t.yaml:1 1999-01-01 没有完整的规定;这套政策的 covers 是 2017-01-01 … 2017-12-31",
    ]);
  });
});

describe("an example that is not understood is refused with its line", () => {
  test.each([
    ["[]", "t.yaml:1 […] 不合要求;应为 - name: …"],
    ["name: 甲", "t.yaml:1 {…} 不合要求;应为 - …"],
    ["- { name: 甲 }", "t.yaml:1 缺少键 claims | lines | funding | start"],
    ['- { claims: [{ scope: "1.00" }] }', "t.yaml:1 缺少键 name"],
    ["- { name: 甲, claims: [{ day: 2017-02-30, scope: '1.00' }] }", "应为 YYYY-MM-DD"],
    ["- { name: 甲, claims: [{ scope: 1.00 }] }", 't.yaml:1 1.00 不合要求;应为 "0.00"'],
    ["- { name: 甲, claims: [{ scope: '-1.00' }] }", '应为 "0.00" ≥ 0'],
    ["- { name: 甲, claims: [{ scop: '1.00' }] }", "不认识的键 scop;最接近的是 scope"],
    ["- { name: 甲, claims: [{ day: 2017-06-30 }] }", "缺少键 scope | whole | lines"],
    ["- { name: 甲, claims: [{ scope: '2.00', whole: '1.00' }] }", "应为 ≥ scope + over + first"],
    ["- { name: 甲, claims: [{ scope: '1.00', lines: [{ item: A, price: '1' }] }] }", "应为 lines"],
    ["- { name: 甲, claims: [{ scope: '1.00', level: 三级 }] }", "levels 中声明;最接近的是 3"],
    ["- { name: 甲, claims: [{ scope: '1.00', place: abroad }] }", "local | province | country"],
    ["- { name: 甲, claims: [{ scope: '1.00', medType: 住院 }] }", "住院 不合要求;应为 21"],
    ["- { name: 甲, claims: [{ scope: '1.00', sessions: 0 }] }", "应为 1, 2 …"],
    ["- { name: 甲, claims: [{ scope: '1.00', posted: { hifpPay: '2.00' } }] }", "应为 Σ ≤ whole"],
    ["- { name: 甲, claims: [{ scope: '1.00', gives: { hifp: '1.00' } }] }", "最接近的是 hifpPay"],
    ["- { name: 甲, claims: [{ scope: '1.00', year: { stays: '1.00' } }] }", "deducted:…"],
    ["- { name: 甲, claims: [{ scope: '1.00', begndate: 2018-01-01 }] }", "应为 ≤ 2017-01-15"],
    ["- { name: 甲, person: { identities: [poo] }, claims: [] }", "最接近的是 poor"],
    ["- { name: 甲, lines: [{ item: D, price: '1' }] }", "应为 A | B | C"],
    ["- { name: 甲, lines: [{ item: A, price: '1,5' }] }", '1,5" 不合要求;应为 "12.50"'],
  ])("%s", (text, told) => {
    const { document } = parseDocument("t.yaml", text);
    const problems = document === undefined ? [] : parseTrials("t.yaml", document, pack).problems;
    expect(problems.map((one) => tellProblem(one, "zh")).join("\n")).toContain(told);
  });
});

describe("the page that teaches the form", () => {
  const page = readFileSync(new URL("../../mappings/examples/README.md", import.meta.url), "utf8");
  const table = (title: string): readonly string[] => {
    const [, section = ""] = page.split(`## ${title}`);
    const rows = (section.split("\n## ")[0] ?? "").matchAll(/^\| `(\w+)` \|/gm);
    return [...rows].map(([, key = ""]) => key);
  };

  test("has every key of an example, a person and a bill", () => {
    expect(table("一个算例")).toEqual(trialKeys);
    expect(table("人 /")).toEqual(personKeys);
    expect([...table("单据")].sort()).toEqual([...billKeys].sort());
  });

  test("has every amount that may be expected", () => {
    expect(expectable.filter((field) => !page.includes(`\`${field}\``))).toEqual([]);
  });

  test("its example is read", () => {
    const [, text = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const other = packFrom(`
covers: { from: 2017-01-01, to: 2018-12-31 }
identities: { registeredPoor: 建档立卡贫困人口 }
parameters:
${parameter("inpatient.deductible", '"0.00"', "per: stay")}
${parameter("inpatient.ratio", '[{ identity: registeredPoor, share: "0.90" }, { share: "0.50" }]')}
`);
    expect(trialsIn("page.yaml", text, other)).toHaveLength(1);
  });
});

function problemsOf(text: string): readonly string[] {
  return trialsIn("t.yaml", text, pack)
    .flatMap((trial) => tryTrial(trial, pack, "t.yaml").problems)
    .map((one) => tellProblem(one, "zh"));
}
