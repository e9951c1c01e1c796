import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Letters } from "../../src/match/compare/letters.js";
import { isOneSlip, isWithinEdits, jaroWinkler } from "../../src/match/compare/text.js";

describe("jaroWinkler", () => {
  // The three pairs that Winkler's papers give, and the edges.
  test.each([
    ["martha", "marhta", 0.961],
    ["dwayne", "duane", 0.84],
    ["dixon", "dicksonx", 0.813],
    ["", "", 1],
    ["a", "", 0],
    ["abc", "xyz", 0],
  ])("%s and %s are alike by %d", (left, right, expected) => {
    expect(jaroWinkler(left, right)).toBeCloseTo(expected, 3);
  });
});

describe("isWithinEdits", () => {
  test.each([
    ["19081209", "19081209", 0],
    ["19081209", "19081290", 1], // two neighbours swapped
    ["19081209", "1908129", 1], // one missing
    ["19081209", "19081309", 1], // one wrong
    ["19081209", "91082109", 2],
    ["kitten", "sitting", 3],
  ])("%s and %s lie %d apart", (left, right, edits) => {
    expect(isWithinEdits(left, right, edits)).toBe(true);
    expect(edits > 0 && isWithinEdits(left, right, edits - 1)).toBe(false);
  });
});

test("one slip is one place wrong, or two neighbours that changed places", () => {
  expect(isOneSlip("12345", "12945")).toBe(true);
  expect(isOneSlip("12345", "13245")).toBe(true);
  expect(isOneSlip("12345", "14325")).toBe(false);
  expect(isOneSlip("12345", "1234")).toBe(false);
});

const word = fc.string({ unit: fc.constantFrom(..."abcde1"), maxLength: 9 });

describe("for all texts", () => {
  test("the way round does not matter", () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(jaroWinkler(left, right)).toBe(jaroWinkler(right, left));
        expect(isWithinEdits(left, right, 2)).toBe(isWithinEdits(right, left, 2));
        expect(isOneSlip(left, right)).toBe(isOneSlip(right, left));
      }),
    );
  });

  test("the quick look at the letters promises too much, never too little", () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        fc.pre(left !== "" && right !== "");
        const letters = new Letters([left, right]);
        expect(letters.mostAlike(0, 1)).toBeGreaterThanOrEqual(jaroWinkler(left, right) - 1e-12);
        const least = letters.leastEdits(0, 1);
        expect(least === 0 || !isWithinEdits(left, right, least - 1)).toBe(true);
      }),
    );
  });

  test("edits are those of a plain recursive count", () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        const apart = editsOf(left.slice(0, 6), right.slice(0, 6));
        for (const most of [0, 1, 2, 3]) {
          const isWithin = isWithinEdits(left.slice(0, 6), right.slice(0, 6), most);
          expect(isWithin).toBe(apart <= most);
        }
      }),
    );
  });
});

/** Damerau and Levenshtein, written down as they are defined. */
function editsOf(left: string, right: string): number {
  if (left === "" || right === "") return left.length + right.length;
  const [a, b] = [left.slice(0, -1), right.slice(0, -1)];
  const isEqual = left.at(-1) === right.at(-1);
  const usual = Math.min(
    editsOf(a, b) + (isEqual ? 0 : 1),
    editsOf(a, right) + 1,
    editsOf(left, b) + 1,
  );
  const isSwap = left.length > 1 && left.at(-1) === right.at(-2) && left.at(-2) === right.at(-1);
  return isSwap ? Math.min(usual, editsOf(left.slice(0, -2), right.slice(0, -2)) + 1) : usual;
}
