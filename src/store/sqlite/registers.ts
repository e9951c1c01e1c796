import type { ReadAmount } from "../../domain/money.js";
import type { CatalogueItem, Institution, RegisterStore } from "../port/registers.js";
import { all, type Database, inBatch, inserter } from "./database.js";
import { groupedBy } from "./groups.js";

/** The unified lists in SQLite. */
export function registerStore(database: Database): RegisterStore {
  return {
    async addInstitutions(entries) {
      const insert = database.prepare(
        `INSERT OR IGNORE INTO institution VALUES
         (@fixmedinsCode, @fixmedinsName, @hospLv, @dedcHospLv, @fixBlngAdmdvs, @traits)`,
      );
      inBatch(database, () => {
        for (const one of entries) insert.run({ ...one, traits: one.traits.join(",") });
      });
    },
    async addCatalogue(entries) {
      const insert = database.prepare(
        `INSERT OR IGNORE INTO catalogue_version VALUES (@medListCodg, @begndate, @enddate,
         @medListName, @chrgitmLv, @selfpayProp, @itemKind, @pricUplmtAmt)`,
      );
      inBatch(database, () => {
        for (const one of entries) insert.run(one);
      });
    },
    async addSources(sources) {
      const insert = database.prepare(
        `INSERT OR IGNORE INTO register_source VALUES
         (@register, @source, @legacyCode, @nationalCode, @fileId, @line)`,
      );
      inBatch(database, () => {
        for (const one of sources) insert.run(one);
      });
    },
    async addBalances(balances, openings, day) {
      const columns = ["admdvs", "insutype", "account", "balance", "residual", "file_id", "line"];
      const insert = inserter(database, "fund_balance", columns);
      const open = database.prepare(
        `INSERT INTO fund_opening VALUES (@admdvs, @insutype, @account, @day, @balance)
         ON CONFLICT DO UPDATE SET balance = balance + excluded.balance`,
      );
      inBatch(database, () => {
        for (const { admdvs, insutype, account, balance, fileId, line } of balances) {
          insert.run(admdvs, insutype, account, balance.amount, balance.residual, fileId, line);
        }
        for (const one of openings) open.run({ ...one, day });
      });
    },
    async deductionCounts() {
      const query = database.prepare(
        `SELECT json_array(fixmedins_code, month, reason, ded_amt, memo) AS key, COUNT(*) AS count
         FROM deduction GROUP BY 1 ORDER BY 1`,
      );
      const rows = all<{ key: string; count: number }>(query);
      return new Map(rows.map((row) => [row.key, row.count]));
    },
    async addDeductions(deductions) {
      const insert = database.prepare(
        `INSERT INTO deduction VALUES
         (@fileId, @line, @fixmedinsCode, @month, @reason, @dedAmt, @memo)`,
      );
      inBatch(database, () => {
        for (const one of deductions) insert.run(one);
      });
    },
    async addAgreementFile(path, sha256) {
      database.prepare("INSERT OR IGNORE INTO agreement_file VALUES (?, ?)").run(sha256, path);
    },
    agreementFiles: async () =>
      all<{ path: string; sha256: string }>(
        database.prepare("SELECT path, sha256 FROM agreement_file ORDER BY path, sha256"),
      ),
    async catalogue() {
      const query = database.prepare(
        `SELECT med_list_codg AS medListCodg, begndate, enddate, med_list_name AS medListName,
         chrgitm_lv AS chrgitmLv, selfpay_prop AS selfpayProp, item_kind AS itemKind,
         pric_uplmt_amt AS pricUplmtAmt FROM catalogue_version ORDER BY med_list_codg, begndate`,
      );
      const groups = groupedBy(all<CatalogueItem>(query), (one) => one.medListCodg);
      return new Map(groups.map((versions) => [versions[0]?.medListCodg ?? "", versions]));
    },
    async itemCodes(source) {
      const query = database.prepare(
        `SELECT legacy_code AS old, national_code AS code FROM register_source
         WHERE register = 'catalogue' AND source = ?`,
      );
      const rows = all<{ old: string; code: string }>(query, source);
      return new Map(rows.map(({ old, code }) => [old, code]));
    },
    async balances() {
      const query = database.prepare(
        `SELECT admdvs || ' ' || insutype || ' ' || account AS key, balance AS amount, residual
         FROM fund_balance ORDER BY 1`,
      );
      const rows = all<ReadAmount & { key: string }>(query);
      return new Map(rows.map(({ key, amount, residual }) => [key, { amount, residual }]));
    },
    async institutions() {
      const query = database.prepare(
        `SELECT fixmedins_code AS fixmedinsCode, fixmedins_name AS fixmedinsName,
         hosp_lv AS hospLv, dedc_hosp_lv AS dedcHospLv, fix_blng_admdvs AS fixBlngAdmdvs,
         traits FROM institution ORDER BY fixmedins_code`,
      );
      const rows = all<Omit<Institution, "traits"> & { traits: string }>(query);
      return new Map(
        rows.map(({ traits, ...one }) => {
          const list = traits === "" ? [] : traits.split(",");
          return [one.fixmedinsCode, { ...one, traits: list }];
        }),
      );
    },
  };
}
