import { describe, expect, test } from "vitest";
import type { TextEncoding } from "../../src/domain/format.js";
import { canBeReadIn, weighEncoding } from "../../src/io/encoding-evidence.js";
import { encode } from "../../src/io/gb18030.js";
import { testFile } from "./folder.js";

const utf8 = (text: string) => Buffer.from(text);
const utf16 = (text: string) => Buffer.from(text, "utf16le");
const line = "1,欧阳珅,样例县东镇,12.50\n";
const gbk = encode(line);
const times = (bytes: Buffer, count: number) =>
  Buffer.concat(Array.from({ length: count }, () => bytes));
const ascii = times(utf8("1,2,3\n"), 200_000); // more than is looked at first

describe("what speaks for the encoding of a file", () => {
  test.each<[string, Buffer, string, TextEncoding | undefined]>([
    ["GBK", times(gbk, 9), "gb18030", undefined],
    [
      "GB18030 with its mark",
      Buffer.concat([Buffer.from("84319533", "hex"), gbk]),
      "gb18030",
      "gb18030",
    ],
    ["UTF-8", utf8(line), "utf-8", undefined],
    ["UTF-8 with its mark", utf8(`\ufeff${line}`), "utf-8", "utf-8"],
    ["UTF-16 LE", utf16(line), "utf-16le", undefined],
    ["UTF-16 LE with its mark", utf16(`\ufeff${line}`), "utf-16le", "utf-16le"],
    ["UTF-16 BE", utf16(line).swap16(), "utf-16be", undefined],
    ["UTF-16 BE with its mark", utf16(`\ufeff${line}`).swap16(), "utf-16be", "utf-16be"],
    ["ASCII", utf8("1,2,3\n"), "ascii", undefined],
    ["GBK behind a MiB of ASCII", Buffer.concat([ascii, gbk]), "gb18030", undefined],
    ["UTF-8 behind a MiB of ASCII", Buffer.concat([ascii, utf8(line)]), "utf-8", undefined],
    ["more GBK than UTF-8", Buffer.concat([times(gbk, 9), utf8(line)]), "gb18030", undefined],
    ["more UTF-8 than GBK", Buffer.concat([gbk, times(utf8(line), 9)]), "utf-8", undefined],
  ])("%s", async (_, bytes, encoding, mark) => {
    const found = await weighEncoding(testFile(bytes));
    expect([found.encoding, found.mark]).toEqual([encoding, mark]);
  });

  test("tells how many lines disagree or are broken, and the first of them", async () => {
    const broken = Buffer.concat([encode("2,王"), Buffer.from([0xff]), encode("三\n")]);
    const bytes = [times(gbk, 5), utf8(line), broken, utf8("1,2\n"), times(utf8(line), 3)];
    const { encoding, lines } = await weighEncoding(testFile(Buffer.concat(bytes)));
    expect(encoding).toBe("gb18030");
    expect(lines).toEqual({
      foreign: 10,
      other: 4,
      firstOther: [6, 9, 10],
      broken: 1,
      firstBroken: [7],
    });
  });

  test("tells GB18030 from GBK by its characters of four bytes", async () => {
    expect((await weighEncoding(testFile(gbk))).fourByteCharacters).toBe(0);
    const { fourByteCharacters } = await weighEncoding(testFile(encode("1,㛃𬭎,王\n")));
    expect(fourByteCharacters).toBe(2);
  });
});

describe("a file can be read in an encoding", () => {
  test.each<[string, Buffer, TextEncoding, boolean]>([
    ["its own", gbk, "gb18030", true],
    ["plain ASCII in any", utf8("1,2\n"), "utf-8", true],
    ["another", utf8(line), "gb18030", false],
    ["another, for a few lines", Buffer.concat([times(utf8(line), 9), gbk]), "gb18030", true],
    ["another, for hardly a line", Buffer.concat([times(utf8(line), 300), gbk]), "gb18030", false],
    ["the other way round", Buffer.concat([times(gbk, 9), utf8(line)]), "utf-8", true],
    ["GBK as UTF-8", times(gbk, 9), "utf-8", false],
    ["UTF-16 as anything else", utf16(line), "utf-8", false],
    ["UTF-16 of the other order", utf16(`\ufeff${line}`), "utf-16be", false],
    ["UTF-8 behind a MiB of ASCII", Buffer.concat([ascii, times(utf8(line), 9)]), "gb18030", false],
    ["one name in UTF-8 behind it", Buffer.concat([ascii, utf8("1,张红\n")]), "gb18030", false],
  ])("%s", async (_, bytes, encoding, can) => {
    expect(await canBeReadIn(testFile(bytes), encoding)).toBe(can);
  });
});
