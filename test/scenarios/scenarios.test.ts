import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "vitest";
import { packOf } from "../policy/packs.js";
import { packOfRule } from "../policy/rules/rule-pack.js";
import { scenarioFile } from "./scenario.js";
import { checkClaims } from "./settle-scenario.js";

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));

// A file is settled under the law that it brings along, or under that of a shipped region.
describe.each(files)("%s", (file) => {
  const { region, policy, cases } = scenarioFile(readFileSync(new URL(file, folder), "utf8"));
  const pack = region === undefined ? packOfRule(file, policy ?? "") : packOf(region);

  test.each(cases)("$name ($cite)", (scenario) => {
    if (scenario.cite === undefined) throw new Error(`${scenario.name} has no source`);
    checkClaims(scenario, pack);
  });
});
