import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editDistance, nearest } from "../../src/domain/nearest.js";

describe("the nearest word", () => {
  test.each([
    ["psn_nam", "psn_name"],
    ["certo", "certno"],
    ["gender", "gend"],
    ["", "gend"],
  ])("to %j is %s", (word, choice) => {
    expect(nearest(word, ["psn_name", "certno", "gend"])).toBe(choice);
  });

  test("is none where there is none", () => {
    expect(nearest("a", [])).toBeUndefined();
  });

  test("a distance is that of counting changes, the same both ways", () => {
    expect(editDistance("身份证", "身份证号码")).toBe(2);
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(editDistance(left, right)).toBe(editDistance(right, left));
        expect(editDistance(left, left)).toBe(0);
      }),
    );
  });
});
