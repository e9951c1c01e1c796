import { expect, test } from "vitest";
import { type Problem, tellProblem } from "../../src/domain/problem.js";
import { parsedFrom } from "./law-from.js";
import { parameter } from "./texts.js";

test("a hole between two versions of what the law does not need is refused too", () => {
  const limit = parameter("inpatient.limit.a", '"9.00"', "per: year, counts: payment");
  const [head = "", version = ""] = limit.split("versions: ");
  const one = version.slice(1, version.lastIndexOf("]"));
  const earlier = one.replace("from: 2010-01-01", "from: 2010-01-01, to: 2017-02-27");
  const text = (from: string) =>
    `${head}versions: [${earlier}, ${one.replace("2010-01-01", from)}] }`;
  const said = "没有生效的版本;请改 from 或 to,或补上这一段";
  expect(problemsOf(text("2017-03-02")).map(told)).toEqual([
    `law.yaml:3 2017-02-28 至 2017-03-01 ${said}`,
  ]);
  expect(problemsOf(text("2017-02-28"))).toEqual([]);
});

test("a deductible that is a share of the bill goes with each bill of a care", () => {
  const share = parameter("inpatient.deductible.adjust.share", '[{ ofTotal: "0.20" }]');
  const idle = "ofTotal, ofScope 在这里不起作用,只与 per: stay | visit 同用;请删去";
  const told = (per: string) => {
    const yearly = parameter("inpatient.deductible", '"9.00"', `per: ${per}`);
    return problemsOf(`${yearly}\n${share}`).map((one) => tellProblem(one, "zh"));
  };
  expect(told("year")).toEqual([`law.yaml:4 ${idle}`]);
  expect(told("visit")).toEqual([]);
});

test("only what goes on over the year is counted together with another section", () => {
  const told = (text: string) => problemsOf(text).map((one) => tellProblem(one, "zh"));
  const of = (key: string, form: string) =>
    parameter(`other.${key}`, key === "ratio" ? '"0.50"' : '"9.00"', form);
  const text = (deductible: string, ratio: string) =>
    `${of("deductible", deductible)}\n${of("ratio", ratio)}`;
  const yearly = "per: year, with: inpatient";
  expect(told(text(yearly, "per: stay"))).toEqual([]);
  const idle = "with 在这里不起作用,只与 per: year 同用;请删去";
  expect(told(text("per: month, with: inpatient", "per: stay"))).toEqual([`law.yaml:3 ${idle}`]);
  expect(told(text("per: stay", "with: inpatient"))).toEqual([`law.yaml:4 ${idle}`]);
  expect(told(text("per: stay", yearly))).toEqual([
    "law.yaml:4 other.ratio 所依的 inpatient.ratio (per: year) 没有给出",
  ]);
  expect(told(text("per: year, with: other", "per: stay"))).toEqual([
    "law.yaml:3 other 不合要求;应为 inpatient",
  ]);
});

function problemsOf(text: string): readonly Problem[] {
  const sound = [
    parameter("inpatient.deductible", '"0.00"', "per: stay"),
    parameter("inpatient.ratio", '"0.50"'),
  ];
  const others = sound.filter((one) => !text.includes(`${one.slice(0, one.indexOf(": {"))}: {`));
  const cares = text.includes("other.") ? "cares: { inpatient: 住院, other: 另一种 }" : "";
  const kind = '[{ medType: "14", choose: other }, { choose: inpatient }]';
  if (cares !== "") others.push(parameter("care.kind", kind));
  return parsedFrom(`${cares}\nparameters:\n${text}\n${others.join("\n")}\n`).problems;
}

function told(problem: Problem): string {
  return tellProblem(problem, "zh");
}
