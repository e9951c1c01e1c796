import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import { encode } from "../../src/io/gb18030.js";
import { xlsBytes } from "../../src/io/workbook.js";
import type { Job } from "../../src/jobs/job.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { dbf, type Field, record } from "../io/dbf-bytes.js";
import { ownTemporaryFolder } from "../io/folder.js";
import { zip } from "../io/zip-bytes.js";
import { type MiniFile, miniJob, people, writeDelivery } from "../problems/mini-delivery.js";

const east = people("1,张三,男,,1990-01-01,H1,1.50,1", "2,李四,女,,1991-01-01,,,1");
const west = people("3,王五,男,,1992-01-01,,,1", "4,,男,,1992-01-01,,,1");
const towns = zip([
  { name: encode("东镇.csv"), content: east.content },
  { name: "西镇.csv", content: west.content, flags: 0x800 },
]);

describe("a delivery in archives", () => {
  test("goes the same way as plain files, under the name of archive and entry", async () => {
    const temporary = ownTemporaryFolder();
    const files = [
      { path: "towns.zip", layout: "people", content: towns, rows: 2 },
      { path: "towns.zip", layout: "people", content: towns, rows: 2 },
      { path: "south.csv.gz", layout: "people", content: gzipSync(south().content), rows: 1 },
    ];
    const { report, job } = await migrated(files, (manifest) =>
      ["东镇.csv", "西镇.csv"].reduce(
        (text, entry) => text.replace("path: towns.zip, l", `path: towns.zip, entry: ${entry}, l`),
        manifest,
      ),
    );
    expect(
      report.files.map(({ path, read, loaded, setAside }) => [path, read, loaded, setAside]),
    ).toEqual([
      ["towns.zip/东镇.csv", 2, 2, 0],
      ["towns.zip/西镇.csv", 2, 1, 1],
      ["south.csv.gz", 1, 1, 0],
    ]);
    expect(report.setAside).toEqual({ "field-missing": 1 });
    expect(unpackedIn(temporary)).toEqual([]);
    const again = await migrateDelivery(job, report.folder);
    expect(again.isRepeated).toBe(true);
  });

  test.each([
    [
      "several files and no entry",
      towns,
      "towns.zip 中有 2 个文件,没有说明要哪一个:东镇.csv、西镇.csv",
    ],
    ["a path that leads out", zip([{ name: "../东镇.csv", content: east.content }]), "../东镇.csv"],
    ["half an archive", towns.subarray(0, 99), "读到一半读不下去"],
  ])("%s is refused, and nothing is loaded", async (_, content, reason) => {
    const temporary = ownTemporaryFolder();
    const file = { path: "towns.zip", layout: "people", content, rows: 2 };
    const refusal: unknown = await migrated([file]).catch((error) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).reason("zh")).toContain(reason);
    expect(unpackedIn(temporary)).toEqual([]);
  });
});

describe("a delivery of tables", () => {
  const fields: readonly Field[] = [
    "编号",
    "姓名",
    "性别",
    "证件",
    "生日",
    "户号",
    "余额",
    "状态",
  ].map((name) => ({ name, type: "C", length: 18 }));
  const rows = [
    ["1", "张三", "男", "", "1990-01-01", "H1", "1.50", "1"],
    ["2", "李四", "女", "", "1991-01-01", "H2", "2.50", "1"],
  ];

  test("records that are marked deleted are set aside, and in no control total", async () => {
    const [first = [], second = []] = rows;
    const records = [record(fields, first), record(fields, second, "*")];
    const file = { path: "a.dbf", layout: "table", content: dbf({ fields, records }), rows: 1 };
    const { report } = await migrated([file], (manifest) =>
      manifest.replace("rows: 1", 'rows: 1, totals: { family_balc: "1.50" }'),
    );
    const [{ read, loaded, setAside } = { read: 0, loaded: 0, setAside: 0 }] = report.files;
    expect([read, loaded, setAside]).toEqual([2, 1, 1]);
    expect(report.setAside).toEqual({ "record-deleted": 1 });
  });

  test("a sheet is read as its mapping says", async () => {
    const content = xlsBytes("名单", [fields.map((field) => String(field.name)), ...rows]);
    const { report } = await migrated([{ path: "a.xls", layout: "sheet", content, rows: 2 }]);
    expect(report.files.map(({ read, loaded }) => [read, loaded])).toEqual([[2, 2]]);
  });

  test("a file of another kind than its mapping says is refused", async () => {
    const content = xlsBytes("名单", rows);
    const asked = migrated([{ path: "a.csv", layout: "people", content, rows: 2 }]);
    const refusal: unknown = await asked.catch((error) => error);
    expect((refusal as Refusal).reason("zh")).toMatch(
      /看来是 XLS 工作簿.*映射文件写的是 分隔文本$/,
    );
  });
});

function south(): MiniFile {
  return people("5,赵六,男,,1993-01-01,,,1");
}

/** The report of a delivery, in a workspace with mappings for text, tables and sheets. */
async function migrated(files: readonly MiniFile[], change?: (manifest: string) => string) {
  const job: Job = await miniJob();
  const legacy = join(job.workspace.mappings, "legacy");
  const formats = { table: "{ kind: dbf }", sheet: "{ kind: sheet, header: true }" };
  for (const [name, format] of Object.entries(formats)) {
    const mapping = MAPPING.replace("FORMAT", format);
    const encoding = name === "table" ? "encoding: gb18030\n" : "";
    writeFileSync(join(legacy, `${name}.yaml`), encoding + mapping);
  }
  const folder = writeDelivery(job, files, change);
  return { report: { ...(await migrateDelivery(job, folder)), folder }, job };
}

const MAPPING = `title: 小名单
source: ncms
record: person-enrolment
format: FORMAT
constants: { insutype: "380", insuplc_admdvs: "159921", psn_insu_date: "2010-01-01" }
columns:
  - { name: 编号, to: legacy_id, as: text, required: true }
  - { name: 姓名, to: psn_name, as: name, required: true }
  - { name: 性别, to: gend, as: code, table: ncms/gend, required: true }
  - { name: 证件, to: certno, as: certno }
  - { name: 生日, to: brdy, as: day }
  - { name: 户号, to: household_no, as: text }
  - { name: 余额, to: family_balc, as: yuan }
  - { name: 状态, to: psn_insu_stas, as: text, required: true }
`;

/** What is left of the folders for unpacked files. */
function unpackedIn(temporary: string): readonly string[] {
  return readdirSync(temporary).filter((name) => !name.startsWith("liutong-mini-"));
}
