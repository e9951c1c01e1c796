import { beforeAll, describe, expect, test } from "vitest";
import { budgetOfMonth } from "../../src/jobs/budget/budget-month.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { closeMonth, decide } from "../../src/jobs/month/close-month.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { FEBRUARY, JANUARY, newCounty, Place } from "./place.js";

let county: string;
let place: Place;

beforeAll(async () => {
  county = await newCounty(300);
  place = await Place.open();
});

// One road, stage by stage: the order of these tests matters.
describe("a month closes only when everything is done", () => {
  test("a month that nobody knows has nothing to close", async () => {
    await expect(closeMonth(place.job, JANUARY)).rejects.toMatchObject({ code: "month-empty" });
  });

  test("not before it is settled", async () => {
    await migrateDelivery(place.job, county);
    await expect(closeMonth(place.job, JANUARY)).rejects.toMatchObject({ code: "month-open-work" });
    await expect(budgetOfMonth(place.job, JANUARY)).rejects.toMatchObject({
      code: "month-unsettled",
    });
  });

  test("not before it is budgeted", async () => {
    await settleMonth(place.job, JANUARY);
    await expect(closeMonth(place.job, JANUARY)).rejects.toMatchObject({ code: "month-open-work" });
  });

  test("then it does, once, and carries over what waits under the operator's name", async () => {
    await budgetOfMonth(place.job, JANUARY);
    const waiting = place.value("SELECT COUNT(DISTINCT claim_id) FROM waiting_claim");
    const report = await closeMonth(place.job, JANUARY);
    expect(report).toMatchObject({ state: "closed", approval: 0, carriedOver: waiting });
    const carried = place.rows("SELECT DISTINCT from_month, carried_by FROM carried_claim");
    expect(carried).toEqual([{ from_month: "2017-01", carried_by: "张三" }]);
  });
});

describe("a closed month never changes", () => {
  test("the jobs refuse, naming who closed it, and write nothing", async () => {
    const [before, runs] = [await place.fingerprint(), place.runs()];
    for (const work of [settleMonth, budgetOfMonth, closeMonth]) {
      await expect(work(place.job, JANUARY)).rejects.toMatchObject({
        code: "month-closed",
        values: { operator: "张三" },
      });
    }
    expect(await place.fingerprint()).toBe(before);
    expect(place.runs()).toBe(runs);
  });

  const month = "month = '2017-01'";
  const sameClaim = "SELECT * FROM claim WHERE month = '2017-01' LIMIT 1";

  test.each([
    `UPDATE settlement SET hifp_pay = hifp_pay + 1 WHERE ${month}`,
    `UPDATE settlement SET month = '2017-02' WHERE ${month}`,
    `DELETE FROM settlement WHERE ${month}`,
    `INSERT OR REPLACE INTO settlement SELECT * FROM settlement WHERE ${month}`,
    `UPDATE hospital_month SET payable = payable + 1 WHERE ${month}`,
    `DELETE FROM hospital_month WHERE ${month}`,
    "INSERT OR REPLACE INTO hospital_month SELECT * FROM hospital_month",
    `UPDATE month SET state = 'open' WHERE ${month}`,
    `DELETE FROM month WHERE ${month}`,
    `UPDATE claim SET medfee_sumamt = 0 WHERE ${month}`,
    `DELETE FROM claim WHERE ${month}`,
    `INSERT OR REPLACE INTO claim ${sameClaim}`,
  ])("not even by hand: %s", async (sql) => {
    const before = await place.fingerprint();
    expect(() => place.write(sql)).toThrow(/closed|never/);
    expect(await place.fingerprint()).toBe(before);
  });
});

describe("with a second person", () => {
  let two: Place;

  beforeAll(async () => {
    two = await Place.open("张三", true);
    await migrateDelivery(two.job, county);
    await settleMonth(two.job, JANUARY);
    await budgetOfMonth(two.job, JANUARY);
  });

  test("who refuses hands the month back, and it can be worked on again", async () => {
    const { approval } = await closeMonth(two.job, JANUARY);
    const other = { ...two.job, operator: "李四" };
    expect(await decide(other, approval, "扣款未核对")).toMatchObject({
      state: "budgeted",
      refusal: "扣款未核对",
    });
    expect(two.value("SELECT state FROM approval")).toBe("refused");
    expect((await settleMonth(two.job, JANUARY)).isUnchanged).toBe(true);
    expect(two.value("SELECT COUNT(*) FROM carried_claim")).toBe(0);
  });

  test("closing freezes the month at once, and another person closes it", async () => {
    const { approval, state } = await closeMonth(two.job, JANUARY);
    expect([approval, state]).toEqual([2, "closing"]);
    for (const work of [settleMonth, budgetOfMonth, closeMonth]) {
      await expect(work(two.job, JANUARY)).rejects.toMatchObject({ code: "month-closing" });
    }
    expect(() => two.write("DELETE FROM claim")).toThrow(/never/);
    await expect(decide(two.job, approval, undefined)).rejects.toMatchObject({
      code: "approval-same-person",
    });
    await expect(closeMonth(two.job, FEBRUARY)).rejects.toMatchObject({ code: "month-order" });

    const other = { ...two.job, operator: "李四" };
    expect(await decide(other, approval, undefined)).toMatchObject({
      month: "2017-01",
      state: "closed",
      preparedBy: "张三",
      approvedBy: "李四",
    });
    await expect(decide(other, approval, undefined)).rejects.toMatchObject({
      code: "approval-unknown",
    });
    await expect(settleMonth(other, JANUARY)).rejects.toMatchObject({
      code: "month-closed",
      values: { operator: "李四" },
    });
  });

  test("nobody can approve what nobody prepared", async () => {
    await expect(decide(two.job, 99, undefined)).rejects.toMatchObject({
      code: "approval-unknown",
    });
  });
});
