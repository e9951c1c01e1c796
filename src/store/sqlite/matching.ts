import type { CompareRow } from "../port/compared-rows.js";
import type {
  KnownOtherwise,
  KnownRow,
  MatchedOtherwise,
  MatchedRow,
  MatchingStore,
  NumberedPerson,
} from "../port/people.js";
import { COMPARE, IS_SAID } from "./compare-columns.js";
import { all, type Database, first, inBatch, inserter } from "./database.js";
import { groupedBy } from "./groups.js";
import { laterRows, RENAMED } from "./later-rows.js";

const PERSON = `p.row_no AS rowNo, p.file_id AS fileId, p.line, p.source, p.legacy_id AS legacyId,
  p.household_no AS householdNo, p.head_relation AS headRelation, p.psn_name AS psnName, p.certno,
  p.certno_status AS certnoStatus, p.gend, p.brdy, p.naty, p.tel,
  p.insuplc_admdvs AS insuplcAdmdvs`;

/** Matching in SQLite: the database finds the groups, the core judges them. */
export function matching(database: Database): MatchingStore {
  return {
    stagedCount: async () => count(database, "SELECT COUNT(*) AS count FROM staged_person"),
    sameCertno: async (after, limit) => sameCertno(database, after, limit),
    sameHouseholdMember: async (after, limit) => sameHouseholdMember(database, after, limit),
    async known() {
      database.exec(RENAMED);
      return all<KnownRow & { same: number }>(database.prepare(KNOWN)).map(({ same, ...row }) => ({
        ...row,
        isSameNumber: same === 1,
      }));
    },
    knownOtherwise: async (afterRow, limit) =>
      all<Omit<KnownOtherwise, "isSameNumber"> & { same: number }>(
        database.prepare(KNOWN_OTHERWISE),
        afterRow,
        limit,
      ).map(({ same, ...row }) => ({ ...row, isSameNumber: same === 1 })),
    ...laterRows(database),
    compareRows: async (rowNos) => compareRows(database, rowNos),
    matchedOtherwise: async (afterRow, limit) => matchedOtherwise(database, afterRow, limit),
    async setAside(rowNos) {
      const update = database.prepare("UPDATE staged_person SET is_set_aside = 1 WHERE row_no = ?");
      const unmatch = database.prepare("DELETE FROM staged_match WHERE row_no = ?");
      const forget = database.prepare(
        `DELETE FROM person_row WHERE (file_id, line) = (
           SELECT file_id, line FROM staged_person WHERE row_no = ?)`,
      );
      inBatch(database, () => {
        for (const rowNo of rowNos) {
          update.run(rowNo);
          unmatch.run(rowNo);
          forget.run(rowNo);
        }
      });
    },
    stagedAfter: async (rowNo, limit) =>
      all<{ rowNo: number; insuplcAdmdvs: string }>(
        database.prepare(
          `SELECT row_no AS rowNo, insuplc_admdvs AS insuplcAdmdvs FROM staged_person
           WHERE row_no > ? AND is_set_aside = 0 AND is_employee = 0 ORDER BY row_no LIMIT ?`,
        ),
        rowNo,
        limit,
      ),
    employeesAfter: async (rowNo, limit) =>
      all<{ rowNo: number }>(
        database.prepare(
          `SELECT row_no AS rowNo FROM staged_person
           WHERE row_no > ? AND is_set_aside = 0 AND is_employee = 1 ORDER BY row_no LIMIT ?`,
        ),
        rowNo,
        limit,
      ).map((row) => row.rowNo),
    lastSerial: async () =>
      count(
        database,
        `SELECT COALESCE(MAX(CAST(substr(psn_no, 7) AS INTEGER)), 0) AS count FROM (
           SELECT psn_no FROM person UNION ALL SELECT psn_no FROM person_alias)`,
      ),
    async addMatches(rows) {
      const insert = inserter(database, "staged_match", ["row_no", "part_no", "psn_no", "role"]);
      inBatch(database, () => {
        for (const row of rows) addMatch(insert, row);
      });
    },
    rowsOf: async (psnNos) => rowsOf(database, psnNos),
    async addRecords(records) {
      const role = database.prepare("UPDATE staged_match SET role = 0 WHERE row_no = ?");
      const insert = database.prepare(ADD_RECORD);
      inBatch(database, () => {
        for (const { partNo, psnNo, rowNo, record } of records) {
          role.run(rowNo);
          insert.run({ partNo, psnNo, ...record });
        }
      });
    },
  };
}

const ADD_RECORD = `
  INSERT INTO person VALUES (@partNo, @psnNo, @psnName, @certno, @certnoStatus, @gend, @brdy, @naty,
    @tel, @householdNo, @headRelation, @insuplcAdmdvs)`;

/** The role of another record of a loaded person, which is not held to theirs. */
const OTHER = 2;

function addMatch(insert: ReturnType<typeof inserter>, row: MatchedRow): void {
  insert.run(row.rowNo, row.partNo, row.psnNo, row.isOther ? OTHER : row.isLead ? 0 : 1);
}

function count(database: Database, sql: string): number {
  return first<{ count: number }>(database.prepare(sql))?.count ?? 0;
}

/** Whole groups: a page asks for numbers, then for all rows of these numbers. */
function sameCertno(
  database: Database,
  after: string,
  limit: number,
): readonly (readonly CompareRow[])[] {
  database.exec(
    "CREATE INDEX IF NOT EXISTS staged_certno ON staged_person (certno) WHERE certno <> ''",
  );
  const query = database.prepare(
    `SELECT ${COMPARE} FROM staged_person p JOIN source_row r USING (file_id, line)
     WHERE p.certno <> '' AND p.is_set_aside = 0 AND p.certno IN (
       SELECT certno FROM staged_person WHERE certno > ? AND certno <> '' AND is_set_aside = 0
       GROUP BY certno HAVING COUNT(*) > 1 ORDER BY certno LIMIT ?)
     ORDER BY p.certno, p.row_no`,
  );
  return groupedBy(all<CompareRow>(query, after, limit), (row) => row.certno);
}

/** Groups are found once, into a temporary table that the pages read. */
function sameHouseholdMember(
  database: Database,
  after: number,
  limit: number,
): readonly (readonly CompareRow[])[] {
  if (after === 0) {
    database.exec(
      `DROP TABLE IF EXISTS temp.household_group;
       CREATE TEMP TABLE household_group (group_no INTEGER PRIMARY KEY, source TEXT,
         household_no TEXT, psn_name TEXT, brdy TEXT);
       CREATE INDEX IF NOT EXISTS staged_household ON staged_person (source, household_no);
       INSERT INTO household_group (source, household_no, psn_name, brdy)
       SELECT source, household_no, psn_name, brdy FROM staged_person
       WHERE household_no <> '' AND is_set_aside = 0
       GROUP BY source, household_no, psn_name, brdy HAVING COUNT(*) > 1`,
    );
  }
  const query = database.prepare(
    `SELECT g.group_no AS groupNo, ${COMPARE} FROM household_group g
     JOIN staged_person p ON p.source = g.source AND p.household_no = g.household_no
       AND p.psn_name = g.psn_name AND p.brdy = g.brdy
     JOIN source_row r ON r.file_id = p.file_id AND r.line = p.line
     WHERE g.group_no > ? AND g.group_no <= ? AND p.is_set_aside = 0
     ORDER BY g.group_no, p.row_no`,
  );
  const rows = all<CompareRow & { groupNo: number }>(query, after, after + limit);
  return groupedBy(rows, (row) => String(row.groupNo));
}

const KNOWN_OTHERWISE = `
  SELECT ${COMPARE}, k.part_no AS partNo, k.psn_no AS psnNo, k.psn_name AS knownName, EXISTS (
    SELECT 1 FROM person_row s WHERE s.source = p.source AND s.legacy_id = p.legacy_id
      AND s.part_no = k.part_no AND s.psn_no = k.psn_no) AS same
  FROM staged_person p
  JOIN person k ON k.certno = p.certno AND k.certno <> '' AND k.psn_name <> p.psn_name
  JOIN source_row r ON r.file_id = p.file_id AND r.line = p.line
  WHERE p.row_no > ? AND p.certno <> '' AND p.is_set_aside = 0
  ORDER BY p.row_no LIMIT ?`;

/** By certificate number first; by old number unless it names that person too. */
const KNOWN = `
  SELECT p.row_no AS rowNo, k.part_no AS partNo, k.psn_no AS psnNo, EXISTS (
    SELECT 1 FROM person_row t WHERE t.source = p.source AND t.legacy_id = p.legacy_id
      AND p.legacy_id <> '' AND t.psn_name = p.psn_name AND t.psn_no = k.psn_no) AS same
  FROM staged_person p JOIN person k ON k.certno = p.certno AND k.certno <> ''
  WHERE p.certno <> '' AND p.is_set_aside = 0 AND k.psn_name = p.psn_name
  UNION
  SELECT p.row_no, s.part_no, s.psn_no, 1
  FROM staged_person p JOIN person_row s ON s.source = p.source
    AND s.legacy_id = p.legacy_id AND s.legacy_id <> '' AND s.psn_name = p.psn_name
  WHERE p.is_set_aside = 0 AND NOT EXISTS (
    SELECT 1 FROM person k JOIN person_row t ON t.source = p.source
      AND t.legacy_id = p.legacy_id AND t.psn_no = k.psn_no
    WHERE k.certno = p.certno AND k.certno <> '' AND k.psn_name = p.psn_name)
  UNION
  SELECT row_no, part_no, psn_no, 1 FROM temp.renamed_row
  ORDER BY rowNo, psnNo`;

function compareRows(database: Database, rowNos: readonly number[]): readonly CompareRow[] {
  const query = database.prepare(
    `SELECT ${COMPARE} FROM json_each(?) j JOIN staged_person p ON p.row_no = j.value
     JOIN source_row r ON r.file_id = p.file_id AND r.line = p.line ORDER BY p.row_no`,
  );
  return all<CompareRow>(query, JSON.stringify(rowNos));
}

function matchedOtherwise(
  database: Database,
  after: number,
  limit: number,
): readonly MatchedOtherwise[] {
  const query = database.prepare(
    `SELECT ${COMPARE}, p.gend, k.certno AS knownCertno, k.brdy AS knownBrdy, k.gend AS knownGend
     FROM staged_match m CROSS JOIN staged_person p ON p.row_no = m.row_no
     CROSS JOIN person k ON k.part_no = m.part_no AND k.psn_no = m.psn_no
     JOIN source_row r ON r.file_id = p.file_id AND r.line = p.line
     WHERE m.row_no > ? AND m.role <> ${OTHER} AND p.is_employee = 0
       AND (p.certno, p.brdy, p.gend) <> (k.certno, k.brdy, k.gend) AND NOT ${IS_SAID}
     ORDER BY m.row_no LIMIT ?`,
  );
  type Row = Omit<MatchedOtherwise, "record"> &
    Readonly<Record<"knownCertno" | "knownBrdy" | "knownGend", string>>;
  return all<Row>(query, after, limit).map(({ knownCertno, knownBrdy, knownGend, ...row }) => ({
    ...row,
    record: { certno: knownCertno, brdy: knownBrdy, gend: knownGend },
  }));
}

function rowsOf(
  database: Database,
  psnNos: readonly string[],
): readonly (readonly NumberedPerson[])[] {
  database.exec(
    `CREATE INDEX IF NOT EXISTS staged_match_psn ON staged_match (psn_no);
     CREATE INDEX IF NOT EXISTS staged_enrolment_number ON staged_enrolment (source, legacy_id)`,
  );
  const query = database.prepare(
    `SELECT m.part_no AS partNo, m.psn_no AS psnNo, ${PERSON}, f.run_id AS runId, COALESCE((
       SELECT MAX(e.psn_insu_date) FROM staged_enrolment e
       WHERE e.source = p.source AND e.legacy_id = p.legacy_id), '') AS statedOn
     FROM json_each(?) j
     JOIN staged_match m ON m.psn_no = j.value
     JOIN staged_person p ON p.row_no = m.row_no AND p.is_employee = 0
     JOIN source_file f ON f.file_id = p.file_id
     ORDER BY m.psn_no, p.row_no`,
  );
  const rows = all<NumberedPerson>(query, JSON.stringify(psnNos));
  return groupedBy(rows, (row) => row.psnNo);
}
