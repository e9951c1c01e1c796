import type { Yuan } from "../../domain/money.js";
import type { Problem } from "../../domain/problem.js";
import type { ClaimStore, MonthTotals, SuspectRow } from "../port/claims.js";
import { CLAIM, type ClaimColumns, claimAdder, claimFrom, OPEN } from "./claim-columns.js";
import { all, type Database, first, inBatch } from "./database.js";
import { historyOf, originalsOf, settlementOf } from "./entries.js";
import { problemOf } from "./row-problems.js";
import { rangeWriter } from "./settled-range.js";
import { peopleOf, workOf } from "./work.js";

/** Claims and settlements in SQLite. */
export function claimStore(database: Database): ClaimStore {
  return {
    async add(rows) {
      const add = claimAdder(database);
      const find = database.prepare(
        `SELECT r.line_hash AS lineHash FROM claim c JOIN source_row r USING (file_id, line)
         WHERE c.medins_setl_id = ?`,
      );
      return inBatch(database, () =>
        rows
          .filter((row) => !add(row))
          .map((row) => {
            const found = first<{ lineHash: number }>(find, row.medinsSetlId);
            return { row, lineHash: found?.lineHash };
          }),
      );
    },
    async findPeople(month) {
      database.prepare(FIND_PEOPLE).run(month);
    },
    async openCount(month) {
      const query = database.prepare(`SELECT COUNT(*) AS count FROM claim c WHERE ${OPEN}`);
      return first<{ count: number }>(query, month, month)?.count ?? 0;
    },
    withoutPerson: async (month, afterClaim, limit) =>
      all<ClaimColumns>(
        database.prepare(
          `SELECT ${CLAIM} FROM claim c WHERE c.psn_no IS NULL AND ${OPEN} AND c.claim_id > ?
           ORDER BY c.claim_id LIMIT ?`,
        ),
        month,
        month,
        afterClaim,
        limit,
      ).map(claimFrom),
    work: async (month, fromPart, toPart) => workOf(database, month, fromPart, toPart),
    writeRange: rangeWriter(database),
    totals: async (month) => all<MonthTotals>(database.prepare(TOTALS), month),
    async outOfTurn(month, runId, edge) {
      const query = database.prepare(OUT_OF_TURN);
      return first<{ people: number }>(query, { month, runId, edge })?.people ?? 0;
    },
    async waitingByCode(month) {
      const query = database.prepare(
        `SELECT code, COUNT(*) AS claims FROM waiting_claim WHERE month = ?
         GROUP BY code ORDER BY code`,
      );
      const rows = all<{ code: string; claims: number }>(query, month);
      return new Map(rows.map((row) => [row.code, row.claims]));
    },
    waitingAfter: async (month, afterClaim, limit) =>
      all<ClaimColumns>(
        database.prepare(
          `SELECT ${CLAIM} FROM claim c WHERE c.claim_id > ? AND c.claim_id IN
           (SELECT claim_id FROM waiting_claim WHERE month = ?) ORDER BY c.claim_id LIMIT ?`,
        ),
        afterClaim,
        month,
        limit,
      ).map((row) => ({ claim: claimFrom(row), problems: waitingOf(database, row.claimId) })),
    async suspects(month) {
      const query = database.prepare(
        `SELECT COUNT(DISTINCT claim_id) AS claims,
         COALESCE(SUM(CASE field WHEN 'fundPaySumamt' THEN paid - computed ELSE 0 END), 0) AS amount
         FROM suspect s WHERE month = ? AND ${STANDS}`,
      );
      const found = first<{ claims: number; amount: Yuan }>(query, month);
      return found ?? { claims: 0, amount: 0 as Yuan };
    },
    suspectsAfter: async (month, after, limit) =>
      all<SuspectRow>(
        database.prepare(
          `SELECT s.claim_id AS claimId, s.field, s.paid, s.computed,
             c.medins_setl_id AS medinsSetlId, c.fixmedins_code AS fixmedinsCode
           FROM suspect s JOIN claim c USING (claim_id)
           WHERE s.month = ? AND ${STANDS} AND (s.claim_id, s.field) > (?, ?)
           ORDER BY s.claim_id, s.field LIMIT ?`,
        ),
        month,
        after.claimId,
        after.field,
        limit,
      ),
    async find(medinsSetlId) {
      const query = database.prepare(`SELECT ${CLAIM} FROM claim c WHERE c.medins_setl_id = ?`);
      const row = first<ClaimColumns>(query, medinsSetlId);
      return row === undefined ? undefined : claimFrom(row);
    },
    settlementOf: async (claim) => settlementOf(database, claim),
    history: async (from, to, psnNos) => historyOf(database, { from, to }, psnNos),
    insured: async (from, to, psnNos) => peopleOf(database, from, to, JSON.stringify(psnNos)),
    originalsOf: async (refund) => originalsOf(database, refund),
    waitingOf: async (claimId) => waitingOf(database, claimId),
    async originOf(claim) {
      const query = database.prepare("SELECT path, sha256 FROM source_file WHERE file_id = ?");
      return first<{ path: string; sha256: string }>(query, claim.fileId) ?? NOWHERE;
    },
  };
}

/** What was corrected or refunded since is no suspect any more. */
const STANDS = `NOT EXISTS (SELECT 1 FROM refund r WHERE r.refund_of = s.claim_id)
  AND NOT EXISTS (SELECT 1 FROM settlement c WHERE c.claim_id = s.claim_id
    AND c.kind = 'corrected')`;

const NOWHERE = { path: "", sha256: "" };

/** An old number that leads to two people names nobody. */
const FIND_PEOPLE = `
  UPDATE claim SET (part_no, psn_no) = (
    SELECT MIN(part_no), MIN(psn_no) FROM person_row s
    WHERE s.source = claim.insu_source AND s.legacy_id = claim.legacy_id
    HAVING COUNT(DISTINCT psn_no) = 1)
  WHERE psn_no IS NULL
    AND (month = ? OR claim_id IN (SELECT claim_id FROM carried_claim))`;

/** Most bills of a month end in it: the index of its work leaves out all others at once. */
const OUT_OF_TURN = `
  WITH late AS (
    SELECT claim_id FROM claim WHERE month = @month AND enddate < @edge
    UNION SELECT claim_id FROM carried_claim)
  SELECT COUNT(DISTINCT s.psn_no) AS people FROM late
  JOIN settlement s ON s.claim_id = late.claim_id AND s.entry = 0 AND s.run_id = @runId
  JOIN claim c ON c.claim_id = late.claim_id
  WHERE EXISTS (
    SELECT 1 FROM settlement o JOIN claim d ON d.claim_id = o.claim_id
    WHERE o.part_no = s.part_no AND o.psn_no = s.psn_no AND o.entry = 0 AND d.is_refund = 0
      AND o.run_id < s.run_id AND substr(d.enddate, 1, 4) = substr(c.enddate, 1, 4)
      AND (d.enddate, d.setl_day, d.claim_id) > (c.enddate, c.setl_day, c.claim_id))`;

const TOTALS = `
  SELECT settled_by AS settledBy, SUM(cases) AS claims, SUM(medfee_sumamt) AS medfeeSumamt,
    SUM(kind = 'settled' AND cases < 0) AS refunds, SUM(kind = 'corrected') AS corrected,
    SUM(act_pay_dedc) AS actPayDedc, SUM(hifp_pay) AS hifpPay, SUM(hifmi_pay) AS hifmiPay,
    SUM(maf_pay) AS mafPay, SUM(oth_pay) AS othPay, SUM(fund_pay_sumamt) AS fundPaySumamt,
    SUM(psn_part_amt) AS psnPartAmt
  FROM settlement WHERE month = ? GROUP BY settled_by ORDER BY settled_by DESC`;

function waitingOf(database: Database, claimId: number): readonly Problem[] {
  const query = database.prepare(
    `SELECT f.path AS file, c.line, w.field, w.code, w.detail FROM waiting_claim w
     JOIN claim c USING (claim_id) JOIN source_file f ON f.file_id = c.file_id
     WHERE w.claim_id = ? ORDER BY w.code`,
  );
  type Row = Parameters<typeof problemOf>[0] & { file: string; line: number };
  return all<Row>(query, claimId).map((row) => problemOf(row, { file: row.file, line: row.line }));
}
