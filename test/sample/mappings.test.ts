import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { DelimitedFormat } from "../../src/domain/format.js";
import { listFiles, packageRoot } from "../../src/io/files.js";
import { readTable } from "../../src/io/table.js";
import { recordTargets } from "../../src/migrate/targets.js";
import { type SampleFile, sampleFiles } from "../../src/sample/files.js";
import { counties, townshipsOf } from "../../src/sample/places.js";
import { crosswalkIn, layoutOf, mappings } from "./delivery.js";

const files = Object.values<SampleFile>(sampleFiles);
const tables = (await listFiles(join(mappings, "codes"))).filter(
  (name) => name.endsWith(".csv") && name !== "gb/divisions.csv",
);

describe("every layout of the sample", () => {
  test.each(files)("$layout reads without problems and names the columns", async (file) => {
    const layout = await layoutOf(file.layout);
    const format = layout.format as DelimitedFormat;
    expect(format.encoding).toBe(file.encoding);
    expect(format.headerRows).toBe(file.header === "" ? 0 : 1);
    const header = file.header.replace("\ufeff", "");
    // Columns that a file may lack come last; the sample lacks them.
    const needed = layout.columnNames.filter((_, at) => !layout.optional.has(at));
    if (header !== "") expect(needed.join(format.delimiter)).toBe(header);
    for (const { table } of layout.columns) if (table !== "") await crosswalkIn(table);
  });
});

describe("every crosswalk", () => {
  test.each(tables)("%s has each old code once, and the evidence for its row", async (name) => {
    const [, ...rows] = (await readTable(join(mappings, "codes", name))).rows;
    const codes = rows.map(([oldCode]) => oldCode);
    expect(codes).toEqual([...new Set(codes)]);
    for (const row of rows) {
      expect(row.length).toBe(4);
      expect(row[1]).not.toBe("");
      expect(row[3]).toMatch(/\[C\]|\[M\]|人造|本系统/);
    }
  });
});

// Codes that mean something else in the old set than in the national one (standards.md 1.9, 2.2).
describe("the traps of the old code sets", () => {
  test.each([
    ["urbmi/AAE140", "390", "391"], // 城镇居民, nationally 城乡居民
    ["bureau/AAE140", "390", "391"],
    ["bureau/AAE140", "380", "380"],
    ["urbmi/AKA130", "14", "41"], // 药店购药, nationally 门诊慢特病
    ["urbmi/AKA130", "19", "11"], // 居民普通门诊, nationally 意外伤害门诊
    ["urbmi/AAB301", "611001", "611002"], // 商州区 in the agencies' list, nationally 市辖区
    ["urbmi/AAC005", "1", "01"], // the leading zero is lost now and then
  ])("%s %s is %s", async (table, oldCode, national) => {
    expect((await crosswalkIn(table)).get(oldCode)).toBe(national);
  });
});

test("the townships of the sample lead to their counties", async () => {
  const crosswalk = await crosswalkIn("ncms/township");
  const expected = counties.flatMap((county) =>
    townshipsOf(county).map(({ code }) => [code, county.admdvs]),
  );
  expect([...crosswalk]).toEqual(expected);
});

interface Term {
  readonly zh: string;
  readonly en: string;
  readonly type: string;
  readonly unit?: string;
  readonly aliases?: readonly string[];
  readonly evidence: string;
}

const TYPES = "text code day month yuan ratio price quantity count flag".split(" ");

describe("the glossary", () => {
  const { fields } = parse(readFileSync(join(mappings, "fields.yaml"), "utf8")) as {
    fields: Readonly<Record<string, Term>>;
  };

  test("has every target of every record", () => {
    const targets = Object.values(recordTargets).flatMap((one) => [
      ...one.required,
      ...one.optional,
    ]);
    expect(targets.filter((target) => fields[target] === undefined)).toEqual([]);
  });

  test("has every field of the records, in the same Chinese", () => {
    const source = readFileSync(join(packageRoot(), "src/domain/records.ts"), "utf8");
    const found = [...source.matchAll(/(?:\/\*\* ([^*]*) \*\/ )?readonly (\w+):/g)];
    expect(found.length).toBeGreaterThan(60);
    for (const [, comment, field = ""] of found) {
      const name = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      const { zh = "", aliases = [] } = fields[name] ?? {};
      const [chinese = zh] = comment?.split(", ") ?? [];
      expect([name, [zh, ...aliases]]).toEqual([name, expect.arrayContaining([chinese])]);
      expect([name, zh]).not.toEqual([name, ""]);
    }
  });

  test("says of every field what it is, and of every amount its unit", () => {
    for (const [name, { zh, en, type, unit, evidence }] of Object.entries(fields)) {
      expect([name, zh !== "", en !== ""]).toEqual([name, true, true]);
      expect(TYPES).toContain(type);
      const isMoney = type === "yuan" || type === "price";
      expect([name, unit]).toEqual([name, isMoney ? "元" : undefined]);
      expect([name, evidence]).toEqual([name, expect.stringMatching(/^[CMH]( \d\.\d+)?$/)]);
    }
  });
});
