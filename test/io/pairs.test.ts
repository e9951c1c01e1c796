import { describe, expect, test } from "vitest";
import type { PairsFormat } from "../../src/domain/format.js";
import { encode } from "../../src/io/gb18030.js";
import { openTable } from "../../src/io/open-table.js";
import type { Row } from "../../src/io/row.js";
import { testFile } from "./folder.js";

const format: PairsFormat = {
  kind: "pairs",
  encoding: "gb18030",
  delimiter: "&",
  assign: "=",
  keys: ["Mzdjh", "Xm", "Je"],
};

describe("a file of named values", () => {
  // A line, its fields, and what is wrong with it.
  test.each([
    ["Mzdjh=1&Xm=王珅&Je=2.50", ["1", "王珅", "2.50"], []],
    ["Je=2.50&Mzdjh=1&Xm=王珅", ["1", "王珅", "2.50"], []],
    ["Mzdjh=1&Je=", ["1", "", ""], []],
    ["Mzdjh=1&Xm=a=b&", ["1", "a=b", ""], []],
    ["&Mzdjh = 1 ", [" 1 ", "", ""], []],
    ["Mzdjh=1&Kzhm=7", ["1", "", ""], ["pair-unknown Kzhm"]],
    ["Mzdjh=1&Mzdjh=2", ["1", "", ""], ["pair-repeated Mzdjh"]],
    ["Mzdjh=1&Xm=东&西&Je=3", ["1", "东", "3"], ["pair-broken 西"]],
    ["mzdjh=1", ["", "", ""], ["pair-unknown mzdjh"]],
  ])("%s", async (line, fields, wrong) => {
    const [row] = await read(encode(`${line}\r\n`), format);
    expect(row?.fields).toEqual(fields);
    expect(row?.findings?.map(({ code, values }) => `${code} ${values["found"]}`)).toEqual(wrong);
  });

  test("is decoded before it is split: 珅 ends in the byte of |", async () => {
    const bars = { ...format, delimiter: "|", assign: ":" };
    const [row] = await read(encode("Xm:王珅|Je:1"), bars);
    expect(row?.fields).toEqual(["", "王珅", "1"]);
  });

  test("blank lines are no rows, and every row keeps its place", async () => {
    const rows = await read(encode("Mzdjh=1\r\n\r\nXm=刘\nMzdjh=3"), format);
    expect(rows.map(({ line, offset, length }) => [line, offset, length])).toEqual([
      [1, 0, 7],
      [3, 11, 5],
      [4, 17, 7],
    ]);
  });
});

async function read(content: Buffer, how: PairsFormat): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of (await openTable(testFile(content), how)).batches) {
    rows.push(...batch.rows);
  }
  return rows;
}
