import { describe, expect, test } from "vitest";
import type { SheetFormat } from "../../src/domain/format.js";
import { Refusal } from "../../src/domain/refusal.js";
import { checkXlsx, WORKBOOK_LIMITS } from "../../src/io/xlsx-guard.js";
import { testFile } from "./folder.js";
import { readBytes } from "./read-table.js";
import { type MadeXlsx, xlsxBytes } from "./xlsx-bytes.js";
import { zip } from "./zip-bytes.js";

const SHEET: SheetFormat = { kind: "sheet", sheet: "", headerRows: 0, skip: 0, summary: "" };
const cell = (name: string, text: string): string =>
  `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
const one = `<sheetData><row r="1">${cell("A1", "甲")}</row></sheetData>`;

describe("a workbook that lies about itself is read as it is", () => {
  test.each([
    ["a dimension of the whole sheet", { sheet: `<dimension ref="A1:XFD1048576"/>${one}` }],
    [
      "a count of strings in the billions",
      { sheet: one, strings: '<sst count="4294967295" uniqueCount="4294967295"></sst>' },
    ],
    ["columns to the end", { sheet: `<cols><col min="1" max="16384" width="9"/></cols>${one}` }],
    [
      "elements nested 100,000 deep",
      { sheet: one + "<x>".repeat(100_000) + "</x>".repeat(99_999) },
    ],
    ["a merge of the whole sheet's width", { sheet: merged("A1:XFD1") }],
  ] as [string, MadeXlsx][])("%s", async (_, made) => {
    const { rows } = await readBytes(xlsxBytes(made), SHEET);
    expect(rows.map((row) => row.fields[0])).toEqual(["甲"]);
  });

  test("a row behind a million empty ones takes no more room than itself", async () => {
    const far = `<row r="1048576">${cell("B1048576", "乙")}</row></sheetData>`;
    const sheet = one.replace("</sheetData>", far);
    const { rows } = await readBytes(xlsxBytes({ sheet }), SHEET);
    expect(rows.map((row) => [row.line, row.text])).toEqual([
      [1, "甲\t"],
      [1_048_576, "\t乙"],
    ]);
  });
});

describe("a hostile workbook is refused before it unfolds", () => {
  const bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
  test.each([
    [
      "definitions of its own",
      xlsxBytes({ sheet: one, prolog: bomb }),
      "含有工作簿中不该有的 <!DOCTYPE",
    ],
    [
      "a merge of all cells, twice",
      xlsxBytes({ sheet: merged("A1:XFD1048576", "A1:A1048576") }),
      "太大",
    ],
    ["a cell in the last column", xlsxBytes({ sheet: far("XFD1") }), "太大(16384,上限 1024)"],
    ["no sheet", xlsxBytes({ sheet: one, more: { "xl/workbook.xml": "" } }), "读到一半读不下去"],
    ["a part that is cut off", xlsxBytes({ sheet: one }).subarray(0, -300), "读到一半读不下去"],
    ["a path out of it", pathOut(), "指向包外的路径 ../a"],
    ["only its magic", magic("504b0304"), "看来是 ZIP 压缩包"],
    ["only the magic of XLS", magic("d0cf11e0a1b11ae1"), "看来是 别的办公文件"],
    ["the text of a CSV", Buffer.from("姓名,证号\n甲,1\n"), "看来是 文本"],
    ["a web page", Buffer.from("<html><table><tr><td>甲</td></tr></table></html>"), "网页"],
  ])("%s", async (_, content, reason) => {
    const refusal: unknown = await readBytes(content, SHEET).catch((error) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).reason("zh")).toContain(reason);
  });

  test.each([
    ["bytes", { ...WORKBOOK_LIMITS, bytes: 1000 }, "上限 1000"],
    ["cells", { ...WORKBOOK_LIMITS, cells: 2 }, "(3,上限 2)"],
    ["parts", { ...WORKBOOK_LIMITS, parts: 3 }, "上限 3"],
  ])("more %s than the limit", async (_, limits, reason) => {
    const cells = cell("A1", "甲") + cell("B1", "乙") + cell("C1", "丙");
    const path = testFile(xlsxBytes({ sheet: `<sheetData><row r="1">${cells}</row></sheetData>` }));
    await expect(checkXlsx(path)).resolves.toBeUndefined();
    const refusal: unknown = await checkXlsx(path, limits).catch((error) => error);
    expect((refusal as Refusal).reason("zh")).toContain(reason);
  });
});

function merged(...ranges: readonly string[]): string {
  return `${one}<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`)}</mergeCells>`;
}

function far(name: string): string {
  return `<sheetData><row r="1">${cell(name, "乙")}</row></sheetData>`;
}

function magic(start: string): Buffer {
  return Buffer.concat([Buffer.from(start, "hex"), Buffer.alloc(999)]);
}

function pathOut(): Buffer {
  return zip([{ name: "xl/workbook.xml" }, { name: "../a" }]);
}
