import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Refusal } from "../../src/domain/refusal.js";
import type { Job } from "../../src/jobs/job.js";
import { mergePeople } from "../../src/jobs/match/merge-people.js";
import { planSplit } from "../../src/jobs/match/plan-split.js";
import { splitPerson } from "../../src/jobs/match/split-person.js";
import { DecisionJournal } from "../../src/match/decisions.js";
import type { NewDecision } from "../../src/store/port/decisions.js";
import { factsOf, newRun } from "../store/rows.js";
import { anyRegister, loaded } from "./undo-register.js";

/** A run after those that loaded and settled. */
const RUN = 9;
const by = { decidedBy: "甲", decidedOn: "2017-04-01", reason: "核对" } as NewDecision;

/** Which people are put together, and in which order the merges are taken back. */
const anyScript = fc.record({
  merges: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 5 }),
  undos: fc.array(fc.nat(20), { minLength: 5, maxLength: 5 }),
  /** Somebody whom loading made of several rows is taken apart first. */
  isSplitBefore: fc.boolean(),
});

describe("merge and undo", () => {
  test("leave the facts as they were, in whatever order, and the journal keeps both", async () => {
    let merged = 0;
    await fc.assert(
      fc.asyncProperty(
        anyRegister,
        fc.array(anyScript, { minLength: 4 }),
        async (made, scripts) => {
          const job = await loaded(made);
          while ((await job.store.runs.start(newRun("match-import", "x"))) < RUN);
          for (const script of scripts) {
            await job.store.begin();
            if (script.isSplitBefore) await splitSomebody(job);
            const before = await factsOf(job.store);
            const decisions = await mergeAll(job, script.merges);
            if (decisions.length > 0) expect(await factsOf(job.store)).not.toEqual(before);
            await undoAll(job, decisions, script.undos);
            expect(await factsOf(job.store)).toEqual(before);
            const journal = await job.store.decisions.all();
            for (const id of decisions) {
              expect(journal.filter((one) => one.replaces === id)).toHaveLength(1);
            }
            merged += decisions.length;
            await job.store.rollback();
          }
        },
      ),
      { numRuns: 5 },
    );
    expect(merged).toBeGreaterThan(20);
  });
});

/** Takes the first person of several rows apart, who was loaded as one. */
async function splitSomebody(job: Job): Promise<void> {
  for (const psnNo of await people(job)) {
    const [rows = []] = await job.store.rows.personRows([psnNo]);
    const [first, other] = rows;
    if (first === undefined || other === undefined) continue;
    if (JSON.stringify(first.key) === JSON.stringify(other.key)) continue;
    const leaving = rows.filter((row) => JSON.stringify(row.key) === JSON.stringify(other.key));
    const choices = leaving.map(({ fileId, line }) => ({ kind: "place" as const, fileId, line }));
    await splitPerson(job.store, RUN, await planSplit(job, { psnNo, choices, decisions: [] }), by);
    return;
  }
}

/** Merges by decisions: returns their numbers. Two records of one person are no merge. */
async function mergeAll(
  job: Job,
  merges: readonly (readonly [number, number])[],
): Promise<readonly number[]> {
  const { store } = job;
  const decisions: number[] = [];
  for (const [one, other] of merges) {
    const all = await people(job);
    const [left = "", right = ""] = [all[one % all.length], all[other % all.length]];
    const [[leftRow] = [], [rightRow] = []] = await store.rows.personRows([left, right]);
    if (left === right || leftRow === undefined || rightRow === undefined) continue;
    const [left1, right1] = [leftRow.key, rightRow.key];
    if (JSON.stringify(left1) === JSON.stringify(right1)) continue;
    const entry: NewDecision = {
      ...by,
      kind: "same",
      left: left1,
      right: right1,
      origin: "review",
    };
    if (await contradicts(job, entry)) continue;
    decisions.push(...(await store.decisions.add(RUN, [entry])));
    await mergePeople(job, RUN, left, right);
  }
  return decisions;
}

/** Takes all back, each time the next one that no other decision stands against. */
async function undoAll(
  job: Job,
  decisions: readonly number[],
  order: readonly number[],
): Promise<void> {
  const left = [...decisions];
  for (let turn = 0; left.length > 0; turn += 1) {
    const from = (order[turn % order.length] ?? 0) % left.length;
    const tried = [...left.slice(from), ...left.slice(0, from)];
    const done = await firstUndone(job, tried);
    expect(done, `one of ${tried.join(", ")} can be taken back`).toBeDefined();
    left.splice(left.indexOf(done ?? 0), 1);
  }
}

async function firstUndone(job: Job, decisions: readonly number[]): Promise<number | undefined> {
  for (const id of decisions) {
    try {
      const plan = await planSplit(job, { psnNo: "", choices: [], decisions: [id] });
      await splitPerson(job.store, RUN, plan, by);
      return id;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "undo-decided-same") throw error;
    }
  }
  return undefined;
}

/** A split of before says that the two are different: nobody joins them now. */
async function contradicts(job: Job, { left, right }: NewDecision): Promise<boolean> {
  const journal = new DecisionJournal();
  for (const entry of await job.store.decisions.all()) journal.add(entry);
  return journal.says(left, right) === "different";
}

async function people({ store }: Job): Promise<readonly string[]> {
  const rows = await store.rows.personRowsAfter({ fileId: 0, line: 0 }, 1_000);
  return [...new Set(rows.map((row) => row.psnNo))].sort();
}
