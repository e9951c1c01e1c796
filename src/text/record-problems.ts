import type { ProblemText } from "./problem-text.js";

/** What rows can have once they are records beside others: enrolments, registers, claims. */
export const recordProblems = {
  // enrolment
  "enrolment-person-unknown": {
    effect: "setAside",
    zh: "参保记录的个人编号 {found} 在人员表中没有;请补报人员信息",
    en: "person {found} of this enrolment is in no list of persons; ask for the person's record",
  },
  "enrolment-missing": {
    effect: "finding",
    zh: "人员 {found} 没有有效参保记录;已建档,未享受待遇",
    en: "person {found} has no valid enrolment; registered without entitlement",
  },
  "person-known-twice": {
    effect: "setAside",
    zh: "本行(及与之相同的人)同时指向已登记的 {found} 和 {other};未并入任何一人,请核实是何人后改正",
    en: "this row leads to two registered persons, {found} and {other}; find out which it is",
  },
  "household-balance-differs": {
    effect: "setAside",
    zh: "同一家庭 {household} 各成员行的家庭账户余额不一致({found} 与 {other});请核对账户",
    en: "the members of household {household} state different balances ({found} and {other})",
  },
  "household-missing": {
    effect: "setAside",
    zh: "本行有家庭账户余额 {found},但没有家庭编号,不知属于哪一户;余额未结转,请补报家庭编号",
    en: "a family account of {found} without a household number; not carried, ask for the number",
  },
  // registers
  "crosswalk-missing": {
    effect: "setAside",
    zh: "原编码 {found} 不在 {table} 对照表中;请在对照表补一行",
    en: "old code {found} is not in the crosswalk of {table}; add a line there",
  },
  "crosswalk-repeated": {
    effect: "setAside",
    zh: "原编码 {found} 在对照表中出现两次;只留一行",
    en: "old code {found} stands twice in the crosswalk; keep one line",
  },
  "deduction-repeated": {
    effect: "finding",
    zh: "{month} 同一机构、同一原因的扣款 {found} 元已经登记过,视为重复报送,没有再扣",
    en: "the same deduction of {found} for {month} stands already; it was not taken again",
  },
  "differs-from-loaded": {
    effect: "setAside",
    zh: "{what} 已登记为 {expected},这里写的是 {found};登记未改动,请核实后报送更正",
    en: "{what} stands as {expected}, here it is {found}; nothing was changed, find out which",
  },
  // claims
  "amount-too-fine": {
    effect: "setAside",
    zh: "金额 {found} 多于两位小数;单据和扣款精确到分,请改正",
    en: "{found} has more than two places; bills and deductions are exact to the fen",
  },
  "amounts-disagree": {
    effect: "setAside",
    zh: "{left} 与 {right} 不相等:{found} ≠ {expected};请向医院核对单据",
    en: "{left} and {right} disagree: {found} ≠ {expected}; check the bill with the hospital",
  },
  "claim-repeated": {
    effect: "setAside",
    zh: "结算编号 {found} 已有一张单据;若是冲销或更正请按更正报送",
    en: "settlement {found} exists already; a reversal or correction is delivered as such",
  },
  "record-repeated": {
    effect: "setAside",
    zh: "{what} {found} 已经登记过,这里说法不同;登记未改动,请核实后报送更正",
    en: "{what} {found} stands already and says something else; nothing was changed, find out",
  },
  "claim-month-closed": {
    effect: "setAside",
    zh:
      "结算日期 {found} 属于已关账的 {month};请以未关账月份的结算日期补报(就诊日期不变)," +
      "结算后运行 liutong settle correct",
    en:
      "settled on {found}, in the closed month {month}; deliver it with a day of settlement in " +
      "an open month, its other days as they are, then run liutong settle correct",
  },
  "claim-person-unknown": {
    effect: "setAside",
    zh: "个人编号 {found}({source})查无此人;请先建档或改正编号",
    en: "no person {found} ({source}) is known; register the person or correct the number",
  },
  "claim-person-differs": {
    effect: "setAside",
    zh: "单据姓名 {found} 与该编号登记的 {expected} 不符;请核对是否冒名或填错编号",
    en: "the bill names {found}, the number belongs to {expected}; wrong number or impersonation?",
  },
  "claim-institution-unknown": {
    effect: "setAside",
    zh: "医疗机构编码 {found} 未登记;请在机构对照表补登",
    en: "institution {found} is not registered; add it to the institutions' crosswalk",
  },
  "claim-level-unknown": {
    effect: "setAside",
    zh: "起付线医院等级 {found} 不在政策文件的等级({expected})之内;请改机构对照表或在 levels 中补登",
    en:
      "level {found} is none of the law's ({expected}); correct the institutions' crosswalk or " +
      "declare it under levels",
  },
  "claim-not-entitled": {
    effect: "setAside",
    zh: "{found} 当日没有有效的居民医保参保;请核对参保状态",
    en: "no resident enrolment was in force on {found}; check the enrolment",
  },
  "claim-count-unfit": {
    effect: "setAside",
    zh: "{found} 不是次数:应为 1 或更大的整数;请核对原单据",
    en: "{found} is no count: it is a whole number of at least 1; check the bill",
  },
  "claim-lines-missing": {
    effect: "setAside",
    zh: "就诊 {found} 要按费用明细结算(费用未归类,或跨年、跨启用日须按日分开),但没有明细;请补报明细",
    en:
      "visit {found} is settled by its fee lines (not classified, or cut at New Year or the " +
      "switch), and there are none; deliver them",
  },
  "claim-item-unknown": {
    effect: "setAside",
    zh: "明细项目 {found} 当日不在目录中;请在目录对照表补登",
    en: "item {found} is not in the catalogue of its day; add it to the catalogue's crosswalk",
  },
  "claim-lines-differ": {
    effect: "setAside",
    zh: "费用明细合计 {found} 与单据总额 {expected} 不符;请与医院核对",
    en: "the fee lines add up to {found}, the bill says {expected}; settle it with the hospital",
  },
  "claim-refund-unknown": {
    effect: "setAside",
    zh:
      "退费找不到唯一可退的结算({found}):没有、不止一张,或已经退过;" +
      "请填写原结算编号,或先结算原单据",
    en:
      "which settlement this refund takes back is not known ({found}): none, several, or one " +
      "that was taken back before; state its number, or settle it first",
  },
  "claim-refund-differs": {
    effect: "setAside",
    zh: "退费金额 {found} 与原结算 {other} 的 {expected} 不能相抵;请与医院核对后更正",
    en:
      "the refund of {found} does not cancel the {expected} of settlement {other}; settle it " +
      "with the hospital and correct it",
  },
  "rule-missing": {
    effect: "setAside",
    zh: "{day} 没有适用的规定:{rule}({found});请在政策文件中补充",
    en: "no rule in force on {day}: {rule} ({found}); add it to the policy files",
  },
} as const satisfies Record<string, ProblemText>;
