import type { ClaimRow } from "../../domain/intake.js";
import type { Amounts } from "../../domain/records.js";
import type { StoredClaim } from "../port/claims.js";
import { type Database, inserter } from "./database.js";

/** The columns of a claim by their field names; amounts of the window may be null. */
export const CLAIM = `c.claim_id AS claimId, c.file_id AS fileId, c.line,
  c.medins_setl_id AS medinsSetlId, c.mdtrt_id AS mdtrtId, c.insu_source AS insuSource,
  c.legacy_id AS legacyId, c.psn_name AS psnName, c.settled_by AS settledBy,
  c.fixmedins_code AS fixmedinsCode, c.med_type AS medType, c.is_offsite AS offsite,
  c.is_referred AS referred,
  c.is_emergency AS emergency, c.dise_codg AS diseCodg, c.sessions,
  c.prescription_months AS prescriptionMonths, c.transferred_from AS transferredFrom,
  c.is_refund AS refund, c.is_unclassified AS unclassified, c.init_medins_setl_id AS initMedinsSetlId,
  c.begndate, c.enddate, c.setl_day AS setlDay, c.month,
  c.medfee_sumamt AS medfeeSumamt, c.fulamt_ownpay_amt AS fulamtOwnpayAmt,
  c.overlmt_selfpay AS overlmtSelfpay, c.preselfpay_amt AS preselfpayAmt,
  c.inscp_scp_amt AS inscpScpAmt, c.act_pay_dedc AS actPayDedc, c.hifp_pay AS hifpPay,
  c.hifmi_pay AS hifmiPay, c.maf_pay AS mafPay, c.oth_pay AS othPay,
  c.fund_pay_sumamt AS fundPaySumamt, c.psn_part_amt AS psnPartAmt,
  COALESCE(c.part_no, -1) AS partNo, COALESCE(c.psn_no, '') AS psnNo`;

/** A claim of a month (or carried into it) that is not settled; takes the month twice. */
export const OPEN = `(c.month = ? OR (c.month < ?
    AND c.claim_id IN (SELECT claim_id FROM carried_claim)))
  AND NOT EXISTS (SELECT 1 FROM settlement s WHERE s.claim_id = c.claim_id)`;

export type ClaimColumns = Omit<StoredClaim, Flag | "paid"> &
  Amounts &
  Readonly<Record<"offsite" | "referred" | "emergency" | "refund" | "unclassified", number>>;

type Flag = "isOffsite" | "isReferred" | "isEmergency" | "isRefund" | "isUnclassified";

/** A claim from its columns, written out: taking the rest of a row is fifty times slower. */
export function claimFrom(row: ClaimColumns): StoredClaim {
  return {
    claimId: row.claimId,
    fileId: row.fileId,
    line: row.line,
    medinsSetlId: row.medinsSetlId,
    mdtrtId: row.mdtrtId,
    insuSource: row.insuSource,
    legacyId: row.legacyId,
    psnName: row.psnName,
    settledBy: row.settledBy,
    fixmedinsCode: row.fixmedinsCode,
    medType: row.medType,
    isOffsite: row.offsite === 1,
    isReferred: row.referred === 1,
    isEmergency: row.emergency === 1,
    diseCodg: row.diseCodg,
    sessions: row.sessions,
    prescriptionMonths: row.prescriptionMonths,
    transferredFrom: row.transferredFrom,
    isRefund: row.refund === 1,
    isUnclassified: row.unclassified === 1,
    initMedinsSetlId: row.initMedinsSetlId,
    begndate: row.begndate,
    enddate: row.enddate,
    setlDay: row.setlDay,
    month: row.month,
    medfeeSumamt: row.medfeeSumamt,
    fulamtOwnpayAmt: row.fulamtOwnpayAmt,
    overlmtSelfpay: row.overlmtSelfpay,
    preselfpayAmt: row.preselfpayAmt,
    inscpScpAmt: row.inscpScpAmt,
    paid: row.settledBy === "window" ? paidOf(row) : undefined,
    partNo: row.partNo,
    psnNo: row.psnNo,
  };
}

function paidOf(row: ClaimColumns): Amounts {
  const { actPayDedc, hifpPay, hifmiPay, mafPay, othPay, fundPaySumamt, psnPartAmt } = row;
  return { actPayDedc, hifpPay, hifmiPay, mafPay, othPay, fundPaySumamt, psnPartAmt };
}

const COLUMNS = [
  "file_id",
  "line",
  "medins_setl_id",
  "mdtrt_id",
  "insu_source",
  "legacy_id",
  "psn_name",
  "settled_by",
  "fixmedins_code",
  "med_type",
  "is_offsite",
  "is_referred",
  "is_emergency",
  "dise_codg",
  "sessions",
  "prescription_months",
  "transferred_from",
  "is_refund",
  "is_unclassified",
  "init_medins_setl_id",
  "begndate",
  "enddate",
  "setl_day",
  "month",
  "medfee_sumamt",
  "fulamt_ownpay_amt",
  "overlmt_selfpay",
  "preselfpay_amt",
  "inscp_scp_amt",
  "act_pay_dedc",
  "hifp_pay",
  "hifmi_pay",
  "maf_pay",
  "oth_pay",
  "fund_pay_sumamt",
  "psn_part_amt",
];

/** The function that adds a claim; false when its settlement number exists already. */
export function claimAdder(database: Database): (row: ClaimRow) => boolean {
  const insert = inserter(database, "claim", COLUMNS, "ON CONFLICT (medins_setl_id) DO NOTHING");
  return (row) => {
    const { paid } = row;
    const changes = insert.run(
      row.fileId,
      row.line,
      row.medinsSetlId,
      row.mdtrtId,
      row.insuSource,
      row.legacyId,
      row.psnName,
      row.settledBy,
      row.fixmedinsCode,
      row.medType,
      row.isOffsite ? 1 : 0,
      row.isReferred ? 1 : 0,
      row.isEmergency ? 1 : 0,
      row.diseCodg,
      row.sessions,
      row.prescriptionMonths,
      row.transferredFrom,
      row.isRefund ? 1 : 0,
      row.isUnclassified ? 1 : 0,
      row.initMedinsSetlId,
      row.begndate,
      row.enddate,
      row.setlDay,
      row.month,
      row.medfeeSumamt,
      row.fulamtOwnpayAmt,
      row.overlmtSelfpay,
      row.preselfpayAmt,
      row.inscpScpAmt,
      paid?.actPayDedc ?? null,
      paid?.hifpPay ?? null,
      paid?.hifmiPay ?? null,
      paid?.mafPay ?? null,
      paid?.othPay ?? null,
      paid?.fundPaySumamt ?? null,
      paid?.psnPartAmt ?? null,
    ).changes;
    return changes === 1;
  };
}
