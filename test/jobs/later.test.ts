import { beforeAll, describe, expect, test } from "vitest";
import { budgetOfMonth } from "../../src/jobs/budget/budget-month.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { closeMonth } from "../../src/jobs/month/close-month.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { claimsFile, claimsOf, inFebruary, newDelivery, withFields } from "./delivered.js";
import { FEBRUARY, JANUARY, newCounty, Place } from "./place.js";
import { fieldsOf } from "./truth.js";
import { yearsThatDiffer } from "./years.js";

let county: string;
let place: Place;

beforeAll(async () => {
  county = await newCounty(1_000);
  place = await Place.open();
  await migrateDelivery(place.job, county);
  await settleMonth(place.job, JANUARY);
  await budgetOfMonth(place.job, JANUARY);
});

/** The sound claims of January. */
function soundClaims(): readonly string[] {
  return claimsOf(county)
    .filter((one) => one.expected === "" && one.spoiled === "")
    .map((one) => one.text);
}

// One road through two months, stage by stage: the order of these tests matters.
describe("the delivery of the next month", () => {
  test("loads into the same database, and every claim of it is settled", async () => {
    const claims = soundClaims().map(inFebruary);
    expect(claims.length).toBeGreaterThan(40);
    const report = await migrateDelivery(place.job, newDelivery([claimsFile(county, claims)]));
    expect(report.setAside).toEqual({});
    expect([report.people, report.money]).toEqual([0, []]);
    await settleMonth(place.job, FEBRUARY);
    expect(settled("2017-02")).toBe(claims.length);
  });

  test("continues the year of every person", () => {
    expect(yearsThatDiffer(place)).toEqual([]);
    const withBoth = place.value(
      `SELECT COUNT(*) FROM (SELECT psn_no FROM settlement GROUP BY psn_no
       HAVING COUNT(DISTINCT month) = 2)`,
    );
    expect(withBoth).toBeGreaterThan(20);
  });

  test("knows the second stay of a registered poor person: no deductible (Tongliao T12)", () => {
    const stays = place.rows<{ month: string; computed: number }>(
      `SELECT s.month, COALESCE(u.computed, s.act_pay_dedc) AS computed
       FROM settlement s JOIN claim c USING (claim_id) JOIN identity i USING (psn_no)
       LEFT JOIN suspect u ON u.claim_id = s.claim_id AND u.field = 'actPayDedc'
       WHERE c.med_type = '21' AND i.psn_idet_type = 'registeredPoor'`,
    );
    const [first, second] = [JANUARY, FEBRUARY].map((month) =>
      stays.filter((one) => one.month === month),
    );
    expect(first?.some((one) => one.computed > 0)).toBe(true);
    expect(second?.length).toBeGreaterThan(1);
    expect(second?.filter((one) => one.computed > 0)).toEqual([]);
  });

  test("a settlement number that was there already is set aside", async () => {
    const [claim = ""] = soundClaims();
    const again = withFields(claim, ([id = "", ...rest]) => [id, `${rest[0]}9`, ...rest.slice(1)]);
    const report = await migrateDelivery(place.job, newDelivery([claimsFile(county, [again])]));
    expect(report.setAside).toEqual({ "claim-repeated": 1 });
    expect(report.notAccepted).toEqual([{ code: "claim-repeated", accepted: 0, found: 1 }]);
  });

  test("closes only after the month before it", async () => {
    await budgetOfMonth(place.job, FEBRUARY);
    await expect(closeMonth(place.job, FEBRUARY)).rejects.toMatchObject({
      code: "month-order",
      values: { earlier: "2017-01" },
    });
    await closeMonth(place.job, JANUARY);
    expect(await closeMonth(place.job, FEBRUARY)).toMatchObject({ state: "closed" });
  });
});

describe("a claim that comes too late", () => {
  test("for a closed month is set aside, and the month stays as it was", async () => {
    const [claim = ""] = soundClaims();
    const late = withFields(claim, ([id, ...rest]) => [`${id}L`, ...rest]);
    const sums = () =>
      place.rows("SELECT month, COUNT(*), SUM(hifp_pay) FROM settlement GROUP BY 1");
    const before = sums();
    const report = await migrateDelivery(place.job, newDelivery([claimsFile(county, [late])]));
    expect(report.setAside).toEqual({ "claim-month-closed": 1 });
    const [problem] = place.rows<{ detail: string }>(
      "SELECT detail FROM problem WHERE code = 'claim-month-closed'",
    );
    expect(JSON.parse(problem?.detail ?? "{}")).toEqual({
      found: fieldsOf(late)[13],
      month: "2017-01",
    });
    expect(place.rows("SELECT * FROM claim WHERE medins_setl_id LIKE '%L'")).toEqual([]);
    expect(sums()).toEqual(before);
  });
});

function settled(month: string): unknown {
  return place.value("SELECT COUNT(*) FROM settlement WHERE month = ?", month);
}
