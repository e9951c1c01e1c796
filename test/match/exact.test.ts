import { describe, expect, test } from "vitest";
import { type MatchRow, sameCertno, sameHouseholdMember } from "../../src/match/exact.js";

/** A row of the first household; only what the case is about is named. */
function row(rowNo: number, facts: Partial<MatchRow> = {}): MatchRow {
  return {
    rowNo,
    source: "ncms",
    psnName: "王明",
    certno: "159921195001019956",
    brdy: "1950-01-01",
    householdNo: "1",
    ...facts,
  };
}

describe("rule 1: the same number is the same person, if the names agree", () => {
  test("in one scheme and across schemes", () => {
    const group = [row(2), row(5, { source: "urbmi", householdNo: "" }), row(9)];
    expect(sameCertno(group)).toEqual({
      links: [
        [2, 5],
        [2, 9],
      ],
      conflicts: [],
    });
  });

  test("two names under one number: every row waits, each naming one of the other name", () => {
    const [first, same, other] = [row(2), row(5), row(9, { psnName: "王鸣" })];
    const { links, conflicts } = sameCertno([first, same, other]);
    expect(links).toEqual([]);
    expect(conflicts.map((one) => [one.row.rowNo, one.other.rowNo])).toEqual([
      [2, 9],
      [5, 9],
      [9, 2],
    ]);
  });

  test("three names: nobody is linked, not even to a row of the same name", () => {
    const names = ["王明", "王鸣", "李红", "王鸣"];
    const { links, conflicts } = sameCertno(names.map((psnName, at) => row(at, { psnName })));
    expect(links).toEqual([]);
    expect(conflicts.map((one) => one.row.rowNo)).toEqual([0, 1, 2, 3]);
    for (const one of conflicts) expect(one.other.psnName).not.toBe(one.row.psnName);
  });

  test("a row alone, or none, says nothing", () => {
    expect(sameCertno([row(1)])).toEqual({ links: [], conflicts: [] });
    expect(sameCertno([])).toEqual({ links: [], conflicts: [] });
  });
});

describe("rule 2: the same name, birth date and household in one source", () => {
  const other = "159921195001019972";

  test.each<[string, readonly MatchRow[], readonly (readonly [number, number])[]]>([
    ["both have the same number", [row(1), row(2)], [[1, 2]]],
    ["one has no number", [row(1), row(2, { certno: "" })], [[1, 2]]],
    ["the first has no number", [row(1, { certno: "" }), row(2)], [[1, 2]]],
    ["neither has a number", [row(1, { certno: "" }), row(2, { certno: "" })], [[1, 2]]],
    ["twins, or two of one name: two numbers", [row(1), row(2, { certno: other })], []],
    [
      "two numbers, and a row without one that could be either",
      [row(1), row(2, { certno: other }), row(3, { certno: "" })],
      [],
    ],
    ["a row alone", [row(1)], []],
    ["nobody", [], []],
  ])("%s", (_, group, links) => {
    expect(sameHouseholdMember(group)).toEqual(links);
  });
});

describe("rule 1, where the names may well be one", () => {
  const isAlike = (left: string, right: string) => left.startsWith("王") && right.startsWith("王");

  test("nobody waits: rows of one name are linked, and the model judges the rest", () => {
    const names = ["王明", "王鸣", "王明", "王鸣"];
    const group = names.map((psnName, at) => row(at, { psnName }));
    expect(sameCertno(group, isAlike)).toEqual({
      links: [
        [0, 2],
        [1, 3],
      ],
      conflicts: [],
    });
  });

  test("one name that is another lets all of them wait", () => {
    const names = ["王明", "王鸣", "李红"];
    const group = names.map((psnName, at) => row(at, { psnName }));
    expect(sameCertno(group, isAlike).conflicts).toHaveLength(3);
  });
});
