import { beforeAll, describe, expect, test } from "vitest";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport, MoneyReportLine } from "../../src/jobs/migrate/report.js";
import { newCounty, Place } from "./place.js";
import { fieldsOf, linesOf, tenThousandths, truthOf } from "./truth.js";

let place: Place;
let county: string;
let report: MigrateReport;

beforeAll(async () => {
  county = await newCounty(2_000);
  place = await Place.open();
  report = await migrateDelivery(place.job, county);
});

/** The money of one member's row, in the columns of the 56-column list. */
interface Member {
  readonly legacyId: string;
  readonly household: string;
  /** The county: the first six figures of the township. */
  readonly division: string;
  readonly benefits: bigint;
  readonly balance: bigint;
  readonly isSetAside: boolean;
}

function members(): readonly Member[] {
  const expected = new Map(truthOf(county).map((row) => [row.place, row.expected]));
  return linesOf(county, "ncms-members.csv")
    .slice(1)
    .map((line, index) => {
      const fields = fieldsOf(line);
      const amount = (at: number): bigint => tenThousandths(fields[at] ?? "");
      return {
        legacyId: fields[0] ?? "",
        household: fields[33] ?? "",
        division: (fields[34] ?? "").slice(0, 6),
        benefits: [14, 15, 16, 17, 18, 20].map(amount).reduce((all, one) => all + one),
        balance: amount(19),
        isSetAside: expected.get(`ncms-members.csv:${index + 2}`) !== "",
      };
    });
}

function lines(kind: MoneyReportLine["kind"]): readonly MoneyReportLine[] {
  return report.money.filter((line) => line.kind === kind);
}

function summed(entries: Iterable<readonly [string, bigint]>): Readonly<Record<string, bigint>> {
  const totals: Record<string, bigint> = {};
  for (const [key, amount] of entries) totals[key] = (totals[key] ?? 0n) + amount;
  return totals;
}

/** A column of the report by place, in ten-thousandths. */
function column(kind: MoneyReportLine["kind"], name: "read" | "repeated" | "setAside") {
  return summed(lines(kind).map((line) => [line.place, tenThousandths(line[name])]));
}

describe("the money of the old schemes", () => {
  test("read = carried + residual + repeated + set aside, for every kind and place", () => {
    expect(report.money.length).toBeGreaterThan(10);
    for (const line of report.money) {
      const { read, carried, residual, repeated, setAside } = line;
      const placed = [carried, residual, repeated, setAside].map(tenThousandths);
      expect([line, placed.reduce((all, one) => all + one)]).toEqual([line, tenThousandths(read)]);
    }
  });

  test("family accounts: what the list states, each household once", () => {
    const households = new Map(members().map((one) => [one.household, one]));
    const stated = [...households.values()].map(
      (one) => [`${one.division} ncms`, one.balance] as const,
    );
    expect(column("familyAccounts", "read")).toEqual(summed(stated));
  });

  test("family accounts: set aside is what households have of whom nobody loaded", () => {
    const loaded = new Set(
      members()
        .filter((one) => !one.isSetAside)
        .map((one) => one.household),
    );
    const waiting = members().filter((one) => !loaded.has(one.household));
    const once = new Map(waiting.map((one) => [one.household, one]));
    const total = [...once.values()].reduce((all, one) => all + one.balance, 0n);
    const reported = Object.values(column("familyAccounts", "setAside"));
    expect(reported.reduce((all, one) => all + one)).toBe(total);
  });

  test("last year's benefits: read, repeated by a merged row, and set aside with its row", () => {
    const all = members();
    const at = (one: Member) => [`${one.division} ncms`, one.benefits] as const;
    expect(column("benefitHistory", "read")).toEqual(summed(all.map(at)));
    const setAside = all.filter((one) => one.isSetAside && one.benefits !== 0n);
    expect(setAside.length).toBeGreaterThan(0);
    expect(column("benefitHistory", "setAside")).toMatchObject(summed(setAside.map(at)));
    const seen = new Set<string>();
    const repeated = all.filter(
      (one) => !one.isSetAside && seen.size === seen.add(one.legacyId).size,
    );
    const zeros = Object.keys(column("benefitHistory", "read")).map((key) => [key, 0n] as const);
    expect(column("benefitHistory", "repeated")).toEqual(summed([...zeros, ...repeated.map(at)]));
  });

  test("fund balances: what both books held, by county and scheme", () => {
    const stated = linesOf(county, "fund-balances.csv")
      .slice(1)
      .map((line) => fieldsOf(line))
      .map(([division, insutype, , balance]) => {
        const national = insutype === "390" ? "391" : insutype; // the old code of urban residents
        return [`${division} ${national}`, tenThousandths(balance ?? "")] as const;
      });
    expect(column("fundBalances", "read")).toEqual(summed(stated));
    const total = stated.reduce((all, [, balance]) => all + balance, 0n);
    expect(fen("SELECT SUM(balance) FROM fund_opening")).toBe(total);
  });
});

describe("what the database holds", () => {
  test("is what the report says was carried", () => {
    const carried = (kind: MoneyReportLine["kind"]): bigint =>
      lines(kind).reduce((all, line) => all + tenThousandths(line.carried), 0n);
    expect(fen("SELECT SUM(balance) FROM family_account")).toBe(carried("familyAccounts"));
    expect(fen("SELECT SUM(hifp_pay + hifmi_pay) FROM benefit_history")).toBe(
      carried("benefitHistory"),
    );
    expect(fen("SELECT SUM(balance) FROM fund_balance")).toBe(carried("fundBalances"));
  });

  test("residuals are kept with their accounts", () => {
    const kept = place.rows<{ residual: string }>("SELECT residual FROM family_account");
    const residuals = lines("familyAccounts").map((line) => tenThousandths(line.residual));
    expect(kept.reduce((all, one) => all + tenThousandths(one.residual), 0n)).toBe(
      residuals.reduce((all, one) => all + one),
    );
  });

  test("every family account belongs to a member of the household", () => {
    const strangers = place.rows(
      `SELECT * FROM family_account a WHERE NOT EXISTS (
         SELECT 1 FROM person_row s WHERE s.psn_no = a.psn_no AND s.source = a.source)`,
    );
    expect(strangers).toEqual([]);
  });
});

/** Fen of the database as ten-thousandths. */
function fen(sql: string): bigint {
  return BigInt(place.value(sql) as number) * 100n;
}
