import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/io/files.js";
import { readHanzi, readSpec } from "../../src/jobs/match/read-spec.js";
import { type Linked, link } from "../../src/match/link.js";
import { thresholdsOf } from "../../src/match/outcomes.js";
import type { MatchTable } from "../../src/match/table.js";
import { listsOf } from "./registers.js";
import { tableOf } from "./tables.js";

const spec = await readSpec(`${packageRoot()}/mappings/match/people.yaml`);
const hanzi = await readHanzi(packageRoot());

/** Every pair with its probability, by the ids. */
function scoresOf(table: MatchTable, { candidates, probability }: Linked) {
  return new Map(
    Array.from(probability, (share, pair) => {
      const ids = [table.ids[candidates.left[pair] ?? 0], table.ids[candidates.right[pair] ?? 0]];
      return [ids.sort().join(" "), share] as const;
    }),
  );
}

describe("two registers of 20,000 people with every kind of dirt", () => {
  const { first, second, whose } = listsOf(spec, 20_000, "link");
  const table = tableOf(spec, first, second);
  const linked = link(table, spec, hanzi, { pairing: "all" });
  const { candidates, probability, expected } = linked;
  const isSame = (pair: number): boolean => {
    const [left, right] = [candidates.left[pair] ?? 0, candidates.right[pair] ?? 0];
    return whose.get(table.ids[left] ?? "") === whose.get(table.ids[right] ?? "");
  };
  const rowsPerPerson = new Map<number, number>();
  let truth = 0;
  for (const person of whose.values()) {
    const before = rowsPerPerson.get(person) ?? 0;
    truth += before;
    rowsPerPerson.set(person, before + 1);
  }

  test("are matched without answers: nearly all that is one person, and nobody else", () => {
    const { same } = thresholdsOf(probability, spec.outcomes);
    const called = [...probability.keys()].filter((pair) => (probability[pair] ?? 0) >= same);
    const right = called.filter(isSame).length;
    expect(truth).toBeGreaterThan(1300);
    expect(right / truth).toBeGreaterThan(0.97);
    expect(called.length - right).toBeLessThanOrEqual(1);
  });

  test("the model knows how many pairs there are", () => {
    expect(Math.abs(expected - truth) / truth).toBeLessThan(0.03);
  });

  test("the score of two rows does not depend on which comes first", () => {
    for (let pair = 0; pair < probability.length; pair += 97) {
      const [left, right] = [candidates.left[pair] ?? 0, candidates.right[pair] ?? 0];
      expect(linked.probabilityOf(left, right)).toBe(probability[pair]);
      expect(linked.probabilityOf(right, left)).toBe(probability[pair]);
    }
  });
});

test("the order of the rows does not change one digit of any score", () => {
  const { first, second } = listsOf(spec, 400, "order");
  const plain = tableOf(spec, first, second);
  const expected = scoresOf(plain, link(plain, spec, hanzi, { pairing: "all" }));
  expect(expected.size).toBeGreaterThan(20);
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...first], { minLength: first.length }),
      fc.shuffledSubarray([...second], { minLength: second.length }),
      (one, other) => {
        const table = tableOf(spec, one, other);
        expect(scoresOf(table, link(table, spec, hanzi, { pairing: "all" }))).toEqual(expected);
      },
    ),
    { numRuns: 5 },
  );
});

test("across two lists, no pair lies within one", () => {
  const { first, second } = listsOf(spec, 2000, "across");
  const table = tableOf(spec, first, second);
  const { candidates } = link(table, spec, hanzi, { pairing: "across" });
  expect(candidates.left.length).toBeGreaterThan(50);
  expect(candidates.left.every((row) => row < table.first)).toBe(true);
  expect(candidates.right.every((row) => row >= table.first)).toBe(true);
});
