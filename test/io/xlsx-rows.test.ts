import { describe, expect, test } from "vitest";
import { readCells } from "../../src/io/xlsx-cells.js";
import { asWritten, type TextSheet, textWorkbook } from "../../src/io/xlsx-rows.js";
import { testFile } from "./folder.js";

async function bytesOf(sheets: readonly TextSheet[]): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of textWorkbook(sheets)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function sheet(rows: readonly (readonly string[])[]): TextSheet {
  const cells = rows.map((row) => row.map((text) => ({ text })));
  const choice = { column: 1, values: ["更正", "放弃"] };
  return { name: "名单", header: ["键", "处理", "列"], widths: [10, 8, 30], choice, rows: cells };
}

async function readBack(rows: readonly (readonly string[])[]): Promise<unknown> {
  const path = testFile(await bytesOf([sheet(rows)]), "a.xlsx");
  const [first] = await readCells(path);
  return first?.rows.slice(1).map((row) => row.cells.map((cell) => cell.text));
}

describe("a workbook of text cells", () => {
  // Ids, leading zeros, formulas, line ends, markup, spaces, what looks like an escape.
  test.each([
    "159921199001011234",
    "0012",
    "=1+1",
    "a\nb",
    "<&>\"'",
    "  x ",
    "_x0041_",
    "𠀀㐀",
    "\ue5e5",
  ])("gives back %j", async (text) => {
    expect(await readBack([["k", "", text]])).toEqual([["k", "", text]]);
  });

  test.each([
    ["a\r\nb", "a\nb"],
    ["a\u0000b\u001f", "a␀b␟"],
    ["\ud800", "\ufffd"],
  ])("shows %j as %j", async (text, shown) => {
    expect(asWritten(text)).toBe(shown);
    expect(await readBack([["k", "", text]])).toEqual([["k", "", shown]]);
  });

  test("has the same bytes whenever it is made", async () => {
    const rows = [["1", "", "甲"]];
    expect(await bytesOf([sheet(rows)])).toEqual(await bytesOf([sheet(rows)]));
  });

  test("keeps a text of which characters stand out, also beyond the first plane", async () => {
    const cells = [{ text: "𠀀玉a_x0041_", look: "faint", strong: [0, 2] } as const];
    const made = { name: "a", header: ["a"], widths: [], isForReading: true, rows: [cells] };
    const [first] = await readCells(testFile(await bytesOf([made]), "a.xlsx"));
    expect(first?.rows[1]?.cells[0]?.text).toBe("𠀀玉a_x0041_");
  });
});
