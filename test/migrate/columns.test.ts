import { describe, expect, test } from "vitest";
import { parseLayout } from "../../src/migrate/layout.js";
import { documentOf, shown } from "./document.js";

/** A layout of deductions with these columns; every required field has a source but for theirs. */
function parsed(columns: string, format = '{ delimiter: ",", header: false }') {
  const yaml = `title: 扣款
source: bureau
record: deduction
format: ${format}
encoding: utf-8
columns:
${columns.replace(/^\n/, "").trimEnd()}
`;
  return parseLayout("deductions", "deductions.yaml", documentOf(yaml));
}

const rest = `
  - { value: "2017-01", to: month, as: month }
  - { value: A, to: reason, as: text }
  - { value: "1", to: ded_amt, as: yuan }`;

/** Where the columns of a sound layout stand: name@index→field. */
function places(columns: string, format?: string): readonly string[] {
  const { layout, problems } = parsed(columns + rest, format);
  expect(shown(problems)).toEqual([]);
  return layout.columns
    .filter(({ index }) => index !== -1)
    .map(({ name, index, target }) => `${name}@${index}→${target}`);
}

describe("columns stand", () => {
  test("in the order in which they are written", () => {
    const columns = "  - { name: 甲, unused: 无 }\n  - { name: 乙, to: fixmedins_code, as: text }";
    expect(places(columns)).toEqual(["乙@1→fixmedins_code"]);
  });

  test("at the position that each says, in any order of writing, several unused at once", () => {
    const columns = `
  - { name: 乙, position: 4, to: fixmedins_code, as: text }
  - { position: 1-3, unused: 旧系统内码 }
  - { position: 5, to: memo, as: text }`;
    expect(places(columns)).toEqual(["乙@3→fixmedins_code", "#5@4→memo"]);
    expect(parsed(columns).layout.columnNames).toEqual(["", "", "", "乙", ""]);
  });

  test("in bytes from 1, both ends included", () => {
    const columns = `
  - { name: 机构, bytes: 1-12, to: fixmedins_code, as: text }
  - { bytes: 13, unused: 空格 }
  - { name: 备注, bytes: 14-40, to: memo, as: text }`;
    expect(places(columns, "{ kind: fixed }")).toEqual(["机构@0→fixmedins_code", "备注@2→memo"]);
    const { layout } = parsed(columns + rest, "{ kind: fixed }");
    expect(layout.format).toMatchObject({
      ranges: [
        { start: 0, length: 12 },
        { start: 12, length: 1 },
        { start: 13, length: 27 },
      ],
    });
  });

  test("under a name that stands twice: messages tell the second with its place", () => {
    const columns = `
  - { name: 机构, to: fixmedins_code, as: text }
  - { name: "", unused: 空表头 }
  - { name: 机构, to: memo, as: text }`;
    expect(parsed(columns).layout.columnLabels).toEqual(["机构", "#2", "机构#3"]);
    expect(parsed(columns).layout.columnNames).toEqual(["机构", "", "机构"]);
  });
});

const sound = "  - { name: 甲, to: fixmedins_code, as: text }\n";

describe("columns are refused, with the line, for", () => {
  test.each<[string, string, string, string?]>([
    ["a gap", "  - { position: 2, to: fixmedins_code, as: text }", "columns-gap:7 1"],
    [
      "a position twice",
      "  - { position: 1, unused: a }\n  - { position: 1, unused: b }",
      "columns-overlap:8 1",
    ],
    [
      "a position beside a name only",
      `${sound}  - { position: 2, unused: b }`,
      "value-unfit:7 name: …",
    ],
    ["a position that is none", "  - { position: 0, unused: b }", "value-unfit:7 0"],
    [
      "several positions in one field",
      "  - { position: 1-2, to: memo, as: text }",
      "value-unfit:7 1-2",
    ],
    ["neither name nor place", "  - { unused: b }", "key-missing:7 name"],
    ["bytes in delimited text", "  - { bytes: 1-2, unused: b }", "value-unfit:7 bytes: 1-18"],
    ["fixed width without bytes", sound, "value-unfit:7 name: …", "{ kind: fixed }"],
    [
      "bytes that overlap",
      "  - { bytes: 1-5, unused: a }\n  - { bytes: 4-9, unused: b }",
      "columns-overlap:8 4-5",
      "{ kind: fixed }",
    ],
    [
      "bytes of nobody",
      "  - { bytes: 1-5, unused: a }\n  - { bytes: 9-10, unused: b }",
      "columns-gap:8 6-8",
      "{ kind: fixed }",
    ],
    [
      "a place and any order",
      "  - { position: 1, unused: b }",
      "value-unfit:7 position: 3",
      '{ delimiter: ",", header: any-order }',
    ],
    ["a sum of texts", "  - { name: 甲, to: memo, as: text, sum: true }", "value-unfit:7 sum: …"],
    [
      "joined amounts",
      '  - { name: 甲, to: ded_amt, as: yuan, join: "-" }',
      "value-unfit:7 join: …",
    ],
    [
      "a unit of a text",
      "  - { name: 甲, to: memo, as: text, unit: fen }",
      "value-unfit:7 unit: …",
    ],
    [
      "a unit that is none",
      "  - { name: 甲, to: ded_amt, as: yuan, unit: 角 }",
      "value-unfit:7 角",
    ],
    [
      "a style without a year",
      "  - { name: 甲, to: month, as: day, format: MMdd }",
      "value-unfit:7 MMdd",
    ],
    [
      "two digits of a year",
      "  - { name: 甲, to: month, as: day, format: yyMMdd }",
      "value-unfit:7 yyMMdd",
    ],
    [
      "a first year for nothing",
      "  - { name: 甲, to: month, as: day, since: 1925 }",
      "key-missing:7 format",
    ],
    ["a part that is none", "  - { name: 甲, to: memo, as: text, take: 5-2 }", "value-unfit:7 5-2"],
    [
      "a check that is none",
      "  - { name: 甲, to: memo, as: text, check: like }",
      "value-unfit:7 like",
    ],
    [
      "a fallback of nothing",
      "  - { name: 甲, to: memo, as: text, fallback: true }",
      "value-unfit:7 fallback",
    ],
    [
      "a check of nothing",
      "  - { name: 甲, to: memo, as: text, check: same }",
      "value-unfit:7 check",
    ],
    [
      "two roles at once",
      '  - { name: 甲, to: memo, as: text, join: "-", fallback: true }',
      "value-unfit:7 join + fallback",
    ],
    [
      "one field twice in one column",
      "  - { name: 甲, to: [memo, memo], as: text }",
      "target-repeated:7 memo",
    ],
    [
      "a list that joins with one that does not",
      '  - { name: 甲, to: memo, as: text }\n  - { name: 乙, to: memo, as: text, join: "-" }',
      "target-repeated:8 memo",
    ],
    [
      "an unknown key of a further field",
      "  - { name: 甲, to: memo, as: text, also: [{ to: reason, as: text, name: 乙 }] }",
      "key-unknown:7 name",
    ],
    [
      "an amount of every record of the line",
      "  - { name: 甲, to: ded_amt, as: yuan }\n  - { name: 乙, to: memo, as: text, group: 乙 }",
      "amount-shared:7 甲",
    ],
    [
      "a record of the line without a required field",
      "  - { name: 乙, to: memo, as: text, group: 乙 }",
      "target-missing:1 fixmedins_code",
    ],
  ])("%s", (_, columns, problem, format) => {
    expect(shown(parsed(columns, format).problems)).toContain(problem);
  });

  test("what records share is told once, not once a record", () => {
    const columns = `
  - { name: 甲, to: [fixmedins_code, month, reason, memo, memo], as: text }
  - { name: 乙, to: ded_amt, as: yuan, group: 乙 }
  - { name: 丙, to: ded_amt, as: yuan, group: 丙 }`;
    expect(shown(parsed(columns).problems)).toEqual(["target-repeated:7 memo"]);
  });
});
