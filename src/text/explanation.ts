import type { Text } from "./tell.js";

/** The lines around the explanation of a settlement. */
export const explanationTexts = {
  head: {
    zh: "结算 {id}:{person},{institution},{begndate} 至 {enddate},计入 {month}",
    en: "settlement {id}: {person}, {institution}, {begndate} to {enddate}, in {month}",
  },
  origin: { zh: "来自 {file} 第 {line} 行", en: "from {file}, line {line}" },
  facts: { zh: "单据所载:{found}", en: "the bill states: {found}" },
  disease: { zh: "病种 {diseCodg}", en: "disease {diseCodg}" },
  sessions: { zh: "治疗 {sessions} 次", en: "{sessions} sessions" },
  months: {
    zh: "处方 {prescriptionMonths} 个月",
    en: "a prescription for {prescriptionMonths} months",
  },
  emergency: { zh: "急诊", en: "emergency" },
  offsite: { zh: "异地就医", en: "away from home" },
  referred: { zh: "已备案转诊", en: "referred" },
  transferred: { zh: "由就诊 {transferredFrom} 上转", en: "referred on from {transferredFrom}" },
  centre: {
    zh: "由经办机构结算,金额按下列步骤算出:",
    en: "settled by the centre; the amounts follow from these steps:",
  },
  window: {
    zh: "由医院窗口即时结算:基金 {fund} 元、个人 {person} 元,以窗口金额为准。政策计算如下:",
    en: "settled at the window: funds {fund}, person {person}; this binds. What the law gives:",
  },
  refund: {
    zh: "退费:基金 {fund} 元、个人 {person} 元,与原结算相抵,本年累计如同没有发生",
    en: "a refund: funds {fund}, person {person}; the year is as if the original had never been",
  },
  refundOf: { zh: "冲销结算 {found}", en: "takes back settlement {found}" },
  refunded: {
    zh: "本结算已由 {found} 退费冲销,不再计入本年累计",
    en: "this settlement was taken back by the refund {found} and counts in the year no more",
  },
  corrected: {
    zh: "本结算已更正,记入 {month}:{reason};原结算已冲销",
    en: "this settlement was corrected in {month}: {reason}; the earlier one is reversed",
  },
  verified: {
    zh: "算术核对:{count} 步全部成立,合计与各方支付一致",
    en: "arithmetic: all {count} steps hold, and the sums are what the payers paid",
  },
  wrongStep: {
    zh: "算术核对:第 {line} 步写 {found},应为 {expected}",
    en: "arithmetic: step {line} says {found}, it comes to {expected}",
  },
  agrees: { zh: "窗口金额与政策计算一致", en: "the window paid what the law gives" },
  difference: {
    zh: "与窗口不符 {field}:窗口 {paid},应为 {computed};已列为疑点",
    en: "differs from the window, {field}: paid {paid}, computed {computed}; listed as suspect",
  },
} as const satisfies Record<string, Text>;
