import type { Text } from "./tell.js";

/** How a bill begins and ends, and how the source of a value is named. */
export const billTexts = {
  whole: {
    zh: "医疗费总额 {whole} = 全自费 {own} + 超限价 {over} + 先行自付 {first} + 政策范围内 {scope}",
    en:
      "bill {whole} = own cost {own} + over limits {over} + paid first {first} " +
      "+ in scope {scope}",
  },
  funds: {
    zh: "基金支付 {fund} = 统筹基金 {hifp} + 大病保险 {hifmi} + 医疗救助 {maf} + 其他 {oth}",
    en: "funds pay {fund} = pooled {hifp} + critical illness {hifmi} + aid {maf} + other {oth}",
  },
  person: {
    zh: "个人负担:{whole} − {fund} = {person}",
    en: "the person bears: {whole} − {fund} = {person}",
  },
  none: {
    zh: "本次医疗类别不属于基金支付范围,全部由个人负担",
    en: "no fund pays for this kind of care; the person bears all of it",
  },
  part: {
    zh: "第 {part} 段(跨年或跨启用日,按日分开结算):",
    en: "part {part} of the stay, which is cut at New Year or on the switch day:",
  },
  unnamed: { zh: "由此", en: "so" },
  basic: { zh: "基本医保统筹基金 {label}", en: "basic fund, {label}" },
  source: {
    zh: "{line} 〔{value};{status};{cite};{file}:{place}〕",
    en: "{line} [{value}; {status}; {cite}; {file}:{place}]",
  },
} as const satisfies Record<string, Text>;

/** How fee lines made the parts of a bill. */
export const lineTexts = {
  head: { zh: "费用明细 {count} 条,按发生之日的目录归类:", en: "by its fee lines ({count}):" },
  line: {
    zh:
      "  {day} {name} {price} × {count} = {whole}({class}):" +
      "全自费 {own},超限价 {over},先行自付 {first},政策范围内 {scope}",
    en:
      "  {day} {name} {price} × {count} = {whole} ({class}): own cost {own}, over limits {over}, " +
      "paid first {first}, in scope {scope}",
  },
  changed: {
    zh: "目录在结算以后有变,现在归类的结果与结算时不同;结算金额以当时的为准",
    en: "the catalogue has changed since: the lines give other parts now; what is settled stands",
  },
  A: { zh: "甲类", en: "class A" },
  B: { zh: "乙类", en: "class B" },
  C: { zh: "丙类", en: "class C" },
} as const satisfies Record<string, Text>;

/** How far a value can be trusted, in words. */
export const statusTexts = {
  confirmed: { zh: "已核实 confirmed", en: "confirmed" },
  secondary: { zh: "二手资料 secondary", en: "secondary source" },
  assumed: { zh: "暂定 assumed", en: "assumed" },
} as const satisfies Record<string, Text>;
