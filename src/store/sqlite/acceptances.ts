import type { Acceptance, AcceptanceStore, Difference } from "../port/acceptances.js";
import { all, type Database, first } from "./database.js";

const ACCEPTANCE = `SELECT d.approval_id AS approvalId, d.delivery, d.path, d.sha256, d.total,
    d.expected, d.found, d.difference, d.reason, d.prepared_at AS preparedAt,
    a.prepared_by AS preparedBy, a.decided_by AS approvedBy, a.state
  FROM accepted_difference d JOIN approval a USING (approval_id)`;

/** Accepted differences in SQLite. */
export function acceptanceStore(database: Database): AcceptanceStore {
  return {
    async add(entry) {
      database
        .prepare(
          `INSERT INTO accepted_difference VALUES (@approvalId, @delivery, @path, @sha256, @total,
           @expected, @found, @difference, @reason, @preparedAt)`,
        )
        .run(entry);
    },
    get: async (approvalId) =>
      first<Acceptance>(database.prepare(`${ACCEPTANCE} WHERE d.approval_id = ?`), approvalId),
    of: async ({ path, sha256, total, expected, found, difference }: Difference) =>
      all<Acceptance>(
        database.prepare(
          `${ACCEPTANCE} WHERE d.sha256 = @sha256 AND d.total = @total AND d.path = @path
           AND d.expected = @expected AND d.found = @found AND d.difference = @difference
           ORDER BY d.approval_id`,
        ),
        { path, sha256, total, expected, found, difference },
      ),
  };
}
