import { describe, expect, test } from "vitest";
import { readCertno } from "../../src/domain/certno.js";
import type { SheetFormat } from "../../src/domain/format.js";
import { Refusal } from "../../src/domain/refusal.js";
import { encode } from "../../src/io/gb18030.js";
import { listSheets } from "../../src/io/sheet.js";
import { xlsBytes } from "../../src/io/workbook.js";
import { book, kinds } from "./book.js";
import { testFile } from "./folder.js";
import { readBytes } from "./read-table.js";

const FIRST: SheetFormat = { kind: "sheet", sheet: "", headerRows: 1, skip: 0, summary: "" };
const NONE: SheetFormat = { ...FIRST, headerRows: 0 };

describe.each(kinds)("a sheet in %s", (kind) => {
  test("rows stand at their row of the sheet; what is empty around them is left out", async () => {
    const content = book(kind, [
      [],
      [null, "姓名", "身份证号", "金额", null],
      [null, "张三", "159921199001011234", 12.5, null, ""],
      [],
      [null, "李四", "007", null],
      [],
    ]);
    const { names, rows, findings } = await readBytes(content, FIRST);
    expect(names).toEqual(["姓名", "身份证号", "金额"]);
    expect(findings).toEqual([]);
    const place = { offset: 0, length: 0 };
    expect(rows).toEqual([
      {
        ...{ line: 3, ...place, text: "张三\t159921199001011234\t12.5" },
        fields: ["张三", "159921199001011234", "12.5"],
      },
      { line: 5, ...place, text: "李四\t007\t", fields: ["李四", "007", ""] },
    ]);
  });

  test.each([
    ["text with leading zeros", { t: "s", v: "007" }, "007"],
    ["text with an apostrophe", { t: "s", v: "'007" }, "'007"],
    ["text with spaces", { t: "s", v: " 张 三 " }, " 张 三 "],
    ["a whole number", { t: "n", v: 42 }, "42"],
    ["a 15-digit id", { t: "n", v: 159921900101123 }, "159921900101123"],
    ["noise of binary fractions", { t: "n", v: 0.1 + 0.2 }, "0.3"],
    ["an amount", { t: "n", v: 1234567.8, z: "#,##0.00" }, "1234567.8"],
    ["an amount of money", { t: "n", v: -0.5, z: '"¥"#,##0.00' }, "-0.5"],
    ["a tiny number", { t: "n", v: 0.0000001 }, "0.0000001"],
    ["nothing owed", { t: "n", v: 0, z: "0.00" }, "0"],
    ["a code shown with leading zeros", { t: "n", v: 7, z: "000000" }, "000007"],
    ["a day", { t: "n", v: 42766, z: "yyyy-mm-dd" }, "2017-01-31"],
    ["a day in Chinese", { t: "n", v: 42766, z: 'yyyy"年"m"月"d"日"' }, "2017-01-31"],
    ["a moment", { t: "n", v: 42766.5, z: "yyyy/m/d h:mm" }, "2017-01-31T12:00:00"],
    ["the day that never was", { t: "n", v: 60, z: "yyyy-mm-dd" }, "1900-02-29"],
    ["the day after it", { t: "n", v: 61, z: "yyyy-mm-dd" }, "1900-03-01"],
    ["the first day", { t: "n", v: 1, z: "yyyy-mm-dd" }, "1900-01-01"],
    ["eight digits shown as a day", { t: "n", v: 20170131, z: "yyyy-mm-dd" }, "20170131"],
    ["a time", { t: "n", v: 0.75, z: "h:mm" }, "18:00:00"],
    ["true", { t: "b", v: true }, "1"],
    ["false", { t: "b", v: false }, "0"],
  ] as const)("%s", async (_, cell, expected) => {
    const content = book(kind, [["栏"]], { A2: { ...cell }, B1: { t: "s", v: "号" } });
    const { rows } = await readBytes(content, FIRST);
    expect(rows.map((row) => row.fields[0])).toEqual([expected]);
  });

  test("an 18-digit id that became a number is told apart from every sound one", async () => {
    const ids = [159921199001011230, 159921199001010000, 1.52301e17, 159921199001011200];
    const content = book(
      kind,
      ids.map((id) => [id]),
    );
    const { rows } = await readBytes(content, NONE);
    const [first] = rows;
    expect(first?.fields).toEqual(["1.59921199001011E+17"]);
    for (const row of rows) {
      expect(readCertno(row.fields[0] ?? "").status).toBe("excelRounded");
    }
  });

  test("an error sets the row aside, with its cell", async () => {
    const content = book(kind, [["姓名", "金额"], ["张三"]], { B2: { t: "e", v: 0x2a } });
    const { rows } = await readBytes(content, FIRST);
    const values = { cell: "B2", found: "#N/A" };
    expect(rows[0]).toMatchObject({
      fields: ["张三", "#N/A"],
      findings: [{ code: "cell-error", field: 1, values }],
    });
  });

  test("a title over several columns stands over each, one over several rows in each", async () => {
    const content = book(
      kind,
      [
        ["2017年参合名单"],
        ["姓名", "缴费", null, "备注"],
        [null, "金额", "日期"],
        ["张三", 150, "是"],
      ],
      {},
      { merges: ["A1:D1", "A2:A3", "B2:C2", "D2:D3"] },
    );
    const { names, rows } = await readBytes(content, { ...FIRST, skip: 1, headerRows: 2 });
    expect(names).toEqual(["姓名", "缴费/金额", "缴费/日期", "备注"]);
    expect(rows.map((row) => row.fields)).toEqual([["张三", "150", "是", ""]]);
    const merged = book(kind, [["姓名", "户号"], [], ["张三"]], {}, { merges: ["A1:A2", "B1:B2"] });
    const headed = await readBytes(merged, { ...FIRST, headerRows: 2 });
    expect([headed.names, headed.rows.length]).toEqual([["姓名", "户号"], 1]);
  });

  test("a value merged over rows of data is not repeated, and each such cell is told", async () => {
    const content = book(
      kind,
      [
        ["户主", "姓名"],
        ["张三", "张三"],
        [null, "李四"],
        [null, "王五"],
      ],
      {},
      { merges: ["A2:A3"] },
    );
    const { rows } = await readBytes(content, FIRST);
    expect(rows.map((row) => row.fields[0])).toEqual(["张三", "", ""]);
    const values = { cell: "A3", range: "A2:A3" };
    expect(rows.map((row) => row.findings)).toEqual([
      undefined,
      [{ code: "cell-merged", field: 0, values }],
      undefined,
    ]);
  });

  test("the sheet is the one that is named, or the first with anything in it", async () => {
    const content = book(kind, [], {}, { others: { 参合: [["甲"]], 封面: [["乙"]] } });
    const first = await readBytes(content, NONE);
    expect(first.rows.map((row) => row.text)).toEqual(["甲"]);
    expect(first.findings).toEqual([
      { code: "sheets-unread", values: { found: "参合", other: "封面" } },
    ]);
    const named = await readBytes(content, { ...NONE, sheet: "封面" });
    expect([named.rows.map((row) => row.text), named.findings]).toEqual([["乙"], []]);
    const missing = await readBytes(content, { ...NONE, sheet: "乡镇" }).catch((error) => error);
    expect(missing.reason("zh")).toMatch(/中没有名为 乡镇 的工作表;现有:Sheet1、参合、封面$/);
    expect(await listSheets(testFile(content, "a.xls"))).toEqual([
      { name: "Sheet1", isFilled: false, rows: 0 },
      { name: "参合", isFilled: true, rows: 1 },
      { name: "封面", isFilled: true, rows: 1 },
    ]);
  });

  test("a summary row at the end is none of the rows", async () => {
    const content = book(kind, [
      ["姓名", "金额"],
      ["张三", 1],
      ["合计", 1],
    ]);
    const { rows } = await readBytes(content, { ...FIRST, summary: "合计" });
    expect(rows.map((row) => row.text)).toEqual(["张三\t1"]);
  });
});

describe("formulas", () => {
  test("a formula sets the row aside, with its cell and what it says", async () => {
    const cells = { B2: { t: "n", v: 3, f: "SUM(C1:C2)" }, B3: { t: "n", v: 4 } } as const;
    const { rows } = await readBytes(
      book("xlsx", [["姓名", "金额"], ["张三"], ["李四"]], cells),
      FIRST,
    );
    const values = { cell: "B2", formula: "=SUM(C1:C2)" };
    expect(rows.map((row) => [row.fields, row.findings])).toEqual([
      [["张三", "3"], [{ code: "cell-formula", field: 1, values }]],
      [["李四", "4"], undefined],
    ]);
  });
});

describe("the 1904 system", () => {
  test("days count from 1904", async () => {
    const day = { A2: { t: "n", v: 41304, z: "yyyy-mm-dd" } } as const;
    const content = book("xlsx", [["日期"]], day, { date1904: true });
    expect((await readBytes(content, FIRST)).rows[0]?.fields).toEqual(["2017-01-31"]);
  });
});

describe("Excel 5 and 95", () => {
  test("text is in the code page of its machine", async () => {
    const content = book("biff5", [
      ["NAME", "ID"],
      ["ABCD", "007"],
    ]);
    const page = content.indexOf(Buffer.from("42000200e404", "hex"));
    content.writeUInt16LE(936, page + 4);
    content.set(encode("张三"), content.indexOf("ABCD"));
    expect((await readBytes(content, FIRST)).rows[0]?.fields).toEqual(["张三", "007"]);
  });
});

describe("xlsBytes", () => {
  test("what is written reads back, and the same rows give the same bytes", async () => {
    const rows = [
      ["姓名", "证号", "余额"],
      ["张三", "007", 12.5],
    ];
    const content = xlsBytes("名单", rows);
    expect(xlsBytes("名单", rows)).toEqual(content);
    expect(content.toString("hex", 0, 8)).toBe("d0cf11e0a1b11ae1");
    const found = await readBytes(content, { ...FIRST, sheet: "名单" });
    expect(found.rows.map((row) => row.text)).toEqual(["张三\t007\t12.5"]);
  });
});

test("an empty workbook is refused", async () => {
  const refusal: unknown = await readBytes(book("xlsx", []), FIRST).catch((error) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).reason("zh")).toContain("工作簿中没有任何内容");
});
