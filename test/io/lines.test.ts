import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type TextEncoding, textEncodings } from "../../src/domain/format.js";
import { Refusal } from "../../src/domain/refusal.js";
import { encode } from "../../src/io/gb18030.js";
import { type Line, LineCutter } from "../../src/io/line-cutter.js";
import { rawLine, readLines } from "../../src/io/lines.js";
import { holds } from "../seeded.js";
import { testFile } from "./folder.js";

describe("LineCutter", () => {
  // Content, then the lines with their places: line@offset+length.
  test.each([
    ["", []],
    ["a", ["1@0+1 a"]],
    ["a\n", ["1@0+1 a"]],
    ["a\nb", ["1@0+1 a", "2@2+1 b"]],
    ["a\r\nb\r\n", ["1@0+1 a", "2@3+1 b"]],
    ["a\rb\r", ["1@0+1 a", "2@2+1 b"]],
    ["\n\r\n\r", ["1@0+0 ", "2@1+0 ", "3@3+0 "]],
    ["a\n\rb", ["1@0+1 a", "2@2+0 ", "3@3+1 b"]],
    ["王珅|1\n李|2", ["1@0+6 王珅|1", "2@7+4 李|2"]],
  ])("%j has the lines %j", (content, expected) => {
    expect(cut([encode(content)], "gb18030").map(told)).toEqual(expected);
  });

  test.each<[string, TextEncoding, number]>([
    ["efbbbf", "utf-8", 3],
    ["84319533", "gb18030", 4],
  ])("the mark %s belongs to no line, but to the offsets", (mark, encoding, length) => {
    const bytes = Buffer.from(`${mark}610a62`, "hex");
    expect(cut([bytes], encoding).map(told)).toEqual([`1@${length}+1 a`, `2@${length + 2}+1 b`]);
  });

  // Bytes, then the lines with their places: LE, with and without mark, and what is broken in it.
  test.each<[string, TextEncoding, readonly string[]]>([
    ["61000a006200", "utf-16le", ["1@0+2 a", "2@4+2 b"]],
    ["0061000a0062", "utf-16be", ["1@0+2 a", "2@4+2 b"]],
    ["fffe0d000a00e573", "utf-16le", ["1@2+0 ", "2@6+2 珥"]],
    ["feff000d000a73e5", "utf-16be", ["1@2+0 ", "2@6+2 珥"]],
    ["0d00610d0d00", "utf-16le", ["1@0+0 ", "2@2+2 ൡ"]],
    ["0a4e0a00004e", "utf-16le", ["1@0+2 上", "2@4+2 一"]], // 0A is half of 上, 0A 00 two halves
    ["610a00620a00", "utf-16le", ["1@0+4 ੡戀"]], // and here the other two
    ["6cd8ede00a00", "utf-16le", ["1@0+4 \ufffd\ue0ed"]], // half a surrogate pair
    ["62d8cedf0a00", "utf-16le", ["1@0+4 𨯎"]],
    ["61000a0062", "utf-16le", ["1@0+2 a", "2@4+1 \ufffd"]], // an odd byte at the end
    ["0061000a00", "utf-16be", ["1@0+2 a", "2@4+1 \ufffd"]],
  ])("%s in %s", (bytes, encoding, expected) => {
    const whole = Buffer.from(bytes, "hex");
    const single = [...whole].map((byte) => Buffer.from([byte]));
    expect(cut([whole], encoding).map(told)).toEqual(expected);
    expect(cut(single, encoding)).toEqual(cut([whole], encoding));
  });

  test("a byte order mark further on is a character like any other", () => {
    expect(cut([Buffer.from("a\n\ufeffb")], "utf-8").map((line) => line.text)).toEqual([
      "a",
      "\ufeffb",
    ]);
  });

  test("a line over one MiB is cut, however it arrives, and the next line keeps its place", () => {
    const long = Buffer.concat([Buffer.alloc(3_000_001, "x"), Buffer.from("\r\nafter\n")]);
    const pieces = [];
    for (let at = 0; at < long.length; at += 300_000) pieces.push(long.subarray(at, at + 300_000));
    for (const lines of [cut([long], "utf-8"), cut(pieces, "utf-8")]) {
      expect(lines.map(({ isTooLong, offset, length }) => [isTooLong, offset, length])).toEqual([
        [true, 0, 3_000_001],
        [false, 3_000_003, 5],
      ]);
      expect(lines[0]?.text).toBe("x".repeat(1000));
      expect(lines[0]?.end).toBe("\r\n");
    }
  });

  test("an endless line of UTF-16 keeps its place, and so does the line behind it", () => {
    const long = Buffer.from(`${"刘".repeat(1_000_001)}\r\nb`, "utf16le");
    const pieces = [];
    for (let at = 0; at < long.length; at += 99_999) pieces.push(long.subarray(at, at + 99_999));
    const lines = cut(pieces, "utf-16le");
    expect(
      lines.map(({ isTooLong, offset, length, end }) => [isTooLong, offset, length, end]),
    ).toEqual([
      [true, 0, 2_000_002, "\r\n"],
      [false, 2_000_006, 2, ""],
    ]);
  });

  test("a line of exactly one MiB is whole", () => {
    const [line] = cut([Buffer.alloc(1024 * 1024, "x")], "utf-8");
    expect(line).toMatchObject({ isTooLong: false, length: 1024 * 1024 });
    expect(line?.text.length).toBe(1024 * 1024);
  });

  test("the size of the pieces does not matter, and no byte is lost", () => {
    const part = fc.constantFrom("\n", "\r", "\r\n", "珅", "a,b", "㛃", "\ufeff", "");
    const encoding = fc.constantFrom<TextEncoding>(...textEncodings);
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }),
        encoding,
        fc.integer({ min: 1, max: 9 }),
        (parts, name, size) => {
          const text = parts.join("");
          const bytes = bytesOf(text, name);
          const pieces = [];
          for (let at = 0; at < bytes.length; at += size)
            pieces.push(bytes.subarray(at, at + size));
          const lines = cut(pieces, name);
          expect(lines).toEqual(cut([bytes], name));
          expect(lines.map((line) => line.text + line.end).join("")).toBe(
            text.replace(/^\ufeff/, ""),
          );
        },
      ),
      { seed: 20170101, numRuns: 1000 },
    );
  });
});

describe("any bytes", () => {
  const byte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(0x0a, 0x0d, 0x00, 0x81, 0x30, 0xe5, 0xbc, 0xa0, 0xd5, 0xff, 0xfe, 0xef, 0x7c),
  );

  test("give lines that cover the file without a gap, however they arrive", () => {
    const given = fc.tuple(
      fc.array(byte, { maxLength: 80 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom<TextEncoding>(...textEncodings),
      fc.integer({ min: 1, max: 20 }),
    );
    holds(
      fc.property(given, ([bytes, encoding, size]) => {
        const pieces = [];
        for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
        const lines = cut(pieces, encoding);
        expect(lines).toEqual(cut([bytes], encoding));
        const unit = encoding.startsWith("utf-16") ? 2 : 1;
        let place = lines[0]?.offset ?? bytes.length;
        expect([0, 2, 3, 4]).toContain(lines.length === 0 ? 0 : place);
        for (const { offset, length, end } of lines) {
          expect(offset).toBe(place);
          place += length + end.length * unit;
        }
        expect(place).toBe(bytes.length);
      }),
      3_000,
    );
  });
});

describe("readLines", () => {
  test("reads a file of many pieces; every line is found again by its place", async () => {
    const texts = Array.from(
      { length: 60_000 },
      (_, index) => `${index}|欧阳${"珅".repeat(index % 7)}`,
    );
    const path = testFile(encode(texts.join("\r\n")));
    const lines: Line[] = [];
    for await (const batch of readLines(path, { encoding: "gb18030" })) lines.push(...batch);

    expect(lines.map((line) => line.text)).toEqual(texts);
    for (const index of [0, 1, 12_345, 59_999]) {
      const { offset, length } = lines[index] as Line;
      expect(await rawLine(path, offset, length)).toEqual(encode(texts[index] ?? ""));
    }
  });

  test("a file that is not there is a refusal", async () => {
    const lines = readLines(`${testFile("")}.absent`, { encoding: "utf-8" });
    await expect(lines.next()).rejects.toThrow(Refusal);
  });
});

function cut(pieces: readonly Buffer[], encoding: TextEncoding): readonly Line[] {
  const cutter = new LineCutter(encoding);
  return [...pieces.flatMap((piece) => cutter.take(piece)), ...cutter.finish()];
}

function bytesOf(text: string, encoding: TextEncoding): Buffer {
  if (encoding === "gb18030") return encode(text);
  if (encoding === "utf-8") return Buffer.from(text);
  const bytes = Buffer.from(text, "utf16le");
  return encoding === "utf-16le" ? bytes : bytes.swap16();
}

function told({ line, offset, length, text }: Line): string {
  return `${line}@${offset}+${length} ${text}`;
}
