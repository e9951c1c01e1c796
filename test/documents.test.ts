import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Problem } from "../src/domain/problem.js";
import { listFiles, packageRoot } from "../src/io/files.js";
import { decode } from "../src/io/gb18030.js";
import { readDocument } from "../src/io/yaml.js";
import { readAgreements } from "../src/jobs/agreements.js";
import { readLaw } from "../src/jobs/law.js";
import { readMappings } from "../src/jobs/mappings.js";
import { readRegions } from "../src/jobs/regions.js";
import { recordTargets } from "../src/migrate/targets.js";
import { assumedValues } from "../src/policy/dated.js";
import { statuses } from "../src/policy/pack.js";

const root = packageRoot();
const mappings = join(root, "mappings");
const regions = [...(await readRegions(mappings)).names.keys()];

interface Term {
  readonly zh: string;
  readonly en: string;
  readonly aliases?: readonly string[];
}

describe("the glossary of fields", () => {
  const terms = new Map(Object.entries(parse(textOf("mappings/fields.yaml")).fields as Glossary));
  type Glossary = Readonly<Record<string, Term>>;

  test.each(["src/domain/records.ts", "src/domain/intake.ts", "src/domain/visits.ts"])(
    "has the terms of %s",
    (file) => {
      const fields = [...textOf(file).matchAll(/\/\*\* ([^*\n]*) \*\/ readonly (\w+):/g)];
      const chinese = fields.filter(([, comment = ""]) => /[一-鿿]/.test(comment));
      expect(chinese.length).toBeGreaterThan(8);
      for (const [, comment = "", field = ""] of chinese) {
        const term = terms.get(nationalName(field));
        const words = [term?.zh, ...(term?.aliases ?? [])];
        expect([field, words]).toEqual([field, expect.arrayContaining([comment.split(", ")[0]])]);
      }
    },
  );

  test("has every field that a layout can fill", () => {
    const targets = Object.values(recordTargets).flatMap(({ required, optional }) => [
      ...required,
      ...optional,
    ]);
    expect(targets.filter((target) => !terms.has(target))).toEqual([]);
  });
});

describe("the shipped mappings", () => {
  test("every layout and every crosswalk that it uses can be read", async () => {
    const all = await listFiles(join(mappings, "legacy"));
    const files = all.filter((file) => file.endsWith(".yaml"));
    const names = files.map((file) => file.replace(/\.yaml$/, ""));
    const read = await readMappings(mappings, names);
    expect(read.problems).toEqual([]);
    expect(read.layouts.size).toBe(files.length);
    for (const { title, columns } of read.layouts.values()) {
      expect(title).not.toBe("");
      for (const { table } of columns)
        expect(table === "" || read.crosswalks.has(table)).toBe(true);
    }
  });

  test("every other file of theirs is sound YAML", async () => {
    const files = (await listFiles(mappings)).filter((file) => file.endsWith(".yaml"));
    const problems: Problem[] = [];
    for (const file of files) problems.push(...(await readDocument(join(mappings, file))).problems);
    expect(problems).toEqual([]);
  });
});

describe.each(regions)("the law of %s", (region) => {
  test("is complete, and every value says where it was read and can be trusted", async () => {
    const { pack } = await readLaw({ mappings, region });
    for (const { key, cite, status, label } of pack.values) {
      expect([key, cite.trim() !== "", label !== ""]).toEqual([key, true, true]);
      expect(statuses).toContain(status);
    }
  });

  // An assumed value names no document in which it was read: nobody read it anywhere.
  test("cites no document for a value that is only assumed", async () => {
    const { pack } = await readLaw({ mappings, region });
    const cites = assumedValues(pack).map((one) => one.cite);
    expect(cites.filter((cite) => /^[^,。;]*〔\d{4}〕\s*\d+\s*号/.test(cite))).toEqual([]);
  });

  test("has sound agreements, where there are any", async () => {
    const workspace = { root, region, mappings, database: "", output: "", operator: "" };
    const nothing = { registers: { agreementFiles: async () => [] } };
    const store = nothing as unknown as Parameters<typeof readAgreements>[0];
    const lang = "zh" as const;
    const read = await readAgreements(store, { ...workspace, lang, hasSecondPerson: true });
    expect(read.agreements.every((one) => one.cite !== "")).toBe(true);
  });
});

// The administrative code 1599 was never issued, so no number of a sample can be a person's.
describe("the samples are synthetic", () => {
  const county = join(root, "samples/county");
  const certno = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/g;

  test("every identity number has an area code that was never issued", async () => {
    const texts = (await listFiles(county)).map((file) => decode(readFileSync(join(county, file))));
    const numbers = texts.flatMap((text) => text.match(certno) ?? []);
    expect(numbers.length).toBeGreaterThan(1000);
    expect(numbers.filter((number) => !number.startsWith("1599"))).toEqual([]);
  });

  test("their title says so", () => {
    expect(textOf("samples/county/delivery.yaml")).toContain("人造数据");
  });
});

describe("the README", () => {
  const readme = existsSync(join(root, "README.md")) ? textOf("README.md") : "";

  test("shows every command", async () => {
    const files = (await listFiles(join(root, "commands"))).filter((file) => file.endsWith(".ts"));
    const names = files.map((file) => file.replace(/\.ts$/, "").replaceAll("/", " "));
    expect(names.length).toBeGreaterThan(10);
    const isShown = (name: string): boolean =>
      readme.includes(`liutong ${name}`) || readme.includes(`\`${name}\``);
    expect(names.filter((name) => !isShown(name))).toEqual([]);
  });

  test("says what every optional column of claims, catalogue and hospitals is for", () => {
    const layouts = ["claims", "catalogue-codes", "institution-codes"];
    const lines = layouts.flatMap((name) => textOf(`mappings/legacy/${name}.yaml`).split("\n"));
    const optional = lines.filter((line) => line.includes("optional: true"));
    const names = optional.map((line) => /name: (\w+)/.exec(line)?.[1] ?? line);
    expect(names.length).toBeGreaterThan(10);
    const rows = readme.split("\n").filter((line) => line.startsWith("| "));
    expect(names.filter((name) => !rows.some((row) => row.includes(`\`${name}\``)))).toEqual([]);
  });

  test("gives a reason for every package", () => {
    const { dependencies } = JSON.parse(textOf("package.json"));
    const lines = readme.split("\n");
    const reasoned = (name: string): boolean =>
      lines.some((line) => line.includes(`\`${name}\``) && line.length > name.length + 20);
    expect(Object.keys(dependencies).filter((name) => !reasoned(name))).toEqual([]);
  });
});

function textOf(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** The name of the interface: `hifpPay` is `hifp_pay`. */
function nationalName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
