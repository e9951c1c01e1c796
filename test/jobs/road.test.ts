import { beforeAll, describe, expect, test } from "vitest";
import { effectOf } from "../../src/domain/problem.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport } from "../../src/jobs/migrate/report.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import type { ProblemCode } from "../../src/text/problems.js";
import { JANUARY, newCounty, Place } from "./place.js";
import { linesOf, setAsideCodes, type Truth, truthOf } from "./truth.js";

let place: Place;
let county: string;
let report: MigrateReport;
let truth: readonly Truth[] = [];

beforeAll(async () => {
  county = await newCounty();
  truth = truthOf(county);
  place = await Place.open();
  report = await migrateDelivery(place.job, county);
  await settleMonth(place.job, JANUARY);
});

interface Found {
  readonly place: string;
  readonly code: string;
}

describe("the truth agrees", () => {
  test("exactly the rows that were spoiled to wait do, each for its own reason", () => {
    const setAside = place.rows<Found>(
      `SELECT f.path || ':' || r.line AS place, p.code FROM source_row r
       JOIN source_file f USING (file_id) LEFT JOIN problem p USING (file_id, line)
       WHERE r.outcome = 2`,
    );
    const waiting = place.rows<Found>(
      `SELECT f.path || ':' || c.line AS place, w.code FROM waiting_claim w
       JOIN claim c USING (claim_id) JOIN source_file f USING (file_id)`,
    );
    const found = [...setAside, ...waiting].filter(
      ({ code }) => effectOf(code as ProblemCode) === "setAside",
    );
    const expected = truth.filter((row) => row.expected !== "");
    expect(new Set(expected.map((row) => row.expected)).size).toBeGreaterThan(10);
    expect(sorted(found.map((one) => `${one.place} ${one.code}`))).toEqual(
      sorted(expected.flatMap((row) => setAsideCodes(row).map((code) => `${row.place} ${code}`))),
    );
  });

  test("nothing was set aside beyond what the manifest accepts", () => {
    expect(report.notAccepted).toEqual([]);
  });

  // Registers of persons, enrolments in a file of their own, and claims.
  test.each([
    ["persons", "SELECT file_id, line, psn_no FROM person_row"],
    ["enrolments", "SELECT file_id, line, psn_no FROM enrolment"],
    ["claims", "SELECT file_id, line, psn_no FROM claim WHERE psn_no IS NOT NULL"],
  ])("%s: rows of one person lead to one number, rows of two never do", (_, table) => {
    const people = personsOf();
    const numbers = new Map<string, Set<string>>();
    const persons = new Map<string, Set<string>>();
    const rows = place.rows<{ place: string; psnNo: string }>(
      `SELECT f.path || ':' || t.line AS place, t.psn_no AS psnNo FROM (${table}) t
       JOIN source_file f USING (file_id)`,
    );
    for (const { place: at, psnNo } of rows) {
      const person = people.get(at) ?? `nobody at ${at}`;
      numbers.set(person, (numbers.get(person) ?? new Set()).add(psnNo));
      persons.set(psnNo, (persons.get(psnNo) ?? new Set()).add(person));
    }
    expect(numbers.size).toBeGreaterThan(50);
    expect([...numbers].filter(([, psnNos]) => psnNos.size > 1)).toEqual([]);
    expect([...persons].filter(([, those]) => those.size > 1)).toEqual([]);
  });

  test("every person with a row that may load is there, and nobody else", () => {
    const registers = ["ncms-members.csv", "urbmi-ac01.txt"];
    const loading = truth.filter((row) => registers.includes(row.file) && row.expected === "");
    expect(place.value("SELECT COUNT(*) FROM person")).toBe(
      new Set(loading.map((row) => row.person)).size,
    );
    expect(place.value("SELECT COUNT(*) FROM person_row")).toBe(loading.length);
  });
});

describe("every row that was read is in one place", () => {
  test("read = loaded + merged + set aside, for each file of the manifest", () => {
    expect(report.files.map((file) => file.path)).toHaveLength(12);
    for (const { path, read, loaded, merged, setAside } of report.files) {
      const header = path.endsWith(".csv") ? 1 : 0;
      expect([path, read]).toEqual([path, linesOf(county, path).length - header]);
      expect([path, loaded + merged + setAside]).toEqual([path, read]);
    }
  });

  test("every line of every file is known by its place, and none twice", () => {
    for (const { path, read } of report.files) {
      const first = path.endsWith(".csv") ? 2 : 1;
      const [found] = place.rows(
        `SELECT COUNT(*) AS rows, MIN(line) AS first, MAX(line) AS last FROM source_row
         JOIN source_file USING (file_id) WHERE path = ?`,
        path,
      );
      expect([path, found]).toEqual([path, { rows: read, first, last: first + read - 1 }]);
    }
  });

  test("the text of every row that waits is kept as it was delivered", () => {
    const rows = place.rows<{ path: string; line: number; raw: string | null }>(
      `SELECT f.path, r.line, s.raw FROM source_row r JOIN source_file f USING (file_id)
       LEFT JOIN set_aside_row s USING (file_id, line) WHERE r.outcome = 2`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { path, line, raw } of rows) {
      const bytes = Buffer.from(linesOf(county, path)[line - 1] ?? "", "latin1");
      expect(raw).toBe(new TextDecoder("gb18030").decode(bytes));
    }
  });
});

/** The true person of every row, by its place. */
function personsOf(): ReadonlyMap<string, string> {
  return new Map(truth.map((row) => [row.place, row.person]));
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...texts].sort();
}
