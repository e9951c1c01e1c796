import { beforeAll, describe, expect, test } from "vitest";
import { budgetOfMonth } from "../../src/jobs/budget/budget-month.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { closeMonth } from "../../src/jobs/month/close-month.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { claimsOf, newDelivery, withFields } from "./delivered.js";
import { FEBRUARY, JANUARY, newCounty, Place } from "./place.js";
import { fieldsOf, linesOf, truthOf } from "./truth.js";
import { yearsThatDiffer } from "./years.js";

let county: string;
let place: Place;

beforeAll(async () => {
  county = await newCounty();
  place = await Place.open();
  await migrateDelivery(place.job, county);
  await settleMonth(place.job, JANUARY);
  await budgetOfMonth(place.job, JANUARY);
});

/** The settlement numbers of the claims that wait for a reason. */
function waitingFor(code: string): readonly string[] {
  return place
    .rows<{ id: string }>(
      `SELECT medins_setl_id AS id FROM waiting_claim JOIN claim USING (claim_id)
       WHERE code = ? ORDER BY claim_id`,
      code,
    )
    .map((one) => one.id);
}

function settledIn(id: string): unknown {
  return place.value(
    "SELECT s.month FROM settlement s JOIN claim USING (claim_id) WHERE medins_setl_id = ?",
    id,
  );
}

/** The claim of a kind of dirt, with its fields. */
function claimOf(kind: string) {
  const claim = claimsOf(county).find((one) => one.spoiled === kind);
  if (claim === undefined) throw new Error(`the county has no claim of the kind ${kind}`);
  return { ...claim, fields: fieldsOf(claim.text) };
}

/**
 * The register's row of the person of a claim, under the number that the claim gives, as a list
 * would bring it that was sent later; the person has left the household, which had its account.
 */
function registration(): string {
  const { person, fields } = claimOf("person-unknown");
  const member = truthOf(county).find(
    (row) => row.file === "ncms-members.csv" && row.person === person,
  );
  const line = linesOf(county, "ncms-members.csv")[Number(member?.place.split(":")[1]) - 1] ?? "";
  return withFields(line, (cells) =>
    cells.map((cell, at) => {
      if (at === 0) return fields[3] ?? "";
      return at === 33 ? `${cell}9` : cell;
    }),
  );
}

// One road, stage by stage: the order of these tests matters.
describe("a claim that waits for its person", () => {
  test("waits, and is told", () => {
    const { fields } = claimOf("person-unknown");
    expect(waitingFor("claim-person-unknown")).toContain(fields[0]);
    expect(settledIn(fields[0] ?? "")).toBeUndefined();
  });

  test("a second settlement changes nothing while the cause is there", async () => {
    const before = await place.fingerprint();
    expect((await settleMonth(place.job, JANUARY)).isUnchanged).toBe(true);
    expect(await place.fingerprint()).toBe(before);
  });

  test("when the person is registered, the month no longer closes without it", async () => {
    const [header = ""] = linesOf(county, "ncms-members.csv");
    const lines = [header, registration()];
    const file = { path: "ncms-members.csv", layout: "ncms-members", lines };
    const report = await migrateDelivery(place.job, newDelivery([file]));
    expect(report.setAside).toEqual({});
    await expect(closeMonth(place.job, JANUARY)).rejects.toMatchObject({ code: "month-open-work" });
  });

  test("it is settled with the next settlement, and then budgeted again", async () => {
    const { fields } = claimOf("person-unknown");
    const [id = ""] = fields;
    expect((await settleMonth(place.job, JANUARY)).isUnchanged).toBe(false);
    expect(settledIn(id)).toBe("2017-01");
    expect(waitingFor("claim-person-unknown")).not.toContain(id);
    expect(yearsThatDiffer(place)).toEqual([]);
    await expect(closeMonth(place.job, JANUARY)).rejects.toMatchObject({ code: "month-open-work" });
    expect((await budgetOfMonth(place.job, JANUARY)).version).toBe(2);
  });
});

describe("a claim that waits for its institution", () => {
  test("is carried over when the month closes", async () => {
    const [id = ""] = claimOf("institution-unknown").fields;
    await closeMonth(place.job, JANUARY);
    const carried = place.rows<{ id: string }>(
      "SELECT medins_setl_id AS id FROM carried_claim JOIN claim USING (claim_id)",
    );
    expect(carried.map((one) => one.id)).toContain(id);
    expect(waitingFor("claim-institution-unknown")).toEqual([id]);
  });

  test("is settled in the next month when the institution is registered", async () => {
    const { fields } = claimOf("institution-unknown");
    const [id = "", code = ""] = [fields[0], fields[7]];
    const [codesHeader = ""] = linesOf(county, "institution-codes.csv");
    const codes = [codesHeader, `urbmi,U99999,${code},New hospital,05,2,159921`];
    const [hospital = ""] = linesOf(county, "institutions-urbmi.txt");
    const [, ...rest] = hospital.split("\t");
    await migrateDelivery(
      place.job,
      newDelivery(
        [
          { path: "institution-codes.csv", layout: "institution-codes", lines: codes },
          {
            path: "institutions-urbmi.txt",
            layout: "institutions-urbmi",
            lines: [["U99999", ...rest].join("\t")],
          },
        ],
        agreementOf(code),
      ),
    );
    await expect(closeMonth(place.job, FEBRUARY)).rejects.toMatchObject({
      code: "month-open-work",
    });
    await settleMonth(place.job, FEBRUARY);
    expect(settledIn(id)).toBe("2017-02");
    expect(waitingFor("claim-institution-unknown")).toEqual([]);
  });

  test("the hospital is paid with that month, and the closed one stays as it was", async () => {
    const { fields } = claimOf("institution-unknown");
    const report = await budgetOfMonth(place.job, FEBRUARY);
    expect(report.hospitals.map((one) => [one.fixmedinsCode, one.setlCnt])).toEqual([
      [fields[7], 1],
    ]);
    expect(await closeMonth(place.job, FEBRUARY)).toMatchObject({ state: "closed" });
    expect(place.value("SELECT COUNT(*) FROM hospital_month WHERE month = '2017-02'")).toBe(1);
  });
});

function agreementOf(code: string): string {
  return `title: 补充协议
agreements:
  - fixmedinsCode: ${code}
    fixmedinsName: New hospital
    versions:
      - from: 2017-01-01
        to: 2017-12-31
        status: assumed
        cite: 人造样例协议
        method: total-control
        yearlyQuota: "120000.00"
        holdbackRatio: "0.10"
        overQuota: defer
`;
}
