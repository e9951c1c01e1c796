import type { CertnoStatus } from "./certno.js";
import type { Level, SettledBy } from "./codes.js";
import type { Yuan } from "./money.js";
import type { Day, Month } from "./period.js";

/** Where a row came from: the file of a delivery, and its row number (the header is line 1). */
export interface Origin {
  readonly fileId: number;
  readonly line: number;
}

/** A person as one legacy scheme knew them, cleaned, not yet matched. */
export interface SourcePerson extends Origin {
  /** 来源系统 */ readonly source: string;
  /** 原个人编号 */ readonly legacyId: string;
  /** 家庭编号 */ readonly householdNo: string;
  /** 与户主关系 */ readonly headRelation: string;
  /** 人员姓名 */ readonly psnName: string;
  /** 证件号码 */ readonly certno: string;
  readonly certnoStatus: CertnoStatus;
  /** 性别 */ readonly gend: string;
  /** 出生日期 */ readonly brdy: Day;
  /** 民族 */ readonly naty: string;
  /** 联系电话 */ readonly tel: string;
  /** 参保地医保区划 */ readonly insuplcAdmdvs: string;
}

/** What the database says of a person: the facts of a row, without where it came from. */
export type PersonRecord = Omit<SourcePerson, keyof Origin | "source" | "legacyId">;

/** One enrolment in a scheme (参保). */
export interface SourceEnrolment extends Origin {
  readonly source: string;
  readonly legacyId: string;
  /** 险种类型 */ readonly insutype: string;
  /** 人员类别 */ readonly psnType: string;
  /** 人员参保状态 */ readonly psnInsuStas: string;
  /** 人员身份类别 */ readonly psnIdetType: string;
  /** 参保地医保区划 */ readonly insuplcAdmdvs: string;
  /** 参保日期 */ readonly psnInsuDate: Day;
  /** 居住地医保区划 */ readonly liveAdmdvs: string;
  /** 工作地医保区划 */ readonly workAdmdvs: string;
  /** 个人缴费金额 of the period that follows; nothing where the period is empty. */
  readonly psnClctAmt: Yuan;
  /** 费款所属期 */ readonly accrymBegn: Month | "";
}

/** A fee claim: header of one visit, amounts in national names. */
export interface Claim {
  readonly claimId: number;
  readonly psnNo: string;
  /** 医药机构结算ID */ readonly medinsSetlId: string;
  /** 就诊ID */ readonly mdtrtId: string;
  readonly settledBy: SettledBy;
  /** 定点医药机构编号 */ readonly fixmedinsCode: string;
  /** 起付线医院等级 */ readonly dedcHospLv: Level;
  /** 医疗类别 */ readonly medType: string;
  /** 就诊在统筹区外 */ readonly isOffsite: boolean;
  /** 已办转诊备案 */ readonly isReferred: boolean;
  /** 开始日期 */ readonly begndate: Day;
  /** 结束日期 */ readonly enddate: Day;
  /** 结算日期 */ readonly setlDay: Day;
  /** 医疗费总额 */ readonly medfeeSumamt: Yuan;
  /** 全自费金额 */ readonly fulamtOwnpayAmt: Yuan;
  /** 超限价自费费用 */ readonly overlmtSelfpay: Yuan;
  /** 先行自付金额 */ readonly preselfpayAmt: Yuan;
  /** 符合政策范围金额 */ readonly inscpScpAmt: Yuan;
}

/** Who pays what of one bill. */
export interface Amounts {
  /** 实际支付起付线 */ readonly actPayDedc: Yuan;
  /** 基本医保统筹基金支出 */ readonly hifpPay: Yuan;
  /** 居民大病保险支出 */ readonly hifmiPay: Yuan;
  /** 医疗救助基金支出 */ readonly mafPay: Yuan;
  /** 其他支出 */ readonly othPay: Yuan;
  /** 基金支付总额 */ readonly fundPaySumamt: Yuan;
  /** 个人负担总金额 */ readonly psnPartAmt: Yuan;
}

/** What the law asks about the person of a claim, on the day that chooses the rule. */
export interface Insured {
  readonly psnNo: string;
  /** 人员类别 */ readonly psnType: string;
  /** 人员身份类别, those in force on the day */ readonly identities: readonly string[];
}

/**
 * What a person has used up of the year's limits: the fold over the claims of the year.
 * All amounts are of one calendar year (or whatever year the pack's law counts).
 */
export interface YearToDate {
  /** 本年各级医院住院次数 */ readonly admissions: Readonly<Record<Level, number>>;
  /** 本年住院统筹支出 */ readonly inpatientPaid: Yuan;
  /** 本年门诊统筹支出 */ readonly outpatientPaid: Yuan;
  /** 本年已付门诊起付线 */ readonly outpatientDeducted: Yuan;
  /** 本年基本医保后个人政策内负担 */ readonly criticalBase: Yuan;
  /** 本年大病保险支出 */ readonly criticalPaid: Yuan;
  /** 本年医疗救助支出 */ readonly aidPaid: Yuan;
}

/** One line of the explanation of a settlement: a rule took a base and a parameter, and gave. */
export interface Step {
  /** Which rule, by the name that the texts explain. */
  readonly rule: string;
  /** Which value of the law: its place in the compiled pack (`Pack.values`); -1 for none. */
  readonly parameter: number;
  readonly base: Yuan;
  readonly amount: Yuan;
}

/** A claim with its amounts and the steps that led there. */
export interface Settlement extends Amounts {
  readonly claimId: number;
  readonly steps: readonly Step[];
}

/** What a hospital asks for one month, and what becomes of it (all in fen, one insutype). */
export interface HospitalMonth {
  /** 定点医药机构编号 */ readonly fixmedinsCode: string;
  readonly month: Month;
  /** 申报人次 */ readonly setlCnt: number;
  /** 申报医疗费总额 */ readonly medfeeSumamt: Yuan;
  /** 基金申报总额 */ readonly fundAppySum: Yuan;
  /** 其中总额内统筹基金 */ readonly hifpPay: Yuan;
  /** 其中大病、救助等(总额外) */ readonly outsideQuota: Yuan;
}
