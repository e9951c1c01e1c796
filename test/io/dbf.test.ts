import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import { packageRoot } from "../../src/io/files.js";
import { encode } from "../../src/io/gb18030.js";
import { dbf, type Field, record } from "./dbf-bytes.js";
import { type Found, GBK, readAll, readBytes } from "./read-table.js";

const people: readonly Field[] = [
  { name: "姓名", type: "C", length: 6 },
  { name: "BDATE", type: "D", length: 8 },
  { name: "YE", type: "N", length: 8, decimals: 2 },
];
const zhang = record(people, ["张三", "19900131", "   12.50"]);
const li = record(people, ["李四", "", "********"]);

describe("the records of a DBF", () => {
  test("a table of dBase III in GBK", async () => {
    const { names, findings, rows } = await read(dbf({ fields: people, records: [zhang, li] }));
    expect(names).toEqual(["姓名", "BDATE", "YE"]);
    expect(findings).toEqual([]);
    expect(rows).toEqual([
      {
        ...{ line: 1, offset: 129, length: 23, text: "张三\t1990-01-31\t12.50" },
        fields: ["张三", "1990-01-31", "12.50"],
      },
      {
        line: 2,
        offset: 152,
        length: 23,
        text: "李四\t\t********",
        fields: ["李四", "", "********"],
      },
    ]);
  });

  test("a name cut in half by its width ends as U+FFFD and damages nothing else", async () => {
    const cut = record(people, ["", "19900131", "1"]);
    cut.set(encode("阿 依古").subarray(0, 6), 1); // 阿, a space, 依, half of 古
    const { rows } = await read(dbf({ fields: people, records: [cut] }));
    expect(rows[0]?.fields).toEqual(["阿 依\ufffd", "1990-01-31", "1"]);
  });

  test("names of fields end at their first zero; they may repeat, and be cut in half", async () => {
    const fields = [
      { name: Buffer.from("ID\0garbage"), type: "C", length: 1 },
      { name: "ID", type: "C", length: 1 },
      { name: encode("家庭账户余额").subarray(0, 10), type: "C", length: 1 },
      { name: encode("a家庭账户余额").subarray(0, 10), type: "C", length: 1 },
    ];
    const { names } = await read(dbf({ fields, records: [] }));
    expect(names).toEqual(["ID", "ID", "家庭账户余", "a家庭账户\ufffd"]);
  });

  test("deleted, damaged and cut records are rows with that fault", async () => {
    const deleted = record(people, ["王五", "19900131", "1.00"], "*");
    const zeros = Buffer.alloc(23);
    const records = [zhang, deleted, zeros, li, zhang.subarray(0, 9)];
    const { rows, findings } = await read(dbf({ fields: people, records, end: Buffer.alloc(0) }));
    expect(findings).toEqual([]);
    expect(rows.map((row) => [row.line, row.problem, row.text])).toEqual([
      [1, undefined, "张三\t1990-01-31\t12.50"],
      [2, "record-deleted", "王五\t1990-01-31\t1.00"],
      [3, "record-damaged", ""],
      [4, undefined, "李四\t\t********"],
      [5, "record-damaged", "张三  19"],
    ]);
  });

  test.each([
    ["no end mark", { end: Buffer.alloc(0) }, 2, []],
    ["end marks to the end of a sector", { end: Buffer.alloc(337, 0x1a) }, 2, []],
    ["zeros to the end of a sector", { end: Buffer.alloc(337) }, 2, []],
    ["a count too high", { count: 3 }, 2, [3, 2]],
    ["a count of four billion", { count: 0xffffffff }, 2, [0xffffffff, 2]],
    ["a count too low", { count: 1 }, 2, [1, 2]],
    ["a count of none", { count: 0 }, 2, [0, 2]],
    ["records that a packed table left behind", { end: Buffer.concat([end(), zhang, li]) }, 2, []],
  ])("%s", async (_, made, count, [expected, found]: readonly number[]) => {
    const { rows, findings } = await read(dbf({ fields: people, records: [zhang, li], ...made }));
    expect(rows.map((row) => row.problem)).toEqual(Array.from({ length: count }));
    const values = { expected, found };
    expect(findings).toEqual(
      expected === undefined ? [] : [{ code: "record-count-differs", values }],
    );
  });

  test("no records at all", async () => {
    const { rows, names } = await read(dbf({ fields: people, records: [] }));
    expect([names?.length, rows]).toEqual([3, []]);
  });

  test("more records than one piece holds are numbered through", async () => {
    const records = Array.from({ length: 30_000 }, (_, at) =>
      record(people, [`张${at % 100}`, "19900131", String(at)]),
    );
    const { rows } = await read(dbf({ fields: people, records }));
    expect(rows.length).toBe(30_000);
    for (const [at, row] of rows.entries()) {
      if (row.line !== at + 1 || row.fields[2] !== String(at)) throw new Error(row.text);
    }
  });
});

describe("the code page byte", () => {
  test.each([
    [0x00, undefined],
    [0x4d, undefined],
    [0x7a, undefined],
    [0x57, undefined],
    [0x03, "0x03 Windows-1252"],
    [0x4f, "0x4F Big5"],
    [0xee, "0xEE ?"],
  ])("%i is not believed", async (codePage, found) => {
    const { rows, findings } = await read(dbf({ fields: people, records: [zhang], codePage }));
    expect(rows[0]?.fields[0]).toBe("张三");
    const values = { found, expected: "gb18030" };
    expect(findings).toEqual(found === undefined ? [] : [{ code: "codepage-differs", values }]);
  });

  test("a table in UTF-8", async () => {
    const fields = [{ name: Buffer.from("姓名"), type: "C", length: 8 }];
    const records = [Buffer.from(" 张三丰".slice(0, 3)), Buffer.from("  ")];
    const content = dbf({ fields, records: [Buffer.concat(records)], codePage: 0x7a });
    const { names, rows, findings } = await readBytes(content, { kind: "dbf", encoding: "utf-8" });
    expect([names, rows[0]?.fields]).toEqual([["姓名"], ["张三"]]);
    expect(findings[0]?.values).toEqual({ found: "0x7A GBK", expected: "utf-8" });
  });
});

describe("headers that do not add up are refused", () => {
  const whole = dbf({ fields: people, records: [zhang] });
  test.each([
    ["nothing", Buffer.alloc(0), "只有 0 字节"],
    ["half a header", whole.subarray(0, 100), "文件头应有 129 字节,整个文件只有 100 字节"],
    [
      "a header of 65,535 bytes",
      dbf({ fields: people, records: [], headerLength: 65_535 }),
      "文件头应有 65535 字节,整个文件只有 130 字节",
    ],
    ["no fields", dbf({ fields: [], records: [] }), "文件头没有列出字段"],
    [
      "a header of 0 bytes",
      dbf({ fields: people, records: [], headerLength: 0 }),
      "文件头没有列出字段",
    ],
    [
      "an unknown type",
      dbf({ fields: [{ name: "A", type: "\x01", length: 9 }], records: [] }),
      "字段 A (0x01, 9) 的类型或长度不成立",
    ],
    [
      "a whole number of five bytes",
      dbf({ version: 0x30, fields: [{ name: "A", type: "I", length: 5 }], records: [] }),
      "字段 A (I, 5) 的类型或长度不成立",
    ],
    ...[0, 1, 22, 24, 65_535].map((recordLength) => [
      `records of ${recordLength} bytes`,
      dbf({ fields: people, records: [zhang], recordLength }),
      `各字段共 23 字节(含删除标记),文件头写的记录长度是 ${recordLength}`,
    ]),
  ] as [string, Buffer, string][])("%s", async (_, content, reason) => {
    const refusal = await read(content).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).reason("zh")).toContain(`:${reason}`);
  });

  test("a text field over 255 bytes is Clipper's", async () => {
    const fields = [{ name: "A", type: "C", length: 44, decimals: 1 }];
    const records = [Buffer.concat([Buffer.from(" "), Buffer.alloc(300, "x")])];
    const { rows } = await read(dbf({ fields, records, recordLength: 301 }));
    expect(rows[0]?.fields).toEqual(["x".repeat(300)]);
  });
});

const samples = join(packageRoot(), "../shared/data/dbf");

describe.skipIf(!existsSync(samples))("DBF files of other makers (../shared/data/dbf)", () => {
  // Counts are those of the headers; a column (from 0) and what stands there in the first record.
  test.each([
    ["cp1251", 4, 2, 0, "1"],
    ["dbase_03", 14, 31, 8, "2005-07-12"],
    ["dbase_03_cyrillic", 2, 2, 1, "36.30"],
    ["dbase_30", 34, 145, 8, "1999-03-05"],
    ["dbase_31", 77, 10, 5, "18.0000"],
    ["dbase_83", 67, 15, 12, "5.51"],
  ])("%s has %i records", async (name, count, columns, at, cell) => {
    const { rows, ...table } = await readAll(join(samples, `${name}.dbf`), GBK);
    expect([rows.length, table.names?.length]).toEqual([count, columns]);
    expect(rows.filter((row) => row.problem !== undefined)).toEqual([]);
    expect(table.findings.map((one) => one.code)).not.toContain("record-count-differs");
    expect(rows[0]?.fields[at]).toBe(cell);
  });
});

function end(): Buffer {
  return Buffer.from([0x1a]);
}

function read(content: Buffer): Promise<Found> {
  return readBytes(content, GBK);
}
