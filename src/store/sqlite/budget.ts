import type { Yuan } from "../../domain/money.js";
import type { HospitalMonth } from "../../domain/records.js";
import type { BudgetStore, StoredHospitalMonth, YearSoFar } from "../port/budget.js";
import { all, type Database, inBatch } from "./database.js";

/** Hospitals' months in SQLite. */
export function budgetStore(database: Database): BudgetStore {
  const amounts = (sql: string, ...values: readonly unknown[]): ReadonlyMap<string, Yuan> => {
    const rows = all<{ code: string; amount: Yuan }>(database.prepare(sql), ...values);
    return new Map(rows.map((row) => [row.code, row.amount]));
  };
  return {
    claimed: async (month) => all<HospitalMonth>(database.prepare(CLAIMED), { month }),
    deductions: async (month) =>
      amounts(
        `SELECT fixmedins_code AS code, SUM(ded_amt) AS amount FROM deduction WHERE month = ?
         GROUP BY fixmedins_code ORDER BY fixmedins_code`,
        month,
      ),
    toRecover: async (month) =>
      amounts(
        `SELECT h.fixmedins_code AS code, h.recover_after AS amount FROM hospital_month h
         JOIN month m ON m.month = h.month AND m.version = h.version
         WHERE h.month = (SELECT MAX(o.month) FROM hospital_month o JOIN month n
           ON n.month = o.month AND n.version = o.version
           WHERE o.fixmedins_code = h.fixmedins_code AND o.month < ?)`,
        month,
      ),
    async yearBefore(month) {
      const query = database.prepare(YEAR_BEFORE);
      const rows = all<YearSoFar & { code: string }>(query, month.slice(0, 4), month);
      return new Map(rows.map(({ code, ...sums }) => [code, sums]));
    },
    current: async (month) => all<StoredHospitalMonth>(database.prepare(CURRENT), month),
    async write(month, version, rows) {
      const insert = database.prepare(
        `INSERT INTO hospital_month VALUES (@month, @version, @fixmedinsCode, @setlCnt,
         @medfeeSumamt, @fundAppySum, @hifpPay, @outsideQuota, @agreement, @deduction, @deducted,
         @confirmed, @quota, @accepted, @deferred, @holdbackRatio, @holdback, @recoverBefore,
         @recovered, @recoverAfter, @quotaPayable, @payable)`,
      );
      inBatch(database, () => {
        for (const row of rows) insert.run({ ...row, month, version });
      });
    },
  };
}

/**
 * A hospital of the month may have no claims but a deduction, a debt, or earlier months of the
 * year: it is there with zeros, so that what was carried and the sums of the year stay in sight.
 */
const CLAIMED = `
  WITH hospitals AS (
    SELECT fixmedins_code FROM settlement WHERE month = @month AND settled_by = 'window'
    UNION SELECT fixmedins_code FROM deduction WHERE month = @month
    UNION SELECT h.fixmedins_code FROM hospital_month h
      JOIN month m ON m.month = h.month AND m.version = h.version
      WHERE h.month < @month AND (h.recover_after > 0
        OR (substr(h.month, 1, 4) = substr(@month, 1, 4) AND h.confirmed > 0)))
  SELECT h.fixmedins_code AS fixmedinsCode, @month AS month, COALESCE(SUM(s.cases), 0) AS setlCnt,
    COALESCE(SUM(s.medfee_sumamt), 0) AS medfeeSumamt,
    COALESCE(SUM(s.fund_pay_sumamt), 0) AS fundAppySum, COALESCE(SUM(s.hifp_pay), 0) AS hifpPay,
    COALESCE(SUM(s.fund_pay_sumamt - s.hifp_pay), 0) AS outsideQuota
  FROM hospitals h LEFT JOIN settlement s ON s.fixmedins_code = h.fixmedins_code
    AND s.month = @month AND s.settled_by = 'window'
  GROUP BY h.fixmedins_code ORDER BY h.fixmedins_code`;

const YEAR_BEFORE = `
  SELECT h.fixmedins_code AS code, SUM(h.confirmed) AS confirmed, SUM(h.payable) AS payable,
    SUM(h.deferred) AS deferred
  FROM hospital_month h JOIN month m ON m.month = h.month AND m.version = h.version
  WHERE substr(h.month, 1, 4) = ? AND h.month < ?
  GROUP BY h.fixmedins_code ORDER BY h.fixmedins_code`;

const CURRENT = `
  SELECT h.fixmedins_code AS fixmedinsCode, h.month, h.setl_cnt AS setlCnt,
    h.medfee_sumamt AS medfeeSumamt, h.fund_appy_sum AS fundAppySum, h.hifp_pay AS hifpPay,
    h.outside_quota AS outsideQuota, h.agreement, h.deduction, h.deducted, h.confirmed, h.quota,
    h.accepted, h.deferred, h.holdback_ratio AS holdbackRatio, h.holdback,
    h.recover_before AS recoverBefore, h.recovered, h.recover_after AS recoverAfter,
    h.quota_payable AS quotaPayable, h.payable
  FROM hospital_month h JOIN month m ON m.month = h.month AND m.version = h.version
  WHERE h.month = ? ORDER BY h.fixmedins_code`;
