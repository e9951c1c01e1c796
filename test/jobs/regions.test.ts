import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Month } from "../../src/domain/period.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { recountMonth } from "../../src/jobs/settle/recount-month.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { newCounty, Place } from "./place.js";
import { truthOf } from "./truth.js";

// Every shipped pack runs end to end on a sample of the January in which the region switched.
test.each([
  ["tongliao", "2017-01"],
  ["shangluo", "2020-01"],
  ["panjin", "2020-01"],
  ["xuzhou", "2018-01"],
  ["huzhou", "2016-01"],
  ["example", "2017-01"],
])(
  "%s settles its first month, %s",
  async (region, month) => {
    const county = await newCounty(500, region);
    expect(readFileSync(join(county, "delivery.yaml"), "utf8")).toContain(`month: ${month}`);
    const place = await Place.open("张三", false, region);
    await migrateDelivery(place.job, county);
    const report = await settleMonth(place.job, month as Month);

    expect(report.totals.reduce((total, { claims }) => total + claims, 0)).toBeGreaterThan(15);
    expect(Object.keys(report.waiting).sort()).toEqual([
      "claim-institution-unknown",
      "claim-person-unknown",
    ]);
    const faulty = truthOf(county).filter((row) => row.spoiled.startsWith("window-"));
    expect(report.suspects.claims).toBe(faulty.length);
    const again = await recountMonth(place.job, month as Month);
    expect(again.recounted).toBeGreaterThan(15);
    expect(again).toMatchObject({ otherAmounts: 0, otherParameters: 0, unready: 0 });
  },
  60_000,
);
