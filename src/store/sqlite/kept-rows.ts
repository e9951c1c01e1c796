import { partOf } from "../../domain/part.js";
import type { Origin } from "../../domain/records.js";
import { type SourceKey, sourceKeyOf } from "../../domain/source-key.js";
import type {
  ComparedFact,
  ComparedRow,
  EnrolmentRow,
  KeptRowStore,
  KeyedRow,
  PersonRow,
} from "../port/kept-rows.js";
import { all, type Database, first } from "./database.js";
import { groupedBy } from "./groups.js";

/** What rows say of their people, in SQLite. */
export function keptRowStore(database: Database): KeptRowStore {
  return {
    async personRows(psnNos) {
      const rows = keyed(database, OF_PEOPLE, peopleJson(psnNos));
      return groupedBy(rows, (row) => row.psnNo);
    },
    async enrolmentRows(psnNos) {
      const rows = all<EnrolmentRow>(database.prepare(ENROLMENT_ROWS), peopleJson(psnNos));
      return groupedBy(rows, (row) => row.psnNo);
    },
    stagedAfter: async (rowNo, limit) =>
      all<ComparedColumns & { rowNo: number }>(database.prepare(STAGED_AFTER), rowNo, limit).map(
        (row) => ({ ...comparedFrom(row), rowNo: row.rowNo }),
      ),
    knownAfter: async ({ fileId, line }, limit) =>
      all<ComparedColumns & { partNo: number; psnNo: string }>(
        database.prepare(KNOWN_AFTER),
        fileId,
        line,
        limit,
      ).map((row) => ({ ...comparedFrom(row), partNo: row.partNo, psnNo: row.psnNo })),
    personRowsAfter: async ({ fileId, line }: Origin, limit) =>
      keyed(database, ROWS_AFTER, fileId, line, limit),
    personRowsAt: async (places) =>
      keyed(database, AT_PLACES, JSON.stringify(places.map(({ fileId, line }) => [fileId, line]))),
    personRowsOf: async (key) => rowsOfKey(database, key),
    personRowsNumbered: async (source, legacyId) => keyed(database, NUMBERED, source, legacyId),
    async currentNumber(psnNo) {
      const query = database.prepare(CURRENT);
      return first<{ psnNo: string }>(query, psnNo)?.psnNo ?? psnNo;
    },
    aliases: async (psnNo) =>
      all<{ psnNo: string }>(database.prepare(ALIASES), psnNo).map((one) => one.psnNo),
  };
}

/** The people of a question, each with its part, so that the primary key finds them. */
function peopleJson(psnNos: readonly string[]): string {
  return JSON.stringify(psnNos.map((psnNo) => [partOf(psnNo), psnNo]));
}

const PEOPLE = "json_each(?) j";
const OF_PERSON = "part_no = j.value ->> 0 AND r.psn_no = j.value ->> 1";

const ROW = `r.part_no AS partNo, r.psn_no AS psnNo, r.file_id AS fileId, r.line,
  r.loaded_as AS loadedAs, r.gives_record AS gives, r.source, r.legacy_id AS legacyId,
  r.household_no AS householdNo, r.head_relation AS headRelation, r.psn_name AS psnName, r.certno,
  r.certno_status AS certnoStatus, r.gend, r.brdy, r.naty, r.tel,
  r.insuplc_admdvs AS insuplcAdmdvs, f.sha256, f.run_id AS runId, COALESCE((
    SELECT MAX(e.psn_insu_date) FROM enrolment_row e
    JOIN source_file g ON g.file_id = e.file_id AND g.run_id = f.run_id
    WHERE e.part_no = r.part_no AND e.psn_no = r.psn_no AND e.source = r.source
      AND e.legacy_id = r.legacy_id), '') AS statedOn`;

const OF_PEOPLE = `
  SELECT ${ROW} FROM ${PEOPLE} JOIN person_row r ON r.${OF_PERSON}
  JOIN source_file f ON f.file_id = r.file_id
  ORDER BY r.part_no, r.psn_no, r.file_id, r.line`;

const ROWS_AFTER = `
  SELECT ${ROW} FROM person_row r JOIN source_file f ON f.file_id = r.file_id
  WHERE (r.file_id, r.line) > (?, ?) ORDER BY r.file_id, r.line LIMIT ?`;

const ENROLMENT_ROWS = `
  SELECT r.part_no AS partNo, r.psn_no AS psnNo, r.file_id AS fileId, r.line,
    r.loaded_as AS loadedAs, r.source, r.legacy_id AS legacyId, r.insutype,
    r.psn_type AS psnType, r.psn_insu_stas AS psnInsuStas, r.psn_idet_type AS psnIdetType,
    r.insuplc_admdvs AS insuplcAdmdvs, r.psn_insu_date AS psnInsuDate,
    r.live_admdvs AS liveAdmdvs, r.work_admdvs AS workAdmdvs, r.psn_clct_amt AS psnClctAmt,
    r.accrym_begn AS accrymBegn, COALESCE((
      SELECT SUM(b.hifp_pay + b.hifmi_pay) FROM benefit_history b
      WHERE b.part_no = r.part_no AND b.psn_no = r.psn_no AND b.source = r.source
        AND b.legacy_id = r.legacy_id), 0) AS drawn
  FROM ${PEOPLE} JOIN enrolment_row r ON r.${OF_PERSON}
  ORDER BY r.part_no, r.psn_no, r.file_id, r.line`;

/** A number with a wrong check digit stands in what was found wrong with its row. */
const WRITTEN_CERTNO = `CASE WHEN r.certno <> '' THEN r.certno ELSE COALESCE((
    SELECT q.detail ->> 'found' FROM problem q
    WHERE q.file_id = r.file_id AND q.line = r.line AND q.code = 'certno-check-digit'), '') END`;

const COMPARED = `r.file_id AS fileId, r.line, r.source, r.legacy_id AS legacyId, f.sha256,
  r.psn_name, ${WRITTEN_CERTNO} AS certno, r.brdy, r.gend, r.naty, r.tel,
  CASE WHEN r.household_no = '' THEN '' ELSE r.source || '|' || r.household_no END AS household_no,
  r.head_relation, r.insuplc_admdvs`;

const STAGED_AFTER = `
  SELECT r.row_no AS rowNo, ${COMPARED}
  FROM staged_person r JOIN source_file f ON f.file_id = r.file_id
  WHERE r.row_no > ? AND r.is_set_aside = 0 ORDER BY r.row_no LIMIT ?`;

const KNOWN_AFTER = `
  SELECT r.part_no AS partNo, r.psn_no AS psnNo, ${COMPARED}
  FROM person_row r JOIN source_file f ON f.file_id = r.file_id
  WHERE (r.file_id, r.line) > (?, ?) ORDER BY r.file_id, r.line LIMIT ?`;

type ComparedColumns = Origin &
  Readonly<Record<"source" | "legacyId" | "sha256" | ComparedFact, string>>;

function comparedFrom(row: ComparedColumns): ComparedRow {
  const { fileId, line, source, legacyId, sha256, psn_name: psnName } = row;
  const key = sourceKeyOf({ source, legacyId, psnName, line }, sha256);
  return { fileId, line, key, facts: row };
}

type Columns = Omit<PersonRow, "givesRecord"> & {
  readonly gives: number;
  readonly sha256: string;
};

function keyed(
  database: Database,
  sql: string,
  ...values: readonly unknown[]
): readonly KeyedRow[] {
  return all<Columns>(database.prepare(sql), ...values).map(({ gives, sha256, ...row }) => {
    return { ...row, givesRecord: gives === 1, key: sourceKeyOf(row, sha256) };
  });
}

const AT_PLACES = `
  SELECT ${ROW} FROM json_each(?) j
  JOIN person_row r ON r.file_id = j.value ->> 0 AND r.line = j.value ->> 1
  JOIN source_file f ON f.file_id = r.file_id ORDER BY r.file_id, r.line`;

const OF_NUMBER = `
  SELECT ${ROW} FROM person_row r JOIN source_file f ON f.file_id = r.file_id
  WHERE r.source = ? AND r.legacy_id = ? AND r.psn_name = ? ORDER BY r.file_id, r.line`;

const NUMBERED = `
  SELECT ${ROW} FROM person_row r JOIN source_file f ON f.file_id = r.file_id
  WHERE r.source = ? AND r.legacy_id = ? ORDER BY r.file_id, r.line`;

const AT_PLACE = `
  SELECT ${ROW} FROM source_file f JOIN person_row r ON r.file_id = f.file_id AND r.line = ?
  WHERE f.sha256 = ? ORDER BY r.file_id`;

function rowsOfKey(database: Database, key: SourceKey): readonly KeyedRow[] {
  const { source, legacyId, psnName, place } = key;
  if (place === "") return keyed(database, OF_NUMBER, source, legacyId, psnName);
  const [sha256 = "", line = "0"] = place.split(":");
  return keyed(database, AT_PLACE, Number(line), sha256);
}

/** A number that was merged away leads to another, and that perhaps to a third. */
const CURRENT = `
  WITH RECURSIVE step (psn_no, depth) AS (
    SELECT ?, 0
    UNION
    SELECT a.kept_psn_no, s.depth + 1 FROM step s JOIN person_alias a ON a.psn_no = s.psn_no)
  SELECT psn_no AS psnNo FROM step ORDER BY depth DESC LIMIT 1`;

const ALIASES = `
  WITH RECURSIVE merged (psn_no) AS (
    SELECT psn_no FROM person_alias WHERE kept_psn_no = ?
    UNION
    SELECT a.psn_no FROM merged m JOIN person_alias a ON a.kept_psn_no = m.psn_no)
  SELECT psn_no AS psnNo FROM merged ORDER BY psn_no`;
