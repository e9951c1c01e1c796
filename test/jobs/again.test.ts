import { beforeAll, describe, expect, test } from "vitest";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport, MoneyReportLine } from "../../src/jobs/migrate/report.js";
import { newDelivery, withFields } from "./delivered.js";
import { newCounty, Place } from "./place.js";
import { fieldsOf, linesOf, tenThousandths, truthOf } from "./truth.js";

// A list that comes again, in part or mended, holds people and households who are known already.
let county: string;
let place: Place;

beforeAll(async () => {
  county = await newCounty(300);
  place = await Place.open();
  await migrateDelivery(place.job, county);
});

/** The header of the list and its first sound members. */
function soundMembers(count: number): readonly string[] {
  const lines = linesOf(county, "ncms-members.csv");
  const sound = truthOf(county).filter(
    (row) => row.file === "ncms-members.csv" && row.expected === "",
  );
  const places = sound.slice(0, count).map((row) => Number(row.place.split(":")[1]));
  return [lines[0] ?? "", ...places.map((line) => lines[line - 1] ?? "")];
}

async function deliver(lines: readonly string[]): Promise<MigrateReport> {
  const file = { path: "ncms-members.csv", layout: "ncms-members", lines };
  return migrateDelivery(place.job, newDelivery([file]));
}

function sumOf(report: MigrateReport, column: "read" | "carried" | "repeated" | "setAside") {
  const kinds = new Set<MoneyReportLine["kind"]>(["familyAccounts", "benefitHistory"]);
  const lines = report.money.filter((line) => kinds.has(line.kind));
  return lines.reduce((total, line) => total + tenThousandths(line[column]), 0n);
}

const FACTS = ["person", "enrolment", "family_account", "benefit_history", "identity"];

function counts(): readonly unknown[] {
  return FACTS.map((table) => place.value(`SELECT COUNT(*) FROM ${table}`));
}

describe("members who are known already", () => {
  test("are the same people, and their money is stated again, not carried again", async () => {
    const before = counts();
    const report = await deliver(soundMembers(100));
    expect([report.people, report.setAside]).toEqual([0, {}]);
    expect(report.files[0]).toMatchObject({ read: 100, loaded: 0, merged: 100, setAside: 0 });
    expect(counts()).toEqual(before);
    expect(sumOf(report, "read")).toBeGreaterThan(0n);
    expect(sumOf(report, "repeated")).toBe(sumOf(report, "read"));
    expect(sumOf(report, "carried")).toBe(0n);
  });

  test("a household that states another balance keeps its account; the new one waits", async () => {
    const [header = "", ...members] = soundMembers(100);
    const household = members.find((line) => Number(fieldsOf(line)[19]) > 0) ?? "";
    const stated = withFields(household, (cells) => cells.with(19, "99999.99"));
    const before = counts();
    const report = await deliver([header, stated]);
    expect(report.findings).toMatchObject({ "household-balance-differs": 1 });
    expect(sumOf(report, "setAside")).toBe(tenThousandths("99999.99"));
    expect(counts()).toEqual(before);
  });

  test("a newborn of a known household is new, and the account stays where it is", async () => {
    const [header = "", ...members] = soundMembers(100);
    const parent = members.find((line) => Number(fieldsOf(line)[19]) > 0) ?? "";
    const child = withFields(parent, (cells) => [
      `${cells[0]}9`,
      ...cells.slice(1, 6),
      "",
      "2016-12-20",
      ...cells.slice(8, 14),
      ...["0", "0", "0", "0", "0"],
      ...cells.slice(19, 20),
      "0",
      ...cells.slice(21),
    ]);
    const accounts = () => place.rows("SELECT * FROM family_account");
    const before = accounts();
    const report = await deliver([header, child]);
    expect([report.people, report.unified]).toEqual([1, { "14": 1 }]);
    expect(accounts()).toEqual(before);
  });
});

describe("the lists of both schemes as a whole, once more", () => {
  test("say nothing new: what was loaded is merged, and the same rows wait", async () => {
    const fresh = await Place.open();
    const lists = ["ncms-members.csv", "urbmi-ac01.txt", "urbmi-ac02.txt"].map((path) => {
      const layout = path.replace(/\..*/, "");
      return { path, layout, lines: linesOf(county, path) };
    });
    const first = await migrateDelivery(fresh.job, newDelivery(lists));
    const facts = () => FACTS.map((table) => fresh.rows(`SELECT * FROM ${table}`));
    const before = facts();
    const again = await migrateDelivery(fresh.job, newDelivery([...lists].reverse()));
    expect(again.setAside).toEqual(first.setAside);
    const loaded = again.files.map((file) => file.loaded);
    expect([again.people, facts()]).toEqual([0, before]);
    expect(loaded).toEqual([0, 0, 0]);
  });
});
