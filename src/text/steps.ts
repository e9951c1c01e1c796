import type { Text } from "./tell.js";

/** The steps that a watcher sees. */
export const stepTexts = {
  prepare: { zh: "准备工作区", en: "prepare the workspace" },
  manifest: { zh: "核对清单与映射", en: "check manifest and mappings" },
  read: { zh: "读取 {detail}", en: "read {detail}" },
  match: { zh: "识别同一人", en: "find records of one person" },
  merge: { zh: "合并同一人:{detail}", en: "join records of one person: {detail}" },
  unify: { zh: "六统一", en: "the six unifications" },
  tally: { zh: "对账:行数与金额", en: "tally rows and money" },
  report: { zh: "写出报告", en: "write the reports" },
  settle: { zh: "结算 {detail}", en: "settle {detail}" },
  correct: { zh: "按顺序重算,更正记入 {detail}", en: "settle again in order, correct in {detail}" },
  compare: { zh: "与窗口支付比对 {detail}", en: "compare with the windows, {detail}" },
  recount: { zh: "独立复算 {detail}", en: "recount {detail}" },
  simulate: { zh: "按另一套政策试算 {detail} 年", en: "try the other law on {detail}" },
  budget: { zh: "计算医院预算 {detail}", en: "hospitals' budgets {detail}" },
  close: { zh: "关账 {detail}", en: "close {detail}" },
  split: { zh: "拆分 {detail}", en: "split {detail}" },
  fingerprint: { zh: "计算指纹", en: "take the fingerprint" },
} as const satisfies Record<string, Text>;

export type StepName = keyof typeof stepTexts;
