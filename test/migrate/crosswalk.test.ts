import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { listFiles, packageRoot } from "../../src/io/files.js";
import { readTable } from "../../src/io/table.js";
import { readCrosswalk } from "../../src/migrate/crosswalk.js";
import { nationalCodesOf } from "../../src/migrate/national-codes.js";
import { shown } from "./document.js";

const header = ["old_code", "old_meaning", "national_code", "note"];

describe("a crosswalk", () => {
  test("leads from the old code to the national one, or deliberately to nothing", () => {
    const rows = [header, ["1", "男", "1", "[C]"], ["", "未填", "0", "[M]"], ["7", "无", "", ""]];
    const { crosswalk, problems } = readCrosswalk("gend.csv", rows);
    expect(problems).toEqual([]);
    expect([...crosswalk]).toEqual([
      ["1", "1"],
      ["", "0"],
      ["7", ""],
    ]);
  });

  test("is looked up by what a cell reads as", () => {
    const rows = [header, ["０１", "汉", "01", ""], [" 甲 ", "甲类", "01", ""]];
    expect([...readCrosswalk("a.csv", rows).crosswalk.keys()]).toEqual(["01", "甲"]);
  });

  test("takes a completed list of missing codes behind it, with its header and its columns", () => {
    const list = ["\ufeffold_code", "old_meaning", "national_code", "note", "count", "places"];
    const rows = [header, ["1", "男", "1", ""], list, ["M", "男", "1", "", "3", "a.csv:7"]];
    const { crosswalk, problems } = readCrosswalk("gend.csv", rows);
    expect([problems, crosswalk.get("M"), crosswalk.size]).toEqual([[], "1", 2]);
  });

  test.each<[string, readonly (readonly string[])[], string]>([
    ["another header", [["old_code", "national_code"]], "value-unfit:1 old_code,national_code"],
    ["no header", [["1", "男", "1", ""]], "value-unfit:1 1,男,1,"],
    ["nothing in it", [], "value-unfit:1"],
    ["a line that is too short", [header, ["1", "男", "1"]], "value-unfit:2 1,男,1"],
    [
      "an old code twice",
      [header, ["1", "男", "1", ""], ["１", "男", "1", ""]],
      "crosswalk-code-repeated:3 1",
    ],
    ["a code that nobody filled in", [header, ["3", "", "?", ""]], "crosswalk-code-open:2 3"],
    ["a national code that is none", [header, ["3", "", "3", ""]], "national-code-unknown:2 3"],
  ])("is refused for %s", (_, rows, found) => {
    const { problems } = readCrosswalk("gend.csv", rows, { fits: nationalCodesOf("gend") });
    expect(shown(problems)).toEqual([found]);
  });
});

/** A shipped crosswalk, which must be sound. */
async function shipped(table: string) {
  const { rows } = await readTable(join(packageRoot(), `mappings/codes/${table}.csv`));
  const { crosswalk, problems } = readCrosswalk(table, rows);
  expect(problems).toEqual([]);
  return crosswalk;
}

describe("the shipped crosswalks", () => {
  // Where a byte-for-byte copy of the code would say something else (standards.md 1.9 and 2.2).
  test.each([
    [
      "AAE140 390 is the towns' scheme, nationally it is the unified one",
      "urbmi/AAE140",
      "390",
      "391",
    ],
    ["the same in the bureau's books", "bureau/AAE140", "390", "391"],
    [
      "AKA130 14 is a purchase in a pharmacy, nationally chronic disease",
      "urbmi/AKA130",
      "14",
      "41",
    ],
    ["AKA130 19 is residents' outpatient care, nationally an accident", "urbmi/AKA130", "19", "11"],
    ["AKA130 15 is chronic disease", "urbmi/AKA130", "15", "14"],
    [
      "611001 is 商州区 in the agencies' list, nationally the city's districts",
      "urbmi/AAB301",
      "611001",
      "611002",
    ],
    ["611099 is the agency of the city itself, and stays", "urbmi/AAB301", "611099", "611099"],
    ["an ethnic group that lost its leading zero", "urbmi/AAC005", "1", "01"],
    ["the same in the rural register", "ncms/nation", "1", "01"],
    [
      "AAE160 941 moved away; the 949 of others is printed as 941 in the source",
      "urbmi/AAE160",
      "949",
      "",
    ],
    ["AAC031 0 was never enrolled, for which there is no national code", "urbmi/AAC031", "0", ""],
    ["男 and 1 are one", "ncms/gend", "男", "1"],
    ["a head is 02, and 01 where a register says so", "ncms/relation", "01", "01"],
  ])("know that %s", async (_, table, old, national) => {
    expect((await shipped(table)).get(old)).toBe(national);
  });

  test("name their evidence on every line, and have no code twice", async () => {
    const files = await listFiles(join(packageRoot(), "mappings/codes"));
    const tables = files.filter((file) => file !== "gb/divisions.csv");
    expect(tables.length).toBeGreaterThan(15);
    for (const file of tables) {
      const { rows } = await readTable(join(packageRoot(), "mappings/codes", file));
      expect(readCrosswalk(file, rows).problems).toEqual([]);
      const bare = rows.slice(1).filter((row) => !/\[[CML]\]|人造|本系统/.test(row[3] ?? ""));
      expect([file, bare]).toEqual([file, []]);
    }
  });
});
