import { describe, expect, test } from "vitest";
import { rowNumber } from "../../src/domain/row-number.js";
import { readRecordChoices } from "../../src/match/record-choice.js";
import { holderOf, type OwnRecord, partRecords } from "../../src/match/split.js";

/** `ncms:7:王强` in line 2, 3 … of members.csv. */
function records(...names: readonly string[]): readonly OwnRecord[] {
  return names.map((name, at) => {
    const [source = "", legacyId = "", psnName = ""] = name.split(":");
    return { fileId: 1, line: at + 2, path: "members.csv", source, legacyId, psnName };
  });
}

const own = records("ncms:7:王强", "ncms:7:王刚", "urbmi:7:王强", "ncms::王强");

describe("which records leave", () => {
  test.each([
    ["ncms:7", [2, 3]], // everybody under the number
    ["ncms:7:王刚", [3]], // of this name only
    ["urbmi:7", [4]], // the other scheme's number 7
    ["row:members.csv:5", [5]], // a row without a number
    ["urbmi:7,ncms:7:王强", [2, 4]],
    ["urbmi:7, row:members.csv:2", [2, 4]],
  ])("%s: lines %j", (text, lines) => {
    const { choices, unclear } = readRecordChoices(text);
    expect(unclear).toEqual([]);
    const { leaving, staying, strange } = partRecords(own, choices);
    expect(leaving.map((row) => row.line)).toEqual(lines);
    expect(leaving.length + staying.length).toBe(own.length);
    expect(strange).toEqual([]);
  });

  test("a choice that fits nothing is strange, and nothing leaves for it", () => {
    const { choices } = readRecordChoices("ncms:8,ncms:7:李四,row:other.csv:2");
    const { leaving, strange } = partRecords(own, choices);
    expect([leaving, strange]).toEqual([[], choices]);
  });

  test.each([["7"], ["ncms:"], [":7"], ["row:members.csv"], ["row:members.csv:x"], ["a:b:c:d"]])(
    "%s is not understood",
    (text) => {
      expect(readRecordChoices(text)).toEqual({ choices: [], unclear: [text] });
    },
  );

  test("the second record of a line has a number of its own", () => {
    const { choices } = readRecordChoices("row:visits.txt:12/2");
    expect(choices).toEqual([{ kind: "row", file: "visits.txt", line: rowNumber(12, 2) }]);
  });
});

describe("whose something is that names its person by old number", () => {
  const groups = new Map([
    ["P1", records("ncms:7:王强", "urbmi:9:王强")],
    ["P2", records("ncms:7:王刚", "ncms:8:王刚")],
  ]);

  test.each([
    ["urbmi:9:", "P1"], // one of them has the number alone
    ["ncms:8:李四", "P2"], // whatever name it states
    ["ncms:7:王刚", "P2"], // both have it: the name tells
    ["ncms:7:", undefined], // both have it, and there is no name
    ["ncms:7:王五", undefined], // nobody's name
    ["ncms:1:王强", undefined], // nobody's number
  ])("%s: %s", (name, holder) => {
    const [source = "", legacyId = "", psnName = ""] = name.split(":");
    expect(holderOf({ source, legacyId, psnName }, groups)).toBe(holder);
  });
});
