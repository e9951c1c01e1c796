import { describe, expect, test } from "vitest";
import type { FixedFormat } from "../../src/domain/format.js";
import { encode } from "../../src/io/gb18030.js";
import { openTable } from "../../src/io/open-table.js";
import type { Row } from "../../src/io/row.js";
import { testFile } from "./folder.js";

/** Number of 3 bytes, name of 6, amount of 8 filled up on its left, village of 8. */
const format: FixedFormat = {
  kind: "fixed",
  encoding: "gb18030",
  headerRows: 0,
  summary: "",
  ranges: [
    { start: 0, length: 3 },
    { start: 3, length: 6 },
    { start: 9, length: 8 },
    { start: 17, length: 8 },
  ],
};

describe("a file of fixed width", () => {
  test("is cut in bytes before it is decoded; padding is taken off", async () => {
    const rows = await read(encode("1  张三     12.50东村    \r\n2  欧阳珅    8.00西村一组\r\n"));
    expect(rows.map((row) => row.fields)).toEqual([
      ["1", "张三", "12.50", "东村"],
      ["2", "欧阳珅", "8.00", "西村一组"],
    ]);
  });

  test("a character cut at the end of a field leaves the field behind it whole", async () => {
    const name = encode("欧阳阿珅").subarray(1, 7); // begins and ends with half a character
    const [row] = await read(Buffer.concat([encode("1  "), name, encode("   12.50东村    ")]));
    expect(row?.fields.slice(2)).toEqual(["12.50", "东村"]);
    const cut = Buffer.concat([
      encode("1  "),
      encode("张 三珅").subarray(0, 6),
      encode("   12.50"),
    ]);
    expect((await read(cut))[0]?.fields).toEqual(["1", "张 三\ufffd", "12.50", ""]);
  });

  // What an editor cuts off are blanks; a line that ends inside an amount was cut off itself.
  test.each([
    ["whole", "1  张三     12.50东村    ", ["1", "张三", "12.50", "东村"]],
    ["blanks cut off inside a field", "1  张三     12.50东村", ["1", "张三", "12.50", "东村"]],
    ["blanks cut off at a field's end", "1  张三     12.50", ["1", "张三", "12.50", ""]],
    ["blank fields cut off", "1  张三", ["1", "张三", "", ""]],
    ["longer by blanks", "1  张三     12.50东村      \t", ["1", "张三", "12.50", "东村"]],
    ["an amount cut off", "1  张三     12.5", "row-length-differs 16"],
    ["longer", "1  张三     12.50东村    x", "row-length-differs 26"],
  ])("%s", async (_, line, expected) => {
    const [row] = await read(encode(line));
    const told =
      row?.problem === undefined ? row?.fields : `${row.problem} ${row.values?.["found"]}`;
    expect(told).toEqual(expected);
  });

  test("has its header and its summary line, and blank lines are no rows", async () => {
    const path = testFile(encode("序号姓名\r\n1  张三     12.50\r\n\r\n合计\r\n\u001a"));
    const table = await openTable(path, { ...format, headerRows: 1, summary: "合计" });
    const batches = [];
    for await (const batch of table.batches) batches.push(batch);
    expect(table.names?.[0]).toBe("序\ufffd");
    expect(batches.flatMap((batch) => batch.rows.map((row) => row.line))).toEqual([2]);
    expect(batches.reduce((count, { blank }) => count + blank, 0)).toBe(2);
  });

  test("a line in UTF-8 is read as such, at the same bytes", async () => {
    const line = Buffer.concat([Buffer.from("2  张三"), Buffer.from("   12.50东村  ")]);
    const [, row] = await read(Buffer.concat([encode("1  李四     12.50东村\n"), line]));
    expect(row?.fields).toEqual(["2", "张三", "12.50", "东村"]);
    expect(row?.findings?.map((one) => one.code)).toEqual(["line-other-encoding"]);
  });
});

async function read(content: Buffer): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of (await openTable(testFile(content), format)).batches) {
    rows.push(...batch.rows);
  }
  return rows;
}
