import type { Outcome } from "../../domain/intake.js";
import type {
  CorrectionCount,
  IntakeStore,
  LaterCount,
  RowCorrection,
  RowVersion,
  WaitingRow,
} from "../port/intake.js";
import { all, type Database, inserter } from "./database.js";
import { reasonsOf } from "./row-problems.js";

/** The function that writes what a person made of a row. */
export function correctionWriter(database: Database): (one: RowCorrection) => void {
  const columns = ["file_id", "line", "action", "reason", "fields", "changes", "workbook"];
  const insert = inserter(database, "row_correction", columns);
  return ({ fileId, line, action, reason, fields, changes, workbook }) => {
    const texts = [JSON.stringify(fields), JSON.stringify(changes)];
    insert.run(fileId, line, action, reason, ...texts, workbook);
  };
}

type Versions = Pick<
  IntakeStore,
  "waitingAfter" | "waitingLines" | "versions" | "corrections" | "correctedLater"
>;

/** Rows and what runs have made of them since, in SQLite. */
export function rowVersions(database: Database): Versions {
  return {
    waitingAfter: async (fileId, after, limit) => waitingAfter(database, fileId, after, limit),
    async waitingLines(fileId) {
      const waiting = new Set<number>();
      for (let after = -1; ; ) {
        const rows = waitingAfter(database, fileId, after, PAGE);
        for (const { line } of rows) waiting.add(line);
        const last = rows.at(-1)?.line;
        if (last === undefined) return waiting;
        after = last;
      }
    },
    async versions(fileId, lines) {
      const query = database.prepare(VERSIONS);
      const rows = all<VersionColumns>(query, { fileId, lines: JSON.stringify(lines) });
      return new Map(rows.map((row) => [row.line, versionFrom(row)]));
    },
    corrections: async (runId) => all<CorrectionCount>(database.prepare(CORRECTIONS), runId),
    correctedLater: async (runId) => all<LaterCount>(database.prepare(CORRECTED_LATER), runId),
  };
}

/**
 * The file with the newest version of a row: the last among its own and those that correct it. A
 * line that could not be cut may have been corrected into several records: then it has a correction
 * there, and no row.
 */
function newest(fileId: string, line: string): string {
  return `(SELECT MAX(m.file_id) FROM source_file m
    WHERE (m.file_id = ${fileId} OR m.corrects = ${fileId}) AND (
      EXISTS (SELECT 1 FROM source_row n WHERE n.file_id = m.file_id AND n.line = ${line})
      OR EXISTS (
        SELECT 1 FROM row_correction k WHERE k.file_id = m.file_id AND k.line = ${line})))`;
}

/**
 * Whether a later run that brought the same file again has taken the row in. (A copy in the same
 * run says nothing new.)
 */
function triedAgain(fileId: string, line: string): string {
  return `EXISTS (SELECT 1 FROM source_file o JOIN source_file g ON g.repeats = o.file_id
    JOIN source_row t ON t.file_id = g.file_id
    WHERE o.file_id = ${fileId} AND g.run_id <> o.run_id AND t.line = ${line} AND t.outcome <> 2)`;
}

/** How many rows one page holds. */
const PAGE = 2_000;

const WAITING = `
  SELECT s.value AS line, v.file_id AS fileId, f.path, c.fields, (
    SELECT MIN(r.raw) FROM source_file g JOIN set_aside_row r ON r.file_id = g.file_id
    WHERE (g.file_id = @fileId OR g.corrects = @fileId) AND r.line = s.value) AS raw
  FROM json_each(@lines) s
  JOIN source_file f ON f.file_id = @fileId
  JOIN source_row v ON v.line = s.value AND v.file_id = ${newest("@fileId", "s.value")}
  LEFT JOIN row_correction c ON c.file_id = v.file_id AND c.line = v.line
  WHERE v.outcome = 2 AND COALESCE(c.action, '') <> 'dropped'
    AND NOT ${triedAgain("@fileId", "s.value")}
  ORDER BY s.value`;

/** The next lines of a file that any of its runs has set aside, each file asked by its key. */
function linesSetAside(database: Database, fileId: number, after: number, limit: number) {
  const files = database.prepare(
    `SELECT file_id AS id FROM source_file WHERE file_id = @fileId OR corrects = @fileId`,
  );
  const page = database.prepare(
    "SELECT line FROM set_aside_row WHERE file_id = ? AND line > ? ORDER BY line LIMIT ?",
  );
  const lines = all<{ id: number }>(files, { fileId }).flatMap(({ id }) =>
    all<{ line: number }>(page, id, after, limit).map((row) => row.line),
  );
  return [...new Set(lines)].sort((left, right) => left - right).slice(0, limit);
}

function waitingAfter(
  database: Database,
  fileId: number,
  after: number,
  limit: number,
): readonly WaitingRow[] {
  type Row = Pick<WaitingRow, "line" | "raw"> & {
    readonly fileId: number;
    readonly path: string;
    readonly fields: string | null;
  };
  const reasons = reasonsOf(database);
  const query = database.prepare(WAITING);
  let rows: readonly Row[] = [];
  for (let from = after; rows.length === 0; ) {
    const lines = linesSetAside(database, fileId, from, limit);
    const last = lines.at(-1);
    if (last === undefined) return [];
    rows = all<Row>(query, { fileId, lines: JSON.stringify(lines) });
    from = last;
  }
  return rows.map((row) => ({
    line: row.line,
    raw: row.raw,
    problems: reasons(row.fileId, row.line, row.path),
    fields: row.fields === null ? undefined : (JSON.parse(row.fields) as readonly string[]),
  }));
}

const VERSIONS = `
  SELECT f.file_id AS fileId, j.value AS line, c.action,
    CASE WHEN ${triedAgain("@fileId", "j.value")} THEN 0 ELSE COALESCE(r.outcome, 0) END AS outcome,
    c.fields, f.reading
  FROM json_each(@lines) j
  JOIN source_file f ON f.file_id = ${newest("@fileId", "j.value")}
  LEFT JOIN source_row r ON r.file_id = f.file_id AND r.line = j.value
  LEFT JOIN row_correction c ON c.file_id = f.file_id AND c.line = j.value`;

interface VersionColumns {
  readonly fileId: number;
  readonly line: number;
  readonly outcome: Outcome;
  readonly action: RowCorrection["action"] | null;
  readonly fields: string | null;
  readonly reading: string;
}

function versionFrom(row: VersionColumns): RowVersion {
  const { fileId, line, outcome, action, fields, reading } = row;
  const version = { fileId, line, outcome };
  if (action === null || fields === null) return version;
  const correction = { action, fields: JSON.parse(fields) as readonly string[], reading };
  return { ...version, correction };
}

/** A line that was corrected into several records counts as loaded; they count for themselves. */
const CORRECTIONS = `
  SELECT c.action, COALESCE(r.outcome, 0) AS outcome, COUNT(*) AS rows
  FROM source_file f JOIN row_correction c ON c.file_id = f.file_id
  LEFT JOIN source_row r ON r.file_id = c.file_id AND r.line = c.line
  WHERE f.run_id = ? GROUP BY 1, 2 ORDER BY 1, 2`;

const CORRECTED_LATER = `
  SELECT f.file_id AS fileId,
    COUNT(DISTINCT CASE WHEN COALESCE(r.outcome, 0) <> 2 THEN c.line END) AS corrected,
    COUNT(DISTINCT CASE WHEN c.action = 'dropped' AND c.file_id = ${newest("f.file_id", "c.line")}
      THEN c.line END) AS dropped
  FROM source_file f JOIN source_file g ON g.corrects = f.file_id
  JOIN row_correction c ON c.file_id = g.file_id
  LEFT JOIN source_row r ON r.file_id = c.file_id AND r.line = c.line
  WHERE f.run_id = ? GROUP BY f.file_id ORDER BY f.file_id`;
