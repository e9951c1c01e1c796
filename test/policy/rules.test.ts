import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkLines } from "../scenarios/lines.js";
import { checkFunding, checkStart } from "../scenarios/people.js";
import { casesIn, type Scenario } from "../scenarios/scenario.js";
import { checkClaims } from "../scenarios/settle-scenario.js";
import { packOfRule } from "./rules/rule-pack.js";

const folder = new URL("./rules/", import.meta.url);
const rules = readdirSync(folder).filter((file) => /^[^.]+\.yaml$/.test(file));

// One file is one row of the table of law (policy.md 2.2–2.8), with cases by hand beside it.
describe.each(rules)("%s", (file) => {
  const pack = packOfRule(file, textOf(file));
  const cases = casesOf(file);

  test("has at least three cases", () => {
    expect(cases.length).toBeGreaterThanOrEqual(3);
  });

  test.each(cases)("$name", (scenario) => {
    checkClaims(scenario, pack);
    checkLines(scenario, pack);
    checkFunding(scenario, pack);
    if (scenario.start !== undefined) checkStart(scenario.start, pack);
  });
});

function casesOf(file: string): readonly Scenario[] {
  const cases = file.replace(".yaml", ".cases.yaml");
  return existsSync(new URL(cases, folder)) ? casesIn(textOf(cases)) : [];
}

function textOf(file: string): string {
  return readFileSync(new URL(file, folder), "utf8");
}
