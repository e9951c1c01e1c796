import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DelimitedFormat } from "../../src/domain/format.js";
import { Refusal } from "../../src/domain/refusal.js";
import { packageRoot } from "../../src/io/files.js";
import { decode, encode } from "../../src/io/gb18030.js";
import { readDocument } from "../../src/io/yaml.js";
import { type InspectReport, inspectSource } from "../../src/jobs/inspect-source.js";
import { readMappings } from "../../src/jobs/mappings.js";
import { parseLayout } from "../../src/migrate/layout.js";
import { parseManifest } from "../../src/migrate/manifest.js";
import { testFile, testFolder } from "../io/folder.js";

const root = packageRoot();
const county = join(root, "samples/county");
const read = await readDocument(join(county, "delivery.yaml"));
if (read.document === undefined) throw new Error("the manifest of the sample cannot be read");
const { files } = parseManifest("delivery.yaml", read.document).manifest;
const names = files.map((file) => file.layout);
const { layouts } = await readMappings(join(root, "mappings"), names);

describe("every file of the sample county", () => {
  test.each(files.map((file) => [file.path, file] as const))("%s", async (path, file) => {
    const layout = layouts.get(file.layout);
    const bytes = readFileSync(join(county, path));
    const report = await reportOf(path);
    const format = layout?.format as DelimitedFormat;
    expect(report).toMatchObject({
      format: "delimited",
      encoding: bytes.some((byte) => byte >= 0x80) ? format.encoding : "ascii",
      delimiter: format.delimiter,
      header: format.headerRows === 1,
      rows: file.rows,
      unfit: [],
    });
    const delivered = layout?.columnNames.filter((_, index) => !layout.optional.has(index));
    const named = delivered?.map((name, index) =>
      format.headerRows === 1 ? name : `c${index + 1}`,
    );
    expect(report.columns.map(({ name }) => name)).toEqual(named);
    expect(report.columns.map(({ position }) => position)).toEqual(named?.map((_, at) => at + 1));
  });

  test("the proposed fields are those of the shipped layouts, where a header says so", async () => {
    for (const file of files) {
      const layout = layouts.get(file.layout);
      const { columns } = await reportOf(file.path);
      const sure = columns.filter(({ proposed }) => proposed?.confidence === "high");
      const shipped = new Map(layout?.columns.map((one) => [one.index + 1, one.target]));
      const told = sure.map(({ position, proposed }) => [file.path, position, proposed?.field]);
      expect(told).toEqual(
        sure.map(({ position }) => [file.path, position, shipped.get(position)]),
      );
      const format = layout?.format as DelimitedFormat;
      if (format.headerRows === 1) expect(sure.length).toBeGreaterThan(0);
    }
  });

  test("no name, number or address of a person is in what is reported", async () => {
    const report = JSON.stringify(await reportOf("ncms-members.csv"));
    const lines = decode(readFileSync(join(county, "ncms-members.csv")))
      .split(/\r?\n/)
      .slice(1, 200);
    expect(lines.length).toBe(199);
    const secrets = lines.flatMap((line) => {
      const [id = "", card = "", address = "", name = "", , , certno = ""] = line.split(",");
      return [id, card, address, certno, `"${name}"`].filter((text) => text.length > 3);
    });
    expect(secrets.filter((secret) => report.includes(secret))).toEqual([]);
  });

  test("the damage in it is found", async () => {
    const { columns } = await reportOf("ncms-members.csv");
    const findings = columns[3]?.findings.map(({ code, count }) => [code, count]);
    expect(new Map(findings as [string, number][])).toEqual(
      new Map([
        ...([
          ["character-twin-mapped", 4],
          ["text-garbled", 1],
          ["text-replaced", 1],
        ] as const),
        ...([
          ["character-cut", 1],
          ["character-private-use", 1],
        ] as const),
      ]),
    );
  });
});

describe("a draft of a mapping", () => {
  test.each(files.map((file) => file.path))(
    "of %s is a layout but for what it names",
    async (path) => {
      const target = join(testFolder(), "draft.yaml");
      const report = await inspect(join(county, path), target);
      expect(report.proposal).toBe(target);
      const { document, problems, text } = await readDocument(target);
      expect(problems).toEqual([]);
      if (document === undefined) return;
      const parsed = parseLayout("draft", "draft.yaml", document);
      const missing = parsed.problems.map(({ code, values }) => `${code} ${values["expected"]}`);
      const told = [...text.matchAll(/^# 还缺.*:(\w+) /gm)].map(([, field]) => field);
      expect(missing).toEqual(told.map((field) => `target-missing ${field}`));
    },
  );

  test("is never written over a file", async () => {
    const target = testFile("mine");
    const refused = inspect(join(county, "claims.csv"), target);
    await expect(refused).rejects.toMatchObject({ code: "file-exists" });
    expect(readFileSync(target, "utf8")).toBe("mine");
  });
});

describe("rows", () => {
  test("are counted as they were written, whatever parts the fields", async () => {
    const path = testFile("");
    const value = fc.constantFrom(
      "王五",
      "1599210001",
      "12.50",
      "2017-01-31",
      "H15992100001",
      "珅",
    );
    const rows = fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 3 }),
      );
    const delimiter = fc.constantFrom(",", "\t", "|", ";", "&", "^", "|@|", "||");
    const encoding = fc.constantFrom("utf-8", "gb18030");
    const end = fc.constantFrom("\n", "\r\n", "\r");
    const input = fc.tuple(rows, delimiter, encoding, end);
    await fc.assert(
      fc.asyncProperty(input, async ([given, mark, code, lineEnd]) => {
        const header = (given[0] ?? []).map((_, index) => `AAC${100 + index}`);
        const text = [header, ...given].map((row) => row.join(mark) + lineEnd).join("");
        writeFileSync(path, code === "utf-8" ? text : encode(text));
        const report = await inspect(path);
        expect([report.delimiter, report.header, report.rows]).toEqual([mark, true, given.length]);
        expect(report.columns.length).toBe(header.length);
        expect([code, "ascii"]).toContain(report.encoding);
      }),
      { seed: 20170101, numRuns: 100 },
    );
  });
});

describe("any bytes", () => {
  test("are reported or refused, and every column has every row that fits", async () => {
    const path = testFile("");
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom('"', ",", "\t", "\n", "\r\n", "珅|", "1599210001,")
        .map((text) => encode(text)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        writeFileSync(path, Buffer.concat(pieces));
        const report = await inspect(path).catch((error: unknown) => error);
        if (report instanceof Refusal) {
          expect(report.code).toBe("file-kind-unread");
          return;
        }
        const { columns, rows, unfit } = report as InspectReport;
        const outside = unfit.reduce((count, one) => count + one.count, 0);
        for (const { patterns } of columns) {
          const cells = patterns.reduce((count, one) => count + one.count, 0);
          expect(cells + outside).toBe(rows);
        }
      }),
      { seed: 20170101, numRuns: 300 },
    );
  });

  test("one endless line is one row that does not fit", async () => {
    const report = await inspect(testFile(`1,2,3\n${"x,".repeat(600_000)}\n4,5,6\n`));
    expect(report).toMatchObject({
      rows: 3,
      unfit: [{ code: "line-too-long", count: 1, lines: [2] }],
    });
  });
});

describe("encodings", () => {
  const table = "个人编码,姓名\n1,欧阳珅\n2,李玥\n";

  test.each([
    ["UTF-8", Buffer.from(table), "utf-8", false],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${table}`), "utf-8", true],
    ["GBK", encode(table), "gb18030", false],
    ["characters of four bytes", encode(table.replaceAll("李", "𬭎")), "gb18030", false],
    ["GBK after more than 1 MiB of ASCII", lateChinese(), "gb18030", false],
    ["ASCII", Buffer.from("a,b\n1,2\n"), "ascii", false],
    ["nothing", Buffer.alloc(0), "ascii", false],
  ])("%s", async (_, bytes, encoding, hasMark) => {
    const report = await inspect(testFile(bytes));
    const { evidence } = report;
    if (evidence === undefined) throw new Error("text has evidence");
    expect([report.encoding, evidence.hasMark]).toEqual([encoding, hasMark]);
    const { asUtf8, asGb18030, foreignBytes } = evidence;
    expect(foreignBytes === 0).toBe(encoding === "ascii");
    if (encoding === "utf-8") expect(asUtf8.broken).toBe(0);
    if (encoding === "gb18030") expect(asGb18030.broken).toBe(0);
  });

  function lateChinese(): Buffer {
    return encode(`id,name\n${"1599210001,x\n".repeat(100_000)}1599210002,欧阳玥\n`);
  }
});

const spectrum = join(root, "../shared/data/csv-spectrum");

describe.skipIf(!existsSync(spectrum))("csv-spectrum (../shared/data/csv-spectrum)", () => {
  const given = existsSync(spectrum) ? readdirSync(join(spectrum, "csvs")) : [];

  test.each(given)("%s", async (file) => {
    const report = await inspect(join(spectrum, "csvs", file));
    const json = join(spectrum, "json", file.replace(".csv", ".json"));
    const records = [JSON.parse(readFileSync(json, "utf8"))].flat();
    expect(report).toMatchObject({ delimiter: ",", quote: '"', header: true, unfit: [] });
    expect(report.rows).toBe(records.length);
    expect(report.columns.map(({ name }) => name)).toEqual(Object.keys(records[0]));
  });
});

const reports = new Map<string, Promise<InspectReport>>();

/** The report on a file of the sample county, made once. */
function reportOf(path: string): Promise<InspectReport> {
  const report = reports.get(path) ?? inspect(join(county, path));
  reports.set(path, report);
  return report;
}

function inspect(file: string, propose?: string) {
  return inspectSource({ file, propose, dir: county, lang: "zh" });
}
