import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tellProblem } from "../../src/domain/problem.js";
import type { Settlement } from "../../src/domain/records.js";
import { lawFor } from "../../src/settle/dates.js";
import { settleClaim } from "../../src/settle/settle.js";
import { checkWindow } from "../../src/settle/window.js";
import { advance, emptyYear } from "../../src/settle/year-to-date.js";
import { packOf } from "../policy/packs.js";
import { asTexts } from "../settle/claims.js";
import { type Scenario, scenariosIn } from "./scenario.js";

const folder = new URL("./", import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));

// A file is named after the region whose law it is settled under: tongliao-2017.yaml.
describe.each(files)("%s", (file) => {
  const pack = packOf(file.replace(/-.*/, ""));
  const scenarios = scenariosIn(file, readFileSync(new URL(file, folder), "utf8"));

  test.each(scenarios)("$name ($cite)", (scenario) => {
    const computed = settleYear(scenario).map(asTexts);
    expect(computed).toHaveLength(scenario.settlements.length);
    expect(computed).toMatchObject(scenario.settlements);
  });

  /** The claims in order; the year goes on from what was posted, by the window or by us. */
  function settleYear({ insured, claims }: Scenario): readonly Settlement[] {
    let before = emptyYear;
    return claims.map(({ claim, posted }) => {
      const { law, problems } = lawFor(claim, pack);
      if (law === undefined) throw new Error(problems.map((p) => tellProblem(p, "en")).join("\n"));
      const { settlement } = settleClaim({ claim, insured, before, law });
      if (posted !== undefined) expect(checkWindow(claim, posted, { file })).toEqual([]);
      before = advance({ before, claim, amounts: posted ?? settlement, law });
      return settlement;
    });
  }
});
