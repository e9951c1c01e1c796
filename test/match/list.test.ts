import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { encode } from "../../src/io/gb18030.js";
import { xlsBytes } from "../../src/io/workbook.js";
import { openList, readList } from "../../src/jobs/match/read-list.js";
import { newFolder } from "../jobs/place.js";

const folder = newFolder();
const rows = [
  ["编号", "姓名", "备注"],
  ["1", "王䶮", "a,b"],
  ["2", "阿依古丽·买买提", ""],
];
const text = (delimiter: string): string =>
  rows.map((row) => `${row.join(delimiter)}\r\n`).join("");

test.each([
  ["tabs in UTF-8", Buffer.from(text("\t"))],
  ["tabs in GBK", encode(text("\t"))],
  ["bars in UTF-16", Buffer.from(`\ufeff${text("|")}`, "utf16le")],
  ["a CSV with quotes", Buffer.from(text(",").replace("a,b", '"a,b"'))],
  ["a workbook", xlsBytes("名单", rows, [])],
])("a list is read from %s", async (name, bytes) => {
  const path = join(folder, `${name.replaceAll(" ", "-")}.txt`);
  writeFileSync(path, bytes);
  const list = await openList(path);
  expect(list.header).toEqual(rows[0]);
  const read: (readonly string[])[] = [];
  for await (const { fields } of readList(list)) read.push(fields);
  expect(read).toEqual(rows.slice(1));
});
