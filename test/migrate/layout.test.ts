import { describe, expect, test } from "vitest";
import { parseLayout } from "../../src/migrate/layout.js";
import { documentOf, shown } from "./document.js";

const sound = `title: 扣款表
source: bureau
record: deduction
format: { delimiter: ",", quote: '"', header: true }
encoding: utf-8
constants: { memo: 审核 }
columns:
  - { name: 机构, to: fixmedins_code, as: text, required: true }
  - { name: 月份, to: month, as: month }
  - { name: 原因, to: reason, as: code, table: bureau/reason }
  - { name: 金额, to: ded_amt, as: yuan, sum: true }
  - { name: 追加, to: ded_amt, as: yuan, sum: true }
  - { name: 备用, unused: 空列 }
`;

function parsed(yaml: string) {
  return parseLayout("deductions", "mappings/legacy/deductions.yaml", documentOf(yaml));
}

/** The sound layout with a piece of its text replaced. */
function changed(from: string, to: string): readonly string[] {
  expect(sound).toContain(from);
  return shown(parsed(sound.replace(from, to)).problems);
}

describe("a sound layout", () => {
  const { layout, problems } = parsed(sound);

  test("has no problems, and keeps every column by its place", () => {
    expect(problems).toEqual([]);
    expect(layout).toMatchObject({
      name: "deductions",
      source: "bureau",
      record: "deduction",
      format: {
        kind: "delimited",
        encoding: "utf-8",
        delimiter: ",",
        quote: '"',
        headerRows: 1,
        summary: "",
      },
      constants: { memo: "审核" },
      columnNames: ["机构", "月份", "原因", "金额", "追加", "备用"],
    });
    expect(layout.columns.map(({ index, target }) => [index, target])).toEqual([
      [0, "fixmedins_code"],
      [1, "month"],
      [2, "reason"],
      [3, "ded_amt"],
      [4, "ded_amt"],
    ]);
    expect(layout.columns[0]).toMatchObject({ isRequired: true, role: "first", table: "" });
    expect(layout.columns[3]).toMatchObject({ isRequired: false, role: "sum", reading: "yuan" });
  });
});

describe("a layout is refused, with the line, for", () => {
  test.each<[string, string, string, string]>([
    ["an unknown key", "source: bureau", "sorce: bureau", "key-unknown:2 sorce"],
    ["an unknown key of a column", "as: month", "as: month, size: 6", "key-unknown:9 size"],
    ["an unused column that maps too", "unused: 空列", "unused: 空, to: memo", "key-unknown:13 to"],
    [
      "a record that is none",
      "record: deduction",
      "record: deductions",
      "value-unfit:3 deductions",
    ],
    ["an encoding that is none", "utf-8", "gbk", "value-unfit:5 gbk"],
    ["a reading that is none", "as: month", "as: date", "value-unfit:9 date"],
    ["an empty delimiter", 'delimiter: ","', 'delimiter: ""', 'value-unfit:4 ""'],
    ["a header neither true nor false", "header: true", "header: ja", "value-unfit:4 ja"],
    ["a code without a table", ", table: bureau/reason", "", "key-missing:10 table"],
    ["an unknown target", "to: month", "to: monat", "target-unknown:9 monat"],
    ["an unknown constant", "{ memo: 审核 }", "{ note: 审核 }", "target-unknown:6 note"],
    [
      "a field filled twice",
      "to: month, as: month",
      "to: reason, as: text",
      "target-repeated:10 reason",
    ],
    [
      "a column against a constant",
      "to: month, as: month",
      "to: memo, as: text",
      "target-repeated:9 memo",
    ],
    [
      "a sum of which one is no sum",
      "yuan, sum: true }\n  - { name: 备",
      "yuan }\n  - { name: 备",
      "target-repeated:12 ded_amt",
    ],
    [
      "a required field without a column",
      "to: month, as: month",
      "unused: 无",
      "target-missing:1 month",
    ],
  ])("%s", (_, from, to, problem) => {
    expect(changed(from, to)).toContain(problem);
  });

  test("everything at once: every problem is told", () => {
    const yaml =
      "title: x\nrecord: claim\nformat: { delimiter: ',' }\nencoding: big5\ncolumns: none\n";
    expect(shown(parsed(yaml).problems)).toEqual(
      expect.arrayContaining([
        "key-missing:1 source",
        "key-missing:3 header",
        "value-unfit:4 big5",
        "value-unfit:5 none",
        "target-missing:1 medins_setl_id",
      ]),
    );
  });
});

test("a line with a person and an enrolment asks for the fields of both", () => {
  const yaml = sound.replace("record: deduction", "record: person-enrolment");
  const missing = shown(parsed(yaml).problems).filter((one) => one.startsWith("target-missing"));
  expect(missing).toContain("target-missing:1 psn_name");
  expect(missing).toContain("target-missing:1 psn_insu_stas");
});
