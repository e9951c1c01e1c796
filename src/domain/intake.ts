import type { SettledBy } from "./codes.js";
import type { ReadAmount, Yuan } from "./money.js";
import type { Day, Month } from "./period.js";
import type { Amounts, Origin, SourcePerson } from "./records.js";

/** Where a source row ends: each row in exactly one of these. */
export const outcome = { loaded: 0, merged: 1, setAside: 2 } as const;
export type Outcome = (typeof outcome)[keyof typeof outcome];

/** What a person changed in one field of a row. */
export interface FieldChange {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/**
 * A person with the money that the row carries: the household's account and last year's benefits.
 */
export interface PersonRow {
  readonly person: SourcePerson;
  /** 家庭账户余额, stated for the whole household */ readonly familyBalc: ReadAmount;
  /** 基本医保统筹基金支出, of last year */ readonly hifpPay: ReadAmount;
  /** 居民大病保险支出, of last year */ readonly hifmiPay: ReadAmount;
}

/** What one member's row says about the account of the household. */
export interface HouseholdStatement extends Origin {
  readonly rowNo: number;
  readonly source: string;
  readonly householdNo: string;
  readonly headRelation: string;
  /** Empty when the row was set aside. */
  readonly psnNo: string;
  readonly partNo: number;
  readonly insuplcAdmdvs: string;
  readonly familyBalc: ReadAmount;
  /** The same content brought the row before. */
  readonly isRepeated?: boolean;
}

/** Last year's benefits as one row states them, and as they stand already, if they do. */
export interface PaidBenefits {
  /** 基本医保统筹基金支出 */ readonly hifpPay: Yuan;
  /** 居民大病保险支出 */ readonly hifmiPay: Yuan;
  /** What both hold below the fen. */
  readonly residual: string;
  readonly before?: {
    readonly hifpPay: Yuan;
    readonly hifmiPay: Yuan;
    /** Missing where the books did not keep it. */
    readonly residual?: string;
  };
}

/** A claim as delivered: the bill, and what the window paid for it, if it was settled there. */
export interface ClaimRow extends Origin {
  /** 医药机构结算ID */ readonly medinsSetlId: string;
  /** 就诊ID */ readonly mdtrtId: string;
  readonly insuSource: string;
  readonly legacyId: string;
  /** 人员姓名 */ readonly psnName: string;
  readonly settledBy: SettledBy;
  /** 定点医药机构编号 */ readonly fixmedinsCode: string;
  /** 医疗类别 */ readonly medType: string;
  readonly isOffsite: boolean;
  readonly isReferred: boolean;
  readonly isEmergency: boolean;
  /** 病种编码, empty where the bill names none */ readonly diseCodg: string;
  /** 治疗次数 */ readonly sessions: number;
  /** 处方月数 */ readonly prescriptionMonths: number;
  /** 上转前就诊ID, empty unless the patient was referred upwards */
  readonly transferredFrom: string;
  /** Takes a settlement back (退费): its amounts are below zero. */
  readonly isRefund: boolean;
  /** States none of its parts: they are made of its fee lines. */
  readonly isUnclassified: boolean;
  /** 原医药机构结算ID, of a refund; empty where the row does not state it */
  readonly initMedinsSetlId: string;
  /** 开始日期 */ readonly begndate: Day;
  /** 结束日期 */ readonly enddate: Day;
  /** 结算日期 */ readonly setlDay: Day;
  /** The month that the claim is settled with: the month of its settlement day. */
  readonly month: Month;
  /** 医疗费总额 */ readonly medfeeSumamt: Yuan;
  /** 全自费金额 */ readonly fulamtOwnpayAmt: Yuan;
  /** 超限价自费费用 */ readonly overlmtSelfpay: Yuan;
  /** 先行自付金额 */ readonly preselfpayAmt: Yuan;
  /** 符合政策范围金额 */ readonly inscpScpAmt: Yuan;
  readonly paid: Amounts | undefined;
}

/** An audit deduction of one hospital and month (审核扣款). */
export interface Deduction extends Origin {
  readonly fixmedinsCode: string;
  readonly month: Month;
  readonly reason: string;
  readonly dedAmt: Yuan;
  readonly memo: string;
}
