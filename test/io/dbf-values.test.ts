import { describe, expect, test } from "vitest";
import { readDbfHeader } from "../../src/io/dbf-header.js";
import { openFile } from "../../src/io/files.js";
import { openTable } from "../../src/io/open-table.js";
import { dbf, type Field } from "./dbf-bytes.js";
import { testFile } from "./folder.js";

/** Bytes of a cell, given in the way that is easiest to read. */
const int32 = (value: number): Buffer => bytes(4, (made) => made.writeInt32LE(value));
const int64 = (value: bigint): Buffer => bytes(8, (made) => made.writeBigInt64LE(value));
const double = (value: number): Buffer => bytes(8, (made) => made.writeDoubleLE(value));
const moment = (day: number, milliseconds: number): Buffer =>
  Buffer.concat([int32(day), int32(milliseconds)]);

describe("the value of a field", () => {
  test.each([
    ["C", Buffer.from("  007 \0\0"), "  007"],
    ["C", Buffer.from("0159921 "), "0159921"],
    ["N", Buffer.from("   -1.50"), "-1.50"],
    ["N", Buffer.from("      .5"), ".5"],
    ["N", Buffer.from("\0\0\0\0\0\0\0\0"), ""],
    ["F", Buffer.from("1.52E+17"), "1.52E+17"],
    ["D", Buffer.from("20170131"), "2017-01-31"],
    ["D", Buffer.from("20170230"), "2017-02-30"],
    ["D", Buffer.from("        "), ""],
    ["D", Buffer.from("00000000"), ""],
    ["D", Buffer.from("2017.1.3"), "2017.1.3"],
    ["L", Buffer.from("T"), "1"],
    ["L", Buffer.from("y"), "1"],
    ["L", Buffer.from("F"), "0"],
    ["L", Buffer.from("n"), "0"],
    ["L", Buffer.from("?"), ""],
    ["L", Buffer.from(" "), ""],
    ["L", Buffer.from("X"), "X"],
    ["I", int32(-2_147_483_648), "-2147483648"],
    ["B", double(0.1), "0.1"],
    ["B", double(Number.NaN), ""],
    ["Y", int64(123_456n), "12.3456"],
    ["Y", int64(-1n), "-0.0001"],
    ["Y", int64(9_223_372_036_854_775_807n), "922337203685477.5807"],
    ["T", moment(2_457_785, 36_000_999), "2017-01-31T10:00:01"],
    ["T", moment(2_457_785, 0), "2017-01-31T00:00:00"],
    ["T", moment(0, 0), ""],
    ["T", Buffer.alloc(8, " "), ""],
    ["T", moment(-5, 0), "0xfbffffff00000000"],
    ["@", moment(2_457_785, 86_399_000), "2017-01-31T23:59:59"],
    ["G", Buffer.from("         1"), "[OLE]"],
    ["G", Buffer.alloc(10, " "), ""],
    ["Q", Buffer.from("00ff", "hex"), "00ff"],
  ])("%s %j is %s", async (type, cell, expected) => {
    expect(await valuesIn([{ name: "A", type, length: cell.length }], cell)).toEqual([expected]);
  });

  test("Visual FoxPro marks what is null and how long a text of changing length is", async () => {
    const fields: readonly Field[] = [
      { name: "V1", type: "V", length: 6 },
      { name: "C1", type: "C", length: 2, flags: 0x02 },
      { name: "V2", type: "V", length: 6, flags: 0x02 },
      { name: "_NullFlags", type: "0", length: 1, flags: 0x05 },
    ];
    const cells = (flags: number): Buffer =>
      Buffer.concat([Buffer.from("abc  \x04xyabcdef"), Buffer.from([flags])]);
    expect(await valuesIn(fields, cells(0b0000))).toEqual(["abc  \x04", "xy", "abcdef"]);
    expect(await valuesIn(fields, cells(0b0001))).toEqual(["abc", "xy", "abcdef"]);
    expect(await valuesIn(fields, cells(0b1010))).toEqual(["abc  \x04", "", ""]);
  });
});

describe("dBase 7", () => {
  test("has longer names, and numbers that stand the other way round", async () => {
    const header = Buffer.alloc(68 + 48 * 3 + 1);
    header.set([0x04, 117, 1, 31]);
    header.writeUInt32LE(1, 4);
    header.writeUInt16LE(header.length, 8);
    header.writeUInt16LE(17, 10);
    for (const [at, [name, type, length]] of [
      ["AUTONUMBER_OF_A_PERSON", "+", 4],
      ["LONG", "I", 4],
      ["DOUBLE", "O", 8],
    ].entries()) {
      header.write(String(name), 68 + 48 * at);
      header.write(String(type), 68 + 48 * at + 32);
      header[68 + 48 * at + 33] = Number(length);
    }
    header[header.length - 1] = 0x0d;
    const cells = Buffer.from("800000077ffffffebff8000000000000", "hex");
    const path = testFile(Buffer.concat([header, Buffer.from(" "), cells]), "seven.dbf");
    const file = await openFile(path);
    const { fields } = await readDbfHeader(path, file, "gb18030").finally(() => file.close());
    expect(fields.map((field) => field.name)).toEqual(["AUTONUMBER_OF_A_PERSON", "LONG", "DOUBLE"]);
    expect(await fieldsOf(path)).toEqual(["7", "-2", "1.5"]);
  });
});

function bytes(length: number, write: (made: Buffer) => unknown): Buffer {
  const made = Buffer.alloc(length);
  write(made);
  return made;
}

function valuesIn(fields: readonly Field[], cells: Buffer): Promise<readonly string[]> {
  const records = [Buffer.concat([Buffer.from(" "), cells])];
  return fieldsOf(testFile(dbf({ version: 0x30, fields, records }), "given.dbf"));
}

async function fieldsOf(path: string): Promise<readonly string[]> {
  const { batches } = await openTable(path, { kind: "dbf", encoding: "gb18030" });
  for await (const batch of batches) return batch.rows[0]?.fields ?? [];
  return [];
}
