import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { listFiles, packageRoot, sha256Of } from "../../src/io/files.js";
import { budgetOfMonth } from "../../src/jobs/budget/budget-month.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { closeMonth } from "../../src/jobs/month/close-month.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { JANUARY, Place } from "../jobs/place.js";

/**
 * The shipped sample, from legacy files to the closed month, byte for byte. When an output changes
 * on purpose, renew what is expected and read the difference before it is committed:
 *
 *     LIUTONG_RENEW_GOLDEN=1 npm test -- test/golden
 */
const isRenewal = process.env["LIUTONG_RENEW_GOLDEN"] === "1";
const expected = join(packageRoot(), "test/golden/expected");

/** Output files that are kept in words, because a person reads their differences. */
const READABLE = {
  "payment-statement.csv": "2017-01/payment-statement.csv",
  "set-aside.csv": "private/set-aside-2017-01-69ca4fc0.csv",
  "suspects.csv": "private/suspects-2017-01.csv",
  "waiting.csv": "private/waiting-2017-01.csv",
} as const;

/** The bytes of every output file and of the database, as one line each. */
const HASHES = "hashes.txt";

let place: Place;

beforeAll(async () => {
  place = await Place.open("样例经办");
  await migrateDelivery(place.job, join(packageRoot(), "samples/county"));
  await settleMonth(place.job, JANUARY);
  await budgetOfMonth(place.job, JANUARY);
  await closeMonth(place.job, JANUARY);
  if (isRenewal) await renew();
});

describe("the sample county, from its files to the closed month", () => {
  test.each(Object.entries(READABLE))("%s", (name, path) => {
    expect(output(path)).toBe(readFileSync(join(expected, name), "utf8"));
  });

  test("the bytes of every file, and the fingerprint of the database", async () => {
    expect(await hashes()).toBe(readFileSync(join(expected, HASHES), "utf8"));
  });
});

async function renew(): Promise<void> {
  mkdirSync(expected, { recursive: true });
  for (const [name, path] of Object.entries(READABLE)) {
    writeFileSync(join(expected, name), output(path));
  }
  writeFileSync(join(expected, HASHES), await hashes());
}

/** The text of an output file with the line ends of this repository. */
function output(path: string): string {
  return readFileSync(join(place.job.workspace.output, path), "utf8").replaceAll("\r\n", "\n");
}

async function hashes(): Promise<string> {
  const folder = place.job.workspace.output;
  const lines = [`fingerprint ${await place.fingerprint()}`];
  for (const path of await listFiles(folder)) {
    lines.push(`${path} ${await sha256Of(join(folder, path))}`);
  }
  return `${lines.join("\n")}\n`;
}
