import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Clusters } from "../../src/match/cluster.js";
import { holds } from "../seeded.js";

const ROWS = 30;
const anyRow = fc.nat(ROWS - 1);
const anyLinks = fc.array(
  fc.tuple(anyRow, anyRow).filter(([left, right]) => left !== right),
  { maxLength: 40 },
);

type Links = readonly (readonly [number, number])[];

function rootsOf(links: Links): readonly number[] {
  const clusters = new Clusters(ROWS);
  for (const [left, right] of links) clusters.link(left, right);
  return Array.from({ length: ROWS }, (_, row) => clusters.rootOf(row));
}

/** The same question answered plainly: spread the lowest row until nothing changes. */
function plainRoots(links: Links): readonly number[] {
  const roots = Array.from({ length: ROWS }, (_, row) => row);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (const [left, right] of links) {
      const low = Math.min(roots[left] ?? left, roots[right] ?? right);
      isChanged ||= roots[left] !== low || roots[right] !== low;
      roots[left] = low;
      roots[right] = low;
    }
  }
  return roots;
}

describe("clusters", () => {
  test.each<[Links, readonly number[]]>([
    [[], [0, 1, 2, 3, 4]],
    [[[3, 1]], [0, 1, 2, 1, 4]],
    [
      [
        [4, 3],
        [3, 2],
        [2, 0],
      ],
      [0, 1, 0, 0, 0],
    ], // a chain from its end
    [
      [
        [1, 2],
        [3, 4],
        [2, 3],
      ],
      [0, 1, 1, 1, 1],
    ], // two clusters become one
    [
      [
        [1, 2],
        [2, 1],
        [1, 2],
      ],
      [0, 1, 1, 3, 4],
    ], // said three times
  ])("%j", (links, roots) => {
    expect(rootsOf(links).slice(0, 5)).toEqual(roots);
  });

  test("the root is the lowest row, in whatever order and direction the links come", () => {
    holds(
      fc.property(anyLinks, fc.infiniteStream(fc.nat()), (links, dice) => {
        const roots = rootsOf(links);
        expect(roots).toEqual(plainRoots(links));
        const shuffled = links
          .map((link) => ({ link, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ link: [left, right], at }): readonly [number, number] =>
            at % 2 === 0 ? [left, right] : [right, left],
          );
        expect(rootsOf(shuffled)).toEqual(roots);
      }),
    );
  });

  test("a row is shared exactly when another has its root", () => {
    holds(
      fc.property(anyLinks, (links) => {
        const clusters = new Clusters(ROWS);
        for (const [left, right] of links) clusters.link(left, right);
        const roots = rootsOf(links);
        for (const [row, root] of roots.entries()) {
          const others = roots.filter((one) => one === root).length - 1;
          expect(clusters.isShared(row)).toBe(others > 0);
        }
      }),
    );
  });

  test("a row outside is our own mistake", () => {
    expect(() => new Clusters(3).rootOf(3)).toThrow("outside the clusters");
    expect(() => new Clusters(3).link(0, -1)).toThrow("outside the clusters");
  });
});
