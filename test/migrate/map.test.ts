import assert from "node:assert";
import { describe, expect, test } from "vitest";
import { exactText, nothingRead } from "../../src/domain/money.js";
import { ruinedText } from "../../src/io/ruined.js";
import { parseLayout } from "../../src/migrate/layout.js";
import { rowMapper } from "../../src/migrate/map.js";
import { documentOf } from "./document.js";

const { layout } = parseLayout(
  "members",
  "members.yaml",
  documentOf(`title: 名单
source: ncms
record: person
format: { delimiter: ",", header: true }
encoding: gb18030
constants: { insuplc_admdvs: "159921" }
columns:
  - { name: 编码, to: legacy_id, as: text, required: true }
  - { name: 姓名, to: psn_name, as: name, required: true }
  - { name: 性别, to: gend, as: code, table: gend, required: true }
  - { name: 出生, to: brdy, as: day }
  - { name: 住院, to: hifp_pay, as: yuan, sum: true }
  - { name: 门诊, to: hifp_pay, as: yuan, sum: true }
  - { name: 备注, unused: 备注 }
`),
);
const crosswalks = new Map([["gend", new Map([["男", "1"]])]]);
const map = rowMapper(layout, "members.csv", crosswalks, ruinedText);

/** A row of the file; its text is its fields, as they were cut. */
function row(...fields: readonly string[]) {
  const [mapped, ...others] = map({ line: 7, text: fields.join(","), fields });
  assert(mapped !== undefined && others.length === 0);
  return mapped;
}

function textsOf(mapped: ReturnType<typeof row>): readonly string[] {
  return ["insuplc_admdvs", "legacy_id", "psn_name", "gend", "brdy"].map((field) =>
    mapped.text(field),
  );
}

function codes(problems: ReturnType<typeof row>["problems"]): readonly string[] {
  return problems.map(({ code, place }) => `${code} ${place.field ?? ""}`.trim());
}

describe("a row as national fields", () => {
  test("has its constants, its text, and its amounts added up with their residuals", () => {
    const mapped = row("A1", "王　明", "男", "2001.2.3", "10.0049", "0.5", "");
    expect(mapped.problems).toEqual([]);
    expect(textsOf(mapped)).toEqual(["159921", "A1", "王明", "1", "2001-02-03"]);
    expect(exactText(mapped.amount("hifp_pay"))).toBe("10.5049");
    expect([mapped.has("brdy"), mapped.has("tel"), mapped.text("tel")]).toEqual([true, false, ""]);
  });

  test("tells everything that is wrong with it, each at its column", () => {
    const mapped = row("", "马武?", "3", "2001-13-01", "x", "", "王\ufffd");
    expect(codes(mapped.problems)).toEqual([
      "unused-damaged 备注", // a column that nobody reads
      "field-missing 编码",
      "name-question-mark 姓名",
      "code-unknown 性别",
      "date-unreadable 出生",
      "amount-unreadable 住院",
    ]);
    expect(mapped.problems.every(({ place }) => place.file === "members.csv")).toBe(true);
    expect(mapped.problems.every(({ place }) => place.line === 7)).toBe(true);
  });

  test.each([
    ["one field short: a lost delimiter", 6],
    ["one field too many", 8],
    ["empty", 0],
  ])("with %s is not read at all", (_, count) => {
    const mapped = row(...Array.from({ length: count }, () => "x"));
    expect(codes(mapped.problems)).toEqual(["row-field-count"]);
    expect(mapped.problems[0]?.values).toEqual({ found: count, expected: 7 });
    expect(textsOf(mapped)).toEqual(["159921", "", "", "", ""]);
    expect(mapped.amount("hifp_pay")).toEqual(nothingRead);
  });

  test("does not lend its fields to the next row", () => {
    const first = row("A1", "王明", "男", "2001-02-03", "1", "1", "");
    const second = row("A2", "李红", "男", "", "", "", "");
    expect(second.text("brdy")).toBe("");
    expect(exactText(second.amount("hifp_pay"))).toBe("0.00");
    expect(first.text("legacy_id")).toBe("A1");
  });

  test("takes a private-use twin as its real character, and says so", () => {
    const mapped = row("A1", "刘\ue863", "男", "", "", "", "");
    expect(mapped.text("psn_name")).toBe("刘䶮");
    expect(codes(mapped.problems)).toEqual(["character-twin-mapped 姓名"]);
  });
});
