import type { FieldChange, Outcome } from "../../domain/intake.js";
import { partOf } from "../../domain/part.js";
import type { Origin } from "../../domain/records.js";
import type { RowCorrection } from "../port/intake.js";
import type {
  LineageStore,
  PersonChange,
  RecordKey,
  RecordRow,
  RunChange,
  StoredRow,
} from "../port/lineage.js";
import { all, type Database, first } from "./database.js";
import { groupedBy } from "./groups.js";
import { reasonsOf } from "./row-problems.js";
import { FILE, type FileColumns, fileFrom } from "./source-files.js";

/** The way back from records to rows in SQLite: every step is a look into an index. */
export function lineageStore(database: Database): LineageStore {
  return {
    rowsOf: async (key, runId) => rowsOf(database, key, runId),
    row: async (origin) => storedRow(database, origin),
    runChanges: async (runId, after, limit) =>
      all<RunChange>(database.prepare(RUN_CHANGES), runId, after, runId, after, limit),
    async heldHashes(fileId, hashes) {
      const query = database.prepare(
        `SELECT DISTINCT line_hash AS hash FROM source_row
         WHERE file_id = ? AND line_hash IN (SELECT value FROM json_each(?))`,
      );
      const rows = all<{ hash: number }>(query, fileId, JSON.stringify(hashes));
      return new Set(rows.map((row) => row.hash));
    },
    changes: async (psnNo) =>
      all<PersonChange>(
        database.prepare(
          `SELECT file_id AS fileId, line, record, subject, field, before, after
           FROM person_change WHERE part_no = ? AND psn_no = ? ORDER BY file_id, line, field`,
        ),
        partOf(psnNo),
        psnNo,
      ),
  };
}

/** Whole people: a page asks for their numbers first. */
const RUN_CHANGES = `
  SELECT c.psn_no AS psnNo, f.path, c.file_id AS fileId, c.line, c.record, c.subject, c.field,
    c.before, c.after
  FROM person_change c JOIN source_file f ON f.file_id = c.file_id
  WHERE f.run_id = ? AND c.psn_no > ? AND c.psn_no IN (
    SELECT DISTINCT d.psn_no FROM person_change d JOIN source_file g ON g.file_id = d.file_id
    WHERE g.run_id = ? AND d.psn_no > ? ORDER BY d.psn_no LIMIT ?)
  ORDER BY c.psn_no, c.file_id, c.line, c.record, c.field`;

const OF_PERSON = [
  "person_row",
  "enrolment_row",
  "enrolment",
  "identity",
  "benefit_history",
  "person_change",
];

/** A row that has gone to another person rests there, also where its change was made here. */
const STILL_OWN = `NOT EXISTS (
  SELECT 1 FROM person_row r WHERE r.file_id = t.file_id AND r.line = t.line
    AND (r.part_no, r.psn_no) <> (t.part_no, t.psn_no))`;

/** The query for the rows of a record, and the values of its key. */
function queryOf(key: RecordKey): readonly [string, readonly unknown[]] {
  switch (key.kind) {
    case "person": {
      const values = [partOf(key.psnNo), key.psnNo];
      const parts = OF_PERSON.map(
        (table) => `SELECT '${table}' AS record, file_id, line FROM ${table} t
          WHERE part_no = ? AND psn_no = ? AND ${STILL_OWN}`,
      );
      return [parts.join(" UNION "), OF_PERSON.flatMap(() => values)];
    }
    case "claim":
      return [
        "SELECT 'claim' AS record, file_id, line FROM claim WHERE medins_setl_id = ?",
        [key.medinsSetlId],
      ];
    case "household":
      return [
        `SELECT 'family_account' AS record, file_id, line FROM family_account
         WHERE source = ? AND household_no = ?`,
        [key.source, key.householdNo],
      ];
    case "institution":
    case "catalogue":
      return [
        `SELECT register AS record, file_id, line FROM register_source
         WHERE register = ? AND national_code = ?`,
        [key.kind, key.code],
      ];
    case "fund":
      return [
        `SELECT 'fund_balance' AS record, file_id, line FROM fund_balance
         WHERE admdvs = ? AND insutype = ?`,
        [key.admdvs, key.insutype],
      ];
    case "row":
      return [
        `SELECT 'row' AS record, r.file_id, r.line FROM source_file f
         JOIN source_row r ON r.file_id = f.file_id AND r.line = ? WHERE f.path = ?`,
        [key.line, key.file],
      ];
  }
}

function rowsOf(
  database: Database,
  key: RecordKey,
  runId: number | undefined,
): readonly RecordRow[] {
  const [sql, values] = queryOf(key);
  const query = database.prepare(
    `SELECT q.record, q.file_id AS fileId, q.line FROM (${sql}) q
     JOIN source_file f ON f.file_id = q.file_id
     WHERE q.line > 0 AND f.run_id = COALESCE(?, f.run_id)
     ORDER BY q.file_id, q.line, q.record`,
  );
  const rows = all<Origin & { readonly record: string }>(query, ...values, runId ?? null);
  return groupedBy(rows, ({ fileId, line }) => `${fileId}:${line}`).flatMap((group) => {
    const [row] = group;
    if (row === undefined) return [];
    return [{ fileId: row.fileId, line: row.line, records: group.map((one) => one.record) }];
  });
}

const ROW = `
  SELECT r.offset, r.length, r.outcome, s.raw, u.folder, c.action, c.reason, c.fields, c.changes,
    c.workbook
  FROM source_row r JOIN source_file f ON f.file_id = r.file_id JOIN run u ON u.run_id = f.run_id
  LEFT JOIN set_aside_row s ON s.file_id = r.file_id AND s.line = r.line
  LEFT JOIN row_correction c ON c.file_id = r.file_id AND c.line = r.line
  WHERE r.file_id = ? AND r.line = ?`;

interface RowColumns {
  readonly offset: number;
  readonly length: number;
  readonly outcome: Outcome;
  readonly raw: string | null;
  readonly folder: string;
  readonly action: RowCorrection["action"] | null;
  readonly reason: string;
  readonly fields: string;
  readonly changes: string;
  readonly workbook: string;
}

function storedRow(database: Database, { fileId, line }: Origin): StoredRow | undefined {
  const row = first<RowColumns>(database.prepare(ROW), fileId, line);
  const file = first<FileColumns>(
    database.prepare(`SELECT ${FILE} FROM source_file WHERE file_id = ?`),
    fileId,
  );
  if (row === undefined || file === undefined) return undefined;
  const { offset, length, outcome, folder, raw } = row;
  const place = { fileId, line, file: fileFrom(file), folder, offset, length, outcome };
  return {
    ...place,
    problems: reasonsOf(database)(fileId, line, file.path),
    ...(raw === null ? {} : { raw }),
    ...correctionOf(row),
  };
}

function correctionOf(row: RowColumns): Pick<StoredRow, "correction"> {
  const { action, reason, workbook } = row;
  if (action === null) return {};
  const fields = JSON.parse(row.fields) as readonly string[];
  const changes = JSON.parse(row.changes) as readonly FieldChange[];
  return { correction: { action, reason, fields, changes, workbook } };
}
