import type { Outcome } from "../../domain/intake.js";
import { addRead } from "../../domain/money.js";
import type { IntakeStore, RowBatch } from "../port/intake.js";
import { correctionWriter, rowVersions } from "./corrections.js";
import { all, type Database, first, inBatch, inserter, type Statement } from "./database.js";
import { problemWriter, rowsByCode, setAsideAfter } from "./row-problems.js";
import { sourceFiles } from "./source-files.js";

const STAGING = ["staged_person", "staged_enrolment", "staged_match"];

const STAGING_INDEXES = [
  "staged_match_part",
  "staged_match_psn",
  "staged_enrolment_part",
  "staged_certno",
  "staged_household",
  "staged_person_number",
  "staged_enrolment_number",
];

const PERSON_COLUMNS = [
  "row_no",
  "file_id",
  "line",
  "source",
  "legacy_id",
  "household_no",
  "head_relation",
  "psn_name",
  "certno",
  "certno_status",
  "gend",
  "brdy",
  "naty",
  "tel",
  "insuplc_admdvs",
  "is_set_aside",
  "family_balc",
  "family_residual",
  "hifp_pay",
  "hifmi_pay",
  "paid_residual",
  "is_employee",
];

const ENROLMENT_COLUMNS = [
  "file_id",
  "line",
  "row_no",
  "source",
  "legacy_id",
  "insutype",
  "psn_type",
  "psn_insu_stas",
  "psn_idet_type",
  "insuplc_admdvs",
  "psn_insu_date",
  "live_admdvs",
  "work_admdvs",
  "psn_clct_amt",
  "accrym_begn",
];

/** Source files and rows in SQLite. */
export function intakeStore(database: Database): IntakeStore {
  return {
    ...sourceFiles(database),
    ...rowVersions(database),
    addRows: batchWriter(database),
    async settleRows(rows, problems) {
      const update = database.prepare(
        "UPDATE source_row SET outcome = ? WHERE file_id = ? AND line = ?",
      );
      const write = problemWriter(database);
      inBatch(database, () => {
        for (const row of rows) update.run(row.outcome, row.fileId, row.line);
        for (const one of problems) write(one);
      });
    },
    setAsideWithoutText: async (fileId, after, limit) =>
      all<{ line: number }>(
        database.prepare(
          `SELECT r.line FROM source_row r
           WHERE r.file_id = ? AND r.line > ? AND r.outcome = 2 AND NOT EXISTS (
             SELECT 1 FROM set_aside_row s WHERE s.file_id = r.file_id AND s.line = r.line)
           ORDER BY r.line LIMIT ?`,
        ),
        fileId,
        after,
        limit,
      ).map((row) => row.line),
    async keepText(rows) {
      const insert = inserter(database, "set_aside_row", ["file_id", "line", "raw"]);
      inBatch(database, () => {
        for (const { fileId, line, raw } of rows) insert.run(fileId, line, raw);
      });
    },
    outcomes: async (runId) =>
      all<{ fileId: number; outcome: Outcome; rows: number }>(
        database.prepare(
          `SELECT file_id AS fileId, outcome, COUNT(*) AS rows FROM source_row
           JOIN source_file USING (file_id) WHERE run_id = ? GROUP BY file_id, outcome
           ORDER BY file_id, outcome`,
        ),
        runId,
      ),
    problemsByCode: async (runId) => rowsByCode(database, runId),
    setAsideAfter: async (runId, after, limit) => setAsideAfter(database, runId, after, limit),
    async clearStaging() {
      // Matching and loading make these once all rows are staged; the next rows come in without.
      for (const index of STAGING_INDEXES) database.exec(`DROP INDEX IF EXISTS ${index}`);
      for (const table of STAGING) database.exec(`DELETE FROM ${table}`);
      database.exec("DROP TABLE IF EXISTS temp.renamed_row");
    },
  };
}

function batchWriter(database: Database): IntakeStore["addRows"] {
  const rowColumns = ["file_id", "line", "offset", "length", "line_hash", "outcome"];
  const insertRow = inserter(database, "source_row", rowColumns);
  const insertRaw = inserter(database, "set_aside_row", ["file_id", "line", "raw"]);
  const insertPerson = inserter(database, "staged_person", PERSON_COLUMNS);
  const insertEnrolment = inserter(database, "staged_enrolment", ENROLMENT_COLUMNS);
  // Numbers have no gaps, and the highest is found at once where counting reads the whole table.
  const nextRow = database.prepare(
    "SELECT COALESCE(MAX(row_no) + 1, 0) AS rowNo FROM staged_person",
  );
  const write = problemWriter(database);
  const correct = correctionWriter(database);

  return async (batch: RowBatch) => {
    inBatch(database, () => {
      for (const row of batch.rows) {
        const { fileId, line, offset, length, lineHash, outcome } = row;
        insertRow.run(fileId, line, offset, length, lineHash, outcome);
      }
      for (const { fileId, line, raw } of batch.setAside) insertRaw.run(fileId, line, raw);
      for (const one of batch.problems) write(one);
      for (const one of batch.corrections) correct(one);
      const next = first<{ rowNo: number }>(nextRow)?.rowNo ?? 0;
      const rowNos = addPersons(insertPerson, batch, next);
      addEnrolments(insertEnrolment, batch, rowNos);
    });
  };
}

/** A row whose money alone is counted, because the same content brought it before. */
const REPEATED = 2;

function addPersons(insert: Statement, batch: RowBatch, next: number): ReadonlyMap<string, number> {
  const rowNos = new Map<string, number>();
  batch.persons.forEach((row, index) => {
    const { person, familyBalc, hifpPay, hifmiPay } = row;
    const rowNo = next + index;
    rowNos.set(`${person.fileId}:${person.line}`, rowNo);
    insert.run(
      rowNo,
      person.fileId,
      person.line,
      person.source,
      person.legacyId,
      person.householdNo,
      person.headRelation,
      person.psnName,
      person.certno,
      person.certnoStatus,
      person.gend,
      person.brdy,
      person.naty,
      person.tel,
      person.insuplcAdmdvs,
      row.isRepeated === true ? REPEATED : row.isSetAside ? 1 : 0,
      familyBalc.amount,
      familyBalc.residual,
      hifpPay.amount,
      hifmiPay.amount,
      addRead(hifpPay, hifmiPay).residual,
      row.isEmployee === true ? 1 : 0,
    );
  });
  return rowNos;
}

function addEnrolments(
  insert: Statement,
  batch: RowBatch,
  rowNos: ReadonlyMap<string, number>,
): void {
  for (const one of batch.enrolments) {
    insert.run(
      one.fileId,
      one.line,
      one.isWithPerson ? (rowNos.get(`${one.fileId}:${one.line}`) ?? null) : null,
      one.source,
      one.legacyId,
      one.insutype,
      one.psnType,
      one.psnInsuStas,
      one.psnIdetType,
      one.insuplcAdmdvs,
      one.psnInsuDate,
      one.liveAdmdvs,
      one.workAdmdvs,
      one.psnClctAmt,
      one.accrymBegn,
    );
  }
}
