import { describe, expect, test } from "vitest";
import { numberAt } from "../../src/match/number-at.js";
import { aliasesAfter, endOf, mergedHalf, numbersAfter } from "../../src/match/numbers-after.js";

/** Records that came in under these numbers. */
function records(...numbers: readonly string[]) {
  return numbers.map((loadedAs) => ({ loadedAs }));
}

/** `3→2 2→1`: 3 was merged into 2, and 2 into 1. */
function merged(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(" ").filter((pair) => pair !== "");
  return new Map(pairs.map((pair) => pair.split("→") as [string, string]));
}

describe("the numbers of both halves of person 1", () => {
  // aliases, whose records leave, whose stay: the numbers of the leaving and of the staying half
  test.each([
    ["", "1", "1", undefined, "1"], // loaded as one: the leaving half needs a new number
    ["2→1", "2", "1", "2", "1"], // merged later: 2 takes its number back
    ["2→1", "1", "2", "1", "2"], // named the other way round: both as they were
    ["2→1", "2", "1 2", undefined, "1"], // a record of 2 stays: its number is not free
    ["3→2 2→1", "2 3", "1", "2", "1"], // what was merged before stays merged
    ["3→2 2→1", "3", "1 2", "3", "1"],
    ["3→2 2→1", "2", "1 3", "2", "1"],
    ["2→1 3→1", "2 3", "1", "2", "1"], // two merges at once: the lower number
    ["2→1 3→1", "1 3", "2", "1", "2"],
  ])("%s: %s leave, %s stay", (aliases, leave, stay, leaving, staying) => {
    const halves = {
      leaving: records(...leave.split(" ")),
      staying: records(...stay.split(" ")),
    };
    const asked = { psnNo: "1", aliases: merged(aliases), ...halves };
    expect(numbersAfter(asked)).toEqual({ leaving, staying });
  });
});

describe("where numbers lead after a split", () => {
  test.each([
    ["2→1", "2", "1", "2", "1", ""],
    ["3→2 2→1", "2 3", "1", "2", "1", "3→2"],
    ["3→2 2→1", "3", "1 2", "3", "1", "2→1"],
    ["3→2 2→1", "2", "1 3", "2", "1", "3→1"], // 3 stays, so it leads to 1 now
    ["2→1 3→1", "1 3", "2", "1", "2", "3→1"],
    ["2→1 3→1", "2 3", "1", "2", "1", "3→2"],
    ["4→2 2→1", "2", "1", "2", "1", "4→2"], // a number without records leads where it led
  ])("%s: %s leave, %s stay", (aliases, leave, stay, leavingNo, stayingNo, after) => {
    const halves = {
      leaving: records(...leave.split(" ")),
      staying: records(...stay.split(" ")),
    };
    const found = aliasesAfter({
      psnNo: "1",
      aliases: merged(aliases),
      ...halves,
      leavingNo,
      stayingNo,
    });
    expect([...found].sort()).toEqual([...merged(after)].sort());
  });

  test("a number leads on to the end", () => {
    expect(endOf("3", merged("3→2 2→1"))).toBe("1");
    expect(endOf("4", merged("3→2 2→1"))).toBe("4");
  });
});

describe("what a merge brought", () => {
  const rows = records("1", "2", "3", "4");
  const half = (aliases: string, left: string, right: string, ...mergedAway: string[]) => {
    const pair = { left: { loadedAs: left }, right: { loadedAs: right } };
    const asked = { psnNo: "1", aliases: merged(aliases), rows, mergedAway, ...pair };
    return mergedHalf(asked)?.map((row) => row.loadedAs);
  };

  test("is told by the number merged away last of those that only one record came through", () => {
    expect(half("2→1", "1", "2", "2")).toEqual(["2"]);
    expect(half("3→2 2→1", "1", "3", "3", "2")).toEqual(["2", "3"]);
    expect(half("3→2 2→1", "2", "3", "3", "2")).toEqual(["3"]);
    expect(half("2→1 3→1", "3", "2", "2", "3")).toEqual(["3"]);
    expect(half("2→1 3→1", "3", "2", "3", "2")).toEqual(["2"]);
  });

  test("is nothing where both records came in under one number", () => {
    expect(half("2→1", "2", "2", "2")).toBeUndefined();
  });
});

test("a record's number at a time is the one before its next move", () => {
  const moves = [
    { runId: 4, fromPsnNo: "3" },
    { runId: 7, fromPsnNo: "2" },
  ];
  expect([3, 4, 6, 7, 9].map((run) => numberAt("1", moves, run))).toEqual([
    "3",
    "2",
    "2",
    "1",
    "1",
  ]);
});
