import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Random } from "../../src/sample/random.js";
import { Schedule } from "../../src/sample/schedule.js";

const rates = {
  frequent: 5_000,
  rare: 20,
} as const;

describe("Schedule", () => {
  test("takes each kind once in a stretch, and the rarest at least once", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 100, max: 3_000 }), (seed, length) => {
        const taken = run(seed, length, () => true);
        expect(taken.filter((name) => name === "rare").length).toBe(1);
        const frequent = taken.filter((name) => name === "frequent").length;
        expect(Math.abs(frequent - length / 20)).toBeLessThanOrEqual(2);
      }),
      { seed: 20170101 },
    );
  });

  test("waits until a kind fits", () => {
    const taken = run("wait", 1_000, (name, index) => name === "rare" && index >= 900);
    expect(taken.indexOf("rare")).toBe(900);
    expect(taken.filter((name) => name !== undefined)).toEqual(["rare"]);
  });
});

function run(
  seed: string,
  length: number,
  fits: (name: keyof typeof rates, index: number) => boolean,
): readonly (keyof typeof rates | undefined)[] {
  const schedule = new Schedule(new Random(seed), rates, length);
  return Array.from({ length }, (_, index) => schedule.next((name) => fits(name, index)));
}
