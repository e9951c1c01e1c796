import type { Text } from "./tell.js";

/** The header of the list of people who are enrolled more than once. */
export const duplicateHeader = {
  zh: [
    ...[
      "人员编号",
      "姓名",
      "证件号码",
      "来源",
      "原个人编号",
      "险种",
      "人员类别",
      "参保地",
      "参保日期",
    ],
    ...["处理", "终止日期", "规则", "可信程度", "依据"],
    ...["年度", "个人缴费", "退费", "退费规则", "收回财政补助", "待追回待遇"],
  ],
  en: [
    ...["person", "name", "certificate", "source", "old number", "insutype", "class", "division"],
    ...["since", "outcome", "ends on", "rule", "status", "citation"],
    ...["year", "contribution", "refund", "refund rule", "subsidy to take back"],
    ...["benefits to recover"],
  ],
} as const;

/** The header of what duplicated enrolments cost, by county and year. */
export const duplicateCostHeader = {
  zh: [
    ...[
      "参保地",
      "年度",
      "退费份数",
      "退费金额",
      "不退份数",
      "不退金额",
      "收回补助份数",
      "收回补助金额",
    ],
    ...["补助标准不明份数", "待追回份数", "待追回待遇金额"],
  ],
  en: [
    ...["division", "year", "refunds", "refunded", "not refunded", "amount not refunded"],
    ...["subsidies to take back", "subsidies amount", "subsidies of unknown amount"],
    ...["second benefits", "benefits to recover"],
  ],
} as const;

/** What becomes of one of several enrolments. */
export const duplicateOutcomes = {
  continues: { zh: "延续", en: "continues" },
  ends: { zh: "终止", en: "ends" },
  suspended: { zh: "暂停", en: "suspended" },
  undecided: { zh: "待定", en: "to decide" },
} as const satisfies Record<string, Text>;

/** What is printed of duplicated enrolments and of lists of the employee scheme. */
export const duplicateSummary = {
  duplicates: {
    zh:
      "重复参保(同时有几份正常参保)共 {people} 人:按规则定下 {decided} 人,没有规则可定、待人工决定 {undecided} 人" +
      "(逐人见重复参保清单)",
    en:
      "Enrolled more than once (whole database): {people} people; decided by rule {decided}, " +
      "to be decided by a person {undecided} (one by one in the list of duplicates)",
  },
  duplicateRule: {
    zh: "  {name}:终止或暂停 {count} 份",
    en: "  {name}: {count} ended or suspended",
  },
  duplicateCosts: {
    zh: "重复参保的钱(元;只列不论怎样决定都一样的,待定的另列在清单中)",
    en: "What duplicates cost (yuan; what still depends on a decision stands in the list alone)",
  },
  admdvs: { zh: "参保地", en: "division" },
  year: { zh: "年度", en: "year" },
  refundAmount: { zh: "退个人缴费", en: "refund" },
  keptAmount: { zh: "不退", en: "not refunded" },
  subsidyAmount: { zh: "收回财政补助", en: "subsidy back" },
  recoverAmount: { zh: "待追回待遇", en: "recover" },
  subsidiesUnknown: {
    zh: "  另有 {count} 份重复补助,所属年度在政策文件中没有 funding.subsidy 标准,没有计入金额",
    en: "  {count} more subsidies of years without funding.subsidy in the policies: not added up",
  },
  employees: {
    zh:
      "职工医保名单 {rows} 人:其中在居民名单 {residents} 人,居民参保终止 {ended} 人,待定 {undecided} 人;" +
      "不在居民名单 {others} 人,只留名单",
    en:
      "People in the employee scheme {rows}: {residents} of them residents here, whose enrolment " +
      "ends for {ended} and is to be decided for {undecided}; {others} others are kept as a list",
  },
} as const satisfies Record<string, Text>;
