import type { Text } from "./tell.js";

/** What `match export` and `match import` print. */
export const reviewSummary = {
  empty: {
    zh: "没有待审核的记录对(工作簿 {file} 里也这样写着)",
    en: "no pair waits for review (the workbook {file} says so, too)",
  },
  written: {
    zh: "待审核 {pairs} 对({groups} 组),写入 {file}(含个人信息,仅本人可读)",
    en: "{pairs} pairs wait for review ({groups} groups): {file} (personal data, for you only)",
  },
  journal: {
    zh: "决定簿 {entries} 条,写入 {file}(含个人信息,仅本人可读);match import 也读它",
    en: "{entries} decisions: {file} (personal data, for you only); match import reads it, too",
  },
  next: {
    zh: "下一步:在“决定”和“决定的理由”两列填写,再运行 liutong match import {file}",
    en: "next: fill in the columns “decision” and “why”, then liutong match import {file}",
  },
  taken: {
    zh: "{file}:新记入 {same} 条“同一人”、{different} 条“不是同一人”;已有 {known} 条,未决定 {undecided} 对",
    en: "{file}: {same} same and {different} different are new; {known} known, {undecided} open",
  },
  unchanged: {
    zh: "{file}:没有新的决定(已有 {known} 条,未决定 {undecided} 对),什么也没有改变",
    en: "{file}: nothing new ({known} decisions known, {undecided} pairs open); nothing changed",
  },
  merged: {
    zh: "并为一人 {count} 起(编号小的保留,另一个编号仍能找到此人)",
    en: "{count} merges (the lower number stays, the other one still leads to the person)",
  },
  kept: { zh: "保留的个人编号", en: "number that stays" },
  gone: { zh: "并入的个人编号", en: "number merged into it" },
  mergedSheet: { zh: "合并", en: "merged" },
  settledClaims: { zh: "并入编号名下已结算单据", en: "settled claims of the number merged" },
  settledFund: { zh: "其基金支付(元)", en: "what the funds paid for them (yuan)" },
  more: { zh: "  另有 {count} 起,见文件", en: "  and {count} more, see the file" },
  waiting: { zh: "还有 {count} 对待审核", en: "{count} pairs wait on" },
  nothingWaits: { zh: "没有待审核的了", en: "nothing waits any more" },
} as const satisfies Record<string, Text>;
