import type { HouseholdStatement } from "../../domain/intake.js";
import { fromFen, type ReadAmount } from "../../domain/money.js";
import type { LoadingStore, PaidRow } from "../port/loading.js";
import { all, type Database, first, inBatch, inserter } from "./database.js";
import { groupedBy } from "./groups.js";

type MoneyOfMembers = Pick<
  LoadingStore,
  "balances" | "withoutHousehold" | "addFamilyAccounts" | "paid" | "addHistory"
>;

/** The money on members' rows in SQLite: the households' accounts, and what was paid last year. */
export function memberMoney(database: Database): MoneyOfMembers {
  return {
    balances: async (after, limit) =>
      groupedBy(
        statements(database, HOUSEHOLDS, after.source, after.householdNo, limit),
        (row) => `${row.source}|${row.householdNo}`,
      ),
    withoutHousehold: async (afterRow, limit) =>
      statements(database, NO_HOUSEHOLD, afterRow, limit),
    addFamilyAccounts: async (accounts) => addFamilyAccounts(database, accounts),
    paid: async (afterRow, limit) =>
      all<StoredPaid>(database.prepare(PAID), afterRow, limit).map(paidRow),
    addHistory: async (rows, year) => addHistory(database, rows, year),
  };
}

/** How a staged row is marked whose money alone is counted. */
const REPEATED = 2;

const STATEMENT = `p.row_no AS rowNo, p.file_id AS fileId, p.line, p.source,
  p.household_no AS householdNo, p.head_relation AS headRelation, COALESCE(m.psn_no, '') AS psnNo,
  COALESCE(m.part_no, 0) AS partNo, p.insuplc_admdvs AS insuplcAdmdvs,
  p.family_balc AS amount, p.family_residual AS residual, p.is_set_aside AS state`;

/** Whole households: a page asks for their numbers first. */
const HOUSEHOLDS = `
  SELECT ${STATEMENT}
  FROM (SELECT DISTINCT source, household_no FROM staged_person
        WHERE (source, household_no) > (?, ?) AND household_no <> ''
        ORDER BY source, household_no LIMIT ?) h
  JOIN staged_person p ON p.source = h.source AND p.household_no = h.household_no
  LEFT JOIN staged_match m USING (row_no)
  ORDER BY p.source, p.household_no, p.row_no`;

const NO_HOUSEHOLD = `
  SELECT ${STATEMENT} FROM staged_person p LEFT JOIN staged_match m USING (row_no)
  WHERE p.row_no > ? AND p.household_no = ''
    AND (p.family_balc <> 0 OR p.family_residual <> '0')
  ORDER BY p.row_no LIMIT ?`;

function statements(
  database: Database,
  sql: string,
  ...values: readonly unknown[]
): readonly HouseholdStatement[] {
  type Row = Omit<HouseholdStatement, "familyBalc"> &
    HouseholdStatement["familyBalc"] & { readonly state: number };
  return all<Row>(database.prepare(sql), ...values).map(
    ({ amount, residual, state, ...row }): HouseholdStatement => ({
      ...row,
      familyBalc: { amount, residual },
      isRepeated: state === REPEATED,
    }),
  );
}

const FAMILY_ACCOUNT = [
  "source",
  "household_no",
  "insuplc_admdvs",
  "part_no",
  "psn_no",
  "balance",
  "residual",
  "file_id",
  "line",
];

/** An account that stands already is never touched: it is told by the holder's row. */
function addFamilyAccounts(
  database: Database,
  accounts: Parameters<LoadingStore["addFamilyAccounts"]>[0],
): ReadonlyMap<number, ReadAmount> {
  const insert = inserter(database, "family_account", FAMILY_ACCOUNT);
  const find = database.prepare(
    "SELECT balance AS amount, residual FROM family_account WHERE source = ? AND household_no = ?",
  );
  const opened = new Map<number, ReadAmount>();
  inBatch(database, () => {
    for (const { holder: row, balance } of accounts) {
      const before = first<ReadAmount>(find, row.source, row.householdNo);
      if (before !== undefined) {
        opened.set(row.rowNo, before);
        continue;
      }
      const key = [row.source, row.householdNo, row.insuplcAdmdvs, row.partNo, row.psnNo];
      insert.run(...key, balance.amount, balance.residual, row.fileId, row.line);
    }
  });
  return opened;
}

/**
 * Rows with benefits, and what is in the books for the same person and old number: since an earlier
 * delivery, else by the first such row of this one. The books keep no places after the fen, so a
 * residual is known only of a row of this delivery.
 */
const PAID = `
  WITH stated AS (
    SELECT p.*, COALESCE(m.psn_no, '') AS psn_no, COALESCE(m.part_no, 0) AS part_no, (
      SELECT MIN(o.row_no) FROM staged_match n JOIN staged_person o ON o.row_no = n.row_no
      WHERE n.part_no = m.part_no AND n.psn_no = m.psn_no AND o.row_no < p.row_no
        AND o.source = p.source AND o.legacy_id = p.legacy_id
        AND (o.hifp_pay <> 0 OR o.hifmi_pay <> 0 OR o.paid_residual <> '0')) AS first_no
    FROM staged_person p LEFT JOIN staged_match m USING (row_no)
    WHERE p.row_no > ? AND (p.hifp_pay <> 0 OR p.hifmi_pay <> 0 OR p.paid_residual <> '0')
    ORDER BY p.row_no LIMIT ?)
  SELECT p.row_no AS rowNo, p.file_id AS fileId, p.line, p.source, p.legacy_id AS legacyId,
    p.psn_no AS psnNo, p.part_no AS partNo, p.insuplc_admdvs AS insuplcAdmdvs,
    p.hifp_pay AS hifpPay, p.hifmi_pay AS hifmiPay, p.paid_residual AS residual,
    p.is_set_aside AS state, COALESCE(b.hifp_pay, f.hifp_pay) AS hifpBefore,
    COALESCE(b.hifmi_pay, f.hifmi_pay) AS hifmiBefore,
    CASE WHEN b.psn_no IS NULL OR (b.file_id, b.line) = (f.file_id, f.line)
      THEN f.paid_residual END AS residualBefore
  FROM stated p
  LEFT JOIN staged_person f ON f.row_no = p.first_no
  LEFT JOIN benefit_history b ON b.part_no = p.part_no AND b.psn_no = p.psn_no
    AND b.source = p.source AND b.legacy_id = p.legacy_id
  ORDER BY p.row_no`;

type StoredPaid = Omit<PaidRow, "hifpPay" | "hifmiPay" | "before" | "isRepeated"> & {
  readonly state: number;
  readonly hifpPay: number;
  readonly hifmiPay: number;
  readonly hifpBefore: number | null;
  readonly hifmiBefore: number | null;
  readonly residualBefore: string | null;
};

function paidRow(stored: StoredPaid): PaidRow {
  const { hifpBefore, hifmiBefore, residualBefore, state, ...row } = stored;
  const amounts = { hifpPay: fromFen(row.hifpPay), hifmiPay: fromFen(row.hifmiPay) };
  const paid = { ...row, ...amounts, isRepeated: state === REPEATED };
  if (hifpBefore === null || hifmiBefore === null) return paid;
  const before = { hifpPay: fromFen(hifpBefore), hifmiPay: fromFen(hifmiBefore) };
  if (residualBefore === null) return { ...paid, before };
  return { ...paid, before: { ...before, residual: residualBefore } };
}

function addHistory(database: Database, rows: readonly PaidRow[], year: number): void {
  const insert = database.prepare(
    `INSERT INTO benefit_history VALUES (@partNo, @psnNo, @source, @legacyId, @year, @hifpPay,
     @hifmiPay, @fileId, @line)`,
  );
  inBatch(database, () => {
    for (const { partNo, psnNo, source, legacyId, hifpPay, hifmiPay, fileId, line } of rows) {
      insert.run({ partNo, psnNo, source, legacyId, year, hifpPay, hifmiPay, fileId, line });
    }
  });
}
