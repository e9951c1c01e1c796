import type { UndoEntry, UndoStore } from "../port/undos.js";
import { all, type Database, first } from "./database.js";

const UNDO = `SELECT u.approval_id AS approvalId, u.psn_no AS psnNo, u.records, u.reason,
    u.replaces, u.consequences, u.report, u.prepared_at AS preparedAt, a.prepared_by AS preparedBy,
    a.decided_by AS approvedBy, a.state
  FROM merge_undo u JOIN approval a USING (approval_id)`;

type Columns = Omit<UndoEntry, "records" | "replaces"> &
  Readonly<Record<"records" | "replaces", string>>;

/** Merges to undo, in SQLite. */
export function undoStore(database: Database): UndoStore {
  return {
    async add({ records, replaces, ...entry }) {
      database
        .prepare(
          `INSERT INTO merge_undo VALUES (@approvalId, @psnNo, @records, @reason, @replaces,
           @consequences, @report, @preparedAt)`,
        )
        .run({ ...entry, records: JSON.stringify(records), replaces: JSON.stringify(replaces) });
    },
    async get(approvalId) {
      const query = database.prepare(`${UNDO} WHERE u.approval_id = ?`);
      const row = first<Columns>(query, approvalId);
      return row === undefined ? undefined : entryFrom(row);
    },
    all: async () =>
      all<Columns>(database.prepare(`${UNDO} ORDER BY u.approval_id DESC`)).map(entryFrom),
  };
}

function entryFrom(row: Columns): UndoEntry {
  return { ...row, records: JSON.parse(row.records), replaces: JSON.parse(row.replaces) };
}
