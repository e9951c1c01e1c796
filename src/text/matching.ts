import type { Text } from "./tell.js";

/** How a delivery's records of one person were found, and what that is expected to cost. */
export const matchingTexts = {
  head: {
    zh: "识别同一人(规则 {spec};权重 {origin},第 {version} 版,{sha256})",
    en: "Records of one person (spec {spec}; weights {origin}, version {version}, {sha256})",
  },
  prescribed: { zh: "为工作区所定", en: "of the workspace" },
  earlier: { zh: "由以前的交付学得", en: "learnt from an earlier delivery" },
  learnt: { zh: "由本批 {rows} 行学得", en: "learnt from these {rows} rows" },
  shipped: {
    zh: "为随程序附带(本批太小,无从学习)",
    en: "as they come with the program (too little here to learn from)",
  },
  uncompared: {
    zh: "识别同一人:没有新的行可比对,只用精确规则",
    en: "Records of one person: no new rows to compare, exact rules only",
  },
  compared: {
    zh: "  比对 {rows} 行(另有已登记 {knownRows} 行)共 {pairs} 对,按模型 {expected} 对是同一人",
    en: "  {rows} rows (beside {knownRows} loaded): {pairs} pairs, by the model {expected} are one",
  },
  same: {
    zh: "概率 ≥ {same} 的 {samePairs} 对认作同一人,每万对中预计错并 {wrong}",
    en: "{samePairs} pairs ≥ {same} are the same, {wrong} wrong in 10,000 expected",
  },
  noneSame: { zh: "没有认作同一人的", en: "no pair is the same" },
  toReview: {
    zh: "≥ {review} 的 {reviewPairs} 对待审核",
    en: "{reviewPairs} ≥ {review} to review",
  },
  noneToReview: { zh: "没有待审核的", en: "none to review" },
  missed: {
    zh: "预计漏掉 {missed} 对(每万对 {missedShare})",
    en: "{missed} missed ({missedShare} in 10,000)",
  },
  joined: {
    zh: "  归并:精确规则 {byRule} 次,模型 {byModel} 次;人工结论 {decisions} 条照办",
    en: "  joined {byRule} times by rules, {byModel} by the model; {decisions} decisions held",
  },
  waiting: {
    zh: "  待人审核 {pairs} 对({reasons}),先各自建档:liutong match export",
    en: "  {pairs} pairs wait for a person ({reasons}), loaded as two: liutong match export",
  },
  merged: {
    zh: "  按人工结论,{gone} 并入 {kept}",
    en: "  {gone} was joined to {kept}, as somebody had decided",
  },
  oversize: {
    zh: "  分块 {key}:{groups} 组过大没有比对,共 {rows} 行(可在规则中加一个字段,或提高 most)",
    en: "  block {key}: {groups} groups of {rows} rows were too large (add a field, or raise most)",
  },
  nothing: { zh: "没有可比对的行", en: "nothing to compare" },
} as const satisfies Record<string, Text>;

/** Why a pair waits for a person, in short. */
export const shortReasonTexts = {
  probability: { zh: "把握不足", en: "not sure enough" },
  chain: { zh: "连环矛盾", en: "chain" },
  "two-people": { zh: "像两个人", en: "like two people" },
  "decision-split": { zh: "曾经拆分", en: "split before" },
} as const satisfies Record<string, Text>;
