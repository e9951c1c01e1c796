import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tellProblem } from "../../src/domain/problem.js";
import { tryTrial } from "../../src/settle/trial/try-trial.js";
import { scenarioFile } from "./trials.js";

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));

// A file is settled under the law that it brings along, or under that of a shipped region.
describe.each(files)("%s", (file) => {
  const { pack, trials } = scenarioFile(file, readFileSync(new URL(file, folder), "utf8"));

  test.each(trials)("$name ($cite)", (trial) => {
    expect(trial.cite).not.toBe("");
    expect(trial.bills.filter(({ gives }) => gives.length === 0)).toEqual([]);
    const { problems } = tryTrial(trial, pack, file);
    expect(problems.map((one) => tellProblem(one, "zh"))).toEqual([]);
  });
});
