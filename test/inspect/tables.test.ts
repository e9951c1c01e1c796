import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type DbfColumn, dbfPieces } from "../../src/io/dbf-writer.js";
import { encode } from "../../src/io/gb18030.js";
import { book } from "../io/book.js";
import { zip } from "../io/zip-bytes.js";
import { bytesWide, madePeople } from "./made/people.js";
import { gbk, HEADER, rows, table, text } from "./made/tables.js";
import { expectVerdict, inspected } from "./verdict.js";

const people = madePeople(40);
const COLUMNS: readonly DbfColumn[] = [
  { name: "GRBH", type: "C", length: 12 },
  { name: "XM", type: "C", length: 8 },
  { name: "SFZH", type: "C", length: 18 },
  { name: "CSRQ", type: "D", length: 8 },
  { name: "YE", type: "N", length: 10, decimals: 2 },
];
const records = people.map(({ id, name, certno, birth, amount }, at) => {
  const day = `${birth.slice(0, 4)}-${birth.slice(4, 6)}-${birth.slice(6)}`;
  return { values: [id, name, certno, day, amount], isDeleted: at === 7 };
});

describe("a DBF", () => {
  // The code page byte, and what is told of it.
  test.each([
    [0x4d, "0x4D GBK", []],
    [0x7a, "0x7A GBK", []],
    [0x00, "0x00 ?", []],
    [0x03, "0x03 Windows-1252", ["codepage-differs"]],
    [0xc9, "0xC9 Windows-1251", ["codepage-differs"]],
  ])("with the code page byte 0x%s is read by its text (%s)", async (byte, told, findings) => {
    const bytes = Buffer.concat([...dbfPieces(COLUMNS, records, { codePage: byte })]);
    const report = await inspected(bytes);
    expect(report).toMatchObject({
      format: "dbf",
      encoding: "gb18030",
      delimiter: "",
      header: true,
    });
    // The fortieth is marked as deleted: it is told, and counted for no paper.
    expect(report.rows).toBe(39);
    expect(report.dbf).toMatchObject({
      codePage: told,
      stated: 40,
      version: "0x03 dBase III, FoxPro",
    });
    expect(report.fileFindings.map((one) => one.code)).toEqual(findings);
    expect(report.unfit).toEqual([{ code: "record-deleted", count: 1, lines: [8] }]);
    expect(report.columns.map((one) => one.name)).toEqual(["GRBH", "XM", "SFZH", "CSRQ", "YE"]);
    expect(report.columns[2]?.ids).toEqual({ valid: 39 });
    expect(report.columns[3]?.dates).toEqual(["yyyy-MM-dd"]);
  });

  test("states other records than it has", async () => {
    const bytes = Buffer.concat([...dbfPieces(COLUMNS, records)]);
    bytes.writeUInt32LE(99, 4);
    const report = await inspected(bytes);
    expect([report.rows, report.dbf?.stated]).toEqual([39, 99]);
    expect(report.fileFindings).toMatchObject([{ code: "record-count-differs" }]);
  });
});

describe.each(["biff8", "xlsx"] as const)("a workbook (%s)", (kind) => {
  const format = kind === "biff8" ? "xls" : "xlsx";
  const encoding = kind === "biff8" ? "utf-16le" : "utf-8";

  test("is told with its sheet, header and rows", async () => {
    const report = await inspected(book(kind, table));
    expectVerdict(report, { format, encoding, delimiter: "", header: true, rows: 40, notes: [] });
    expect(report.columns.map((one) => one.name)).toEqual(HEADER);
    expect(report.sheets).toEqual([{ name: "Sheet1", rows: 41 }]);
    expect(report.columns[3]?.ids).toEqual({ valid: 40 });
  });

  test("has a title merged over its columns, and a summary line", async () => {
    const titled = [["样例县参合名单"], ...table, ["合计", "", "", "", "", "11068.00"]];
    const report = await inspected(book(kind, titled, {}, { merges: ["A1:F1"] }));
    const notes = ["title-rows", "summary-line"];
    expectVerdict(report, { headerRow: 2, headerRows: 1, rows: 40, notes, names: HEADER });
  });

  test("has two header rows, groups above names", async () => {
    const groups = ["个人信息", "", "", "", "", "账户"];
    const report = await inspected(book(kind, [groups, ...table], {}, { merges: ["A1:E1"] }));
    expectVerdict(report, { headerRows: 2, rows: 40, notes: ["header-rows"] });
    expect(report.columns.map((one) => one.name)).toEqual(
      HEADER.map((name, at) => `${at < 5 ? "个人信息" : "账户"}/${name}`),
    );
  });

  test("has several sheets, of which one can be chosen", async () => {
    const others = { 西镇: table.slice(0, 11), 空: [] };
    const bytes = book(kind, table, {}, { others });
    const first = await inspected(bytes);
    expect(first.notes.map(({ code, values }) => [code, values["names"]])).toEqual([
      ["other-sheets", "西镇(11)"],
    ]);
    expect((await inspected(bytes, { sheet: "西镇" })).rows).toBe(10);
    const missing = inspected(bytes, { sheet: "东镇" });
    await expect(missing).rejects.toMatchObject({ code: "sheet-missing" });
  });

  test("keeps ids as numbers, which Excel has rounded", async () => {
    const numbers = rows.map((row) =>
      row.map((cell, at) => (at === 3 ? Number(cell.slice(0, 17)) * 10 : cell)),
    );
    const { columns } = await inspected(book(kind, [HEADER, ...numbers]));
    const { excelRounded = 0, valid = 0 } = columns[3]?.ids ?? {};
    expect([excelRounded > 30, valid]).toEqual([true, 0]);
  });
});

describe("lines without delimiters", () => {
  test("FoxPro: SDF, fixed width in GBK", async () => {
    const lines = people.map(
      ({ id, name, sex, certno, birth, amount }) =>
        bytesWide(id, 12) +
        bytesWide(name, 10) +
        sex +
        certno +
        birth +
        bytesWide(amount, 10, true),
    );
    const report = await inspected(encode(`${lines.join("\r\n")}\r\n\u001a`));
    expectVerdict(report, { format: "fixed", encoding: "gb18030", delimiter: "", header: false });
    expect(report.ranges?.map(({ start, length }) => [start + 1, start + length])).toEqual([
      ...[
        [1, 12],
        [13, 22],
        [23, 24],
        [25, 42],
        [43, 50],
        [51, 60],
      ],
    ]);
    expect([report.rows, report.confidence]).toEqual([40, "low"]);
    expect(report.columns[3]?.ids).toEqual({ valid: 40 });
    expect(report.columns[4]?.dates).toEqual(["yyyyMMdd"]);
  });

  test("SQL*Plus: names, dashes, pages and a count at the end", async () => {
    const head = ["", "GRBH       XM       SFZH", "---------- -------- ------------------"];
    const lines = people.map(({ id, name, certno }) => `${id} ${bytesWide(name, 8)} ${certno}`);
    const page = [...head, ...lines.slice(0, 20), ...head, ...lines.slice(20), ""];
    const report = await inspected(encode([...page, "40 rows selected.", ""].join("\n")));
    expectVerdict(report, { format: "fixed", header: true, rows: 40 });
    expect(report.columns.map((one) => one.name)).toEqual(["GRBH", "XM", "SFZH"]);
    expect(report.notes.map((note) => note.code)).toEqual([
      ...["cut-by-ruler", "header-rows", "header-repeated", "blank-lines", "summary-line"],
    ]);
    expect(report.columns[2]?.ids).toEqual({ valid: 40 });
  });

  test("lines that nothing shows how to cut are said to be so", async () => {
    const lines = people.map(({ id }) => `a${id}`.repeat(4));
    const report = await inspected(Buffer.from(lines.join("\n")));
    expect(report.notes.map((note) => note.code)).toEqual(["uncut", "undelimited"]);
    expect([report.format, report.columns.length, report.confidence]).toEqual([
      "delimited",
      1,
      "low",
    ]);
  });

  test("pairs of name and value", async () => {
    const lines = people.map(({ id, name }, at) => `Mzdjh=${id}&Kzhm=A${at}&Ysxm=${name}`);
    const report = await inspected(encode(`${lines.join("\r\n")}\r\n`));
    expectVerdict(report, {
      ...({
        format: "pairs",
        encoding: "gb18030",
        delimiter: "&",
        header: true,
        rows: 40,
      } as const),
      ...{ names: ["Mzdjh", "Kzhm", "Ysxm"], notes: [] },
    });
    expect(report.assign).toBe("=");
  });
});

describe("archives", () => {
  const csv = gbk(table, ",");

  test("the one file of a ZIP or GZIP file is looked at", async () => {
    const zipped = await inspected(zip([{ name: "东镇.csv", content: csv }]));
    const packed = await inspected(gzipSync(csv), { name: "a.csv.gz" });
    for (const report of [zipped, packed]) {
      expectVerdict(report, { format: "delimited", delimiter: ",", rows: 40, names: HEADER });
    }
    expect(zipped).toMatchObject({ container: "zip", entry: "东镇.csv" });
    expect(packed).toMatchObject({ container: "gzip", entry: "a.csv" });
  });

  test("of several files one has to be chosen", async () => {
    const other = Buffer.from(text(table.slice(0, 6), "\t"));
    const bytes = zip([
      { name: "东镇.csv", content: csv },
      { name: "西/名单.txt", content: other },
    ]);
    const refused = inspected(bytes);
    await expect(refused).rejects.toMatchObject({ code: "entry-unsaid" });
    const report = await inspected(bytes, { entry: "西/名单.txt" });
    expectVerdict(report, { delimiter: "\t", rows: 5, encoding: "utf-8" });
  });
});
