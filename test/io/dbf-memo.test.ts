import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { encode } from "../../src/io/gb18030.js";
import { dbf, type Field, record } from "./dbf-bytes.js";
import { testFile } from "./folder.js";
import { type Found, GBK, readAll, readBytes } from "./read-table.js";

describe("long texts beside a table", () => {
  const memo: readonly Field[] = [
    { name: "ID", type: "C", length: 2 },
    { name: "BZ", type: "M", length: 10 },
  ];
  const records = [record(memo, ["1", "         1"]), record(memo, ["2"])];
  const table = dbf({ version: 0x83, fields: memo, records });

  test.each([
    ["dBase III, ended by 0x1A", "given.DBT", dbaseIii()],
    ["dBase IV, with its length", "given.dbt", dbaseIv()],
    ["FoxPro", "GIVEN.FPT", foxPro(encode("备注\t一").length)],
  ])("%s", async (_, name, content) => {
    const { rows, findings } = await readWith(table, name, content);
    expect(findings).toEqual([]);
    expect(rows.map((row) => row.fields)).toEqual([
      ["1", "备注\t一"],
      ["2", ""],
    ]);
  });

  test("a missing memo file is told, and its texts are empty", async () => {
    const { rows, findings } = await readBytes(table, GBK);
    expect(findings).toEqual([{ code: "memo-missing", values: {} }]);
    expect(rows[0]?.fields).toEqual(["1", ""]);
  });

  test.each([
    ["a length beyond its end", foxPro(60_000)],
    ["a length of four billion", foxPro(0xffffffff)],
    ["a block beyond its end", foxPro(9).subarray(0, 64)],
    ["nothing in it", Buffer.alloc(0)],
  ])("%s sets the row aside", async (_, content) => {
    const { rows } = await readWith(table, "given.fpt", content);
    expect(rows[0]?.findings).toEqual([{ code: "memo-unreadable", field: 1, values: {} }]);
    expect(rows[1]?.findings).toBeUndefined();
  });

  function dbaseIii(): Buffer {
    return Buffer.concat([Buffer.alloc(512), encode("备注\t一"), Buffer.from([0x1a, 0x1a, 9])]);
  }

  function dbaseIv(): Buffer {
    const text = encode("备注\t一");
    const head = Buffer.alloc(64);
    head.writeUInt16LE(64, 20);
    const block = Buffer.from("ffff080000000000", "hex");
    block.writeUInt32LE(text.length + 8, 4);
    return Buffer.concat([head, block, text, Buffer.from("rest")]);
  }

  function foxPro(length: number): Buffer {
    const head = Buffer.alloc(64);
    head.writeUInt16BE(64, 6);
    const block = Buffer.from("0000000100000000", "hex");
    block.writeUInt32BE(length, 4);
    return Buffer.concat([head, block, encode("备注\t一"), Buffer.from("rest")]);
  }
});

async function readWith(table: Buffer, name: string, memo: Buffer): Promise<Found> {
  const path = testFile(table, "Given.dbf");
  writeFileSync(join(dirname(path), name), memo);
  return readAll(path, GBK);
}
