import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inReviewOrder } from "../../../src/jobs/match/review-order.js";
import type { QueuedPair } from "../../../src/store/port/review.js";

/** Pairs as `left right probability`, in the order of their places. */
function pairs(...texts: readonly string[]): readonly QueuedPair[] {
  return texts.map((text, at) => {
    const [leftPsnNo = "", rightPsnNo = "", probability] = text.split(" ");
    const place = { fileId: 1, line: at };
    return {
      ...{ leftRow: place, rightRow: place, leftPsnNo, rightPsnNo },
      probability: Number(probability),
    };
  });
}

function told(ordered: ReturnType<typeof inReviewOrder>): readonly string[] {
  return ordered.map((one) => `${one.group}: ${one.leftPsnNo} ${one.rightPsnNo}`);
}

describe("the order of the review", () => {
  test("puts the likeliest first and keeps together what hangs together", () => {
    const queue = pairs("a b 0.2", "c d 0.9", "e f 0.5", "d e 0.1", "g h 0.9");
    expect(told(inReviewOrder(queue))).toEqual([
      ...["1: c d", "1: e f", "1: d e"],
      ...["2: g h", "3: a b"],
    ]);
  });

  test("loses no pair, and pairs with a person in common have one group", () => {
    const person = fc.integer({ min: 0, max: 9 });
    const queues = fc.array(fc.tuple(person, person, fc.double({ min: 0, max: 1, noNaN: true })));
    fc.assert(
      fc.property(queues, (rows) => {
        const queue = pairs(...rows.map((row) => row.join(" ")));
        const ordered = inReviewOrder(queue);
        expect(ordered.map((one) => one.leftRow.line).sort()).toEqual(
          queue.map((one) => one.leftRow.line).sort(),
        );
        const groupOf = new Map<string, number>();
        for (const { leftPsnNo, rightPsnNo, group } of ordered) {
          for (const one of [leftPsnNo, rightPsnNo]) {
            expect(groupOf.get(one) ?? group).toBe(group);
            groupOf.set(one, group);
          }
        }
      }),
    );
  });
});
