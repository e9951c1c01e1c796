import { describe, expect, test } from "vitest";
import { encode } from "../../src/io/gb18030.js";
import { looksLike } from "../../src/io/looks-like.js";
import { testFile } from "./folder.js";

const table = "个人编号,姓名,金额\n1599000001,欧阳珅,12.50\n1599000002,李玥,8.00\n";
const prose = "样例市样例县东镇上一组\n内蒙古自治区样例旗西村二社\n".repeat(40);
const hex = (digits: string) => Buffer.from(digits, "hex");
const swapped = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("looksLike", () => {
  test.each([
    ["a table in UTF-8", Buffer.from(table), "utf-8"],
    ["UTF-8 with its mark", Buffer.from("\ufeffgrbh,xm\n"), "utf-8"],
    ["a table in GBK", encode(table), "gb18030"],
    ["four-byte characters", encode("1,㛃𬭎\n2,𬭎\n"), "gb18030"],
    ["路, whose GBK bytes are a letter in UTF-8 too", encode("1,路\n"), "gb18030"],
    ["letters of other countries in UTF-8", Buffer.from("Zürich,Москва\n"), "utf-8"],
    ["one such letter", Buffer.from("4,5,ʤ\n"), "utf-8"],
    ["U+FFFD that stands there as such", Buffer.from("37\ufffd36'37.8\n"), "utf-8"],
    ["UTF-8 with a name cut in half", cutInHalf(Buffer.from(table.repeat(9))), "utf-8"],
    ["GBK with a name cut in half", cutInHalf(encode(table.repeat(9))), "gb18030"],
    ["UTF-16 with its mark", Buffer.from("\ufeff刘", "utf16le"), "utf-16le"],
    ["UTF-16 with the other mark", swapped("\ufeff刘"), "utf-16be"],
    ["UTF-16 without a mark", Buffer.from(table, "utf16le"), "utf-16le"],
    ["the other UTF-16 without a mark", swapped(table), "utf-16be"],
    ["UTF-16 of addresses only", Buffer.from(prose, "utf16le"), "utf-16le"],
    ["the other UTF-16 of addresses only", swapped(prose), "utf-16be"],
    ["addresses in GBK", encode(prose), "gb18030"],
    ["addresses in UTF-8", Buffer.from(prose), "utf-8"],
    ["GB18030 with its mark", Buffer.concat([hex("84319533"), encode("1,2")]), "gb18030"],
    ["GBK with a stray zero byte", encode(`${table}\0`), "gb18030"],
    ["digits only", Buffer.from("1,2\n"), "ascii"],
    ["nothing", Buffer.alloc(0), "ascii"],
  ])("%s", async (_, bytes, expected) => {
    expect(await looksLike(testFile(bytes))).toBe(expected);
  });

  test.each([0, 1, 2])(
    "a character cut by the end of the sample is no error (%i)",
    async (shift) => {
      const bytes = Buffer.from(`${"x".repeat(1024 * 1024 - 5 + shift)}\n刘刘刘`);
      expect(await looksLike(testFile(bytes))).toBe("ascii");
      const long = Buffer.from("y".repeat(shift) + "刘".repeat(400_000));
      expect(await looksLike(testFile(long))).toBe("utf-8");
    },
  );
});

/** One byte of the last Chinese character is missing. */
function cutInHalf(bytes: Buffer): Buffer {
  const place = bytes.findLastIndex((byte) => byte >= 0x80);
  return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)]);
}
