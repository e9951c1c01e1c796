import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, encode } from "../../src/io/gb18030.js";

const standard = new URL("../../../shared/data/encoding/", import.meta.url);
const hasStandard = existsSync(standard);
const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");

describe("decode and encode", () => {
  // Code, character: where GBK, GB18030 and iconv-lite differ, and names that break naive readers.
  test.each([
    ["41", "A"],
    ["C1F5", "刘"],
    ["AB7C", "珅"], // ends in the byte of |
    ["D55C", "誠"], // ends in the byte of \
    ["FE9F", "䶮"],
    ["A2E3", "€"],
    ["A6D9", "︐"], // moved by GB18030-2022
    ["FE59", "龴"], // moved by GB18030-2022
    ["8230B731", "㛃"],
    ["9933A932", "𬭎"],
    ["8431A437", "\ufffd"],
    ["E3329A35", "\u{10ffff}"],
  ])("%s is %s, both ways", (code, character) => {
    expect(decode(hex(code))).toBe(character);
    expect(encode(character)).toEqual(hex(code));
  });

  // What no table assigns: replaced on its own, and what stands behind it survives.
  test.each([
    ["FF 2C", "\ufffd,"],
    ["D5 09", "\ufffd\t"],
    ["D5 2C", "\ufffd,"],
    ["D5 0D0A", "\ufffd\r\n"],
    ["D5", "\ufffd"],
    ["81 30 2C", "\ufffd0,"],
    ["81 30 81 0A", "\ufffd0\ufffd\n"],
    ["8431A530 2C", "\ufffd,"], // four bytes between the last of the BMP and the first above it
    ["FE39FE39 2C", "\ufffd,"], // four bytes above the last character
    ["80", "€"], // as cp936 has it, and the standard too
  ])("%s decodes to %j", (bytes, text) => {
    expect(decode(hex(bytes))).toBe(text);
  });

  test("a lone surrogate is the only thing that has no code", () => {
    expect(encode("a\ud800b").toString("latin1")).toBe("a?b");
  });
});

describe.skipIf(!hasStandard)("against the index of the standard (../shared/data/encoding)", () => {
  test("all 23,940 two-byte codes decode, and all but A3A0 encode back", () => {
    const codes = rowsOf("index-gb18030.txt").map(([pointer, point]) => {
      const trail = pointer % 190;
      const bytes = [Math.floor(pointer / 190) + 0x81, trail + (trail < 0x3f ? 0x40 : 0x41)];
      return { bytes: Buffer.from(bytes), character: String.fromCodePoint(point) };
    });
    expect(codes.length).toBe(23_940);
    for (const { bytes, character } of codes) {
      expect(decode(bytes), bytes.toString("hex")).toBe(character);
    }
    const lost = codes.filter(({ bytes, character }) => !encode(character).equals(bytes));
    expect(lost.map(({ bytes }) => bytes.toString("hex"))).toEqual(["a3a0"]);
  });

  test("the first and last code of every four-byte range decode and encode back", () => {
    const ranges = rowsOf("index-gb18030-ranges.txt");
    for (const [index, [pointer, point]] of ranges.entries()) {
      const next = ranges[index + 1]?.[0] ?? 1_237_576;
      const last = pointer < 189_000 ? Math.min(next - 1, 39_419) : next - 1;
      expect(decode(fourBytes(pointer))).toBe(String.fromCodePoint(point));
      expect(decode(fourBytes(last))).toBe(String.fromCodePoint(point + last - pointer));
      // What GB18030-2022 moved to two bytes has them from now on: U+1E3F, U+FE10 …, U+9FB4 ….
      for (const at of [pointer, last]) {
        const character = decode(fourBytes(at));
        const back = encode(character);
        if (back.length === 4) expect(back).toEqual(fourBytes(at));
        else expect(decode(back)).toBe(character);
      }
    }
  });
});

describe.skipIf(!hasStandard)("every four-byte code of the basic plane", () => {
  test("decodes to the character that the ranges give, and that encodes back", () => {
    const ranges = rowsOf("index-gb18030-ranges.txt");
    const twoBytes = new Set(rowsOf("index-gb18030.txt").map(([, point]) => point));
    let moved = 0;
    for (let pointer = 0; pointer <= 39_419; pointer++) {
      const [from, first] = ranges.findLast(([start]) => start <= pointer) ?? [0, 0];
      const point = pointer === 7_457 ? 0xe7c7 : first + pointer - from;
      const character = String.fromCodePoint(point);
      expect(decode(fourBytes(pointer)), `${pointer}`).toBe(character);
      if (twoBytes.has(point) || !encode(character).equals(fourBytes(pointer))) moved += 1;
    }
    expect(moved).toBe(18); // GB18030-2022 gave these a code of two bytes as well
  });
});

describe("for every input", () => {
  test("text comes back", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 50 });
    fc.assert(
      fc.property(text, (given) => decode(encode(given)) === given),
      { seed: 20170101, numRuns: 500 },
    );
  });

  test("no byte sequence swallows or makes a TAB, comma, CR, LF or quote", () => {
    const byte = fc.oneof(
      fc.integer({ min: 0, max: 255 }),
      fc.constantFrom(0x09, 0x2c, 0x0d, 0x0a, 0x22, 0x30, 0x39, 0x81, 0xd5, 0xfe, 0xff),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 60 }), (bytes) => {
        const delimiters = String.fromCharCode(...bytes).replace(/[^\t,\r\n"]/g, "");
        expect(decode(Buffer.from(bytes)).replace(/[^\t,\r\n"]/g, "")).toBe(delimiters);
      }),
      { seed: 20170101, numRuns: 2000 },
    );
  });
});

/** The rows of an index file: pointer and code point. */
function rowsOf(name: string): readonly (readonly [number, number])[] {
  return readFileSync(new URL(name, standard), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => line.trim().split("\t"))
    .map(([pointer, point]) => [Number(pointer), Number(point)]);
}

function fourBytes(pointer: number): Buffer {
  const [first, rest] = [Math.floor(pointer / 12_600), pointer % 12_600];
  const [second, third] = [Math.floor(rest / 1_260), Math.floor((rest % 1_260) / 10)];
  return Buffer.from([first + 0x81, second + 0x30, third + 0x81, (rest % 10) + 0x30]);
}
