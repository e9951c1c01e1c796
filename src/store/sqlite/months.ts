import type { Approval, MonthRow, MonthStore } from "../port/months.js";
import { OPEN } from "./claim-columns.js";
import { all, type Database, first } from "./database.js";

const MONTH = `month, state, version, prepared_by AS preparedBy, approved_by AS approvedBy`;
const APPROVAL = `approval_id AS approvalId, kind, subject, prepared_by AS preparedBy,
  decided_by AS decidedBy, state`;

/** Months and approvals in SQLite. */
export function monthStore(database: Database): MonthStore {
  return {
    get: async (month) =>
      first<MonthRow>(database.prepare(`SELECT ${MONTH} FROM month WHERE month = ?`), month),
    list: async () =>
      all<MonthRow>(
        database.prepare(
          `SELECT ${MONTH} FROM month UNION ALL
           SELECT DISTINCT month, 'open', 0, '', '' FROM claim
           WHERE month NOT IN (SELECT month FROM month) ORDER BY month`,
        ),
      ),
    async put(row) {
      database
        .prepare(
          `INSERT INTO month VALUES (@month, @state, @version, @preparedBy, @approvedBy)
           ON CONFLICT (month) DO UPDATE SET state = excluded.state, version = excluded.version,
           prepared_by = excluded.prepared_by, approved_by = excluded.approved_by`,
        )
        .run(row);
    },
    async carryOver(month, carriedBy) {
      const sql = `INSERT OR IGNORE INTO carried_claim
        SELECT c.claim_id, ?, ? FROM claim c WHERE ${OPEN}`;
      return database.prepare(sql).run(month, carriedBy, month, month).changes;
    },
    async addApproval(approval) {
      const insert = database.prepare(
        `INSERT INTO approval (kind, subject, prepared_by, decided_by, state)
         VALUES (@kind, @subject, @preparedBy, @decidedBy, @state)`,
      );
      return Number(insert.run(approval).lastInsertRowid);
    },
    approval: async (approvalId) =>
      first<Approval>(
        database.prepare(`SELECT ${APPROVAL} FROM approval WHERE approval_id = ?`),
        approvalId,
      ),
    waitingApproval: async (kind, subject) =>
      first<Approval>(
        database.prepare(
          `SELECT ${APPROVAL} FROM approval WHERE kind = ? AND subject = ? AND state = 'waiting'`,
        ),
        kind,
        subject,
      ),
    async decide(approvalId, state, decidedBy) {
      database
        .prepare("UPDATE approval SET state = ?, decided_by = ? WHERE approval_id = ?")
        .run(state, decidedBy, approvalId);
    },
  };
}
