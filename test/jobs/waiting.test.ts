import { beforeAll, describe, expect, test } from "vitest";
import { budgetOfMonth } from "../../src/jobs/budget/budget-month.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { closeMonth } from "../../src/jobs/month/close-month.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { claimsOf, newDelivery, type WrittenFile, withFields } from "./delivered.js";
import { FEBRUARY, JANUARY, newCounty, Place } from "./place.js";
import { fieldsOf, linesOf, truthOf } from "./truth.js";
import { yearsThatDiffer } from "./years.js";

let county: string;
let place: Place;

beforeAll(async () => {
  county = await newCounty(600);
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
 * The register's rows of the person of a claim, under the number that the claim gives, as lists
 * would bring them that were sent later; who stood in a household now stands in one of their own.
 */
function registration(): readonly WrittenFile[] {
  const { person, fields } = claimOf("person-unknown");
  const [source, legacyId = ""] = [fields[2], fields[3]];
  const rowIn = (path: string): string => {
    const row = truthOf(county).find((one) => one.file === path && one.person === person);
    return linesOf(county, path)[Number(row?.place.split(":")[1]) - 1] ?? "";
  };
  if (source === "urbmi") {
    return ["urbmi-ac01", "urbmi-ac02"].map((layout) => {
      const path = `${layout}.txt`;
      const [, ...rest] = rowIn(path).split("\t");
      return { path, layout, lines: [[legacyId, ...rest].join("\t")] };
    });
  }
  const [header = ""] = linesOf(county, "ncms-members.csv");
  const member = withFields(rowIn("ncms-members.csv"), ([, ...rest]) => [
    legacyId,
    ...rest.map((cell, at) => (at === 32 ? `${cell}9` : cell)),
  ]);
  return [{ path: "ncms-members.csv", layout: "ncms-members", lines: [header, member] }];
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
    const report = await migrateDelivery(place.job, newDelivery(registration()));
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

  test("the hospital of a window is paid with that month, which then closes", async () => {
    const { fields } = claimOf("institution-unknown");
    const report = await budgetOfMonth(place.job, FEBRUARY);
    const claiming = report.hospitals.filter((one) => one.setlCnt > 0);
    const paid = claiming.map((one) => [one.fixmedinsCode, one.setlCnt]);
    expect(paid).toEqual(fields[6] === "window" ? [[fields[7], 1]] : []);
    expect(await closeMonth(place.job, FEBRUARY)).toMatchObject({ state: "closed" });
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
