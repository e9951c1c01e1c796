import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { listFiles, packageRoot } from "../../src/io/files.js";
import { inspectSource } from "../../src/jobs/inspect-source.js";
import { makeShippedLayouts } from "../../src/jobs/make-county.js";
import { checkDelivery, migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport } from "../../src/jobs/migrate/report.js";
import { newFolder, Place } from "../jobs/place.js";
import { truthOf } from "../jobs/truth.js";
import { saidOfRows, scores, scoreTable, wantedOf } from "../proof/found.js";

/**
 * A small file in every shipped layout: what `source inspect` makes of it, and where each of its
 * rows goes. The files come from the generator:
 *
 *     liutong sample make --layouts --people 300 --seed 2017 --out samples/layouts
 *     LIUTONG_RENEW_GOLDEN=1 npm test -- test/golden
 */
const isRenewal = process.env["LIUTONG_RENEW_GOLDEN"] === "1";
const folder = join(packageRoot(), "samples/layouts");
const expected = join(packageRoot(), "test/golden/expected/layouts");

let place: Place;
let dry: MigrateReport;
let report: MigrateReport;

beforeAll(async () => {
  place = await Place.open("样例经办");
  dry = await checkDelivery(place.job, folder);
  report = await migrateDelivery(place.job, folder);
});

describe("the sample of the shipped layouts", () => {
  test("is what the generator makes, byte for byte", async () => {
    const out = join(newFolder(), "layouts");
    await makeShippedLayouts({ people: 300, seed: "2017", out, region: "tongliao" });
    const files = await listFiles(out);
    expect(await listFiles(folder)).toEqual(files);
    for (const file of files) {
      const isSame = readFileSync(join(out, file)).equals(readFileSync(join(folder, file)));
      expect([file, isSame]).toEqual([file, true]);
    }
  });

  test("is recognised for what it is", async () => {
    const lines: string[] = [];
    for (const { path } of report.files) {
      const [, archive = path, entry] = /^(.*\.zip)\/(.*)$/.exec(path) ?? [];
      const question = { file: join(folder, archive), entry, dir: folder, lang: "zh" } as const;
      const seen = await inspectSource(question);
      const { format, encoding, delimiter, header, rows, columns } = seen;
      const names = columns.map((column) => column.name).join(" ");
      const cut = JSON.stringify(delimiter);
      lines.push(`${path}: ${format} ${encoding} ${cut} header ${header} rows ${rows}: ${names}`);
    }
    same("inspect.txt", `${lines.join("\n")}\n`);
  });

  test("is read in rehearsal as it is read for real", () => {
    const counted = ({ files, setAside, findings, money, people }: MigrateReport) =>
      JSON.stringify({ files, setAside, findings, money, people }, undefined, 2);
    expect(counted(dry)).toBe(counted(report));
    same("migrate.json", `${counted(report)}\n`);
  });

  test("has its set-aside rows written out with their reasons", () => {
    const path = report.outputs.find((one) => one.path.endsWith(".csv"))?.path ?? "";
    same("set-aside.csv", readFileSync(join(place.root, path), "utf8").replaceAll("\r\n", "\n"));
  });

  test("shows every reason that its truth names, and no other", () => {
    const result = scores(wantedOf(truthOf(folder)), saidOfRows(place));
    process.stdout.write(scoreTable("samples/layouts", result));
    for (const { code, wanted, told, right } of result) {
      expect({ code, wanted, told }).toEqual({ code, wanted: right, told: right });
    }
    expect(report.notAccepted).toEqual([]);
  });

  test("leaves visits and fee lines in the database, exact and with their origin", async () => {
    const { visits } = place.job.store;
    expect(await visits.visit("ncms", "MZ201612000002")).toMatchObject({
      drName: "李珅",
      medType: "11",
      fixmedinsCode: "H15992100002",
    });
    const lines = await visits.feeLines("ncms", "MZ201612000001");
    expect(lines.length).toBeGreaterThan(0);
    const rows = place.rows<{ record: string; rows: number }>(
      `SELECT record, COUNT(*) AS rows FROM source_file JOIN source_row USING (file_id)
       WHERE record IN ('visit', 'fee-line') AND outcome = 0 GROUP BY record`,
    );
    expect(Object.fromEntries(rows.map((one) => [one.record, one.rows]))).toEqual({
      visit: place.value("SELECT COUNT(*) FROM visit"),
      "fee-line": place.value("SELECT COUNT(*) FROM fee_line"),
    });
  });
});

/** Compares with what is kept, or keeps it. */
function same(name: string, text: string): void {
  const path = join(expected, name);
  mkdirSync(dirname(path), { recursive: true });
  if (isRenewal) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, "utf8"));
}
