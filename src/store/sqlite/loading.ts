import { insutype } from "../../domain/codes.js";
import type { Day } from "../../domain/period.js";
import type { SourceEnrolment } from "../../domain/records.js";
import type { HeldEnrolment } from "../../domain/source-rows.js";
import type { CompareRow } from "../port/compared-rows.js";
import type {
  LoadingStore,
  PersonEnrolments,
  ReturnedEnrolment,
  StoppedEnrolment,
  StoredEnrolment,
  StoredIdentity,
} from "../port/loading.js";
import { all, type Database, inBatch } from "./database.js";
import { groupedBy } from "./groups.js";
import { laterRecords } from "./later-rows.js";
import { memberMoney } from "./member-money.js";

const ENROLMENT = `e.file_id AS fileId, e.line, e.source, e.legacy_id AS legacyId, e.insutype,
  e.psn_type AS psnType, e.psn_insu_stas AS psnInsuStas, e.psn_idet_type AS psnIdetType,
  e.insuplc_admdvs AS insuplcAdmdvs, e.psn_insu_date AS psnInsuDate, e.live_admdvs AS liveAdmdvs,
  e.work_admdvs AS workAdmdvs, e.psn_clct_amt AS psnClctAmt, e.accrym_begn AS accrymBegn`;

/** Loading people in SQLite: one sorted copy, then enrolments and money by pages. */
export function loading(database: Database): LoadingStore {
  return {
    async loadPeople() {
      inBatch(database, () => database.exec(LOAD_PEOPLE));
    },
    async keepEmployees() {
      inBatch(database, () => database.exec(KEEP_EMPLOYEES));
    },
    async endMerged() {
      inBatch(database, () => database.exec(END_MERGED));
    },
    async keepEnrolments() {
      inBatch(database, () => database.exec(KEEP_ENROLMENTS));
    },
    async findEnrolled() {
      inBatch(database, () => database.exec(FIND_ENROLLED));
    },
    enrolledWithoutPerson: async (after, limit) =>
      all<SourceEnrolment>(
        database.prepare(
          `SELECT ${ENROLMENT} FROM staged_enrolment e
           WHERE e.psn_no IS NULL AND e.row_no IS NULL AND (e.file_id, e.line) > (?, ?)
           ORDER BY e.file_id, e.line LIMIT ?`,
        ),
        after.fileId,
        after.line,
        limit,
      ),
    stoppedOtherwise: async (lastOldDay, limit) =>
      all<StoppedEnrolment>(database.prepare(STOPPED), { lastOldDay, limit }),
    returned: async (limit) => all<ReturnedEnrolment>(database.prepare(RETURNED), limit),
    async dropEnrolments(enrolmentNos) {
      const drop = database.prepare("DELETE FROM staged_enrolment WHERE enrolment_no = ?");
      inBatch(database, () => {
        for (const enrolmentNo of enrolmentNos) drop.run(enrolmentNo);
      });
    },
    peopleWithoutEnrolment: async (after, limit) =>
      all<CompareRow>(database.prepare(WITHOUT_ENROLMENT), after, limit),
    enrolments: async (fromPart, toPart) => enrolments(database, fromPart, toPart),
    addCoverage: async (enrolled, identities) => addCoverage(database, enrolled, identities),
    ...memberMoney(database),
    ...laterRecords(database),
  };
}

/**
 * The sorted copies: what every row says (which leads from every old number to the person), and the
 * records of new people of one row.
 */
const LOAD_PEOPLE = `
  CREATE INDEX IF NOT EXISTS staged_match_part ON staged_match (part_no, psn_no);
  INSERT INTO person_row
    SELECT m.part_no, m.psn_no, p.file_id, p.line, m.psn_no, p.is_employee = 0 AND NOT EXISTS (
        SELECT 1 FROM person k WHERE k.part_no = m.part_no AND k.psn_no = m.psn_no),
      p.source, p.legacy_id, p.household_no, p.head_relation, p.psn_name, p.certno,
      p.certno_status, p.gend, p.brdy, p.naty, p.tel, p.insuplc_admdvs
    FROM staged_match m JOIN staged_person p USING (row_no)
    ORDER BY m.part_no, m.psn_no, p.file_id, p.line;
  INSERT INTO person
    SELECT m.part_no, m.psn_no, p.psn_name, p.certno, p.certno_status, p.gend, p.brdy, p.naty,
           p.tel, p.household_no, p.head_relation, p.insuplc_admdvs
    FROM staged_match m JOIN staged_person p USING (row_no)
    WHERE m.role = 0 ORDER BY m.part_no, m.psn_no;`;

/** Everybody on the lists of the employee scheme, as the lists say. */
const KEEP_EMPLOYEES = `
  INSERT INTO employee_insured
    SELECT p.file_id, p.line, p.source, p.legacy_id, p.psn_name, p.certno, p.brdy, e.psn_type,
      e.psn_insu_stas, p.insuplc_admdvs, e.psn_insu_date
    FROM staged_person p JOIN staged_enrolment e ON e.row_no = p.row_no
    WHERE p.is_employee = 1 AND p.is_set_aside = 0 ORDER BY p.file_id, p.line;`;

const END_MERGED = `
  UPDATE source_row SET outcome = 1 WHERE (file_id, line) IN (
    SELECT p.file_id, p.line FROM staged_person p JOIN staged_match m USING (row_no)
    WHERE m.role <> 0);`;

/**
 * A line that holds a person too belongs to that person; any other to whom its old number names,
 * here or since an earlier delivery. An old number that two people share names nobody. Where an
 * enrolment does not say where it is held, the person of its number does.
 */
const FIND_ENROLLED = `
  UPDATE staged_enrolment SET (part_no, psn_no) = (
    SELECT part_no, psn_no FROM staged_match m WHERE m.row_no = staged_enrolment.row_no)
  WHERE row_no IS NOT NULL;
  UPDATE staged_enrolment SET (part_no, psn_no) = (
    SELECT MIN(s.part_no), MIN(s.psn_no) FROM person_row s
    WHERE s.source = staged_enrolment.source AND s.legacy_id = staged_enrolment.legacy_id
    HAVING COUNT(DISTINCT s.psn_no) = 1)
  WHERE row_no IS NULL;
  UPDATE staged_enrolment SET insuplc_admdvs = COALESCE((
    SELECT MIN(s.insuplc_admdvs) FROM person_row s
    WHERE s.source = staged_enrolment.source AND s.legacy_id = staged_enrolment.legacy_id
      AND s.psn_no = staged_enrolment.psn_no HAVING COUNT(DISTINCT s.insuplc_admdvs) = 1), '')
  WHERE insuplc_admdvs = '' AND psn_no IS NOT NULL;
  CREATE INDEX IF NOT EXISTS staged_enrolment_part ON staged_enrolment (part_no, psn_no);`;

const KEEP_ENROLMENTS = `
  INSERT INTO enrolment_row
    SELECT part_no, psn_no, file_id, line, psn_no, source, legacy_id, insutype, psn_type,
      psn_insu_stas, psn_idet_type, insuplc_admdvs, psn_insu_date, live_admdvs, work_admdvs,
      psn_clct_amt, accrym_begn
    FROM staged_enrolment WHERE psn_no IS NOT NULL
    ORDER BY part_no, psn_no, file_id, line;`;

const STOPPED = `
  SELECT e.enrolment_no AS enrolmentNo, e.row_no AS rowNo, e.part_no AS partNo,
    e.psn_no AS psnNo, k.begndate, b.source AS basisSource, ${ENROLMENT}
  FROM staged_enrolment e
  JOIN enrolment k ON k.part_no = e.part_no AND k.psn_no = e.psn_no
    AND k.insutype = '${insutype.resident}' AND k.enddate = ''
  JOIN source_file b ON b.file_id = k.file_id
  WHERE e.psn_insu_stas <> '1' AND e.insutype <> '${insutype.employee}' AND NOT EXISTS (
    SELECT 1 FROM enrolment o WHERE o.part_no = e.part_no AND o.psn_no = e.psn_no
      AND o.insutype = e.insutype AND o.begndate = MIN(e.psn_insu_date, @lastOldDay)
      AND (o.file_id, o.line) <> (k.file_id, k.line))
  ORDER BY e.enrolment_no LIMIT @limit`;

const RETURNED = `
  SELECT e.enrolment_no AS enrolmentNo, e.row_no AS rowNo, MAX(k.enddate) AS enddate, ${ENROLMENT}
  FROM staged_enrolment e
  JOIN enrolment k ON k.part_no = e.part_no AND k.psn_no = e.psn_no
    AND k.insutype = '${insutype.resident}'
  WHERE e.psn_insu_stas = '1' AND e.insutype <> '${insutype.employee}'
  GROUP BY e.enrolment_no HAVING MIN(k.enddate) <> '' ORDER BY e.enrolment_no LIMIT ?`;

const WITHOUT_ENROLMENT = `
  SELECT p.row_no AS rowNo, p.file_id AS fileId, p.line, p.source, p.legacy_id AS legacyId,
    p.psn_name AS psnName, p.certno, p.brdy, p.household_no AS householdNo, 0 AS lineHash
  FROM staged_match m JOIN staged_person p USING (row_no)
  WHERE m.role = 0 AND p.row_no > ? AND NOT EXISTS (
    SELECT 1 FROM enrolment e
    WHERE e.part_no = m.part_no AND e.psn_no = m.psn_no AND e.enddate = '')
    AND NOT EXISTS (
      SELECT 1 FROM enrolment_row r WHERE r.part_no = m.part_no AND r.psn_no = m.psn_no
        AND r.insutype = '${insutype.employee}' AND r.psn_insu_stas = '1')
  ORDER BY p.row_no LIMIT ?`;

function enrolments(
  database: Database,
  fromPart: number,
  toPart: number,
): readonly PersonEnrolments[] {
  const query = database.prepare(
    `SELECT e.part_no AS partNo, e.psn_no AS psnNo, k.brdy, ${ENROLMENT},
       CASE WHEN COUNT(*) OVER (PARTITION BY e.part_no, e.psn_no) = 1 THEN 0 ELSE COALESCE((
         SELECT SUM(b.hifp_pay + b.hifmi_pay) FROM benefit_history b
         WHERE b.part_no = e.part_no AND b.psn_no = e.psn_no AND b.source = e.source
           AND b.legacy_id = e.legacy_id), 0) END AS drawn
     FROM staged_enrolment e JOIN person k ON k.part_no = e.part_no AND k.psn_no = e.psn_no
     WHERE e.part_no >= ? AND e.part_no < ? ORDER BY e.part_no, e.psn_no, e.enrolment_no`,
  );
  type Row = HeldEnrolment & { partNo: number; psnNo: string; brdy: Day };
  const groups = groupedBy(all<Row>(query, fromPart, toPart), (row) => row.psnNo);
  return groups.flatMap((rows) =>
    rows[0] === undefined
      ? []
      : [{ partNo: rows[0].partNo, psnNo: rows[0].psnNo, brdy: rows[0].brdy, rows }],
  );
}

function addCoverage(
  database: Database,
  enrolled: readonly StoredEnrolment[],
  identities: readonly StoredIdentity[],
): { readonly enrolled: readonly boolean[]; readonly identified: readonly boolean[] } {
  const enrol = database.prepare(
    "INSERT OR IGNORE INTO enrolment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
  );
  const identify = database.prepare(
    `INSERT OR IGNORE INTO identity
     VALUES (@partNo, @psnNo, @psnIdetType, @begndate, '', @fileId, @line)`,
  );
  return inBatch(database, () => ({
    enrolled: enrolled.map((one) => {
      const key = [one.partNo, one.psnNo, one.insutype, one.begndate, one.enddate];
      const { psnType, insuplcAdmdvs, fileId, line } = one;
      return enrol.run(...key, psnType, insuplcAdmdvs, fileId, line).changes === 1;
    }),
    identified: identities.map((one) => identify.run(one).changes === 1),
  }));
}
