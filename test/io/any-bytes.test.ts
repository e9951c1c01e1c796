import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FileFormat, TextEncoding } from "../../src/domain/format.js";
import { textEncodings } from "../../src/domain/format.js";
import { readRows } from "../../src/io/delimited.js";
import { readFixed } from "../../src/io/fixed.js";
import { LineCutter, LONGEST_LINE } from "../../src/io/line-cutter.js";
import { readPairs } from "../../src/io/pairs.js";
import type { RowBatch } from "../../src/io/row.js";
import { SEED } from "../seeded.js";
import { testFile } from "./folder.js";

const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(0x0a, 0x0a, 0x0d, 0x22, 0x2c, 0x7c, 0x26, 0x3d, 0x00, 0x1a, 0x20, 0x31),
  fc.constantFrom(0xd5, 0xc5, 0xe5, 0xbc, 0xa0, 0x81, 0x30, 0xff, 0xfe, 0xef, 0xbb, 0xbf),
);
const bytes = fc.array(byte, { maxLength: 120 }).map((all) => Buffer.from(all));
const encoding = fc.constantFrom<TextEncoding>(...textEncodings);
const rows = { headerRows: 0, summary: "" } as const;

const format: fc.Arbitrary<FileFormat> = fc.oneof(
  fc.record({
    kind: fc.constant("delimited" as const),
    encoding,
    delimiter: fc.constantFrom(",", "\t", "|", "|@|", "&"),
    quote: fc.constantFrom("", '"'),
    ...constants(rows),
  }),
  fc.record({
    kind: fc.constant("fixed" as const),
    encoding: fc.constantFrom("gb18030" as const, "utf-8" as const),
    ranges: fc.constant([
      { start: 0, length: 2 },
      { start: 3, length: 4 },
    ]),
    ...constants(rows),
  }),
  fc.record({
    kind: fc.constant("pairs" as const),
    encoding,
    delimiter: fc.constantFrom("&", "|"),
    assign: fc.constant("="),
    keys: fc.constant(["1", "张"]),
  }),
);

describe("any bytes, in any format of text", () => {
  test("every line is in one row, at its place, or counted as blank", async () => {
    await fc.assert(
      fc.asyncProperty(bytes, format, async (content, how) => {
        const places = linesOf(content, "encoding" in how ? how.encoding : "utf-8");
        let [count, before] = [0, 0];
        for await (const batch of readerOf(testFile(content), how)) {
          count += batch.blank;
          for (const { line, offset, length } of batch.rows) {
            expect(line).toBeGreaterThan(before);
            expect(places[line - 1]?.offset).toBe(offset);
            const last = places.findIndex((one) => one.offset + one.length === offset + length);
            count += last + 1 - (line - 1);
            before = last + 1;
          }
        }
        expect(count).toBe(places.length);
      }),
      { seed: SEED, numRuns: 1_000 },
    );
  });
});

test("a line of 100 MB costs no more memory than its pieces", () => {
  const piece = Buffer.alloc(256 * 1024, "欧阳");
  for (const name of ["gb18030", "utf-16le"] as const) {
    const cutter = new LineCutter(name);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for (let taken = 0; taken < 400; taken++) {
      expect(cutter.take(piece)).toEqual([]);
      if (taken % 50 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    const [line, ...more] = cutter.finish();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ offset: 0, length: 400 * piece.length, isTooLong: true });
    expect(line?.text.length).toBe(1000);
    expect(most).toBeLessThan(64 * LONGEST_LINE);
  }
});

function constants<Values extends object>(values: Values) {
  const entries = Object.entries(values).map(([key, value]) => [key, fc.constant(value)]);
  return Object.fromEntries(entries) as {
    [Key in keyof Values]: fc.Arbitrary<Values[Key]>;
  };
}

function readerOf(path: string, how: FileFormat): AsyncGenerator<RowBatch> {
  if (how.kind === "delimited") return readRows(path, how);
  if (how.kind === "fixed") return readFixed(path, how);
  if (how.kind === "pairs") return readPairs(path, how);
  throw new Error(how.kind);
}

function linesOf(content: Buffer, name: TextEncoding) {
  const cutter = new LineCutter(name);
  return [...cutter.take(content), ...cutter.finish()];
}
