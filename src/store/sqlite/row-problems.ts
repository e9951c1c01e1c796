import type { Problem } from "../../domain/problem.js";
import type { Origin } from "../../domain/records.js";
import type { ProblemCode } from "../../text/problems.js";
import type { Values } from "../../text/tell.js";
import type { RowProblem, SetAsideReport } from "../port/intake.js";
import { all, type Database, inserter } from "./database.js";

/** The function that writes a problem of a row. */
export function problemWriter(database: Database): (one: RowProblem) => void {
  const insert = inserter(database, "problem", ["file_id", "line", "field", "code", "detail"]);
  return ({ fileId, line, problem }) => {
    const { code, place, values } = problem;
    insert.run(fileId, line, place.field ?? "", code, JSON.stringify(values));
  };
}

/**
 * Rows of a run by problem code, a row counted once a code. A row number takes 44 bits (a line and
 * its part), so file and row fit in one whole number.
 */
export function rowsByCode(database: Database, runId: number): ReadonlyMap<string, number> {
  const query = database.prepare(
    `SELECT code, COUNT(DISTINCT p.file_id * 17592186044416 + p.line) AS rows
     FROM problem p JOIN source_file f ON f.file_id = p.file_id
     WHERE f.run_id = ? GROUP BY code ORDER BY code`,
  );
  const rows = all<{ code: string; rows: number }>(query, runId);
  return new Map(rows.map((row) => [row.code, row.rows]));
}

/** The set-aside rows of a run after a place, each with its reasons. */
export function setAsideAfter(
  database: Database,
  runId: number,
  after: Origin,
  limit: number,
): readonly SetAsideReport[] {
  const query = database.prepare(
    `SELECT r.file_id AS fileId, r.line, f.path, r.raw FROM set_aside_row r
     JOIN source_file f ON f.file_id = r.file_id
     WHERE f.run_id = ? AND (r.file_id, r.line) > (?, ?) ORDER BY r.file_id, r.line LIMIT ?`,
  );
  const reasons = reasonsOf(database);
  const rows = all<Omit<SetAsideReport, "problems">>(query, runId, after.fileId, after.line, limit);
  return rows.map((row) => ({
    ...row,
    problems: reasons(row.fileId, row.line, row.path),
  }));
}

/** The function that finds what is wrong with a row of a file, in the order of finding. */
export function reasonsOf(
  database: Database,
): (fileId: number, line: number, file: string) => readonly Problem[] {
  const query = database.prepare(
    "SELECT field, code, detail FROM problem WHERE file_id = ? AND line = ? ORDER BY rowid",
  );
  return (fileId, line, file) =>
    all<StoredProblem>(query, fileId, line).map((one) => problemOf(one, { file, line }));
}

interface StoredProblem {
  readonly field: string;
  readonly code: ProblemCode;
  readonly detail: string;
}

/** A problem from its columns. */
export function problemOf(
  { field, code, detail }: StoredProblem,
  place: { readonly file: string; readonly line?: number },
): Problem {
  const values = JSON.parse(detail) as Values;
  return { code, values, place: field === "" ? place : { ...place, field } };
}
