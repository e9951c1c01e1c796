import { createHash } from "node:crypto";
import exceljs from "exceljs";
import { unzipSync } from "fflate";
import { afterEach, describe, expect, test, vi } from "vitest";
import { yuan, zero } from "../../src/domain/money.js";
import { type Sheet, writeWorkbook } from "../../src/io/xlsx.js";

const statement: Sheet = {
  name: "拨付表",
  title: ["2017年1月 拨付表", "单位:元"],
  columns: [
    { header: "机构编码", kind: "text" },
    { header: "机构名称", kind: "text" },
    { header: "人次", kind: "count" },
    { header: "实拨金额", kind: "amount", width: 20 },
  ],
  rows: [
    ["159900000000000001", "示例市第一人民医院", 12, yuan("1234567.80")],
    ["0100", "=1+1", 0, yuan("-0.05")],
    ["", "合计", 12, zero],
  ],
  foot: ["制表:甲  复核:乙"],
};

afterEach(() => {
  vi.useRealTimers();
});

describe("writeWorkbook", () => {
  test("what a spreadsheet reads back", async () => {
    const page = await firstPage(await writeWorkbook([statement]));
    const values = page.getSheetValues().slice(1) as unknown[][];
    expect(values.slice(2).map((row) => row.slice(1))).toEqual([
      ["机构编码", "机构名称", "人次", "实拨金额"],
      ["159900000000000001", "示例市第一人民医院", 12, 1234567.8],
      ["0100", "=1+1", 0, -0.05],
      [undefined, "合计", 12, 0],
      ["制表:甲  复核:乙"],
    ]);
    expect(page.getCell("A1").text).toBe("2017年1月 拨付表");
    expect(page.getCell("D2").master.address).toBe("A2");
  });

  test("ids are text, amounts have two places, the header stays in view", async () => {
    const page = await firstPage(await writeWorkbook([statement]));
    expect(page.getCell("A4").type).toBe(exceljs.ValueType.String);
    expect(page.getCell("B5").type).toBe(exceljs.ValueType.String);
    expect(["A4", "C4", "D4"].map((cell) => page.getCell(cell).numFmt)).toEqual([
      "@",
      "#,##0",
      "#,##0.00",
    ]);
    expect(page.getCell("A3").font.bold).toBe(true);
    expect(page.views[0]).toMatchObject({ state: "frozen", ySplit: 3 });
    expect([1, 2, 3, 4].map((column) => page.getColumn(column).width)).toEqual([20, 20, 8, 20]);
  });

  test("an amount is written with the digits that it has", async () => {
    const columns = [{ header: "金额", kind: "amount" }] as const;
    const rows = [[yuan("99999999999.99")], [yuan("0.07")], [yuan("1.10")]];
    const bytes = await writeWorkbook([{ name: "a", columns, rows }]);
    const xml = Buffer.from(unzipSync(bytes)["xl/worksheets/sheet1.xml"] ?? []).toString();
    expect([...xml.matchAll(/<v>([^<]*)<\/v><\/c><\/row>/g)].slice(1).map((one) => one[1])).toEqual(
      ["99999999999.99", "0.07", "1.1"],
    );
  });

  test("the same sheets give the same bytes, years later", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2017-02-01T08:00:00Z") });
    const first = await writeWorkbook([statement, { ...statement, name: "明细" }]);
    vi.setSystemTime(new Date("2024-12-31T23:59:58Z"));
    const second = await writeWorkbook([statement, { ...statement, name: "明细" }]);
    expect(sha256(second)).toBe(sha256(first));
  });

  test("a row with a cell too few is our mistake", async () => {
    await expect(writeWorkbook([{ ...statement, rows: [["1"]] }])).rejects.toThrow(
      "a cell for every column",
    );
  });
});

async function firstPage(bytes: Buffer): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const page = workbook.worksheets[0];
  expect(page?.name).toBe("拨付表");
  return page as exceljs.Worksheet;
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
