import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextEncoding } from "../../src/domain/format.js";
import { Refusal } from "../../src/domain/refusal.js";
import { encode } from "../../src/io/gb18030.js";
import { type Line, LineCutter } from "../../src/io/line-cutter.js";
import { rawLine, readLines } from "../../src/io/lines.js";
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

  test("a line of exactly one MiB is whole", () => {
    const [line] = cut([Buffer.alloc(1024 * 1024, "x")], "utf-8");
    expect(line).toMatchObject({ isTooLong: false, length: 1024 * 1024 });
    expect(line?.text.length).toBe(1024 * 1024);
  });

  test("the size of the pieces does not matter, and no byte is lost", () => {
    const part = fc.constantFrom("\n", "\r", "\r\n", "珅", "a,b", "㛃", "\ufeff", "");
    const encoding = fc.constantFrom<TextEncoding>("gb18030", "utf-8");
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }),
        encoding,
        fc.integer({ min: 1, max: 9 }),
        (parts, name, size) => {
          const text = parts.join("");
          const bytes = name === "utf-8" ? Buffer.from(text) : encode(text);
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

function told({ line, offset, length, text }: Line): string {
  return `${line}@${offset}+${length} ${text}`;
}
