import { describe, expect, test } from "vitest";
import { fitHeader } from "../../src/migrate/fit-header.js";
import { listOf, read } from "./list.js";

describe("a header in any order", () => {
  const layout = listOf(`
  - { name: 编号, to: legacy_id, as: text }
  - { name: 姓名, to: psn_name, as: name }
  - { name: 性别, to: gend, as: code, table: sex }
  - { name: 性别, to: gend, as: code, table: sexId, check: same }
  - { name: "", unused: 空列 }`);

  test("finds each column by its name, the first of two by the first", () => {
    const names = ["性别", "", "姓名", "性别", "编号"];
    const fitted = fitHeader(layout, names, "a.csv");
    expect(fitted.problems).toEqual([]);
    const [record] = read(fitted.layout, "女", "x", "王明", "2", "A1");
    expect(["legacy_id", "psn_name", "gend"].map((one) => record?.text(one))).toEqual([
      "A1",
      "王明",
      "2",
    ]);
    expect(fitted.layout.columnNames).toEqual(names);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["a column is missing", ["性别", "", "姓名", "性别"], ["column-missing"]],
    ["there is one more", ["性别", "", "姓名", "性别", "编号", "备注"], ["column-unmapped"]],
    [
      "one stands once too often",
      ["性别", "性别", "姓名", "性别", "编号", ""],
      ["column-unmapped"],
    ],
    ["it is another file", ["a"], [...Array(5).fill("column-missing"), "column-unmapped"]],
  ])("refuses the file where %s", (_, names, codes) => {
    const { problems } = fitHeader(layout, names, "a.csv");
    expect(problems.map((one) => one.code)).toEqual(codes);
  });
});
