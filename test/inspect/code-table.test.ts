import { describe, expect, test } from "vitest";
import { type CodeTable, meantByCodes, tableFor } from "../../src/inspect/code-table.js";
import { ColumnProfiler, MOST_CODES } from "../../src/inspect/column-profile.js";

const tables: readonly CodeTable[] = [
  table("ncms/gend", "男 女 1 2", "gend"),
  table("urbmi/AAC004", "1 2 9", "gend"),
  table("ncms/relation", "户主 配偶 子 女", "head_relation"),
  table("bureau/AAE140", "380 390", "insutype"),
  table("urbmi/AAE140", "390 310", "insutype"),
];

describe("the crosswalk for a coded column", () => {
  // Field and values; the table with its coverage, and others that know as many.
  test.each([
    ["gend", "男 女 男 男", "ncms/gend 1"],
    ["gend", "1 2 9", "urbmi/AAC004 1"],
    ["gend", "1 2 2 1", "urbmi/AAC004 1 ncms/gend"], // of equals the smaller
    ["gend", "男 女 男 3", "ncms/gend 0.75"],
    ["gend", "甲 乙 丙", undefined],
    ["insutype", "390", "bureau/AAE140 1 urbmi/AAE140"], // two registers, one code
    ["head_relation", "１ 户主", "ncms/relation 0.5"],
    ["naty", "1 2", undefined],
  ])("%s of %s: %s", (field, values, expected) => {
    const found = tableFor(field, profileOf(values.split(" ")), tables);
    const told = found && [found.name, found.coverage, ...found.rivals].join(" ");
    expect(told).toBe(expected);
  });

  test("a column of many values holds no codes", () => {
    const values = Array.from({ length: MOST_CODES + 1 }, (_, at) => String(at));
    expect(profileOf(values).codes).toBeUndefined();
    expect(tableFor("gend", profileOf(values), tables)).toBeUndefined();
  });
});

describe("the field that codes alone speak for", () => {
  test.each([
    ["男 女", "gend"],
    ["户主 配偶 子", "head_relation"],
    ["1 2", undefined], // bare numbers may be anything
    ["男", undefined],
    ["甲 乙", undefined],
  ])("%s: %s", (values, field) => {
    expect(meantByCodes({ profile: profileOf(values.split(" ")) }, tables)?.field).toBe(field);
  });
});

function table(name: string, codes: string, target: string): CodeTable {
  return { name, codes: new Set(codes.split(" ")), targets: new Set([target]) };
}

function profileOf(values: readonly string[]) {
  const profiler = new ColumnProfiler();
  for (const value of values) profiler.take(value);
  return profiler.finish();
}
