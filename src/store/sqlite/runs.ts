import type { NewRun, Run, RunInput, RunOutput, RunStore } from "../port/runs.js";
import { all, type Database, first, inBatch } from "./database.js";

const RUN = `SELECT run_id AS runId, kind, subject, state, operator, system_user AS systemUser,
  process, started_at AS startedAt, COALESCE(ended_at, '') AS endedAt,
  COALESCE(report, '') AS report, folder FROM run`;

const START = `INSERT INTO run
    (kind, subject, state, operator, system_user, process, started_at, folder)
  VALUES (@kind, @subject, 'running', @operator, @systemUser, @process, @startedAt, @folder)`;

/** The journal of runs in SQLite. */
export function runStore(database: Database): RunStore {
  const get = (where: string, ...values: readonly unknown[]): Run | undefined =>
    first<Run>(database.prepare(`${RUN} ${where}`), ...values);

  return {
    async start(run: NewRun) {
      const added = database.prepare(START).run({ folder: "", ...run });
      return Number(added.lastInsertRowid);
    },
    async end(runId, state, report, endedAt) {
      database
        .prepare("UPDATE run SET state = ?, report = ?, ended_at = ? WHERE run_id = ?")
        .run(state, report, endedAt, runId);
    },
    running: async () => get("WHERE state = 'running' ORDER BY run_id DESC LIMIT 1"),
    lastDone: async (kind, subject) =>
      get("WHERE kind = ? AND subject = ? AND state = 'done' ORDER BY run_id DESC", kind, subject),
    list: async () => all<Run>(database.prepare(`${RUN} ORDER BY run_id`)),
    get: async (runId) => get("WHERE run_id = ?", runId),
    inputs: async (runId) =>
      all<RunInput>(
        database.prepare(
          "SELECT role, path, sha256 FROM run_input WHERE run_id = ? ORDER BY role, path",
        ),
        runId,
      ),
    outputs: async (runId) => outputsOf(database, runId),
    async addInputs(runId, inputs) {
      const insert = database.prepare("INSERT OR IGNORE INTO run_input VALUES (?, ?, ?, ?)");
      inBatch(database, () => {
        for (const one of inputs) insert.run(runId, one.role, one.path, one.sha256);
      });
    },
    async setOutputs(runId, outputs) {
      const insert = database.prepare("INSERT OR REPLACE INTO run_output VALUES (?, ?, ?, ?)");
      inBatch(database, () => {
        for (const one of outputs) insert.run(runId, one.path, one.sha256, one.isPrivate ? 1 : 0);
      });
    },
    async archive(sha256, content) {
      database.prepare("INSERT OR IGNORE INTO archive VALUES (?, ?)").run(sha256, content);
    },
    async archived(sha256) {
      const query = database.prepare("SELECT content FROM archive WHERE sha256 = ?");
      return first<{ content: string }>(query, sha256)?.content;
    },
  };
}

function outputsOf(database: Database, runId: number): readonly RunOutput[] {
  const query = database.prepare(
    "SELECT path, sha256, is_private AS mode FROM run_output WHERE run_id = ? ORDER BY path",
  );
  return all<{ path: string; sha256: string; mode: number }>(query, runId).map(
    ({ path, sha256, mode }) => ({ path, sha256, isPrivate: mode === 1 }),
  );
}
