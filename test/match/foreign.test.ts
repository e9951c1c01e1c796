import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/io/files.js";
import { readHanzi } from "../../src/jobs/match/read-spec.js";
import { link } from "../../src/match/link.js";
import { thresholdsOf } from "../../src/match/outcomes.js";
import { type ForeignOrder, foreignLists } from "./foreign.js";
import { peopleSpec, tableOf } from "./tables.js";

const hanzi = await readHanzi(packageRoot());
const BARE = ["sex", "household", "phone", "head", "village"];
const fields = peopleSpec.fields.map(({ name }) => name);

// One row is one kind of lists: what they lack, how dirty they are, and how much is found at least.
describe("lists of another make than our samples", () => {
  test.each<readonly [string, ForeignOrder, number]>([
    ["all fields", { people: 20_000, seed: "1" }, 0.985],
    [
      "without village and head",
      { people: 20_000, seed: "2", without: ["village", "head"] },
      0.985,
    ],
    ["number, name and birth date", { people: 20_000, seed: "3", without: BARE }, 0.95],
    ["15 and 18 digits", { people: 20_000, seed: "4", fifteen: 40 }, 0.97],
    ["three times as dirty", { people: 20_000, seed: "5", dirt: 3 }, 0.9],
    ["a small town", { people: 2000, seed: "6" }, 0.95],
    ["a village", { people: 300, seed: "7" }, 0.9],
  ])("%s", (_, order, least) => {
    const { right, wrong, truth } = matched(order);
    expect(wrong).toBeLessThanOrEqual(1);
    expect(right / truth).toBeGreaterThanOrEqual(least);
  });

  test.each([300, 2000, 20_000])("%d people who all stand once: nobody is joined", (people) => {
    const { right, wrong } = matched({ people, seed: "once", isUnique: true });
    expect([right, wrong]).toEqual([0, 0]);
  });
});

/** How many pairs of one person there are, and what was called the same. */
function matched(order: ForeignOrder) {
  const { first, second, whose } = foreignLists(order, fields);
  const table = tableOf(peopleSpec, first, second);
  const { candidates, probability } = link(table, peopleSpec, hanzi, { pairing: "all" });
  const { same } = thresholdsOf(probability, peopleSpec.outcomes);
  let [right, wrong] = [0, 0];
  probability.forEach((share, pair) => {
    if (share < same) return;
    const [left, other] = [candidates.left[pair] ?? 0, candidates.right[pair] ?? 0];
    if (whose.get(table.ids[left] ?? "") === whose.get(table.ids[other] ?? "")) right += 1;
    else wrong += 1;
  });
  const rowsOf = new Map<number, number>();
  let truth = 0;
  for (const person of whose.values()) {
    truth += rowsOf.get(person) ?? 0;
    rowsOf.set(person, (rowsOf.get(person) ?? 0) + 1);
  }
  return { right, wrong, truth };
}
