import type { Text } from "./tell.js";

/** What the commands on policies say. */
export const policySummary = {
  policyGood: {
    zh: "{region}({title})没有错误:{parameters} 个参数,{values} 个数值,{periods} 个时段",
    en: "{region} ({title}): no errors; {parameters} parameters, {values} values, {periods} spans",
  },
  policyProven: {
    zh:
      "{from} 至 {to} 每一天({days} 天),{classes} 类人员 × {levels} 级医院 × {cares} 种待遇 × " +
      "{layers} 层保障都恰有一个数值生效",
    en:
      "on each of the {days} days from {from} to {to}, exactly one value is in force for " +
      "{classes} classes × {levels} levels × {cares} cares × {layers} layers",
  },
  policyAgreements: {
    zh: "医院协议 {count} 份没有错误",
    en: "{count} agreements of hospitals have no errors",
  },
  policyCalendar: { zh: "变动日历({count} 天):", en: "calendar of changes ({count} days):" },
  policySecondary: {
    zh: "只见于未经核实资料(secondary)的数值 {count} 个:",
    en: "{count} secondary values, from unverified sources only:",
  },
  overview: {
    zh: "一览(本地、年内首次、无特殊身份,未计各项调整):",
    en: "overview (at home, first of the year, no identity, before adjustments):",
  },
  careHeader: { zh: "待遇", en: "care" },
  levelHeader: { zh: "医院等级", en: "level" },
  classHeader: { zh: "人员", en: "class" },
  deductibleHeader: { zh: "起付标准", en: "deductible" },
  ratioHeader: { zh: "支付比例", en: "ratio" },
  ruleHeader: { zh: "规定", en: "rule" },
  caseHeader: { zh: "情形", en: "case" },
  comparedCount: {
    zh: "不同 {count} 处,相同 {same} 处",
    en: "{count} differ, {same} are the same",
  },
} as const satisfies Record<string, Text>;
