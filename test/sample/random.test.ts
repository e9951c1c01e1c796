import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Random, Weighted } from "../../src/sample/random.js";

const seeded = { seed: 20170101 };

describe("Random", () => {
  test("gives the same numbers everywhere", () => {
    const random = new Random("liutong");
    const numbers = Array.from({ length: 6 }, () => random.below(1_000_000));
    expect(numbers).toEqual([278494, 752877, 414891, 834511, 139444, 517643]);
  });

  test("forks by name: neither stream disturbs the other", () => {
    const [used, unused] = [new Random("a"), new Random("a")];
    used.below(10);
    expect(used.fork("b").below(1_000_000)).toBe(unused.fork("b").below(1_000_000));
    expect(used.fork("c").below(1_000_000)).not.toBe(used.fork("b").below(1_000_000));
  });

  test("keeps between its limits and reaches both", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 20 }), (seed, span) => {
        const random = new Random(seed);
        const drawn = Array.from({ length: 600 }, () => random.between(5, 5 + span));
        expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([5, 5 + span]);
      }),
      seeded,
    );
  });
});

describe("Weighted", () => {
  test("picks by weight, and never what weighs nothing", () => {
    const weighted = new Weighted(["rare", "never", "frequent"], [1, 0, 9]);
    const random = new Random("weights");
    const counts: Record<string, number> = { rare: 0, never: 0, frequent: 0 };
    for (let draw = 0; draw < 10_000; draw++) {
      const picked = weighted.pick(random);
      counts[picked] = (counts[picked] ?? 0) + 1;
    }
    expect(counts["never"]).toBe(0);
    expect(counts["rare"]).toBeGreaterThan(800);
    expect(counts["rare"]).toBeLessThan(1_200);
  });
});
