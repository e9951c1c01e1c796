import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fnv1a } from "../../src/domain/hash.js";
import { PARTS, partOf } from "../../src/domain/part.js";
import { holds } from "../seeded.js";

// Stored keys begin with these numbers. A change here would lose every person of every database.
describe("partOf, frozen for ever", () => {
  test.each([
    ["1599210000000001", 183],
    ["1599220000000704", 4],
    ["1599230000002350", 180],
    ["1505000000000042", 2078],
    ["1599219999999999", 114],
  ])("%s stands in part %i", (psnNo, part) => {
    expect(partOf(psnNo)).toBe(part);
  });

  test("there are 4,096 parts", () => {
    expect(PARTS).toBe(4096);
  });

  test("spreads serial numbers over the parts", () => {
    const counts = new Map<number, number>();
    for (let serial = 1; serial <= 40_960; serial++) {
      const part = partOf(`159921${String(serial).padStart(10, "0")}`);
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
    expect(counts.size).toBeGreaterThan(PARTS * 0.99);
    expect(Math.max(...counts.values())).toBeLessThan(40);
  });
});

// The published vectors of FNV-1a, 32 bit.
describe("fnv1a", () => {
  test.each([
    ["", 0x811c9dc5],
    ["a", 0xe40c292c],
    ["foobar", 0xbf9cf968],
  ])("of %j", (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });

  test("is a whole number of 32 bits for any text", () => {
    holds(
      fc.property(fc.string(), (text) => {
        const hash = fnv1a(text);
        expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true);
      }),
    );
  });
});
