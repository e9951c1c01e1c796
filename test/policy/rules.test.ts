import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tellProblem } from "../../src/domain/problem.js";
import type { Pack } from "../../src/policy/pack.js";
import type { Trial } from "../../src/settle/trial/trial.js";
import { tryTrial } from "../../src/settle/trial/try-trial.js";
import { trialsIn } from "../scenarios/trials.js";
import { packOfRule } from "./rules/rule-pack.js";

const folder = new URL("./rules/", import.meta.url);
const rules = readdirSync(folder).filter((file) => /^[^.]+\.yaml$/.test(file));

// One file is one row of the table of law (policy.md 2.2–2.8), with cases by hand beside it.
describe.each(rules)("%s", (file) => {
  const pack = packOfRule(file, textOf(file));
  const cases = casesOf(file, pack);

  test("has at least three cases", () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
  });

  test.each(cases)("$name", (trial) => {
    expect(trial.bills.filter(({ gives }) => gives.length === 0)).toEqual([]);
    const { problems } = tryTrial(trial, pack, file);
    expect(problems.map((one) => tellProblem(one, "zh"))).toEqual([]);
  });
});

function casesOf(file: string, pack: Pack): readonly Trial[] {
  const cases = file.replace(".yaml", ".cases.yaml");
  return existsSync(new URL(cases, folder)) ? trialsIn(cases, textOf(cases), pack) : [];
}

function textOf(file: string): string {
  return readFileSync(new URL(file, folder), "utf8");
}
