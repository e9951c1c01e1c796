import type { Text } from "./tell.js";

/**
 * What each rule of the settlement says on its line of the bill. `{base}` and `{amount}` are the
 * step's own, `{value}` is the parameter as the law writes it, `{row}` its row in words, `{before}`
 * the amount of the line above, `{between}` what lies between base and amount, and `{share}` the
 * share that all ratio lines so far amount to. Every line is an equation that can be checked.
 */
export const ruleTexts = {
  "deductible-level": {
    zh: "起付标准 {row} {amount} 元",
    en: "deductible, {row}: {amount}",
  },
  "deductible-offsite": {
    zh: "转外住院起付标准 {amount} 元",
    en: "deductible for care outside the region: {amount}",
  },
  "deductible-overlay": {
    zh: "{row}起付标准倾斜:{base} × {value} = {amount}",
    en: "deductible of the {row}: {base} × {value} = {amount}",
  },
  "deductible-repeat": {
    zh: "{row}年内再次住院:{base} × {value} = {amount}",
    en: "further admission of the year, {row}: {base} × {value} = {amount}",
  },
  "deductible-room": {
    zh: "本年起付标准尚未付满部分:{value} − 已付 {base} = {amount}(最低 0)",
    en: "still to be deducted this year: {value} − {base} taken = {amount} (at least 0)",
  },
  "deductible-paid": {
    zh: "本次起付线:政策范围内 {base} 与 {before} 取小 = {amount}",
    en: "deducted from this bill: the smaller of {base} in scope and {before} = {amount}",
  },
  "on-ladder": {
    zh: "进入报销的费用:政策范围内 {base} − 起付线 {between} = {amount}",
    en: "cost on the ladder: {base} in scope − {between} deducted = {amount}",
  },
  "ratio-level": {
    zh: "报销比例 {row}:{base} × {share} = {amount}",
    en: "ratio, {row}: {base} × {share} = {amount}",
  },
  "ratio-outpatient": {
    zh: "门诊报销比例:{base} × {share} = {amount}",
    en: "outpatient ratio: {base} × {share} = {amount}",
  },
  "ratio-overlay": {
    zh: "{row}比例提高 {value}:{base} × {share} = {amount}",
    en: "ratio of the {row} raised by {value}: {base} × {share} = {amount}",
  },
  "ratio-offsite-factor": {
    zh: "异地就医({row})比例乘以 {value}:{base} × {share} = {amount}",
    en: "care outside the region ({row}), ratio times {value}: {base} × {share} = {amount}",
  },
  "ratio-offsite-points": {
    zh: "异地就医({row})比例降低 {value}:{base} × {share} = {amount}",
    en: "care outside the region ({row}), ratio lowered by {value}: {base} × {share} = {amount}",
  },
  "ratio-limit": {
    zh: "比例不超过 100%:{base} × {share} = {amount}",
    en: "no more than the whole: {base} × {share} = {amount}",
  },
  "cap-room": {
    zh: "年度支付限额余额:{value} − 本年已付 {base} = {amount}(最低 0)",
    en: "left of the yearly limit: {value} − {base} paid this year = {amount} (at least 0)",
  },
  "cap-paid": {
    zh: "统筹基金按余额封顶:{base} 与 {before} 取小 = {amount}",
    en: "the pooled fund stops there: the smaller of {base} and {before} = {amount}",
  },
  "critical-added": {
    zh: "本次计入大病的个人负担:政策范围内 {base} − {between} = {amount}",
    en: "personal cost of this bill: {base} in scope − {between} = {amount}",
  },
  "critical-first-self-pay": {
    zh: "先行自付一并计入:{base} + {between} = {amount}",
    en: "with what was paid first: {base} + {between} = {amount}",
  },
  "critical-over-limit": {
    zh: "超限价一并计入:{base} + {between} = {amount}",
    en: "with what lies over limits: {base} + {between} = {amount}",
  },
  "critical-cumulated": {
    zh: "大病累计个人负担:此前 {base} + 本次 {between} = {amount}",
    en: "personal cost of the year: {base} before + {between} of this bill = {amount}",
  },
  "critical-above": {
    zh: "超过大病起付标准部分:{base} − {value} = {amount}(最低 0)",
    en: "above the critical-illness deductible: {base} − {value} = {amount} (at least 0)",
  },
  "critical-band": {
    zh: "大病分段({row}):{base} × {value} = {amount}",
    en: "critical-illness band ({row}): {base} × {value} = {amount}",
  },
  "critical-earned": {
    zh: "大病各段合计:{base} 应付 {amount}",
    en: "all bands: {amount} for {base}",
  },
  "critical-due": {
    zh: "减去本年大病已付:{before} − {base} = {amount}(最低 0)",
    en: "less what was paid this year: {before} − {base} = {amount} (at least 0)",
  },
  "critical-room": {
    zh: "大病年度限额余额:{value} − 本年已付 {base} = {amount}(最低 0)",
    en: "left of the critical-illness limit: {value} − {base} paid = {amount} (at least 0)",
  },
  "critical-capped": {
    zh: "大病按余额封顶:{base} 与 {before} 取小 = {amount}",
    en: "critical illness stops there: the smaller of {base} and {before} = {amount}",
  },
  "critical-left": {
    zh: "大病不超过本次个人负担:{before} 与 {base} 取小 = {amount}",
    en: "no more than is left of this bill: the smaller of {before} and {base} = {amount}",
  },
  "aid-left": {
    zh: "政策范围内个人负担:{base} − 已由前面支付 {between} = {amount}",
    en: "left to the person, in scope: {base} − {between} paid above = {amount}",
  },
  "aid-base": {
    zh: "扣除救助起付标准:{base} − {value} = {amount}(最低 0)",
    en: "less the deductible of medical aid: {base} − {value} = {amount} (at least 0)",
  },
  "aid-ratio": {
    zh: "医疗救助({row}):{base} × {value} = {amount}",
    en: "medical aid ({row}): {base} × {value} = {amount}",
  },
  "aid-room": {
    zh: "救助年度限额余额:{value} − 本年已付 {base} = {amount}(最低 0)",
    en: "left of the yearly aid: {value} − {base} paid this year = {amount} (at least 0)",
  },
  "aid-capped": {
    zh: "救助按余额封顶:{base} 与 {before} 取小 = {amount}",
    en: "aid stops there: the smaller of {base} and {before} = {amount}",
  },
} as const satisfies Record<string, Text>;

export type RuleName = keyof typeof ruleTexts;

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
  source: {
    zh: "{line} 〔{label} {value};{status};{cite};{file}:{place}〕",
    en: "{line} [{label} {value}; {status}; {cite}; {file}:{place}]",
  },
} as const satisfies Record<string, Text>;

/** How far a value can be trusted, in words. */
export const statusTexts = {
  confirmed: { zh: "已核实 confirmed", en: "confirmed" },
  secondary: { zh: "二手资料 secondary", en: "secondary source" },
  assumed: { zh: "暂定 assumed", en: "assumed" },
} as const satisfies Record<string, Text>;

/** The words that the rows of the law's tables are made of. */
export const rowTexts: Readonly<Record<string, Text>> = {
  township: { zh: "乡镇卫生院", en: "township hospital" },
  "1": { zh: "一级医院", en: "level 1 hospital" },
  "2": { zh: "二级医院", en: "level 2 hospital" },
  "3": { zh: "三级医院", en: "level 3 hospital" },
  registeredPoor: { zh: "建档立卡人员", en: "registered poor" },
  minLiving: { zh: "低保对象", en: "minimum living allowance" },
  destitute: { zh: "特困人员", en: "destitute" },
  severeDisability: { zh: "重度残疾人", en: "severely disabled" },
  referred: { zh: "已备案转诊", en: "referred" },
  unreferred: { zh: "未备案转诊", en: "not referred" },
  above: { zh: "高于", en: "above" },
  edge: { zh: "分段起点", en: "edge" },
  multiply: { zh: "乘以", en: "times" },
  subtract: { zh: "降低", en: "minus" },
  deductible: { zh: "起付标准", en: "deductible" },
  ratio: { zh: "比例", en: "ratio" },
  yearlyLimit: { zh: "年度限额", en: "yearly limit" },
  fromAdmission: { zh: "起算次数", en: "from admission" },
  per: { zh: "计次范围", en: "counted per" },
};
