import type { Text } from "./tell.js";

/** The steps from a hospital's claim to its payment; each begins with what the last one left. */
export const budgetRules = {
  "outside-quota": {
    zh: "申报基金额 {base} 元,其中大病、救助等总额外资金 {amount} 元",
    en: "claimed from the funds {base}, of which outside the quota {amount}",
  },
  deduction: {
    zh: "总额内统筹基金 {base} 元,审核扣款 {amount} 元",
    en: "claimed within the quota {base}, deducted by the audit {amount}",
  },
  quota: {
    zh: "核定基金额 {base} 元,月预算额度 {quota} 元,超额缓付至年终清算 {amount} 元",
    en: "confirmed {base}, quota of the month {quota}, deferred to year-end clearing {amount}",
  },
  holdback: {
    zh: "额度内 {base} 元 × {holdbackRatio} = 质量保证金 {amount} 元",
    en: "within the quota {base} × {holdbackRatio} = held back for quality {amount}",
  },
  recovery: {
    zh: "余 {base} 元,前期应扣 {recoverBefore} 元,本月冲抵 {amount} 元",
    en: "left {base}, to be recovered from before {recoverBefore}, recovered now {amount}",
  },
  return: {
    zh: "余 {base} 元:退费和更正多于申报,{amount} 元记入以后应扣",
    en: "left {base}: refunds and corrections exceed the claims, {amount} becomes a debt",
  },
  "pass-through": {
    zh: "总额内实拨 {base} 元,另加大病、救助等总额外资金 {amount} 元",
    en: "paid within the quota {base}, passed through outside it {amount}",
  },
  carry: {
    zh: "应扣合计 {base} 元(前期 {recoverBefore} 元,本月 {deduction} 元),结转以后月份 {amount} 元",
    en: "to take back {base} ({recoverBefore} from before, {deduction} new), carried on {amount}",
  },
  "carry-return": {
    zh:
      "应扣合计 {base} 元(前期 {recoverBefore} 元,本月扣款 {deduction} 元,其余是退费和更正)," +
      "结转以后月份 {amount} 元",
    en:
      "to take back {base} ({recoverBefore} from before, {deduction} deducted, the rest refunds " +
      "and corrections), carried on {amount}",
  },
} as const satisfies Record<string, Text>;

export type BudgetRule = keyof typeof budgetRules;

/** The lines before and after the steps, when a hospital's month is explained. */
export const budgetExplanation = {
  terms: {
    zh: "{name}({code}){month}:{method},{status}:{cite},{file}:{line}",
    en: "{name} ({code}) {month}: {method}, {status}: {cite}, {file}:{line}",
  },
  quota: {
    zh: "年度总额 {yearlyQuota} 元,按权重 {weight}/{weights} 分到本月,额度 {quota} 元",
    en: "yearly quota {yearlyQuota}, weight of the month {weight}/{weights}, quota {quota}",
  },
  payable: { zh: "实拨金额 {payable} 元", en: "payable {payable}" },
} as const satisfies Record<string, Text>;

/** The evidence of an agreement's terms, in words. */
export const agreementStatusNames = {
  confirmed: { zh: "已核实", en: "confirmed" },
  secondary: { zh: "转引", en: "secondary" },
  assumed: { zh: "暂定", en: "assumed" },
} as const satisfies Record<string, Text>;

export const agreementMethodNames = {
  "total-control": { zh: "总额控制", en: "total control" },
} as const satisfies Record<string, Text>;

/** The columns of a payment statement (拨付单), in their order. */
export const statementHeaders = {
  fixmedinsCode: { zh: "机构编码", en: "Institution code" },
  fixmedinsName: { zh: "机构名称", en: "Institution" },
  insutype: { zh: "险种", en: "Insurance" },
  month: { zh: "结算年月", en: "Month" },
  setlCnt: { zh: "申报人次", en: "Claims" },
  medfeeSumamt: { zh: "申报医疗费总额", en: "Claimed: total fees" },
  fundAppySum: { zh: "申报基金额", en: "Claimed: funds" },
  hifpPay: { zh: "其中总额内统筹基金", en: "of which within the quota" },
  deducted: { zh: "审核扣款", en: "Audit deduction" },
  confirmed: { zh: "核定基金额", en: "Confirmed" },
  quota: { zh: "月预算额度", en: "Quota of the month" },
  deferred: { zh: "本月超额(缓付)", en: "Over quota (deferred)" },
  holdback: { zh: "质量保证金", en: "Quality holdback" },
  recovered: { zh: "冲抵前期应扣", en: "Recovered from before" },
  outsideQuota: { zh: "大病救助等过路资金", en: "Passed through" },
  payable: { zh: "实拨金额", en: "Payable" },
  recoverAfter: { zh: "结转以后应扣", en: "Still to recover" },
  yearConfirmed: { zh: "累计核定", en: "Year: confirmed" },
  yearPayable: { zh: "累计拨付", en: "Year: paid" },
  yearDeferred: { zh: "累计缓付", en: "Year: deferred" },
} as const satisfies Record<string, Text>;

export type StatementKey = keyof typeof statementHeaders;

/** 险种类型 as statements name it (standards.md 1.9). */
export const insutypeNames: Readonly<Partial<Record<string, Text>>> = {
  "380": { zh: "新型农村合作医疗", en: "Rural cooperative scheme" },
  "390": { zh: "城乡居民基本医疗保险", en: "Resident scheme" },
  "391": { zh: "城镇居民基本医疗保险", en: "Urban-resident scheme" },
};

/** The lines above and below the table of a payment statement. */
export const statementLines = {
  name: { zh: "拨付单", en: "Payment statement" },
  title: {
    zh: "{region}{insutype}定点医疗机构月结拨付单",
    en: "{region} – {insutype} – monthly payment statement of designated institutions",
  },
  period: { zh: "结算年月:{month}  单位:元", en: "Month: {month}  Amounts in yuan" },
  total: { zh: "合计", en: "Total" },
  inWords: {
    zh: "实拨金额合计(大写):人民币{words}",
    en: "Total payable in words: 人民币{words}",
  },
  confirming: {
    zh: "核定基金额 = 其中总额内统筹基金 − 审核扣款",
    en: "Confirmed = within the quota − audit deduction",
  },
  paying: {
    zh: "实拨金额 = 核定基金额 − 本月超额(缓付) − 质量保证金 − 冲抵前期应扣 + 大病救助等过路资金",
    en: "Payable = confirmed − over quota − quality holdback − recovered + passed through",
  },
  setAside: {
    zh: "另有 {count} 家机构没有生效的协议,申报基金额共 {amount} 元,未列入本单:{codes}",
    en: "Set aside, no agreement in force: {count} institutions claiming {amount}: {codes}",
  },
  assumed: {
    zh: "暂定条款(待核实):{cite},{count} 家机构",
    en: "Assumed terms, to be replaced: {cite}, {count} institutions",
  },
  signatures: {
    zh: "制表:{preparer}    复核:{checker}    审批:{approver}",
    en: "Prepared: {preparer}    Checked: {checker}    Approved: {approver}",
  },
  secondPersonOff: {
    zh: "本工作区未启用第二人复核审批,本单由 {preparer} 一人办理",
    en: "This workspace has switched the second person off: {preparer} acted alone",
  },
} as const satisfies Record<string, Text>;
