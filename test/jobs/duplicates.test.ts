import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { showRow } from "../../src/jobs/lineage/show-row.js";
import { checkDelivery, migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport } from "../../src/jobs/migrate/report.js";
import { newDelivery, rewriteManifest } from "./delivered.js";
import {
  certnos,
  delivered,
  employeeLines,
  newPlace,
  residentLines,
  residents,
} from "./enrolled-twice.js";
import type { Place } from "./place.js";

const LISTED = employeeLines([
  ["C", "2014-03-01"],
  ["D", "2016-08-01"],
  ["E", "2012-01-01"],
]);

const lang = "zh";

let place: Place;
let dry: MigrateReport;
let report: MigrateReport;

beforeAll(async () => {
  place = await newPlace();
  const folder = delivered(residentLines(), LISTED);
  dry = await checkDelivery(place.job, folder);
  report = await migrateDelivery(place.job, folder);
});

/** `A 2017-01-01– 159922` for every enrolment in the unified scheme. */
function unified(of = place): readonly string[] {
  return of
    .rows<{ told: string }>(
      `SELECT p.certno || ' ' || e.begndate || '–' || e.enddate || ' ' ||
         e.insuplc_admdvs AS told
       FROM enrolment e JOIN person p USING (part_no, psn_no) WHERE e.insutype = '390'
       ORDER BY told`,
    )
    .map(({ told }) => told.replace(/^\S+/, (certno) => personOf(certno)));
}

function personOf(certno: string): string {
  return Object.entries(certnos).find(([, one]) => one === certno)?.[0] ?? certno;
}

describe("people who are enrolled more than once", () => {
  test("keep the enrolment that the rules say; whoever is an employee for long has none", () => {
    expect(unified()).toEqual([
      "A 2017-01-01– 159922",
      "B 2017-01-01– 159921",
      "D 2017-01-01– 159921",
      "F 2017-01-01– 159922",
      "G 2017-01-01– 159922",
    ]);
    expect(report.people).toBe(6);
    expect(place.value("SELECT COUNT(*) FROM employee_insured")).toBe(3);
    expect(report.employees).toEqual({ rows: 3, residents: 2 });
  });

  test("are counted by rule, and what no rule decides is left to a person", () => {
    expect(report.duplicates).toMatchObject({ people: 4, undecided: 1, employed: 1 });
    expect(report.duplicates?.undecidedEmployees).toBe(1);
    expect(report.duplicates?.rules).toEqual({
      "两份居民医保,保留常住地的": 1,
      保留已经享受待遇的一份: 1,
      "连续参加职工医保满一年,保留职工医保": 1,
    });
    expect(report.findings["enrolment-missing"]).toBeUndefined();
  });

  test("cost what the lines say, by county and year, to the fen", () => {
    const told = report.duplicates?.totals.map((line) => {
      return [line.admdvs, line.year, line.refundAmount, line.subsidyAmount];
    });
    expect(told).toEqual([
      ["159921", 2017, "280.00", "900.00"], // A's rural one, B's urban one
      ["159923", 2017, "150.00", "450.00"], // C is an employee
    ]);
    const { sum } = report.duplicates ?? {};
    expect([sum?.refunds, sum?.refundAmount]).toEqual([3, "430.00"]);
    expect([sum?.subsidies, sum?.subsidyAmount]).toEqual([3, "1350.00"]);
    expect(dry.duplicates).toEqual(report.duplicates);
    expect(dry.employees).toEqual(report.employees);
  });

  test("are listed for their owner's eyes, and the costs without a name", () => {
    const path = (name: string) => {
      const found = report.outputs.find((one) => one.path.includes(name));
      return join(place.root, found?.path ?? "");
    };
    const list = path("/duplicates-");
    expect(statSync(list).mode & 0o777).toBe(0o600);
    const lines = readFileSync(list, "utf8").trimEnd().split("\r\n");
    expect(lines.length).toBe(1 + 2 * 4);
    const ofC = lines.filter((line) => line.includes(certnos.C)).map((line) => line.split(","));
    expect(ofC.map((cells) => [cells[5], cells[9], cells[10]])).toEqual([
      ["310", "延续", ""],
      ["380", "终止", "2016-12-31"],
    ]);
    const costs = readFileSync(path("/duplicate-costs-"), "utf8").trimEnd().split("\r\n");
    expect(costs.map((line) => line.split(",").slice(0, 8).join(","))).toEqual([
      "\ufeff参保地,年度,退费份数,退费金额,不退份数,不退金额,收回补助份数,收回补助金额",
      "159921,2017,2,280.00,0,0.00,2,900.00",
      "159923,2017,1,150.00,0,0.00,1,450.00",
      "合计,,3,430.00,0,0.00,3,1350.00",
    ]);
    expect(costs.join()).not.toContain(certnos.A);
  });

  test("are the same in whatever order the rows come", async () => {
    const other = await newPlace();
    const [header = "", ...lines] = LISTED;
    const turned = delivered(residentLines([...residents].reverse()), [header, ...lines.reverse()]);
    const again = await migrateDelivery(other.job, turned);
    expect(again.duplicates).toEqual(report.duplicates);
    expect(unified(other)).toEqual(unified());
  });
});

describe("why a record says what it says", () => {
  test("is told field by field, with the row and the rule", async () => {
    const psnNo = place.value("SELECT psn_no FROM person WHERE certno = ?", certnos.A);
    const asked = { row: `person:${psnNo}`, runId: undefined, delivery: undefined, lang } as const;
    const { chosen } = await showRow(place.job, { ...asked, reveal: undefined });
    const found = chosen.find((one) => one.field === "insuplc_admdvs");
    expect(found).toEqual({
      field: "insuplc_admdvs",
      value: "159922",
      place: "residents.csv:3",
      by: "most-recent",
    });
    expect(chosen.find((one) => one.field === "psn_name")).toMatchObject({ by: "agreed" });
    expect(JSON.stringify(chosen)).not.toContain(certnos.A);
  });
});

describe("a contribution that cannot be one", () => {
  test.each([
    ["-150.00", "amount-negative"],
    ["150.001", "amount-too-fine"],
  ])("%s sets its row aside: %s", async (paid, code) => {
    const other = await newPlace();
    const [header = "", first = ""] = residentLines();
    const wrong = first.replace("150.00", paid);
    const { setAside } = await checkDelivery(other.job, delivered([header, wrong], LISTED));
    expect(setAside).toEqual({ [code]: 1 });
  });
});

// After the tests above: the same database, a year later.
describe("a later list of the employee scheme", () => {
  test("ends the resident enrolment when the employee insurance began, after a year", async () => {
    const list = employeeLines([
      ["D", "2016-08-01"],
      ["F", "2017-03-01"],
      ["G", "2018-01-01"],
    ]);
    const folder = newDelivery([{ path: "employees.csv", layout: "employees", lines: list }]);
    const later = "month: 2018-05\nmode: supplement\nday: 2018-05-31";
    rewriteManifest(folder, "month: 2017-02", later);
    const again = await migrateDelivery(place.job, folder);
    expect([again.people, again.setAside]).toEqual([0, {}]);
    expect(again.employees).toEqual({ rows: 3, residents: 3 });
    expect(unified()).toEqual([
      "A 2017-01-01– 159922",
      "B 2017-01-01– 159921",
      "D 2017-01-01–2016-12-31 159921", // an employee since before: never in force
      "F 2017-01-01–2017-03-01 159922",
      "G 2017-01-01– 159922", // for less than a year: somebody has to look
    ]);
    expect(again.duplicates).toMatchObject({ people: 6, undecided: 1, employed: 3 });
  });
});
