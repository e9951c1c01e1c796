import { insutype } from "../../domain/codes.js";
import { partOf } from "../../domain/part.js";
import type {
  DuplicateStore,
  EmployeeCount,
  EnrolledPerson,
  YearOfBenefits,
} from "../port/duplicates.js";
import { all, type Database, first } from "./database.js";

/** People who are enrolled more than once, in SQLite. */
export function duplicateStore(database: Database): DuplicateStore {
  return {
    people: async ({ partNo, psnNo }, limit) =>
      all<EnrolledPerson>(database.prepare(PEOPLE), { partNo, psnNo, limit }),
    benefits: async (psnNos) => {
      const people = JSON.stringify(psnNos.map((psnNo) => [partOf(psnNo), psnNo]));
      return all<YearOfBenefits>(database.prepare(BENEFITS), people);
    },
    isAnyStaged: async (insutypes) =>
      first<{ found: number }>(
        database.prepare(
          `SELECT EXISTS (SELECT 1 FROM staged_enrolment
             WHERE insutype IN (SELECT value FROM json_each(?))) AS found`,
        ),
        JSON.stringify(insutypes),
      )?.found === 1,
    employees: async (runId) =>
      first<EmployeeCount>(database.prepare(EMPLOYEES), runId) ?? { rows: 0, residents: 0 },
  };
}

const PEOPLE = `
  SELECT k.part_no AS partNo, k.psn_no AS psnNo, k.psn_name AS psnName, k.certno, COALESCE((
      SELECT MAX(e.begndate) FROM enrolment e WHERE e.part_no = k.part_no AND e.psn_no = k.psn_no
        AND e.insutype = '${insutype.resident}' AND e.enddate = ''), '') AS running
  FROM (
    SELECT part_no, psn_no FROM enrolment_row
    WHERE psn_insu_stas = '1' AND (part_no, psn_no) > (@partNo, @psnNo)
    GROUP BY part_no, psn_no HAVING COUNT(*) > 1 ORDER BY part_no, psn_no LIMIT @limit) d
  JOIN person k ON k.part_no = d.part_no AND k.psn_no = d.psn_no
  ORDER BY k.part_no, k.psn_no`;

/** A bill of the centre counts with what was settled, one of a window with what it paid. */
const BENEFITS = `
  WITH asked (part_no, psn_no, source, legacy_id) AS (
    SELECT DISTINCT r.part_no, r.psn_no, r.source, r.legacy_id FROM json_each(?) j
    JOIN enrolment_row r ON r.part_no = j.value ->> 0 AND r.psn_no = j.value ->> 1)
  SELECT psnNo, source, legacyId, year, SUM(paid) AS paid FROM (
    SELECT b.psn_no AS psnNo, b.source, b.legacy_id AS legacyId, b.year,
      b.hifp_pay + b.hifmi_pay AS paid
    FROM asked a JOIN benefit_history b ON b.part_no = a.part_no AND b.psn_no = a.psn_no
      AND b.source = a.source AND b.legacy_id = a.legacy_id
    UNION ALL
    SELECT a.psn_no, a.source, a.legacy_id, CAST(substr(c.setl_day, 1, 4) AS INTEGER),
      COALESCE(s.fund_pay_sumamt, c.fund_pay_sumamt, 0)
    FROM asked a JOIN claim c ON c.insu_source = a.source AND c.legacy_id = a.legacy_id
    LEFT JOIN settlement s ON s.claim_id = c.claim_id)
  GROUP BY psnNo, source, legacyId, year ORDER BY psnNo, source, legacyId, year`;

const EMPLOYEES = `
  SELECT COUNT(*) AS rows, COUNT(r.psn_no) AS residents
  FROM employee_insured e JOIN source_file f ON f.file_id = e.file_id
  LEFT JOIN person_row r ON r.file_id = e.file_id AND r.line = e.line
  WHERE f.run_id = ?`;
