import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { type CompareReport, compareMonth } from "../../src/jobs/settle/compare.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { causeWords } from "../../src/text/compared.js";
import { JANUARY, newCounty, Place } from "./place.js";
import { fieldsOf, truthOf } from "./truth.js";

/** The mistakes that the sample makes at its windows, and the cause each must be told as. */
const CAUSES = {
  "window-other-level": "level",
  "window-overlay-missed": "identity-missed",
  "window-deductible-twice": "deductible-again",
} as const;

let place: Place;
let county: string;
let report: CompareReport;

beforeAll(async () => {
  county = await newCounty(12_000);
  place = await Place.open();
  await migrateDelivery(place.job, county);
  await settleMonth(place.job, JANUARY);
  report = await compareMonth(place.job, JANUARY);
});

/** Place of the claim in the delivery → cause, as the written list tells it. */
function told(): Readonly<Record<string, string>> {
  const path = report.outputs[0]?.path ?? "";
  const [, ...rows] = readFileSync(join(place.root, path), "utf8").trimEnd().split("\r\n");
  const places = place.rows<{ id: string; place: string }>(
    `SELECT medins_setl_id AS id, f.path || ':' || c.line AS place
     FROM claim c JOIN source_file f USING (file_id)`,
  );
  const placeOf = new Map(places.map((row) => [row.id, row.place]));
  return Object.fromEntries(
    rows.map((row) => {
      const [settlement = "", , , , cause = ""] = fieldsOf(row);
      return [placeOf.get(settlement) ?? row, cause];
    }),
  );
}

describe("the windows of a month held against the law", () => {
  test("differ exactly where they were made wrong, each for its cause", () => {
    const faulty = truthOf(county).filter(({ spoiled }) => spoiled in CAUSES);
    expect(new Set(faulty.map(({ spoiled }) => spoiled)).size).toBe(3);
    const expected = faulty.map(({ place: at, spoiled }) => {
      return [at, causeWords[CAUSES[spoiled as keyof typeof CAUSES]].zh];
    });
    expect(told()).toEqual(Object.fromEntries(expected));
    expect(report.differing).toBe(faulty.length);
  });

  test("have totals by cause that add up to all that was paid more", () => {
    const sql = `SELECT SUM(paid - computed) FROM suspect
       WHERE field IN ('hifpPay', 'hifmiPay', 'mafPay', 'othPay')`;
    const fen = report.causes.reduce((sum, one) => sum + Math.round(100 * +one.paidMore), 0);
    expect(fen).toBe(place.value(sql));
    expect(report.compared).toBeGreaterThan(report.differing);
  });

  test("are only looked at: nothing is posted", async () => {
    const before = await place.fingerprint();
    const { outputs, ...again } = await compareMonth(place.job, JANUARY);
    expect(again).toEqual({ ...report, outputs: undefined });
    expect(await place.fingerprint()).toBe(before);
    expect(outputs).toEqual(report.outputs);
  });
});
