import { describe, expect, test } from "vitest";
import { ruinedText } from "../../src/io/ruined.js";
import { examine, maySuffer } from "../../src/migrate/forensics.js";
import { PRIVATE_USE, twinOf } from "../../src/migrate/twins.js";

/** What an examination makes of a cell: its text, and the codes of what it found. */
function found(cell: string) {
  const examined = examine(cell, ruinedText);
  return examined && [examined.text, ...examined.problems.map((one) => one.code)];
}

describe("examine", () => {
  test.each([
    ["王\ufffd", ["王\ufffd", "character-cut"]], // a character cut in half
    ["王\ufffd0", ["王\ufffd0", "character-cut"]], // the first two bytes of four
    ["王\ufffd明", ["王\ufffd明", "line-undecodable"]],
    ["王\ufffd\ufffd", ["王\ufffd\ufffd", "line-undecodable"]],
    ["王平锟斤拷", ["王平锟斤拷", "text-replaced"]], // U+FFFD written as UTF-8, read as GBK
    ["王锟\ufffd", ["王锟\ufffd", "text-replaced"]], // a single one
    ["王锟絴男", ["王锟絴男", "text-replaced"]], // a single one before |
    ["çŽ‹ï¿½", ["çŽ‹ï¿½", "text-replaced"]],
    ["烫烫烫", ["烫烫烫", "text-replaced"]],
    ["屯屯屯", ["屯屯屯", "text-replaced"]],
    ["鐜嬪皬鏄?", ["鐜嬪皬鏄?", "text-garbled"]], // 王小明, its last byte lost
    ["çŽ‹å°\u008fæ˜Ž", ["çŽ‹å°\u008fæ˜Ž", "text-garbled"]], // 王小明 in UTF-8, read as cp1252
    ["ÕÅÈý", ["ÕÅÈý", "text-garbled"]], // 张三 in GBK, read as Latin-1
    ["寮犵孩", ["寮犵孩", "text-garbled"]], // 张红 in UTF-8, read as GBK
    ["刘\ue863", ["刘䶮", "character-twin-mapped"]], // cp936 kept 䶮 there
    ["\ue81e", ["龴", "character-twin-mapped"]], // GB18030-2022
    ["王\ue000", ["王\ue000", "character-private-use"]], // nobody's character: never guessed
    ["\ue863\ue000", ["䶮\ue000", "character-twin-mapped", "character-private-use"]],
  ])("%j is %j", (cell, expected) => {
    expect(maySuffer(cell, ruinedText)).toBe(true);
    expect(found(cell)).toEqual(expected);
  });

  // Nobody's name may be called ruined because it is rare.
  test.each([
    "王小明",
    "珅",
    "誠",
    "喆",
    "犇",
    "龑",
    "䶮",
    "㛃",
    "𬭎",
    "阿依古丽·买买提",
    "屯屯",
    "锟斤",
    "",
  ])("%s is sound", (cell) => expect(found(cell)).toBeUndefined());

  test("tells which private-use character became which", () => {
    const [problem] = examine("刘\ue863", ruinedText)?.problems ?? [];
    expect(problem?.values).toEqual({ found: "U+E863", repaired: "䶮" });
  });
});

describe("twins", () => {
  test.each([
    ["\ue78d", "\ufe10"],
    ["\ue7c7", "\u1e3f"],
    ["\ue81e", "\u9fb4"],
    ["\ue864", "\u9fbb"],
    ["\ue863", "\u4dae"],
    ["\ue76c", "\u20ac"],
  ])("%j is %j (standards.md 4.5)", (twin, real) => {
    expect(twinOf(twin)).toBe(real);
  });

  test("lead from private use out of it, each to a character of its own", () => {
    const reals = new Set<string>();
    let twins = 0;
    for (let code = 0xe000; code <= 0xf8ff; code++) {
      const real = twinOf(String.fromCharCode(code));
      if (real === undefined) continue;
      twins += 1;
      reals.add(real);
      expect(real).not.toMatch(PRIVATE_USE);
    }
    expect(twins).toBe(21); // 18 of GB18030-2022, one of its 2005 edition, two of cp936
    expect(reals.size).toBe(twins);
  });
});
