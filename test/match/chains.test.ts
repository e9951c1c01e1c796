import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinPersons } from "../../src/match/chains.js";

type Link = readonly [left: number, right: number, probability: number];

/** The clusters as lists of rows, and the links that were not followed. */
function joined(size: number, links: readonly Link[], apart: readonly string[] = []) {
  const columns = {
    left: Int32Array.from(links, ([left]) => left),
    right: Int32Array.from(links, ([, right]) => right),
    probability: Float64Array.from(links, ([, , probability]) => probability),
  };
  const differ = (one: number, other: number): boolean =>
    apart.includes(`${Math.min(one, other)}-${Math.max(one, other)}`);
  const { rootOf, refused } = joinPersons(size, columns, differ);
  return { roots: [...rootOf], refused: refused.map((at) => links[at]?.slice(0, 2).join("-")) };
}

describe("joinPersons", () => {
  test("links make clusters, named by their lowest row", () => {
    const { roots, refused } = joined(5, [
      [3, 4, 0.99],
      [1, 3, 0.999],
    ]);
    expect(roots).toEqual([0, 1, 2, 1, 1]);
    expect(refused).toEqual([]);
  });

  test("a new record that matches two different people is joined with neither", () => {
    const links: readonly Link[] = [
      [0, 1, 0.9995],
      [1, 2, 0.999],
    ];
    const { roots, refused } = joined(3, links, ["0-2"]);
    expect(roots).toEqual([0, 1, 2]);
    expect(refused).toEqual(["0-1", "1-2"]);
  });

  test("unless one of them is matched by odds a hundred times as high", () => {
    const links: readonly Link[] = [
      [0, 1, 0.99999],
      [1, 2, 0.98],
    ];
    const { roots, refused } = joined(3, links, ["0-2"]);
    expect(roots).toEqual([0, 0, 2]);
    expect(refused).toEqual(["1-2"]);
  });

  test("no long chain joins what differs at its ends: its last link is not followed", () => {
    const links: readonly Link[] = [
      [0, 1, 0.9999],
      [1, 2, 0.999],
      [2, 3, 0.99],
    ];
    const { roots, refused } = joined(4, links, ["0-3"]);
    expect(roots).toEqual([0, 0, 0, 3]);
    expect(refused).toEqual(["2-3"]);
  });
});

test("for all links, no cluster holds two rows that differ, in whatever order links come", () => {
  const link = fc.tuple(fc.nat(6), fc.nat(6), fc.constantFrom(0.96, 0.99, 0.9999));
  const pair = fc.tuple(fc.nat(6), fc.nat(6));
  fc.assert(
    fc.property(
      fc.uniqueArray(link, { selector: ([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}` }),
      fc.array(pair),
      (drawn, differing) => {
        const apart = differing.map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
        const links = drawn
          .filter(([a, b]) => a !== b)
          .map(([a, b, p]): Link => [Math.min(a, b), Math.max(a, b), p])
          .filter(([a, b]) => !apart.includes(`${a}-${b}`));
        const { roots } = joined(7, links, apart);
        for (const one of roots.keys()) {
          for (const other of roots.keys()) {
            if (roots[one] !== roots[other] || one >= other) continue;
            expect(apart).not.toContain(`${one}-${other}`);
          }
        }
        expect(joined(7, links.toReversed(), apart).roots).toEqual(roots);
      },
    ),
  );
});
