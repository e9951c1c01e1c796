import { beforeAll, describe, expect, test } from "vitest";
import { asRun } from "../../src/jobs/job.js";
import { type MergedPeople, mergePeople } from "../../src/jobs/match/merge-people.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { JANUARY, newCounty, Place } from "./place.js";

let place: Place;
/** Two people of one county who have nothing to do with each other; both have settled claims. */
let [one, other]: readonly string[] = [];
let merged: MergedPeople | undefined;
let before: { readonly sources: unknown; readonly years: unknown };

beforeAll(async () => {
  place = await Place.open();
  await migrateDelivery(place.job, await newCounty(600));
  await settleMonth(place.job, JANUARY);
  [one, other] = place
    .rows<{ psn_no: string }>("SELECT DISTINCT psn_no FROM settlement ORDER BY substr(psn_no, -10)")
    .map((row) => row.psn_no);
  before = { sources: rowsOf(one, other), years: spent(one, other) };
  merged = await inRun((runId) => mergePeople(place.job, runId, other ?? "", one ?? ""));
});

function inRun<Result>(work: (runId: number) => Promise<Result>): Promise<Result> {
  const plan = { kind: "match-import", subject: "test", isWhole: true };
  return asRun(place.job, plan, async (runId) => {
    return { report: await work(runId), inputs: [], outputs: [] };
  });
}

function rowsOf(...psnNos: readonly (string | undefined)[]): unknown {
  const marks = psnNos.map(() => "?").join(", ");
  return place.value(`SELECT COUNT(*) FROM person_row WHERE psn_no IN (${marks})`, ...psnNos);
}

/** What these people have used up of everything that a year counts, together. */
function spent(...psnNos: readonly (string | undefined)[]): unknown {
  const marks = psnNos.map(() => "?").join(", ");
  const years = `SELECT state FROM year_to_date WHERE psn_no IN (${marks})`;
  const sums = new Map<string, number>();
  for (const { state } of place.rows<{ state: string }>(years, ...psnNos)) {
    for (const [name, used] of Object.entries(usedIn(state))) {
      sums.set(name, (sums.get(name) ?? 0) + used);
    }
  }
  return Object.fromEntries([...sums].sort());
}

/** `limit:outpatient=20000 …`, name by name. */
function usedIn(state: string): Readonly<Record<string, number>> {
  const pairs = state.split(" ").map((pair) => pair.split("="));
  return Object.fromEntries(pairs.map(([name = "", used = "0"]) => [name, Number(used)]));
}

describe("two loaded people who are put together", () => {
  test("keep the lower number; the other one leads to it and is nobody any more", async () => {
    expect(merged).toMatchObject({ kept: one, gone: other });
    expect(place.value("SELECT COUNT(*) FROM person WHERE psn_no = ?", other)).toBe(0);
    expect(await place.job.store.rows.currentNumber(other ?? "")).toBe(one);
    expect(await place.job.store.rows.aliases(one ?? "")).toEqual([other]);
  });

  test("bring all their records, one unified enrolment and both years", () => {
    expect(rowsOf(one)).toBe(before.sources);
    expect(rowsOf(other)).toBe(0);
    const running = "SELECT COUNT(*) FROM enrolment WHERE psn_no = ? AND enddate = ''";
    expect(place.value(running, one)).toBe(1);
    expect(spent(one)).toEqual(before.years);
  });

  test("leave what was settled as it was, and tell of it", () => {
    const settled = place.rows<{ claims: number; paid: number }>(
      "SELECT COUNT(*) AS claims, SUM(fund_pay_sumamt) AS paid FROM settlement WHERE psn_no = ?",
      other,
    );
    expect(merged?.settled).toEqual([
      {
        month: JANUARY,
        isClosed: false,
        claims: settled[0]?.claims,
        fundPaySumamt: settled[0]?.paid,
      },
    ]);
  });

  test("are one person already when asked again, by whichever number", async () => {
    const fingerprint = await place.fingerprint();
    expect(await inRun((runId) => mergePeople(place.job, runId, one ?? "", other ?? ""))).toBe(
      undefined,
    );
    expect(await place.fingerprint()).toBe(fingerprint);
  });

  test("never give their number to anybody again", async () => {
    const last = place.value(
      "SELECT MAX(CAST(substr(psn_no, -10) AS INTEGER)) FROM (SELECT psn_no FROM person)",
    );
    const highest = place.rows<{ psn_no: string }>(
      "SELECT psn_no FROM person ORDER BY substr(psn_no, -10) DESC LIMIT 2",
    );
    const [top = "", next = ""] = highest.map((row) => row.psn_no);
    await inRun((runId) => mergePeople(place.job, runId, top, next));
    expect(await place.job.store.people.lastSerial()).toBe(last);
  });
});
