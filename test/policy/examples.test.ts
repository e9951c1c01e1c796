import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tellProblem } from "../../src/domain/problem.js";
import { tryTrial } from "../../src/settle/trial/try-trial.js";
import { trialsIn } from "../scenarios/trials.js";
import { packOf } from "./packs.js";

const folder = new URL("../../mappings/examples/", import.meta.url);
const packs = readdirSync(new URL("../policies/", folder), { withFileTypes: true });
const regions = packs.filter((one) => one.isDirectory() && one.name !== "common");

// Every shipped pack has worked examples beside it: what changes at the city's switch, to the fen.
describe.each(regions.map(({ name }) => name))("%s", (region) => {
  const file = `${region}.yaml`;
  const pack = packOf(region);
  const trials = trialsIn(file, readFileSync(new URL(file, folder), "utf8"), pack);

  test.each(trials)("$name ($cite)", (trial) => {
    expect(trial.cite).not.toBe("");
    expect(trial.bills.filter(({ gives }) => gives.length === 0)).toEqual([]);
    const { problems } = tryTrial(trial, pack, file);
    expect(problems.map((one) => tellProblem(one, "zh"))).toEqual([]);
  });
});
