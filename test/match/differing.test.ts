import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differing } from "../../src/match/differing.js";

/** The pieces as `place:left/right`. */
function pieces(left: string, right: string): string {
  return differing(left, right)
    .pieces.map((one) => `${one.at}:${one.left}/${one.right}`)
    .join(" ");
}

describe("which characters differ", () => {
  test.each([
    ["王玉", "王钰", "1:玉/钰"],
    ["王玉", "王玉", ""],
    // One digit wrong, two swapped, digits apart.
    ["159921199001011234", "159921199001011284", "16:3/8"],
    ["159921199001011234", "159921199001011324", "15:23/32"],
    ["159921199001011234", "159922199001011235", "5:1/2 17:4/5"],
    // 15 digits within 18: the century and the check digit are missing.
    ["159921900101123", "159921199001011238", "6:/19 15:/8"],
    ["王小明", "王明", "1:小/"],
    ["阿依古丽·买买提", "阿依古丽买买提", "4:·/"],
    ["王玉", "", "0:王玉/"],
    // One character beyond the first plane is one place.
    ["王𠀀明", "王𠀁明", "1:𠀀/𠀁"],
  ])("%s and %s: %s", (left, right, expected) => {
    expect(pieces(left, right)).toBe(expected);
  });

  test("what does not differ is the same text on both sides", () => {
    const text = fc.string({ unit: fc.constantFrom("王", "玉", "钰", "𠀀", "1"), maxLength: 8 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const found = differing(left, right);
        const rest = (from: string, places: readonly number[]): string =>
          [...from].filter((_, at) => !places.includes(at)).join("");
        expect(rest(left, found.left)).toBe(rest(right, found.right));
        expect(found.pieces.length === 0).toBe(left === right);
      }),
    );
  });
});
