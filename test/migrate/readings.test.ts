import { describe, expect, test } from "vitest";
import { exactText } from "../../src/domain/money.js";
import type { MappedColumn, Reading } from "../../src/migrate/column.js";
import { readDivisions } from "../../src/migrate/divisions.js";
import { readingOf } from "../../src/migrate/readings.js";
import type { ProblemCode } from "../../src/text/problems.js";

const crosswalks = new Map([
  [
    "ncms/gend",
    new Map([
      ["男", "1"],
      ["2", "2"],
      ["", "0"],
    ]),
  ],
]);

const plainColumn: Omit<MappedColumn, "reading"> = {
  index: 0,
  name: "列",
  target: "field",
  table: "ncms/gend",
  isRequired: false,
  role: "first",
  separator: "",
  usual: "",
  unit: "yuan",
  group: "",
};

/** What a cell of a column with this reading comes to. */
function read(reading: Reading, raw: string, table = "ncms/gend") {
  const column = { ...plainColumn, reading, table };
  const { text, amount, problem } = readingOf(column, { crosswalks })(raw);
  return {
    value: amount === undefined ? text : exactText(amount),
    code: problem?.code,
    found: problem?.values["found"],
  };
}

describe("a cell that reads", () => {
  test.each<[Reading, string, string]>([
    ["text", " Ｈ１ ", "H1"],
    ["phone", "0475-8218 000", "04758218000"],
    ["name", "王　明", "王明"],
    ["certno", "１５９９２１１９５００１０１９９５６", "159921195001019956"],
    ["day", "2017.1.5", "2017-01-05"],
    ["day", "", ""],
    ["month", "2017-01", "2017-01"],
    ["ratio", "0.85", "0.85"],
    ["flag", "是", "1"],
    ["flag", "", ""],
    ["yuan", "458.4400", "458.44"],
    ["yuan", "458.4412", "458.4412"], // four places are kept: amount and residual
    ["yuan", "１２．５０", "12.50"],
    ["yuan", "1,234.50", "1234.50"],
    ["yuan", "-3.20", "-3.20"],
    ["yuan", "", "0.00"],
    ["yuan", "无", "0.00"],
    ["code", "男", "1"],
    ["code", "２", "2"],
    ["code", "", "0"], // a crosswalk may say what an empty cell means
  ])("%s %j is %j", (reading, raw, value) => {
    expect(read(reading, raw)).toEqual({ value, code: undefined, found: undefined });
  });
});

describe("a cell that does not", () => {
  test.each<[Reading, string, string, string]>([
    ["name", "马武?", "name-question-mark", "马武?"],
    ["day", "2017-02-30", "date-unreadable", "2017-02-30"],
    ["month", "201701", "date-unreadable", "201701"],
    ["ratio", "85%", "amount-unreadable", "85%"],
    ["flag", "对", "code-unknown", "对"],
    ["yuan", "一百", "amount-unreadable", "一百"],
    ["yuan", "1.2.3", "amount-unreadable", "1.2.3"],
    ["yuan", "1234,50", "amount-unreadable", "1234,50"], // a decimal comma is no thousands sign
    ["code", "3", "code-unknown", "3"],
    ["certno", "无", "certno-missing", "无"],
    ["certno", "159921195001019957", "certno-check-digit", "159921195001019957"],
    ["certno", "159921500101996", "certno-bad-date", "159921500101996"],
    ["certno", "1.59921E+17", "certno-excel-rounded", "1.59921E+17"],
    ["certno", "12345", "certno-not-an-id", "12345"],
  ])("%s %j: %s", (reading, raw, code, found) => {
    const cell = read(reading, raw);
    expect(cell).toMatchObject({ code, found });
    expect(["", "0.00", raw]).toContain(cell.value);
  });

  test("a number of fifteen digits is completed, and the repair told with both numbers", () => {
    const cell = read("certno", "159921500101995");
    expect(cell).toMatchObject({ value: "159921195001019956", code: "certno-upgraded" });
  });

  test("a code of a table that is not there is unknown", () => {
    expect(read("code", "男", "ncms/nowhere")).toMatchObject({ code: "code-unknown" });
  });
});

describe("a repair that the mapping switches off", () => {
  const list = readDivisions("divisions.csv", [
    ["code", "name", "from", "to", "successor", "note"],
    ["320323", "铜山县", "", "2010", "320312", ""],
  ]);

  test.each<[Reading, string, ProblemCode, string, ProblemCode, string]>([
    ["certno", "159921500101995", "certno-upgraded", "159921195001019956", "certno-15-digits", ""],
    ["name", "张三丰先生", "name-title-removed", "张三丰", "name-description", "张三丰先生"],
    ["division", "320323", "division-abolished", "320312", "division-unknown", ""],
  ])("%s %s: %s", (reading, raw, repair, repaired, left, text) => {
    const column = { ...plainColumn, reading };
    const read = (off: readonly ProblemCode[]) =>
      readingOf(column, { crosswalks, divisions: list.divisions, unrepaired: new Set(off) })(raw);
    expect(read([])).toMatchObject({ text: repaired, problem: { code: repair } });
    expect(read([repair])).toMatchObject({ text, problem: { code: left } });
  });
});
