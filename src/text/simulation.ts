/** What trying another law says on the screen. */
export const simulationScreen = {
  head: {
    zh: "{year} 年按 {policy} 试算:{people} 人,{claims} 张单据(未改动任何数据)",
    en: "{year} under {policy}: {people} people, {claims} claims (nothing was changed)",
  },
  balance: {
    zh: "个人负担减少的 {gaining} 人,增加的 {losing} 人,不变的 {same} 人",
    en: "people who bear less: {gaining}, more: {losing}, the same: {same}",
  },
  layers: {
    zh: ["支付方", "已结算", "现行规定", "试算规定", "增减"],
    en: ["payer", "as posted", "law in force", "law tried", "difference"],
  },
  classes: {
    zh: ["人员类别(个人负担)", "人数", "减少", "增加", "现行规定", "试算规定", "增减"],
    en: ["class (persons' share)", "people", "less", "more", "in force", "tried", "difference"],
  },
  levels: {
    zh: ["医院等级(个人负担)", "单据", "减少", "增加", "现行规定", "试算规定", "增减"],
    en: ["level (persons' share)", "claims", "less", "more", "in force", "tried", "difference"],
  },
  fields: {
    actPayDedc: { zh: "起付线", en: "deductible" },
    hifpPay: { zh: "统筹基金", en: "basic fund" },
    hifmiPay: { zh: "大病保险", en: "critical illness" },
    mafPay: { zh: "医疗救助", en: "medical aid" },
    othPay: { zh: "其他基金", en: "other funds" },
    fundPaySumamt: { zh: "基金合计", en: "all funds" },
    psnPartAmt: { zh: "个人负担", en: "persons" },
  },
  unready: {
    zh: "{count} 张单据在试算规定中没有适用的条款,两边都未计入",
    en: "claims for which the law tried has no rule, counted on neither side: {count}",
  },
  nothing: {
    zh: "窗口结算按现行规定重算后比较,与实付的差别见“已结算”一列",
    en: "window claims are compared as the law in force computes them; what was paid is as posted",
  },
} as const;
