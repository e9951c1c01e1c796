import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { beforeAll, describe, expect, test } from "vitest";
import { budgetOfMonth } from "../../src/jobs/budget/budget-month.js";
import type { Job } from "../../src/jobs/job.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import type { StepName } from "../../src/text/steps.js";
import { dying } from "./dying.js";
import { JANUARY, newCounty, Place } from "./place.js";

let county: string;
let undisturbed: string;
let settled: string;

beforeAll(async () => {
  county = await newCounty(300);
  const place = await Place.open();
  await migrateDelivery(place.job, county);
  undisturbed = await place.fingerprint();
  await settleMonth(place.job, JANUARY);
  settled = await place.fingerprint();
});

describe("a load that dies leaves nothing, and the next one succeeds", () => {
  test.each<[StepName, number]>([
    ["read", 0],
    ["read", 8], // in the middle of the files
    ["match", 0],
    ["unify", 0],
    ["tally", 0],
    ["report", 0],
  ])("at the step %s, after %i advances", async (at, advances) => {
    const place = await Place.open();
    const before = await place.fingerprint();
    await expect(migrateDelivery(dying(place.job, at, advances), county)).rejects.toThrow("power");
    expect(await place.fingerprint()).toBe(before);
    expect(existsSync(place.job.workspace.output)).toBe(false);
    expect(place.rows("SELECT state FROM run")).toEqual([{ state: "refused" }]);

    const report = await migrateDelivery(place.job, county);
    expect([report.isRepeated, report.runId]).toEqual([false, 2]);
    expect(await place.fingerprint()).toBe(undisturbed);
  });
});

describe("a settlement that dies", () => {
  test("keeps the ranges that were done; the next one does the rest", async () => {
    const place = await Place.open();
    await migrateDelivery(place.job, county);
    await expect(settleMonth(dying(place.job, "settle", 30), JANUARY)).rejects.toThrow("power");
    const half = place.value("SELECT COUNT(*) FROM settlement") as number;
    expect(half).toBeGreaterThan(0);
    await settleMonth(place.job, JANUARY);
    expect(place.value("SELECT COUNT(*) FROM settlement")).toBeGreaterThan(half);
    expect(await place.fingerprint()).toBe(settled);
  });
});

describe("a run that is under way", () => {
  const started = { subject: "x", operator: "李四", systemUser: "x", startedAt: "2017-02-01" };

  test("of another machine refuses a second one, naming it", async () => {
    const place = await Place.open();
    const { runs } = place.job.store;
    await runs.start({ ...started, kind: "migrate", process: "another-machine:4711" });
    await expect(migrateDelivery(place.job, county)).rejects.toMatchObject({
      code: "run-in-progress",
      values: { operator: "李四", process: "another-machine:4711" },
    });
  });

  test("whose process is gone is marked, and the new one goes on", async () => {
    const place = await Place.open();
    const { runs } = place.job.store;
    await runs.start({ ...started, kind: "migrate", process: `${hostname()}:2147483646` });
    await migrateDelivery(place.job, county);
    expect(place.rows("SELECT state FROM run ORDER BY run_id")).toEqual([
      { state: "abandoned" },
      { state: "done" },
    ]);
    expect(await place.fingerprint()).toBe(undisturbed);
  });
});

describe("a run that dies after its work, before its line in the journal is ended", () => {
  /** A job whose store dies when the run is to be marked as done. */
  function forgetful({ store, ...job }: Job): Job {
    const end: Job["store"]["runs"]["end"] = (runId, state, report, endedAt) => {
      if (state === "done") return Promise.reject(new Error("the power is gone"));
      return store.runs.end(runId, state, report, endedAt);
    };
    return { ...job, store: { ...store, runs: { ...store.runs, end } } };
  }

  test("leaves nothing of a load; the next one succeeds", async () => {
    const place = await Place.open();
    const before = await place.fingerprint();
    await expect(migrateDelivery(forgetful(place.job), county)).rejects.toThrow("power");
    expect(await place.fingerprint()).toBe(before);
    expect((await migrateDelivery(place.job, county)).isRepeated).toBe(false);
    expect(await place.fingerprint()).toBe(undisturbed);
  });

  test("leaves nothing of a month's budget; the next one is its first version", async () => {
    const place = await Place.open();
    await migrateDelivery(place.job, county);
    await settleMonth(place.job, JANUARY);
    await expect(budgetOfMonth(forgetful(place.job), JANUARY)).rejects.toThrow("power");
    expect(await place.fingerprint()).toBe(settled);
    expect((await budgetOfMonth(place.job, JANUARY)).version).toBe(1);
  });
});
