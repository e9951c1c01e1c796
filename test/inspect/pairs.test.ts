import { describe, expect, test } from "vitest";
import { guessPairs } from "../../src/inspect/pairs.js";

describe("pairs of name and value", () => {
  // Lines, parted by ⏎; delimiter, sign between name and value, names; or nothing.
  test.each([
    ["Mzdjh=1&Kzhm=A2&Jzks=内科⏎Mzdjh=2&Kzhm=A3&Jzks=", "& = Mzdjh Kzhm Jzks"],
    ["Mzdjh=1&Kzhm=A2⏎Kzhm=A3&Mzdjh=2&Ysxm=王", "& = Mzdjh Kzhm Ysxm"],
    ["姓名:王五;性别:男⏎姓名:李四;性别:女", "; : 姓名 性别"],
    ["a=1|b=2|c=x⏎a=1|b=3|c=z", "| = a b c"],
    ["a=1&b=2&c=3&d=x&y⏎a=1&b=2&c=3&d=z", "& = a b c d"], // a value that holds the sign
    ["exchcode=1001&Mzdjh=1&Kzhm=2", "& = exchcode Mzdjh Kzhm"],
    ["a=1&b=2\u001a", "& = a b"],
    ["a=1⏎b=2", undefined], // settings, one a line
    ["1,2,3⏎4,5,6", undefined],
    ["12:30,12:45⏎13:00,13:30", undefined],
    ["a=1&b=2⏎x,y⏎z,w", undefined],
    ['{"a":1,"b":2}⏎{"a":3,"b":4}', undefined],
    ["", undefined],
  ])("%j: %s", (text, expected) => {
    const found = guessPairs(text.split("⏎"));
    const told = found && [found.delimiter, found.assign, ...found.keys].join(" ");
    expect(told).toBe(expected);
  });
});
