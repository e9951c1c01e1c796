import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { birthOf } from "../../src/domain/certno.js";
import { makeCounty } from "../../src/jobs/make-county.js";
import type { SampleReport } from "../../src/jobs/make-sample.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport } from "../../src/jobs/migrate/report.js";
import { sampleRates } from "../../src/jobs/sample-rates.js";
import { newFolder, Place } from "../jobs/place.js";
import { type Truth, truthOf } from "../jobs/truth.js";
import { type Said, saidOfRows, scores, scoreTable, wantedOf } from "./found.js";

/**
 * The proof of the intake: a delivery with the rates of samples/rates/intake.yaml is migrated, and
 * every row that was spoiled must be set aside or reported with its reason, and no other row. It
 * prints precision and recall of every reason:
 *
 *     npm test -- test/proof
 *     LIUTONG_PROOF_PEOPLE=20000 npm test -- test/proof
 */
const PEOPLE = Number(process.env["LIUTONG_PROOF_PEOPLE"] ?? 200_000);

let place: Place;
let sample: SampleReport;
let report: MigrateReport;
let truth: readonly Truth[] = [];
let said: readonly Said[] = [];

beforeAll(async () => {
  const out = join(newFolder(), "county");
  const rates = await sampleRates("intake", []);
  sample = await makeCounty({ people: PEOPLE, seed: "proof", out, region: "tongliao", rates });
  place = await Place.open();
  report = await migrateDelivery(place.job, out);
  truth = truthOf(out);
  said = saidOfRows(place);
}, 1_200_000);

describe("a delivery with the rates of the issue", () => {
  test("holds as much of every kind of dirt as was asked for", () => {
    expect(sample.dirt).toHaveLength(12);
    for (const { kind, wanted, made } of sample.dirt) {
      expect([kind, Math.abs(made - wanted) <= 2]).toEqual([kind, true]);
    }
  });

  test("precision and recall are 1.000 for every reason", () => {
    const result = scores(wantedOf(truth), said);
    process.stdout.write(scoreTable(`${rowsRead()} rows read`, result));
    for (const { code, wanted, told, right } of result) {
      expect({ code, wanted, told }).toEqual({ code, wanted: right, told: right });
    }
  });

  test("no clean row is set aside, repaired or remarked upon", () => {
    const clean = truth.filter((row) => row.spoiled === "" && row.expected === "");
    const remarked = new Map(said.map((one) => [one.place, one.code]));
    expect(clean.length).toBeGreaterThan(PEOPLE / 2);
    expect(clean.filter((row) => remarked.has(row.place))).toEqual([]);
  });

  test("dates in another style are read as the same day", () => {
    const styled = new Set(
      truth.filter((row) => row.spoiled === "date-style").map((row) => row.place),
    );
    const rows = place.rows<{ place: string; certno: string; brdy: string }>(
      `SELECT f.path || ':' || s.line AS place, p.certno, p.brdy FROM person_row s
       JOIN source_file f USING (file_id) JOIN person p USING (psn_no)`,
    );
    const read = rows.filter((row) => styled.has(row.place));
    expect(read).toHaveLength(styled.size);
    for (const { certno, brdy } of read) expect(brdy).toBe(birthOf(certno));
  });

  test("every row is loaded, merged or set aside, and nothing beyond what is accepted", () => {
    for (const { path, read, loaded, merged, setAside } of report.files) {
      expect([path, loaded + merged + setAside]).toEqual([path, read]);
    }
    expect(report.notAccepted).toEqual([]);
  });
});

function rowsRead(): number {
  return report.files.reduce((count, file) => count + file.read, 0);
}
