import { beforeAll, describe, expect, test } from "vitest";
import { regrouped, writeRegrouped } from "../../src/jobs/match/regroup.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { factsOf } from "../store/rows.js";
import { JANUARY, newCounty, Place } from "./place.js";

let place: Place;

beforeAll(async () => {
  place = await Place.open();
  await migrateDelivery(place.job, await newCounty(200));
  await settleMonth(place.job, JANUARY);
});

describe("a person made again from the rows", () => {
  test("is the person that was loaded, everybody of a county", async () => {
    const { store } = place.job;
    const before = await factsOf(place.job.store);
    const people = place.rows<{ psn_no: string }>("SELECT psn_no FROM person");
    for (const { psn_no: psnNo } of people) {
      const { aliases } = await store.regroup.belongings([psnNo]);
      const [rows = []] = await store.rows.personRows([psnNo]);
      const groups = new Map([[psnNo, rows]]);
      const grouping = { kind: "merge", before: [psnNo], groups, aliases, keeper: psnNo } as const;
      await writeRegrouped(store, 1, grouping, await regrouped(place.job, grouping));
    }
    expect(people.length).toBeGreaterThan(150);
    expect(await factsOf(place.job.store)).toEqual(before);
  });
});
