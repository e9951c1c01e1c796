import { describe, expect, test } from "vitest";
import { tellProblem } from "../src/domain/problem.js";
import { problemTexts } from "../src/text/problems.js";
import { ofClaims } from "./problems/of-claims.js";
import { ofCorrections } from "./problems/of-corrections.js";
import { ofFiles } from "./problems/of-files.js";
import { ofMappings } from "./problems/of-mappings.js";
import { ofPacks } from "./problems/of-packs.js";
import { ofPeople } from "./problems/of-people.js";
import { ofPersons } from "./problems/of-persons.js";
import { ofPolicies } from "./problems/of-policies.js";
import { ofReviews } from "./problems/of-reviews.js";
import { ofRows } from "./problems/of-rows.js";
import { ofSettlements } from "./problems/of-settlements.js";
import { ofSheets } from "./problems/of-sheets.js";
import { ofTables } from "./problems/of-tables.js";
import { ofTrials } from "./problems/of-trials.js";

/** Every problem that data can have, each with a tiny input that has it. */
const gallery = [
  ...ofRows,
  ...ofPeople,
  ...ofPersons,
  ...ofClaims,
  ...ofFiles,
  ...ofMappings,
  ...ofTables,
  ...ofSheets,
  ...ofSettlements,
  ...ofCorrections,
  ...ofReviews,
  ...ofPacks,
  ...ofPolicies,
  ...ofTrials,
];

describe("the gallery of problems", () => {
  test.each(gallery)("$code: $zh", async ({ code, find, zh, en }) => {
    const found = (await find()).filter((one) => one.code === code);
    const told = found.map((one) => [tellProblem(one, "zh"), tellProblem(one, "en")]);
    expect(told).toEqual(expect.arrayContaining([[zh, en]]));
  });

  test("has a row for every code", () => {
    expect(gallery.map((row) => row.code).sort()).toEqual(Object.keys(problemTexts).sort());
  });
});
