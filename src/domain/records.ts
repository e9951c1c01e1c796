import type { CertnoStatus } from "./certno.js";
import type { SettledBy } from "./codes.js";
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

/** What the law may ask about the care of a claim, beside its level and its 医疗类别. */
export interface CareFacts {
  /** 就医地, the insured's own region, elsewhere in the province, or elsewhere */
  readonly place: "local" | "province" | "country";
  /** 转诊备案, with filing, in an emergency, or without */
  readonly referral: "referred" | "emergency" | "unreferred";
  /** 病种编码, empty for none */ readonly diseCodg: string;
  /** 治疗次数 */ readonly sessions: number;
  /** 处方月数 */ readonly months: number;
  /** 医疗机构特征, by the names of the region's law */ readonly hospitalTraits: readonly string[];
  /** 上转前就诊ID, the stay that this one was referred from; empty for none */
  readonly transferredFrom: string;
  /** 续住, the second part of a stay that was cut in two, no admission of its own */
  readonly continuesStay: boolean;
}

/** A fee claim: header of one visit, amounts in national names. */
export interface Claim extends CareFacts {
  readonly claimId: number;
  readonly psnNo: string;
  /** 医药机构结算ID */ readonly medinsSetlId: string;
  /** 就诊ID */ readonly mdtrtId: string;
  readonly settledBy: SettledBy;
  /** 定点医药机构编号 */ readonly fixmedinsCode: string;
  /** 起付线医院等级 */ readonly dedcHospLv: string;
  /** 医疗类别 */ readonly medType: string;
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
  /** 险种, ncms, urban or resident */ readonly scheme: string;
  /** 参保类别, a class of the region's law */ readonly class: string;
  /** 缴费档次, empty for none */ readonly tier: string;
  /** 人员类别 */ readonly psnType: string;
  /** 人员身份类别, those in force on the day */ readonly identities: readonly string[];
  /** 周岁, on the age day */ readonly age: number;
  /** 连续参保年数, before this year */ readonly years: number;
  /** 参保地医保区划 */ readonly division: string;
}

/**
 * One line of the explanation of a settlement, an equation: `base` and `by` under the rule's
 * operation give `amount`. Fen, millionths of a share, or a count, as the rule says.
 */
export interface Step {
  /** Which rule, by the name that the texts explain. */
  readonly rule: string;
  /** Which value of the law: its place in the compiled pack (`Pack.values`); -1 for none. */
  readonly parameter: number;
  readonly base: number;
  readonly by: number;
  readonly amount: number;
}

/** A claim with its amounts and the steps that led there, five numbers a step. */
export interface Settlement extends Amounts {
  readonly claimId: number;
  readonly steps: readonly number[];
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
