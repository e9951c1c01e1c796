import type { PersonFields } from "../port/compared-rows.js";
import type { LoadingStore, RunningEnrolment } from "../port/loading.js";
import type { MatchedFacts, MatchingStore } from "../port/people.js";
import { COMPARE, IS_SAID } from "./compare-columns.js";
import { all, type Database, inBatch } from "./database.js";

/** Rows that were taken as a person's although their name is another; empty between runs. */
export const RENAMED = `CREATE TEMP TABLE IF NOT EXISTS renamed_row (
  row_no INTEGER NOT NULL, part_no INTEGER NOT NULL, psn_no TEXT NOT NULL)`;

/** What rows of a later delivery say of people who are known, in SQLite. */
export function laterRows(database: Database): Pick<MatchingStore, "matchedFacts" | "linkRenamed"> {
  return {
    async matchedFacts(afterRow, limit) {
      const rows = all<MatchedColumns>(database.prepare(MATCHED_FACTS), afterRow, limit);
      return rows.map(matchedFrom);
    },
    async linkRenamed(rows) {
      database.exec(RENAMED);
      const insert = database.prepare("INSERT INTO temp.renamed_row VALUES (?, ?, ?)");
      inBatch(database, () => {
        for (const { rowNo, partNo, psnNo } of rows) insert.run(rowNo, partNo, psnNo);
      });
    },
  };
}

const FIELDS = [
  "psn_name",
  "certno",
  "gend",
  "brdy",
  "naty",
  "tel",
  "household_no",
  "head_relation",
  "insuplc_admdvs",
] as const satisfies readonly (keyof PersonFields)[];

const list = (table: string): string => FIELDS.map((field) => `${table}.${field}`).join(", ");
const named = (table: string): string =>
  FIELDS.map((field) => `${table}.${field} AS ${table}_${field}`).join(", ");

const MATCHED_FACTS = `
  SELECT ${COMPARE}, m.part_no AS partNo, m.psn_no AS psnNo, ${named("p")}, ${named("k")},
    ${IS_SAID} AS isSaid
  FROM staged_match m CROSS JOIN staged_person p ON p.row_no = m.row_no
  CROSS JOIN person k ON k.part_no = m.part_no AND k.psn_no = m.psn_no
  JOIN source_row r ON r.file_id = p.file_id AND r.line = p.line
  WHERE m.row_no > ? AND m.role <> 2 AND p.is_employee = 0 AND (${list("p")}) <> (${list("k")})
  ORDER BY m.row_no LIMIT ?`;

type MatchedColumns = Omit<MatchedFacts, "row" | "record" | "isSaid"> &
  Readonly<Record<string, string>>;

function matchedFrom(columns: MatchedColumns): MatchedFacts {
  const factsOf = (table: "p" | "k"): PersonFields => {
    const entries = FIELDS.map((field) => [field, columns[`${table}_${field}`] ?? ""] as const);
    return Object.fromEntries(entries) as Record<keyof PersonFields, string>;
  };
  const { rowNo, fileId, line, source, legacyId, psnName, certno, brdy, householdNo } = columns;
  const { lineHash, partNo, psnNo } = columns;
  const compared = { rowNo, fileId, line, source, legacyId, psnName, certno, brdy, householdNo };
  const isSaid = Number(columns["isSaid"]);
  return { ...compared, lineHash, partNo, psnNo, isSaid, row: factsOf("p"), record: factsOf("k") };
}

/** Changes of records that are loaded: each an entry beside the new value, in SQLite. */
export function laterRecords(
  database: Database,
): Pick<LoadingStore, "updatePeople" | "endEnrolments" | "absent"> {
  return {
    async updatePeople(updates) {
      const note = changeNoter(database);
      const update = new Map(
        FIELDS.map((field) => {
          const sql = `UPDATE person SET ${field} = ? WHERE part_no = ? AND psn_no = ?`;
          return [field, database.prepare(sql)] as const;
        }),
      );
      const status = database.prepare(CERTNO_STATUS);
      inBatch(database, () => {
        for (const { partNo, psnNo, fileId, line, field, before, after } of updates) {
          update.get(field)?.run(after, partNo, psnNo);
          if (field === "certno") status.run({ partNo, psnNo, fileId, line });
          note.run(partNo, psnNo, fileId, line, "person", "", field, before, after);
        }
      });
    },
    async endEnrolments(ends) {
      const note = changeNoter(database);
      const end = database.prepare(
        `UPDATE enrolment SET enddate = ?
         WHERE part_no = ? AND psn_no = ? AND insutype = ? AND begndate = ? AND enddate = ''`,
      );
      inBatch(database, () => {
        for (const { partNo, psnNo, insutype, begndate, enddate, fileId, line } of ends) {
          const { changes } = end.run(enddate, partNo, psnNo, insutype, begndate);
          if (changes === 0) continue;
          const subject = `${insutype} ${begndate}`;
          note.run(partNo, psnNo, fileId, line, "enrolment", subject, "enddate", "", enddate);
        }
      });
    },
    async absent({ source, division }, after, limit) {
      database.exec(NUMBERS);
      const { partNo, psnNo, insutype, begndate } = after;
      const key = { partNo, psnNo, insutype, begndate };
      const values = { source, division: `${division}%`, ...key, limit };
      return all<RunningEnrolment>(database.prepare(ABSENT), values);
    },
  };
}

/** A number comes with what is known of it. */
const CERTNO_STATUS = `
  UPDATE person SET certno_status = COALESCE((
    SELECT p.certno_status FROM staged_match m JOIN staged_person p USING (row_no)
    WHERE m.part_no = @partNo AND m.psn_no = @psnNo AND p.file_id = @fileId AND p.line = @line),
    certno_status)
  WHERE part_no = @partNo AND psn_no = @psnNo`;

function changeNoter(database: Database) {
  return database.prepare("INSERT INTO person_change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
}

const NUMBERS = `
  CREATE INDEX IF NOT EXISTS staged_person_number ON staged_person (source, legacy_id);
  CREATE INDEX IF NOT EXISTS staged_enrolment_number ON staged_enrolment (source, legacy_id)`;

/** Somebody whose row could not be read well is there all the same, by the old number. */
const ABSENT = `
  SELECT e.part_no AS partNo, e.psn_no AS psnNo, e.insutype, e.begndate
  FROM enrolment e JOIN source_file f ON f.file_id = e.file_id
  WHERE e.enddate = '' AND e.insuplc_admdvs LIKE @division AND f.source = @source
    AND (e.part_no, e.psn_no, e.insutype, e.begndate) > (@partNo, @psnNo, @insutype, @begndate)
    AND NOT EXISTS (
      SELECT 1 FROM person_row s
      WHERE s.part_no = e.part_no AND s.psn_no = e.psn_no AND s.source = @source AND (
        EXISTS (SELECT 1 FROM staged_person p
                WHERE p.source = s.source AND p.legacy_id = s.legacy_id)
        OR EXISTS (SELECT 1 FROM staged_enrolment t
                   WHERE t.source = s.source AND t.legacy_id = s.legacy_id)))
  ORDER BY e.part_no, e.psn_no, e.insutype, e.begndate LIMIT @limit`;
