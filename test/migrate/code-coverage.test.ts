import { describe, expect, test } from "vitest";
import { problem } from "../../src/domain/problem.js";
import { rowNumber } from "../../src/domain/row-number.js";
import { CodeCoverage } from "../../src/migrate/code-coverage.js";
import type { CrosswalkEntry } from "../../src/migrate/crosswalk.js";
import { proposeCode } from "../../src/migrate/propose-code.js";
import { listOf } from "./list.js";

/** `01 汉族 01` as an entry; a dash for an empty national code. */
function entry(line: string): CrosswalkEntry {
  const [code = "", meaning = "", national = ""] = line.split(" ");
  return { code, meaning, nationalCode: national === "-" ? "" : national };
}

const nation = ["01 汉族 01", "02 蒙古族 02", "蒙古 蒙古族 02", "05 维吾尔族 05", "X 未填 -"].map(
  entry,
);
const rural = ["满 满族 11", "土家 土家族 15", "7 高山族 23"].map(entry);

describe("a proposal for an unknown code", () => {
  test.each<[string, string, string]>([
    ["1", "01", "spelling"], // a leading zero was lost
    ["001", "01", "spelling"],
    ["０２", "02", "spelling"],
    ["x", "", "spelling"], // and means nothing on purpose
    ["汉族", "01", "meaning"],
    ["汉", "01", "meaning"],
    [" 维吾尔 ", "05", "meaning"],
    ["满族", "11", "elsewhere"],
    ["土家", "15", "elsewhere"],
    ["维吾儿族", "05", "similar"],
    ["维吾尔族自治", "05", "similar"],
    ["7", "none", ""], // a number means something else in another system
    ["97", "none", ""],
    ["穿青人", "none", ""],
    ["汉人", "none", ""], // two characters: one in common is not enough
    ["", "none", ""],
  ])("%j: %s, %s", (code, national, basis) => {
    const found = proposeCode(code, nation, [["ncms/nation", rural]]);
    expect(found?.nationalCode ?? "none").toBe(national);
    expect(found?.basis ?? "").toBe(basis);
  });
});

/** A record with an unknown code on a line. */
function unknown(found: string, line: number, table = "sex/a") {
  return [problem("code-unknown", { file: "a.csv", line, field: "性别" }, { found, table })];
}

describe("the coverage of crosswalks", () => {
  const layout = listOf(`
  - { name: 编号, to: legacy_id, as: text }
  - { name: 姓名, to: psn_name, as: name }
  - { name: 性别, to: gend, as: code, table: sex/a }
  - { name: 民族, to: naty, as: code, table: nation/a }`);

  test("counts each code with its first places, the most frequent first", () => {
    const coverage = new CodeCoverage();
    coverage.addRecords(layout, 10);
    for (const line of [2, 3, 4, 5]) coverage.take(unknown("3", line));
    coverage.take(unknown("7", rowNumber(6, 2)));
    coverage.take(unknown("x", 7, "0/1")); // a flag has no crosswalk
    const tables = coverage.report(new Map([["sex/a", [entry("03 男 1")]]]), () => "gend");
    expect(tables).toEqual([
      { table: "nation/a", records: 10, unmapped: 0, codes: [], others: 0 },
      {
        table: "sex/a",
        records: 10,
        unmapped: 5,
        others: 0,
        codes: [
          {
            code: "3",
            count: 4,
            places: ["a.csv:2", "a.csv:3", "a.csv:4"],
            proposal: { nationalCode: "1", meaning: "男", basis: "spelling" },
          },
          { code: "7", count: 1, places: ["a.csv:6/2"] },
        ],
      },
    ]);
  });

  test("keeps a thousand codes of a table, and counts the rows of all others", () => {
    const coverage = new CodeCoverage();
    for (let line = 0; line < 1500; line++) coverage.take(unknown(`c${line}`, line));
    coverage.take(unknown("c0", 1500));
    const [table] = coverage.report(new Map(), () => "");
    expect([table?.codes.length, table?.others, table?.unmapped]).toEqual([1000, 500, 1501]);
    expect(table?.codes[0]).toMatchObject({ code: "c0", count: 2 });
  });
});
