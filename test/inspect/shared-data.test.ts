import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { packageRoot } from "../../src/io/files.js";
import { inspectSource } from "../../src/jobs/inspect-source.js";
import { expectVerdict, type Verdict } from "./verdict.js";

const shared = join(packageRoot(), "../shared/data");
const csv = { format: "delimited", delimiter: ",", encoding: "ascii", header: true } as const;
const tabs = { format: "delimited", delimiter: "\t", header: false } as const;
const above = { notes: ["title-rows", "blank-lines"] };
const dbf = { format: "dbf", delimiter: "", header: true } as const;

describe.skipIf(!existsSync(shared))("public files (../shared/data)", () => {
  test.each<readonly [string, Verdict]>([
    ["encoding/index-gb18030.txt", { ...tabs, ...above, encoding: "utf-8", rows: 23_940 }],
    ["encoding/index-gb18030-ranges.txt", { ...tabs, ...above, encoding: "ascii", rows: 207 }],
    ["febrl/dataset1.csv", { ...csv, rows: 1000, notes: [] }],
    ["febrl/dataset2.csv", { ...csv, rows: 5000, notes: [] }],
    ["csv-spectrum/csvs/utf8.csv", { ...csv, encoding: "utf-8", rows: 2 }],
    ["csv-spectrum/csvs/location_coordinates.csv", { ...csv, encoding: "utf-8", rows: 1 }],
    ["csv-spectrum/csvs/simple_crlf.csv", { ...csv, rows: 1 }],
    ["dbf/cp1251.dbf", { ...dbf, encoding: "windows-1251", rows: 4, notes: ["encoding-unread"] }],
    ["dbf/dbase_03.dbf", { ...dbf, encoding: "ascii", rows: 14, notes: [] }],
    ["dbf/dbase_03_cyrillic.dbf", { ...dbf, encoding: "utf-8", rows: 2, notes: [] }],
    ["dbf/dbase_30.dbf", { ...dbf, encoding: "ascii", rows: 34 }],
    ["dbf/dbase_31.dbf", { ...dbf, encoding: "windows-1252", rows: 77 }],
    ["dbf/dbase_83.dbf", { ...dbf, rows: 67 }],
  ])("%s", async (file, verdict) => {
    const path = join(shared, file);
    const report = await inspectSource({ file: path, dir: packageRoot(), lang: "zh" });
    expectVerdict(report, verdict);
  });
});
