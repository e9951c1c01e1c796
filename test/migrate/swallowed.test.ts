import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, encode } from "../../src/io/gb18030.js";
import { ruinedText } from "../../src/io/ruined.js";
import { parseLayout } from "../../src/migrate/layout.js";
import { rowMapper } from "../../src/migrate/map.js";
import { holds } from "../seeded.js";
import { documentOf } from "./document.js";

const yaml = (delimiter: string, repairs = "") => `title: 名单
source: ncms
record: person
format: { delimiter: "${delimiter}", header: false }
encoding: gb18030
${repairs}
constants: { insuplc_admdvs: "159921" }
columns:
  - { name: 编码, to: legacy_id, as: text, required: true }
  - { name: 姓名, to: psn_name, as: name, required: true }
  - { name: 村, unused: 村 }
  - { name: 性别, to: gend, as: code, table: gend, required: true }
  - { name: 出生, to: brdy, as: day }
  - { name: 余额, to: family_balc, as: yuan }
`;
const crosswalks = new Map([["gend", new Map([["男", "1"]])]]);

function mapperOf(delimiter: string, repairs?: string) {
  const { layout, problems } = parseLayout("p", "p.yaml", documentOf(yaml(delimiter, repairs)));
  expect(problems).toEqual([]);
  return rowMapper(layout, "p.txt", crosswalks, ruinedText);
}

/** The row of a line in which `~` stands for the first byte of 张, D5. */
function rowOf(line: string, delimiter: string) {
  const parts = line.split("~").map((part) => encode(part));
  const bytes = parts.flatMap((part, at) => (at === 0 ? [part] : [Buffer.from([0xd5]), part]));
  const text = decode(Buffer.concat(bytes));
  return { line: 1, text, fields: text.split(delimiter) };
}

describe("half a character before a delimiter", () => {
  const read = (line: string, delimiter = "|", repairs?: string) => {
    const [mapped] = mapperOf(delimiter, repairs)(rowOf(line, delimiter.replace("\\\\", "\\")));
    const codes = mapped?.problems.map(({ code, place }) => `${code} ${place.field ?? ""}`.trim());
    return { codes, gend: mapped?.text("gend"), brdy: mapped?.text("brdy") };
  };
  const whole = { gend: "1", brdy: "2001-02-03" };
  const restored = ["delimiter-swallowed 姓名", "character-cut 姓名"];
  const unusedRestored = ["delimiter-swallowed 村", "unused-damaged 村"];

  test.each([
    ["the only place", "1|王~|东村|男|20010203|2.50", restored],
    ["before \\", "1\\王~\\东村\\男\\20010203\\2.50", restored, "\\\\"],
    ["of a longer delimiter", "1|@|王~|@|东村|@|男|@|20010203|@|2.50", restored, "|@|"],
    ["beside a sound 珅 elsewhere", "1|王珅明|东村~|男|20010203|2.50", unusedRestored],
    [
      "in a column that is not used",
      "1|王明|东村~|男|20010203|2.50",
      ["delimiter-swallowed 村", "unused-damaged 村"],
    ],
    [
      "twice",
      "1|王~|东村~|男|20010203|2.50",
      ["delimiter-swallowed 姓名", "character-cut 姓名", "unused-damaged 村"],
    ],
  ])("%s is restored, and the cells behind it are read", (_, line, codes, delimiter = "|") => {
    expect(read(line, delimiter)).toEqual({ codes, ...whole });
  });

  test.each([
    ["a cell too few", "1|王明|男|20010203|2.50", ["row-field-count"]],
    ["a last cell too few beside a sound 珅", "1|王珅|东村|男|20010203", ["row-field-count"]],
    ["a cell too many", "1|王明|东|村|男|20010203|2.50", ["row-field-count"]],
    ["a sound 珅 in the same cell", "1|王珅明~|东村|男|20010203|2.50", ["delimiter-lost"]],
    ["several places that all suit", "1|王珅明~|东珅村|男|20010203|2.50", ["delimiter-lost"]],
  ])("%s is set aside", (_, line, codes) => {
    expect(read(line).codes).toEqual(codes);
    expect(read(line).gend).toBe("");
  });

  test("is left alone where the mapping says so", () => {
    const off = "repairs: { delimiter-swallowed: off }";
    expect(read("1|王~|东村|男|20010203|2.50", "|", off).codes).toEqual(["row-field-count"]);
  });
});

test("no row is ever restored into another than it was", () => {
  const map = mapperOf("|");
  const character = fc
    .integer({ min: 0x4e00, max: 0x9fa5 })
    .map((code) => String.fromCharCode(code));
  const name = fc.array(fc.oneof(character, fc.constantFrom("珅", "東", "億")), {
    maxLength: 3,
    minLength: 1,
  });
  const given = fc.tuple(name, name, fc.boolean());
  holds(
    fc.property(given, ([one, two, isUnused]) => {
      const cells = [`1|${one.join("")}`, `${two.join("")}`, "男|20010203|2.50"];
      const line = isUnused
        ? `${cells[0]}|${cells[1]}~|${cells[2]}`
        : `${cells[0]}~|${cells[1]}|${cells[2]}`;
      const [mapped] = map(rowOf(line, "|"));
      const codes = mapped?.problems.map((problem) => problem.code) ?? [];
      if (codes.includes("delimiter-swallowed")) {
        expect([mapped?.text("gend"), mapped?.text("brdy")]).toEqual(["1", "2001-02-03"]);
        const name = isUnused ? one.join("") : `${one.join("")}\ufffd`;
        expect(mapped?.text("psn_name")).toBe(name);
      } else expect(codes).toContain("delimiter-lost");
    }),
    2_000,
  );
});
