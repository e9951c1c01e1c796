import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type DbfColumn, writeDbf } from "../../src/io/dbf-writer.js";
import { openTable } from "../../src/io/open-table.js";
import type { Row } from "../../src/io/row.js";
import { testFolder } from "./folder.js";

const columns: readonly DbfColumn[] = [
  { name: "姓名", type: "C", length: 7 },
  { name: "身份证号码编", type: "C", length: 18 },
  { name: "CSRQ", type: "D", length: 8 },
  { name: "ZHYE", type: "N", length: 10, decimals: 4 },
  { name: "YX", type: "L", length: 1 },
];
const records = [
  { values: ["阿依古丽·买买提", "159921199001011234", "1990-01-01", "12.5000", "1"] },
  { values: ["张三", "", "", "-0.0100", "0"], isDeleted: true },
  { values: ["李四", "无", "2017-01-31", "", ""] },
];

test("what is written reads back, names cut at their width in bytes", async () => {
  const path = join(testFolder(), "people.dbf");
  await writeDbf(path, columns, records);
  const { names, findings, batches } = await openTable(path, { kind: "dbf", encoding: "gb18030" });
  const rows: Row[] = [];
  for await (const batch of batches) rows.push(...batch.rows);
  expect(findings).toEqual([]);
  expect(names).toEqual(["姓名", "身份证号码", "CSRQ", "ZHYE", "YX"]);
  expect(rows.map((row) => row.text)).toEqual([
    "阿依古\ufffd\t159921199001011234\t1990-01-01\t12.5000\t1",
    "张三\t\t\t-0.0100\t0",
    "李四\t无\t2017-01-31\t\t",
  ]);
  expect(rows.map((row) => row.problem)).toEqual([undefined, "record-deleted", undefined]);
});

test("the same records give the same bytes; the code page byte may lie", async () => {
  const folder = testFolder();
  const [one, other] = [join(folder, "one.dbf"), join(folder, "other.dbf")];
  await writeDbf(one, columns, records);
  await writeDbf(other, columns, records, { codePage: 0x03 });
  const [first, second] = [readFileSync(one), readFileSync(other)];
  expect([first[29], second[29]]).toEqual([0x4d, 0x03]);
  second[29] = 0x4d;
  expect(second).toEqual(first);
});
