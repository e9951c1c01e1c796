import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/io/gb18030.js";
import { ruinedText } from "../../src/io/ruined.js";
import {
  byteOf,
  RAW_BYTES,
  rawByte,
  survivesAsGbk,
  utf8AsRawBytes,
} from "../../src/sample/raw-bytes.js";

describe("a raw byte in the text of a sample", () => {
  test("is told from every character, surrogate pairs included", () => {
    expect(RAW_BYTES.test("张𬭎,㛃·?\ue000")).toBe(false);
    expect(RAW_BYTES.exec(`张𬭎${rawByte(0xd5)},`)?.[0]).toBe("\udcd5");
    expect([0x80, 0xd5, 0xff].map((byte) => byteOf(rawByte(byte)))).toEqual([0x80, 0xd5, 0xff]);
  });
});

describe("a name in UTF-8 inside a GBK file", () => {
  test("is read as other characters, and known for what it is", () => {
    // Of rare characters the other reading may make as much sense, and then nobody can tell.
    const everyday = fc.tuple(
      fc.integer({ min: 0xb0, max: 0xd6 }),
      fc.integer({ min: 0xa1, max: 0xfe }),
    );
    const anyCharacter = everyday.map((code) => decode(Buffer.from(code)));
    let survived = 0;
    fc.assert(
      fc.property(anyCharacter, anyCharacter, (first, second) => {
        const name = first + second;
        if (!survivesAsGbk(name)) return;
        survived += 1;
        const read = decode(bytesOf(utf8AsRawBytes(name)));
        expect(read).not.toMatch(/[\ufffd\ue000-\uf8ff]/);
        expect(read).not.toBe(name);
        expect(ruinedText.original(read)).toBe(name);
      }),
      { seed: 20170101, numRuns: 2_000 },
    );
    expect(survived).toBeGreaterThan(500);
  });

  test("is given up when its bytes do not come in pairs", () => {
    expect(survivesAsGbk("王小明")).toBe(false);
    expect(survivesAsGbk("阿依古丽·买买提")).toBe(false);
  });
});

function bytesOf(raw: string): Buffer {
  return Buffer.from([...raw].map(byteOf));
}
