import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type DbfColumn, dbfPieces } from "../../src/io/dbf-writer.js";
import { packageRoot } from "../../src/io/files.js";
import { encode } from "../../src/io/gb18030.js";
import { openTable } from "../../src/io/open-table.js";
import { readDocument } from "../../src/io/yaml.js";
import { inspectSource } from "../../src/jobs/inspect-source.js";
import { fitHeader } from "../../src/migrate/fit-header.js";
import { parseLayout } from "../../src/migrate/layout.js";
import { book } from "../io/book.js";
import { testFile, testFolder } from "../io/folder.js";
import { bytesWide, madePeople } from "./made/people.js";
import { changed, gbk, HEADER, numbers, quoted, table, text } from "./made/tables.js";

const people = madePeople(40);
const COLUMNS: readonly DbfColumn[] = [
  { name: "GRBH", type: "C", length: 12 },
  { name: "XM", type: "C", length: 8 },
  { name: "SFZH", type: "C", length: 18 },
];
const dbf = Buffer.concat([
  ...dbfPieces(
    COLUMNS,
    people.map(({ id, name, certno }) => ({ values: [id, name, certno] })),
  ),
]);
const sdf = people.map(({ id, name, sex, certno, amount }) => {
  return bytesWide(id, 12) + bytesWide(name, 10) + sex + certno + bytesWide(amount, 10, true);
});
const spool = [
  "GRBH       XM       SFZH",
  "---------- -------- ------------------",
  ...people.map(({ id, name, certno }) => `${id} ${bytesWide(name, 8)} ${certno}`),
  "",
  "40 rows selected.",
];
const pairs = people.map(({ id, name }, at) => `grbh=${id}&Kzhm=A${at}&xm=${name}`);
const groups = ["个人信息", "", "", "", "", "账户"];
const total = ["合计", "", "", "", "", "11068.00"];

describe("a draft is a layout that reads its file as it was inspected", () => {
  test.each<readonly [string, Buffer]>([
    ["CSV in GBK", gbk(table, ",")],
    ["quoted, with semicolons", Buffer.from(text(changed(table, "all", quoted), ";"))],
    ["UTF-16", Buffer.from(`\ufeff${text(table, "\t")}`, "utf16le")],
    ["a title and a summary line", gbk([["样例县参合名单"], ...table, total], ",")],
    ["two header rows", gbk([groups, ...table], ",")],
    ["sep=;", encode(`sep=;\r\n${text(table, ";")}`)],
    ["decimal commas", gbk([["名称", "一", "二", "三"], ...numbers(",")], ";")],
    ["a trailing delimiter", gbk(table, "|", "|\r\n")],
    [
      "one column",
      gbk(
        table.map((row) => row.slice(3, 4)),
        ",",
      ),
    ],
    ["|@|", gbk(table, "|@|")],
    ["DBF", dbf],
    ["XLS", book("biff8", table)],
    [
      "XLSX with a title and two sheets",
      book("xlsx", [["名单"], ...table], {}, { others: { 乙: table } }),
    ],
    ["SDF", encode(sdf.join("\r\n"))],
    ["a spool", encode(spool.join("\n"))],
    ["pairs", encode(pairs.join("\n"))],
  ])("%s", async (_, bytes) => {
    const file = testFile(bytes);
    const draft = join(testFolder(), "draft.yaml");
    const report = await inspectSource({ file, propose: draft, dir: packageRoot(), lang: "zh" });
    const { document, problems, text: written } = await readDocument(draft);
    expect(problems).toEqual([]);
    if (document === undefined) return;

    const parsed = parseLayout("draft", "draft.yaml", document);
    const missing = parsed.problems.map(({ code, values }) => `${code} ${values["expected"]}`);
    const told = [...written.matchAll(/^# 还缺.*:(\w+) /gm)].map(([, field]) => field);
    expect(missing).toEqual(told.map((field) => `target-missing ${field}`));

    const opened = await openTable(file, parsed.layout.format);
    const fitted = opened.names && fitHeader(parsed.layout, opened.names, "");
    expect(fitted?.problems ?? []).toEqual([]);
    let rows = 0;
    const width = new Set<number>();
    for await (const batch of opened.batches) {
      for (const row of batch.rows) width.add(row.fields.length);
      rows += batch.rows.length;
    }
    expect([rows, [...width]]).toEqual([report.rows, [parsed.layout.columnNames.length]]);
  });

  test("names every column that it does not map", async () => {
    const draft = join(testFolder(), "draft.yaml");
    const extra = table.map((row, at) => [...row, at === 0 ? "备用一" : "x"]);
    const file = testFile(gbk(extra, ","));
    const report = await inspectSource({ file, propose: draft, dir: packageRoot(), lang: "zh" });
    const { text: written } = await readDocument(draft);
    expect(written).toContain("  - { name: 备用一, unused: 待确认 } # 没有对上的字段");
    for (const name of HEADER) expect(written).toMatch(new RegExp(`name: ${name}, to: \\w+`));
    const unmapped = report.columns.filter((one) => one.proposed === undefined);
    expect(unmapped.map((one) => one.name)).toEqual(["备用一"]);
  });
});
