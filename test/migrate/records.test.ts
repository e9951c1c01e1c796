import { describe, expect, test } from "vitest";
import { listOf, read } from "./list.js";

const base = `
  - { name: 姓名, to: psn_name, as: name, required: true }
  - { value: "1", to: gend, as: text }`;

describe("several columns in one field", () => {
  const joined = (how = ""): string => `
  - { name: 乡, to: legacy_id, as: text, join: "-"${how} }
  - { name: 号, to: legacy_id, as: text, join: "-" }`;
  const either = (first = "", second = ""): string => `
  - { name: 手机, to: legacy_id, as: text${first} }
  - { name: 电话, to: legacy_id, as: text, fallback: true${second} }`;

  test.each<[string, string, [string, string], string, readonly string[]]>([
    ["joined", joined(), ["07", "12"], "07-12", []],
    ["joined, one empty", joined(), ["", "12"], "12", []],
    ["joined, one missing", joined(", required: true"), ["", "12"], "12", ["field-missing 乡"]],
    ["the first of them", either(), ["1", "2"], "1", []],
    ["the next where the first is empty", either(), ["无", "2"], "2", []],
    ["a default where all are empty", either("", ", default: X"), ["", ""], "X", []],
    ["a default of the first", either(", default: X"), ["", "2"], "X", []],
    ["all missing", either(", required: true"), ["", ""], "", ["field-missing 手机"]],
  ])("%s", (_, columns, cells, value, codes) => {
    const [record] = read(listOf(base + columns), "王明", ...cells);
    expect([record?.text("legacy_id"), record?.codes]).toEqual([value, codes]);
  });
});

describe("two columns that state one thing", () => {
  const layout = listOf(`
  - { name: 编号, to: legacy_id, as: text }
  - { name: 姓名, to: psn_name, as: name }
  - { name: 性别, to: gend, as: code, table: sex, required: true }
  - { name: 性别, to: gend, as: code, table: sexId, check: same }`);

  test.each<[string, string, string, readonly string[]]>([
    ["男", "1", "1", []],
    ["女", "2", "2", []],
    ["", "2", "2", []],
    ["男", "", "1", []],
    ["男", "2", "1", ["columns-disagree 性别#4"]],
    ["男", "7", "1", ["code-unknown 性别#4"]],
    ["未", "1", "1", ["code-unknown 性别"]],
    ["", "", "", ["field-missing 性别"]],
  ])("name %j and code %j", (name, code, value, codes) => {
    const [record] = read(layout, "A1", "王明", name, code);
    expect([record?.text("gend"), record?.codes]).toEqual([value, codes]);
  });
});

describe("one column in several fields", () => {
  const layout = listOf(`
  - { name: 流水号, to: legacy_id, as: text, also: [{ to: household_no, as: text, take: 1-12 }] }
  - { name: 日期, to: [brdy, tel], as: day }
  - { name: 姓名, to: psn_name, as: name }
  - { value: 男, to: gend, as: code, table: sex }`);

  test("whole and in part, in one way and in several", () => {
    const [record] = read(layout, "H15992100001201701220001", "2017.1.22", "王明");
    expect(record?.text("legacy_id")).toBe("H15992100001201701220001");
    expect(record?.text("household_no")).toBe("H15992100001");
    expect([record?.text("brdy"), record?.text("tel")]).toEqual(["2017-01-22", "2017-01-22"]);
    expect([record?.text("gend"), record?.codes]).toEqual(["1", []]);
  });
});

describe("dates and amounts as the mapping says", () => {
  test.each<[string, string, string]>([
    ["format: ddMMyyyy", "31012017", "2017-01-31"],
    ["format: MM/dd/yyyy", "01/31/2017", "2017-01-31"],
    ["format: d.M.yyyy", "1.2.2017", "2017-02-01"],
    ["format: yyMMdd, since: 1925", "170131", "2017-01-31"],
    ["format: yyMMdd, since: 1925", "250131", "1925-01-31"],
    ["format: yyMMdd, since: 1925", "241231", "2024-12-31"],
    ["format: excel", "42766", "2017-01-31"],
    ["format: excel", "42766.5", "2017-01-31"],
    ["format: excel", "1", "1900-01-01"],
    ["format: excel", "59", "1900-02-28"],
    ["format: excel", "60", ""], // the leap day that only Excel knows
    ["format: excel", "61", "1900-03-01"],
    ["format: excel", "36526", "2000-01-01"],
    ["format: excel", "2017-01-31", ""],
    ["format: ddMMyyyy", "20170131", ""],
  ])("%s: %s", (style, cell, value) => {
    const layout = listOf(`${base}
  - { name: 编号, to: legacy_id, as: text }
  - { name: 生日, to: brdy, as: day, ${style} }`);
    const [record] = read(layout, "王明", "1", cell);
    expect(record?.text("brdy")).toBe(value);
    expect(record?.codes).toEqual(value === "" ? ["date-unreadable 生日"] : []);
  });

  test.each([
    ["fen", "12345", "123.45"],
    ["fen", "5", "0.05"],
    ["fen", "-5", "-0.05"],
    ["fen", "0.5", "0.005"],
    ["万元", "1.5", "15000.00"],
    ["万元", "0.00001234", "0.1234"],
    ["万元", "12", "120000.00"],
    ["yuan", "1,234.5", "1234.50"],
  ])("in %s: %s", (unit, cell, value) => {
    const layout = listOf(`${base}
  - { name: 编号, to: legacy_id, as: text }
  - { name: 余额, to: family_balc, as: yuan, unit: ${unit} }`);
    const [record] = read(layout, "王明", "1", cell);
    expect([record?.amount("family_balc"), record?.codes]).toEqual([value, []]);
  });
});

describe("one line with several records", () => {
  const layout = listOf(`
  - { name: 户号, to: household_no, as: text, also: [{ to: legacy_id, as: text, join: "" }] }
  - { name: 户主, to: psn_name, as: name, group: 户主, required: true }
  - { value: "01", to: legacy_id, as: text, join: "-", group: 户主 }
  - { value: "02", to: head_relation, as: text, group: 户主 }
  - { name: 成员, to: psn_name, as: name, group: 成员, required: true }
  - { value: "02", to: legacy_id, as: text, join: "-", group: 成员 }
  - { name: 住院, to: hifp_pay, as: yuan, group: 成员 }
  - { value: "1", to: gend, as: text }`);

  test("each has what all share, what is its own, and its place in the line", () => {
    const records = read(layout, "7", "王明", "王小明", "5");
    expect(records.map((one) => [one.part, one.text("psn_name"), one.text("legacy_id")])).toEqual([
      [1, "王明", "7-01"],
      [2, "王小明", "7-02"],
    ]);
    expect(records.map((one) => one.text("head_relation"))).toEqual(["02", ""]);
    expect(records.map((one) => one.amount("hifp_pay"))).toEqual(["0.00", "5.00"]);
  });

  test("a group in which nothing stands makes none, and neither does an amount of 0", () => {
    const records = read(layout, "7", "王明", "", "0.00");
    expect(records.map((one) => one.part)).toEqual([1]);
  });

  test("a group with something in it lacks what it must have", () => {
    const told = read(layout, "7", "", "", "5").map((one) => one.told);
    expect(told).toEqual([["a.csv:9/2 [成员]"]]);
  });

  test("a line in which no group holds anything is one row that is set aside", () => {
    const records = read(layout, "7", "", "", "");
    expect(records.map(({ part, codes }) => [part, codes])).toEqual([[0, ["row-without-record"]]]);
  });

  test("damage is told of the record that it is in; in a shared column of all", () => {
    const own = read(layout, "7", "王明", "王\ufffd", "");
    expect(own.map((one) => one.codes)).toEqual([[], ["character-cut 成员"]]);
    const shared = read(layout, "\ufffd", "王明", "王小明", "");
    expect(shared.map((one) => one.codes)).toEqual([
      ["character-cut 户号"],
      ["character-cut 户号"],
    ]);
  });
});
