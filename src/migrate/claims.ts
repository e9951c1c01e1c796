import type { SettledBy } from "../domain/codes.js";
import type { ClaimRow } from "../domain/intake.js";
import { subtract, sum, type Yuan } from "../domain/money.js";
import type { Day } from "../domain/period.js";
import { type Problem, problem } from "../domain/problem.js";
import type { Amounts } from "../domain/records.js";
import type { MappedRow } from "./mapped-row.js";
import type { RowOrigin } from "./row-origin.js";

/** A claim before the law has said which month it belongs to. */
export type UndatedClaim = Omit<ClaimRow, "month">;

/**
 * Makes a claim of a mapped row. Problem: `claim-count-unfit`. Whether its amounts agree, and what
 * a refund takes back, is for the settlement to say.
 */
export function claimOf(
  row: MappedRow,
  origin: RowOrigin,
): { readonly record: UndatedClaim; readonly problems: readonly Problem[] } {
  const text = (field: string): string => row.text(field);
  const amount = (field: string): Yuan => row.amount(field).amount;
  const settledBy = text("settled_by") as SettledBy;
  const record: UndatedClaim = {
    fileId: origin.fileId,
    line: origin.line,
    medinsSetlId: text("medins_setl_id"),
    mdtrtId: text("mdtrt_id"),
    insuSource: text("insu_source"),
    legacyId: text("legacy_id"),
    psnName: text("psn_name"),
    settledBy,
    fixmedinsCode: text("fixmedins_code"),
    medType: text("med_type"),
    isOffsite: text("offsite_flag") === "1",
    isReferred: text("refer_flag") === "1",
    isEmergency: text("emergency_flag") === "1",
    diseCodg: text("dise_codg"),
    sessions: countOf(text("sessions")),
    prescriptionMonths: countOf(text("prescription_months")),
    transferredFrom: text("transferred_from"),
    isRefund: text("refd_setl_flag") === "1",
    isUnclassified: !PARTS.some((field) => row.statesAmount(field)),
    initMedinsSetlId: text("init_medins_setl_id"),
    begndate: text("begndate") as Day,
    enddate: text("enddate") as Day,
    setlDay: text("setl_time") as Day,
    medfeeSumamt: amount("medfee_sumamt"),
    fulamtOwnpayAmt: amount("fulamt_ownpay_amt"),
    overlmtSelfpay: amount("overlmt_selfpay"),
    preselfpayAmt: amount("preselfpay_amt"),
    inscpScpAmt: amount("inscp_scp_amt"),
    paid: settledBy === "window" ? paidOf(row, amount) : undefined,
  };
  return { record, problems: countProblems(row, origin) };
}

/** The parts of a bill; a bill that states none of them is classified by its fee lines. */
const PARTS = ["fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt"];

/** A file that does not state a count means once. */
function countOf(text: string): number {
  return text === "" ? 1 : Number(text);
}

/** Counts are whole and at least one. */
function countProblems(row: MappedRow, origin: RowOrigin): readonly Problem[] {
  return ["sessions", "prescription_months"].flatMap((field) => {
    const found = row.text(field);
    if (found === "" || (Number.isInteger(Number(found)) && Number(found) >= 1)) return [];
    const place = { file: origin.file, line: origin.line, field };
    return [problem("claim-count-unfit", place, { found })];
  });
}

/**
 * Who paid what. Old systems keep what the funds paid one by one; where they state no sum of them,
 * or not what the person bore, that is made of the rest (standards.md 2.3: 个人 = 总额 − 基金).
 */
function paidOf(row: MappedRow, amount: (field: string) => Yuan): Amounts {
  const funds = ["hifp_pay", "hifmi_pay", "maf_pay", "oth_pay"].map(amount);
  const fundPaySumamt = row.has("fund_pay_sumamt") ? amount("fund_pay_sumamt") : sum(funds);
  const psnPartAmt = row.has("psn_part_amt")
    ? amount("psn_part_amt")
    : subtract(amount("medfee_sumamt"), fundPaySumamt);
  return {
    actPayDedc: amount("act_pay_dedc"),
    hifpPay: amount("hifp_pay"),
    hifmiPay: amount("hifmi_pay"),
    mafPay: amount("maf_pay"),
    othPay: amount("oth_pay"),
    fundPaySumamt,
    psnPartAmt,
  };
}
