import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { thresholdsOf } from "../../src/match/outcomes.js";

const allowed = { wrongPer10000: 100, missedPer10000: 500 };

describe("thresholdsOf", () => {
  test("is as low as the expected wrong ones allow, and looks until few are missed", () => {
    const given = Float64Array.from([0.03, 0.5, 0.999, 0.97, 0.02, 0.999, 0.6, 0.98]);
    // 0.999, 0.999 and 0.98 are wrong by 0.022 in 3, with 0.97 by 0.052 in 4: more than 1 %.
    expect(thresholdsOf(given, allowed)).toMatchObject({
      same: 0.98,
      samePairs: 3,
      review: 0.5,
      reviewPairs: 3,
      wrongPer10000: expect.closeTo((0.022 / 3) * 10000),
      missedPairs: expect.closeTo(0.05),
    });
  });

  test("of nothing, nothing is the same", () => {
    const none = thresholdsOf(new Float64Array(0), allowed);
    expect([none.same, none.samePairs, none.reviewPairs]).toEqual([1, 0, 0]);
  });
});

test("for all probabilities, what was promised holds", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(share), fc.integer({ min: 1, max: 1000 }), (given, wrong) => {
      const found = thresholdsOf(Float64Array.from(given), { ...allowed, wrongPer10000: wrong });
      const same = given.filter((one) => one >= found.same && one >= 0.95);
      expect(same.length).toBe(found.samePairs);
      const expected = same.reduce((sum, one) => sum + (1 - one), 0);
      expect(expected * 10000).toBeLessThanOrEqual(same.length * wrong + 1e-6);
      expect(found.samePairs + found.reviewPairs).toBeLessThanOrEqual(given.length);
      expect(found.review).toBeLessThanOrEqual(found.same);
    }),
  );
});
