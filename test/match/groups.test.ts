import fc from "fast-check";
import { expect, test } from "vitest";
import { groupsOf } from "../../src/match/groups.js";
import type { MatchKey } from "../../src/match/spec.js";
import { plainHanzi, specOf, tableOf } from "./tables.js";

const spec = specOf(`
title: groups
fields:
  name: { kind: text, levels: [equal] }
  birth: { kind: day }
blocking: [[name, birth year]]
`);
const key = spec.blocking[0] as MatchKey;
const cell = fc.tuple(fc.constantFrom("", "a", "b"), fc.constantFrom("", "19900101", "19901231"));

test("two rows share a group when they share every part of the key, and only then", () => {
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
      const rows = cells.map(([name, birth], at) => [`${100 + at}`, name, birth] as const);
      const { groupOf, rows: sorted, starts } = groupsOf(tableOf(spec, rows), key, plainHanzi);
      for (const [one, [name, birth]] of cells.entries()) {
        for (const [other, [otherName, otherBirth]] of cells.entries()) {
          const isStated = name !== "" && birth !== "" && otherBirth !== "";
          const isShared = groupOf[one] !== 0 && groupOf[one] === groupOf[other];
          expect(isShared).toBe(isStated && name === otherName);
        }
      }
      expect([...sorted].sort((a, b) => a - b)).toEqual(cells.map((_, at) => at));
      for (let group = 1; group + 1 < starts.length; group++) {
        const block = sorted.subarray(starts[group], starts[group + 1]);
        expect([...block].every((row) => groupOf[row] === group)).toBe(true);
        expect([...block]).toEqual([...block].sort((a, b) => a - b));
      }
    }),
  );
});

test("a group of more rows than the key allows is left alone, and counted", () => {
  const rows = ["a", "a", "a", "b", "b"].map((name, at) => [`${at}`, name, "19900101"] as const);
  const { groupOf, oversize } = groupsOf(tableOf(spec, rows), { ...key, most: 2 }, plainHanzi);
  expect([...groupOf]).toEqual([0, 0, 0, 1, 1]);
  expect(oversize).toEqual({ groups: 1, rows: 3 });
});
