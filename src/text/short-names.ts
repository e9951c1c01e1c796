import type { Text } from "./tell.js";

/** Short names of classes, schemes and identities on the screen. */
export const shortNames: Readonly<Record<string, Text>> = {
  "380": { zh: "新农合", en: "NCMS" },
  "391": { zh: "城镇居民", en: "URBMI" },
  "14": { zh: "未成年", en: "minors" },
  "15": { zh: "成年", en: "adults" },
  "16": { zh: "老年", en: "old" },
  registeredPoor: { zh: "建档立卡", en: "registered poor" },
  minLiving: { zh: "低保", en: "minimum living" },
  destitute: { zh: "特困", en: "destitute" },
  severeDisability: { zh: "重残", en: "severe disability" },
  open: { zh: "未结算", en: "open" },
  settled: { zh: "已结算", en: "settled" },
  budgeted: { zh: "已算预算", en: "budgeted" },
  closing: { zh: "待审批关账", en: "closing" },
  closed: { zh: "已关账", en: "closed" },
};
