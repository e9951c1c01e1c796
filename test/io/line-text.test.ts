import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextEncoding } from "../../src/domain/format.js";
import { encode } from "../../src/io/gb18030.js";
import { LineCutter } from "../../src/io/line-cutter.js";
import { lineText } from "../../src/io/line-text.js";
import { verdictOf } from "../../src/io/line-verdict.js";
import { holds } from "../seeded.js";

const utf8 = (text: string) => Buffer.from(text);
const cut = (bytes: Buffer) => bytes.subarray(0, -1);

describe("the verdict on a line", () => {
  test.each([
    ["plain ASCII", utf8("1,2,3"), "ascii"],
    ["GBK", encode("1,张三,男"), "gb18030"],
    ["GB18030 with four bytes", encode("1,王㛃,男"), "gb18030"],
    ["GBK that ends with half a character", cut(encode("1,男,样例县东村")), "gb18030"],
    ["UTF-8, which GBK cannot read", utf8("1,王小明,男"), "utf-8"],
    ["UTF-8, which GBK can read", utf8("1,张红,男女"), "utf-8"],
    ["UTF-8 with a dot", utf8("1,阿依古丽·买买提,女"), "utf-8"],
    ["UTF-8 of rare planes", utf8("1,王𬭎,男"), "utf-8"],
    ["UTF-8 that ends with half a character", cut(utf8("1,男,样例县东村")), "utf-8"],
    // One cell may be ruined in a line that is sound otherwise: nobody can tell.
    ["one name in UTF-8 that GBK can read", utf8("1,张红,2"), "either"],
    ["one character of GBK", encode("1,男,2"), "either"],
    ["路, whose bytes are a dot in UTF-8", encode("1,路,2"), "either"],
    ["GBK and UTF-8 in one line", Buffer.concat([encode("1,张三,"), utf8("王小明")]), "neither"],
    ["bytes of no encoding", Buffer.from("312cffff2c", "hex"), "neither"],
    ["Latin letters", utf8("1,José,Müller"), "either"],
  ])("%s: %s", (_, bytes, verdict) => expect(verdictOf(bytes)).toBe(verdict));

  test("is never another for Chinese lines of GBK and of UTF-8", () => {
    const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => {
      return String.fromCharCode(code);
    });
    const cell = fc.array(character, { minLength: 1, maxLength: 6 }).map((all) => all.join(""));
    const line = fc.array(cell, { minLength: 1, maxLength: 5 }).map((cells) => cells.join(","));
    holds(
      fc.property(line, (text) => {
        expect(verdictOf(encode(text))).not.toBe("utf-8");
        expect(verdictOf(utf8(text))).not.toBe("gb18030");
      }),
      5_000,
    );
  });
});

describe("a line in another encoding than its file", () => {
  test.each<[TextEncoding, string, Buffer]>([
    ["gb18030", "utf-8", utf8("1,王小明,男")],
    ["utf-8", "gb18030", encode("1,王小明,男")],
  ])("of %s is read as %s, and keeps its own reading", (encoding, readAs, bytes) => {
    const line = lineText(bytes, encoding);
    expect([line.text, line.readAs]).toEqual(["1,王小明,男", readAs]);
    expect(line.otherwise).not.toBe(line.text);
  });

  test.each<[string, TextEncoding, Buffer]>([
    ["a clean one", "gb18030", encode("1,璐婕,女")],
    ["one that could be either", "gb18030", utf8("1,张红,2")],
    ["U+FFFD itself", "utf-8", utf8("1,张\ufffd,2")],
  ])("%s is left as it is (%s)", (_, encoding, bytes) => {
    const { text, ...more } = lineText(bytes, encoding);
    expect(text).not.toBe("");
    expect(more).toEqual({});
  });

  test("what is neither keeps both readings, for the cells to be looked at", () => {
    const line = lineText(Buffer.concat([encode("张三,"), utf8("王小明")]), "utf-8");
    expect(line).toEqual({
      text: "\ufffd\ufffd\ufffd\ufffd,王小明",
      otherwise: "张三,鐜嬪皬鏄\ufffd",
    });
  });

  test("keeps its exact place among the others", () => {
    const first = encode("1,张三,男\r\n");
    const second = utf8("2,李小红,女\n");
    const cutter = new LineCutter("gb18030");
    const lines = [...cutter.take(Buffer.concat([first, second, first])), ...cutter.finish()];
    const told = lines.map(({ offset, length, text, readAs }) => [offset, length, text, readAs]);
    expect(told).toEqual([
      [0, first.length - 2, "1,张三,男", undefined],
      [first.length, second.length - 1, "2,李小红,女", "utf-8"],
      [first.length + second.length, first.length - 2, "1,张三,男", undefined],
    ]);
  });
});
