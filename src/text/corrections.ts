import type { Text } from "./tell.js";

/** Why a claim was posted anew. */
export const correctionWords = {
  window: { zh: "窗口结算改由中心计算", en: "the window's settlement became the centre's" },
  person: { zh: "人员合并或拆分", en: "its person was merged or split" },
  refund: { zh: "本年在前的结算已退费", en: "an earlier settlement of the year was refunded" },
  late: { zh: "本年在前的单据后到", en: "an earlier bill of the year came in later" },
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
