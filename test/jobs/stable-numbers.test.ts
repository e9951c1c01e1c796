import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Job } from "../../src/jobs/job.js";
import { SEED } from "../seeded.js";
import { decide, deliver, matchingJob, numbers } from "./matched.js";

const cards = ["15992119900101001X", "159921199001010095", ""];

/** A row by small numbers: old number, name, card, household. */
type Row = readonly [number, number, number, number];

const row: fc.Arbitrary<Row> = fc.tuple(
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 0, max: 1 }),
  fc.integer({ min: 0, max: 2 }),
  fc.integer({ min: 0, max: 1 }),
);

function lineOf([number, name, card, household]: Row): string {
  const names = ["张三", "李四"];
  return `${number},${names[name]},男,${cards[card]},1990-01-01,${household || ""},,1`;
}

/** Rows of one old number are alike: whoever has it has one name, card and household. */
function oneEach(rows: readonly Row[]): readonly Row[] {
  return rows.filter(([number], at) => rows.findIndex(([other]) => other === number) === at);
}

const registers = fc.record({
  first: fc.array(row, { minLength: 1, maxLength: 6 }).map(oneEach),
  second: fc.array(row, { minLength: 1, maxLength: 4 }).map(oneEach),
  decisions: fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom("same" as const, "different" as const),
    ),
    { maxLength: 2 },
  ),
});

/** One decision a pair, and none about a record and itself: what a journal takes. */
function sound<One extends readonly [number, number, string]>(all: readonly One[]): readonly One[] {
  return all.slice(0, 1).filter(([left, right]) => left !== right);
}

async function loaded(question: {
  readonly first: readonly Row[];
  readonly second: readonly Row[];
  readonly decisions: readonly (readonly [number, number, "same" | "different"])[];
}): Promise<{ readonly job: Job; readonly first: Awaited<ReturnType<typeof numbers>> }> {
  const job = await matchingJob();
  for (const [left, right, kind] of sound(question.decisions)) {
    for (const name of ["张三", "李四"]) await decide(job, kind, `${left}`, `${right}`, name);
  }
  await deliver(job, ...question.first.map(lineOf));
  const first = await numbers(job);
  await deliver(job, ...question.second.map(lineOf));
  return { job, first };
}

describe("person numbers, on random small registers with a journal", () => {
  test("stay when a delivery is added, as was decided, and are the same elsewhere", async () => {
    const property = fc.asyncProperty(registers, async (register) => {
      const { job, first } = await loaded(register);
      const now = await numbers(job);
      for (const [id, number] of Object.entries(first)) {
        expect([id, now[id]?.split(" ").includes(number)]).toEqual([id, true]);
      }
      const rows = await job.store.rows.personRowsAfter({ fileId: 0, line: 0 }, 100);
      for (const [left, right, kind] of sound(register.decisions)) {
        for (const one of rows.filter(({ legacyId }) => legacyId === `${left}`)) {
          for (const other of rows.filter(({ legacyId }) => legacyId === `${right}`)) {
            if (one.psnName !== other.psnName) continue;
            expect(one.psnNo === other.psnNo).toBe(kind === "same");
          }
        }
      }
      const elsewhere = await loaded(register);
      expect(await numbers(elsewhere.job)).toEqual(now);
    });
    await fc.assert(property, { seed: SEED, numRuns: 20 });
  }, 120_000);

  test("stay when the same delivery is run again", async () => {
    const job = await matchingJob();
    const lines = [lineOf([1, 0, 0, 0]), lineOf([2, 0, 2, 0]), lineOf([3, 1, 1, 1])];
    await deliver(job, ...lines);
    const before = await numbers(job);
    await deliver(job, ...lines);
    expect(await numbers(job)).toEqual(before);
  });
});
