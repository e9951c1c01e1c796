import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/io/files.js";
import { readTable } from "../../src/io/table.js";
import { judgeDivision, readDivisions } from "../../src/migrate/divisions.js";
import { shown } from "./document.js";

const shipped = await readTable(join(packageRoot(), "mappings/codes/gb/divisions.csv"));
const { divisions, problems } = readDivisions("divisions.csv", shipped.rows);

describe("the shipped list of divisions", () => {
  test("is sound, and every successor is in use", () => {
    expect(problems).toEqual([]);
    for (const { successor, to } of divisions.values()) {
      if (successor !== "") expect([to, divisions.get(successor)?.to]).toEqual([to, ""]);
    }
  });

  test.each([
    ["150502", "150502", undefined],
    ["１５０５０２", "150502", undefined],
    ["320312", "320312", undefined],
    ["320323", "320312", "division-abolished"], // 铜山县 became 铜山区 in 2010
    ["211121", "211104", "division-abolished"], // 大洼县 became 大洼区 in 2016
    ["211121102", "211104", "division-abolished"], // a township of it
    ["320304", "", "division-unknown"], // 九里区 went to several
    ["150521100201", "150521", undefined], // a village
    ["611099", "611099", undefined], // the agency of the city itself
    ["440604", "440604", undefined], // a place that the list does not hold
    ["990001", "", "division-unknown"],
    ["911100", "", "division-unknown"],
    ["15050", "", "division-unknown"],
    ["科尔沁区", "", "division-unknown"],
  ])("%s is %s, %s", (raw, code, fault) => {
    const judged = judgeDivision(raw, divisions);
    expect([judged.code, judged.fault]).toEqual([code, fault]);
    if (code !== "") expect(judgeDivision(code, divisions).code).toBe(code);
  });
});

describe("a list of divisions is refused for", () => {
  const header = "code,name,from,to,successor,note".split(",");

  test.each<[string, readonly (readonly string[])[], string]>([
    ["another header", [["code", "name"]], "value-unfit:1 code,name"],
    ["a code of five digits", [header, ["15050", "甲", "", "", "", ""]], "value-unfit:2 15050"],
    [
      "a code twice",
      [header, ["150502", "甲", "", "", "", ""], ["150502", "乙", "", "", "", ""]],
      "value-unfit:3 150502",
    ],
    ["a year that is none", [header, ["150502", "甲", "", "16", "", ""]], "value-unfit:2 150502"],
  ])("%s", (_, rows, found) => {
    expect(shown(readDivisions("divisions.csv", rows).problems)).toEqual([found]);
  });
});
