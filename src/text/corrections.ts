import type { Text } from "./tell.js";

/** Why a claim was posted anew. */
export const correctionWords = {
  window: { zh: "窗口结算改由中心计算", en: "the window's settlement became the centre's" },
  person: { zh: "人员合并或拆分", en: "its person was merged or split" },
  refund: { zh: "本年在前的结算已退费", en: "an earlier settlement of the year was refunded" },
  late: { zh: "本年在前的单据后到", en: "an earlier bill of the year came in later" },
  belated: {
    zh: "本单后到,补按先后计算",
    en: "it came in after later bills and is settled in its turn",
  },
  recomputed: { zh: "按顺序重算结果不同", en: "settled in order it comes to something else" },
} as const satisfies Record<string, Text>;

/** The columns of the list of corrections. */
export const correctionHeader = {
  zh: [
    ...["结算编号", "个人编号", "姓名", "原结算月份", "更正原因", "原基金支付", "现基金支付"],
    ...["基金支付增减", "起付线增减", "统筹增减", "大病增减", "救助增减", "其他增减", "个人增减"],
  ],
  en: [
    ...["settlement", "person", "name", "settled in", "reason", "funds before", "funds now"],
    ...["funds, difference", "deductible", "basic fund", "critical illness", "medical aid"],
    ...["other funds", "person"],
  ],
} as const;

/** What a correction says on the screen. */
export const correctionScreen = {
  nothing: {
    zh: "按顺序重算,没有要更正的结算({month})",
    en: "settled again in order, nothing has to be corrected ({month})",
  },
  corrected: {
    zh: "更正 {claims} 张单据,{people} 人;冲销和新结算都记入 {month},已关账的月份不变",
    en:
      "corrected: {claims} claims of {people} people; reversals and new entries stand in " +
      "{month}, closed months stay as they are",
  },
  difference: {
    zh: "基金支付增减(元):统筹 {hifp} 大病 {hifmi} 救助 {maf} 其他 {oth} 合计 {fund};个人 {person}",
    en:
      "more or less paid (yuan): basic {hifp}, critical {hifmi}, aid {maf}, other {oth}, all " +
      "funds {fund}; persons {person}",
  },
  unready: {
    zh: "{count} 张已结算的单据今天无法重算(如已不在参保),保持原样;原因见清单",
    en: "claims that cannot be settled today and stay as they are, reasons in the list: {count}",
  },
} as const satisfies Record<string, Text>;
