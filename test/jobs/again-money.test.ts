import { beforeAll, describe, expect, test } from "vitest";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport, MoneyReportLine } from "../../src/jobs/migrate/report.js";
import { newDelivery, rewriteManifest, withFields } from "./delivered.js";
import { newCounty, Place } from "./place.js";
import { fieldsOf, linesOf, tenThousandths, truthOf } from "./truth.js";

// The columns of the list that these tests turn.
const INPATIENT = 14;
const BALANCE = 19;
const HOUSEHOLD = 33;

let county: string;
let header: string;
/** The sound members who were paid something and whose household has an account. */
let members: readonly string[];

beforeAll(async () => {
  county = await newCounty(300);
  const lines = linesOf(county, "ncms-members.csv");
  header = lines[0] ?? "";
  members = truthOf(county)
    .filter((row) => row.file === "ncms-members.csv" && row.expected === "" && row.spoiled === "")
    .map((row) => lines[Number(row.place.split(":")[1]) - 1] ?? "")
    .filter((line) => Number(fieldsOf(line)[INPATIENT]) > 0 && Number(balanceOf(line)) > 0);
});

function balanceOf(line: string): string {
  return fieldsOf(line)[BALANCE] ?? "";
}

function memberFile(path: string, lines: readonly string[]) {
  return { path, layout: "ncms-members", lines: [header, ...lines] };
}

function deliver(place: Place, ...lines: readonly string[]): Promise<MigrateReport> {
  return migrateDelivery(place.job, newDelivery([memberFile("members.csv", lines)]));
}

function paidMore(line: string): string {
  return withFields(line, (cells) => cells.with(INPATIENT, "77777.77"));
}

/** One kind of money of all places: read, carried, repeated, set aside. */
function money(report: MigrateReport, kind: MoneyReportLine["kind"]): readonly bigint[] {
  const lines = report.money.filter((line) => line.kind === kind);
  return (["read", "carried", "repeated", "setAside"] as const).map((column) =>
    lines.reduce((total, line) => total + tenThousandths(line[column]), 0n),
  );
}

describe("last year's benefits of one person and old number", () => {
  test("other figures in a later delivery wait, and the history stays", async () => {
    const place = await Place.open();
    const [member = ""] = members;
    await deliver(place, member);
    const history = place.rows("SELECT * FROM benefit_history");
    const report = await deliver(place, paidMore(member));
    const [read, ...ends] = money(report, "benefitHistory");
    expect(read).toBeGreaterThan(tenThousandths("77777"));
    expect(ends).toEqual([0n, 0n, read]);
    expect(report.setAside).toEqual({ "differs-from-loaded": 1 });
    expect(place.rows("SELECT * FROM benefit_history")).toEqual(history);
    const detail = place.value("SELECT detail FROM problem WHERE code = 'differs-from-loaded'");
    expect(String(detail)).toContain(`ncms ${fieldsOf(member)[0]} hifp_pay`);
  });

  test("other figures in another row of the same delivery wait as well", async () => {
    const place = await Place.open();
    const [member = ""] = members;
    const report = await deliver(place, member, member, paidMore(member));
    const [read = 0n, carried = 0n, repeated, setAside] = money(report, "benefitHistory");
    expect(carried).toBeGreaterThan(0n);
    expect([repeated, setAside]).toEqual([carried, read - carried - carried]);
    expect(report.findings).toMatchObject({ "differs-from-loaded": 1, "row-repeated": 1 });
  });
});

describe("family accounts", () => {
  test("money on rows without a household number is counted, row by row", async () => {
    const place = await Place.open();
    const strays = members
      .slice(0, 2)
      .map((line) => withFields(line, (cells) => cells.with(HOUSEHOLD, "")));
    const report = await deliver(place, ...strays);
    const total = strays.map((line) => tenThousandths(balanceOf(line))).reduce((a, b) => a + b);
    expect(money(report, "familyAccounts")).toEqual([total, 0n, 0n, total]);
    expect(report.setAside).toMatchObject({ "household-missing": 2 });
  });

  test("two files of one layout are each held to the sum of their own households", async () => {
    const households = new Map(members.map((line) => [fieldsOf(line)[HOUSEHOLD], line]));
    const [first = "", second = ""] = [...households.values()];
    const files = [memberFile("east.csv", [first]), memberFile("west.csv", [second])];
    const stated = (east: string, west: string): string => {
      const folder = newDelivery(files);
      const totals = { east, west };
      for (const name of ["east", "west"] as const) {
        const entry = `{ path: ${name}.csv, layout: ncms-members, rows: 1`;
        const sum = `, totals: { family_balc: "${totals[name]}" }`;
        rewriteManifest(folder, entry, entry + sum);
      }
      return folder;
    };
    const place = await Place.open();
    const [east, west] = [balanceOf(first), balanceOf(second)];
    await expect(migrateDelivery(place.job, stated(`${east}1`, west))).rejects.toMatchObject({
      problems: [{ values: { total: "east.csv family_balc" } }],
    });
    const report = await migrateDelivery(place.job, stated(east, west));
    const total = tenThousandths(east) + tenThousandths(west);
    expect(money(report, "familyAccounts")).toEqual([total, total, 0n, 0n]);
  });
});
