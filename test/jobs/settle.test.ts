import { beforeAll, describe, expect, test } from "vitest";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { type SettleReport, settleMonth } from "../../src/jobs/settle/settle-month.js";
import { JANUARY, newCounty, Place } from "./place.js";
import { fieldsOf, linesOf, tenThousandths, truthOf } from "./truth.js";
import { yearsThatDiffer } from "./years.js";

let place: Place;
let county: string;
let report: SettleReport;

beforeAll(async () => {
  county = await newCounty(2_000);
  place = await Place.open();
  await migrateDelivery(place.job, county);
  report = await settleMonth(place.job, JANUARY);
});

const PAYERS = ["hifp_pay", "hifmi_pay", "maf_pay", "oth_pay"] as const;
const AMOUNTS = ["medfee_sumamt", ...PAYERS, "fund_pay_sumamt", "psn_part_amt"] as const;

describe("every claim that was loaded", () => {
  test("is settled or waits, and none both", () => {
    const loaded = place.value("SELECT COUNT(*) FROM claim");
    const settled = place.value("SELECT COUNT(*) FROM settlement") as number;
    const waiting = place.value("SELECT COUNT(DISTINCT claim_id) FROM waiting_claim") as number;
    expect(settled + waiting).toBe(loaded);
    expect(report.waitingClaims).toBe(waiting);
    const both = "SELECT COUNT(*) FROM settlement JOIN waiting_claim USING (claim_id)";
    expect(place.value(both)).toBe(0);
  });

  test("has payers that add up to the fen: funds, and funds with the person", () => {
    const wrong = place.rows(
      `SELECT * FROM settlement WHERE fund_pay_sumamt <> ${PAYERS.join(" + ")}
       OR medfee_sumamt <> fund_pay_sumamt + psn_part_amt OR psn_part_amt * cases < 0`,
    );
    expect(wrong).toEqual([]);
  });

  test("of a window is posted as the window paid it", () => {
    const changed = place.rows(
      `SELECT * FROM settlement s JOIN claim c USING (claim_id) WHERE c.settled_by = 'window'
       AND (${["act_pay_dedc", ...AMOUNTS].map((one) => `s.${one} <> c.${one}`).join(" OR ")})`,
    );
    expect(changed).toEqual([]);
  });
});

describe("the suspects", () => {
  test("are exactly the window claims that were made wrong", () => {
    const suspects = place.rows<{ place: string }>(
      `SELECT DISTINCT f.path || ':' || c.line AS place FROM suspect
       JOIN claim c USING (claim_id) JOIN source_file f USING (file_id)`,
    );
    const faulty = truthOf(county).filter((row) => row.spoiled.startsWith("window-"));
    expect(faulty.length).toBeGreaterThan(2);
    expect(suspects.map((one) => one.place).sort()).toEqual(faulty.map((one) => one.place).sort());
    expect(report.suspects.claims).toBe(faulty.length);
  });
});

describe("the report", () => {
  test("has the sums of the file, claim by claim that is settled at a window", () => {
    const settled = new Set(
      place
        .rows<{ line: number }>("SELECT c.line FROM settlement JOIN claim c USING (claim_id)")
        .map((one) => one.line),
    );
    const [header, ...lines] = linesOf(county, "claims.csv").map(fieldsOf);
    const column = (name: string): number => (header ?? []).indexOf(name);
    const isOfWindow = (fields: readonly string[], index: number): boolean =>
      settled.has(index + 2) && fields[column("settled_by")] === "window";
    const bills = lines.filter(isOfWindow);
    const windows = report.totals.find((one) => one.settledBy === "window");
    // A refund takes a case back.
    const refunds = bills.filter((fields) => fields[column("refd_setl_flag")] === "1");
    expect(refunds.length).toBeGreaterThan(0);
    expect(windows?.claims).toBe(bills.length - 2 * refunds.length);
    for (const [field, total] of [
      ["medfee_sumamt", windows?.medfeeSumamt],
      ["hifp_pay", windows?.hifpPay],
      ["hifmi_pay", windows?.hifmiPay],
      ["maf_pay", windows?.mafPay],
      ["fund_pay_sumamt", windows?.fundPaySumamt],
      ["psn_part_amt", windows?.psnPartAmt],
    ] as const) {
      const sum = bills.map((fields) => tenThousandths(fields[column(field)] ?? ""));
      expect([field, tenThousandths(total ?? "")]).toEqual([field, sum.reduce((a, b) => a + b)]);
    }
  });

  test("accepts what the manifest accepts, and tells what of the law is assumed", () => {
    expect(report.notAccepted).toEqual([]);
    expect(report.assumedValues).toBeGreaterThan(0);
  });
});

describe("the year so far", () => {
  test("of every person is the sum of what was posted", () => {
    expect(yearsThatDiffer(place)).toEqual([]);
  });

  test("is kept for nobody else", () => {
    expect(place.value("SELECT COUNT(*) FROM year_to_date")).toBe(
      place.value("SELECT COUNT(DISTINCT psn_no) FROM settlement"),
    );
  });
});
