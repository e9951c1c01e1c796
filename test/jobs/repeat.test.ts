import { appendFileSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { listFiles } from "../../src/io/files.js";
import { budgetOfMonth } from "../../src/jobs/budget/budget-month.js";
import { checkDelivery, migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { closeMonth } from "../../src/jobs/month/close-month.js";
import { verifyRuns } from "../../src/jobs/runs.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { JANUARY, newCounty, Place } from "./place.js";

let county: string;
let first: Place;
let second: Place;

beforeAll(async () => {
  county = await newCounty(600);
  first = await Place.open();
  second = await Place.open();
});

/** Every output file with its bytes. */
async function outputs(place: Place): Promise<Map<string, string>> {
  const folder = place.job.workspace.output;
  const names = await listFiles(folder);
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), "latin1")]));
}

// One road, stage by stage: the order of these tests matters.
describe("the same delivery again", () => {
  test("a check tells the whole report, and leaves no trace", async () => {
    const before = await first.fingerprint();
    const dry = await checkDelivery(first.job, county);
    expect(dry.isDry).toBe(true);
    expect(await first.fingerprint()).toBe(before);
    expect(first.runs()).toBe(0);
    expect(first.value("SELECT COUNT(*) FROM source_row")).toBe(0);

    const real = await migrateDelivery(first.job, county);
    const { isDry: _dry, outputs: _none, runId: _one, isUnsigned: _not, ...promised } = dry;
    const { isDry, outputs: written, runId, ...kept } = real;
    expect(kept).toEqual(promised);
    expect([isDry, written.length, runId]).toEqual([false, 4, 1]);
  });

  test("a check of what is loaded already changes nothing either", async () => {
    const before = await first.fingerprint();
    const again = await checkDelivery(first.job, county);
    expect([again.isDry, again.isRepeated]).toEqual([true, true]);
    expect(await first.fingerprint()).toBe(before);
    expect(first.runs()).toBe(1);
  });

  test("loaded a second time, nothing changes", async () => {
    const [before, files] = [await first.fingerprint(), await outputs(first)];
    const again = await migrateDelivery(first.job, county);
    expect(again.isRepeated).toBe(true);
    expect(again.people).toBeGreaterThan(550);
    expect(await first.fingerprint()).toBe(before);
    expect(await outputs(first)).toEqual(files);
    expect(first.runs()).toBe(1);
  });

  test("settled and budgeted a second time, nothing changes", async () => {
    await settleMonth(first.job, JANUARY);
    await budgetOfMonth(first.job, JANUARY);
    const [before, files] = [await first.fingerprint(), await outputs(first)];
    expect((await settleMonth(first.job, JANUARY)).isUnchanged).toBe(true);
    expect((await budgetOfMonth(first.job, JANUARY)).isUnchanged).toBe(true);
    expect(await first.fingerprint()).toBe(before);
    expect(await outputs(first)).toEqual(files);
  });

  test("in another database it comes to the same facts and the same bytes", async () => {
    await closeMonth(first.job, JANUARY);
    await migrateDelivery(second.job, county);
    await settleMonth(second.job, JANUARY);
    await budgetOfMonth(second.job, JANUARY);
    await closeMonth(second.job, JANUARY);
    expect(await second.fingerprint()).toBe(await first.fingerprint());
    const [one, other] = [await outputs(first), await outputs(second)];
    // Only the first was rehearsed there.
    const names = [...one.keys()].filter((name) => !name.includes("/check-"));
    for (const name of one.keys()) if (!names.includes(name)) one.delete(name);
    expect(names).toEqual([
      expect.stringMatching(/^2017-01\/duplicate-costs-2017-01-[0-9a-f]{8}\.csv$/),
      "2017-01/payment-statement.csv",
      "2017-01/payment-statement.xlsx",
      expect.stringMatching(/^private\/duplicates-2017-01-[0-9a-f]{8}\.csv$/),
      expect.stringMatching(/^private\/set-aside-2017-01-[0-9a-f]{8}\.csv$/),
      expect.stringMatching(/^private\/set-aside-2017-01-[0-9a-f]{8}\.xlsx$/),
      "private/suspects-2017-01.csv",
      "private/waiting-2017-01.csv",
    ]);
    expect(other).toEqual(one);
  });
});

describe("the output files", () => {
  test("are those that the journal tells, and a changed one is found", async () => {
    expect((await verifyRuns(first.job)).changed).toEqual([]);
    const { root, output } = first.job.workspace;
    const path = join(output, "2017-01/payment-statement.csv");
    appendFileSync(path, "\n");
    expect((await verifyRuns(first.job)).changed).toEqual([path.slice(root.length + 1)]);
  });

  test("those about persons are for their owner's eyes only", () => {
    const folder = join(first.job.workspace.output, "private");
    const names = readdirSync(folder);
    expect(names).toHaveLength(8);
    for (const name of names) {
      expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    }
  });
});
