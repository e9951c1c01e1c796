import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FileFormat } from "../../src/domain/format.js";
import { Refusal } from "../../src/domain/refusal.js";
import { withPlainFile } from "../../src/io/archive.js";
import { encode } from "../../src/io/gb18030.js";
import { openTable } from "../../src/io/open-table.js";
import { xlsBytes } from "../../src/io/workbook.js";
import { SEED } from "../seeded.js";
import { book } from "./book.js";
import { dbf, type Field, record } from "./dbf-bytes.js";
import { testFile } from "./folder.js";
import { zip } from "./zip-bytes.js";

const DBF: FileFormat = { kind: "dbf", encoding: "gb18030" };
const SHEET: FileFormat = { kind: "sheet", sheet: "", headerRows: 1, skip: 0, summary: "" };
const LINES: FileFormat = {
  ...{ kind: "delimited", encoding: "gb18030", delimiter: ",", quote: '"' },
  ...{ headerRows: 1, skip: 0, summary: "" },
};

const rows = [
  ["姓名", "证号", "金额"],
  ["张三", "159921199001011234", 12.5],
  ["李四", "无", 0.3],
];
const fields: readonly Field[] = [
  { name: "姓名", type: "C", length: 8 },
  { name: "YE", type: "Y", length: 8 },
  { name: "SJ", type: "T", length: 8 },
  { name: "BZ", type: "M", length: 4 },
  { name: "BH", type: "V", length: 6, flags: 2 },
  { name: "_NullFlags", type: "0", length: 1 },
];
const records = Array.from({ length: 5 }, (_, at) =>
  Buffer.concat([record(fields.slice(0, 1), [`张${at}`]), Buffer.alloc(27, at * 5)]),
);
const list = encode("姓名,证号\n张三,1\n".repeat(20));

/** Some bytes of a file changed, and perhaps its end cut off. */
interface Damage {
  readonly changes: readonly { readonly at: number; readonly byte: number }[];
  readonly cut: number;
}

const place = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 0.05, noNaN: true }),
);
const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x0d, 0x1a, 0x20, 0x7f, 0x80, 0xff));
const damage: fc.Arbitrary<Damage> = fc.record({
  changes: fc.array(fc.record({ at: place, byte }), { minLength: 1, maxLength: 8 }),
  cut: fc.oneof(
    { weight: 4, arbitrary: fc.constant(1) },
    fc.double({ min: 0, max: 1, noNaN: true }),
  ),
});

describe("whatever is changed in a file, it is read or refused: no crash, no hang, no bug", () => {
  test.each([
    ["a DBF of Visual FoxPro", dbf({ version: 0x30, fields, records }), DBF, 1000],
    [
      "a DBF of dBase",
      dbf({ fields: fields.slice(0, 1), records: [record(fields.slice(0, 1), ["张三"])] }),
      DBF,
      800,
    ],
    ["an XLS", xlsBytes("名单", rows), SHEET, 800],
    ["an XLSX", book("xlsx", rows as never), SHEET, 150],
    ["a ZIP of a text", zip([{ name: "a.csv", content: list }]), LINES, 400],
    ["a GZIP of a text", gzipSync(list), LINES, 400],
  ] as [string, Buffer, FileFormat, number][])("%s", async (_, whole, format, runs) => {
    const path = testFile(whole, "given.dbf");
    writeFileSync(join(dirname(path), "given.fpt"), Buffer.alloc(90, 3));
    const property = fc.asyncProperty(damage, async (one) => {
      writeFileSync(path, damagedBytes(whole, one));
      await readOrRefused(path, format);
    });
    await fc.assert(property, { seed: SEED, numRuns: runs });
  });

  test.each([
    ["XLS", "d0cf11e0a1b11ae1", SHEET],
    ["ZIP", "504b0304", SHEET],
    ["GZIP", "1f8b08", LINES],
    ["DBF", "03750131", DBF],
    ["Visual FoxPro", "30750131", DBF],
  ] as [string, string, FileFormat][])(
    "random bytes behind the magic of %s",
    async (_, magic, format) => {
      const path = testFile("");
      const property = fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (rest) => {
        writeFileSync(path, Buffer.concat([Buffer.from(magic, "hex"), rest]));
        await readOrRefused(path, format);
      });
      await fc.assert(property, { seed: SEED, numRuns: 100 });
    },
  );
});

describe("what is inside an archive is as hostile as what is outside", () => {
  test("a line of 100 MB is one bad row, in little memory", async () => {
    const line = Buffer.alloc(100 * 1024 * 1024, "甲,");
    const path = testFile(
      gzipSync(Buffer.concat([list, line, encode("\n李四,2\n")]), { level: 0 }),
    );
    const before = process.memoryUsage().rss;
    let most = 0;
    const found = await withPlainFile(path, undefined, async (plain) => {
      const seen: (readonly (string | undefined)[])[] = [];
      for await (const batch of (await openTable(plain, LINES)).batches) {
        seen.push(...batch.rows.map((row) => [row.problem, row.fields[0]]));
        most = Math.max(most, process.memoryUsage().rss);
      }
      return seen.slice(-2);
    });
    expect(found).toEqual([
      ["line-too-long", undefined],
      [undefined, "李四"],
    ]);
    expect(most - before).toBeLessThan(250 * 1024 * 1024);
  }, 60_000);
});

function damagedBytes(whole: Buffer, { changes, cut }: Damage): Buffer {
  const bytes = Buffer.from(whole);
  for (const { at, byte: value } of changes) {
    bytes[Math.min(bytes.length - 1, Math.floor(at * bytes.length))] = value;
  }
  return bytes.subarray(0, Math.ceil(cut * bytes.length));
}

/** Reads everything; only a refusal may stop it, and every row has a place and its fields. */
async function readOrRefused(path: string, format: FileFormat): Promise<void> {
  try {
    await withPlainFile(path, undefined, async (plain) => {
      const { batches, names = [] } = await openTable(plain, format);
      let last = 0;
      for await (const batch of batches) {
        for (const row of batch.rows) {
          if (row.line <= last) throw new Error(`row ${row.line} after ${last}`);
          last = row.line;
          const isCut = row.problem !== undefined || row.fields.length >= names.length;
          if (format.kind !== "delimited" && !isCut) throw new Error(`row ${row.line} is short`);
        }
      }
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    error.reason("zh");
  }
}
