import type { Text } from "./tell.js";

/**
 * What each rule of the settlement says on its line of the bill. `{base}`, `{by}` and `{amount}`
 * are the step's own numbers, `{label}` is the parameter's name in the law, with its row in words.
 * Every line is an equation that can be checked from the line alone.
 */
export const ruleTexts = {
  section: { zh: "【{label}】支付 {amount} 元", en: "[{label}] pays {amount}" },
  package: {
    zh: "{label}:每次 {base} × {by} 次 = {amount}",
    en: "{label}: {base} a session × {by} = {amount}",
  },
  "package-day": {
    zh: "{label}:每床日 {base} × {by} 日 = {amount}",
    en: "{label}: {base} a day × {by} = {amount}",
  },
  "package-sum": {
    zh: "各段相加:{base} + {by} = {amount}",
    en: "together: {base} + {by} = {amount}",
  },
  "package-most": {
    zh: "按次费用不超过本单:{base} 与 {by} 取小 = {amount}",
    en: "no more than the bill: the smaller of {base} and {by} = {amount}",
  },
  "first-share": {
    zh: "{label}:{base} × {by} = {amount}",
    en: "{label}, paid first: {base} × {by} = {amount}",
  },
  "without-first-share": {
    zh: "扣除先行自付:{base} − {by} = {amount}",
    en: "without what is paid first: {base} − {by} = {amount}",
  },
  deductible: { zh: "{label}:{amount} 元", en: "{label}: {amount}" },
  "amount-times": {
    zh: "{label}:{base} × {by} = {amount}",
    en: "{label}: {base} × {by} = {amount}",
  },
  "amount-plus": {
    zh: "{label}:{base} + {by} = {amount}",
    en: "{label}: {base} + {by} = {amount}",
  },
  "amount-minus": {
    zh: "{label}:{base} − {by} = {amount}(最低 0)",
    en: "{label}: {base} − {by} = {amount} (at least 0)",
  },
  "amount-replace": { zh: "{label}:改按 {amount} 元", en: "{label}: {amount} instead" },
  "amount-each": {
    zh: "{label}:每次 {base} × 此前 {by} 次 = {amount}",
    en: "{label}: {base} each × {by} earlier ones = {amount}",
  },
  "amount-floor": {
    zh: "{label}:不低于 {by},{base} 与 {by} 取大 = {amount}",
    en: "{label}: the larger of {base} and {by} = {amount}",
  },
  "amount-of-total": {
    zh: "{label}:总费用 {base} × {by} = {amount}",
    en: "{label}: the whole bill {base} × {by} = {amount}",
  },
  "amount-of-scope": {
    zh: "{label}:政策范围内费用 {base} × {by} = {amount}",
    en: "{label}: cost in scope {base} × {by} = {amount}",
  },
  "amount-less-share": {
    zh: "降低 {by}:{base} × (1 − {by}) = {amount}",
    en: "lowered by {by}: {base} × (1 − {by}) = {amount}",
  },
  difference: {
    zh: "{label}:上转补差,{base} − 转出医院已付 {by} = {amount}(最低 0)",
    en: "{label}: referred upwards, {base} − {by} deducted there = {amount} (at least 0)",
  },
  continued: {
    zh: "同一次住院续算,起付线余额 {amount} 元",
    en: "the same stay goes on; left of its deductible: {amount}",
  },
  "times-months": {
    zh: "处方 {by} 个月:{base} × {by} = {amount}",
    en: "prescribed for {by} months: {base} × {by} = {amount}",
  },
  "less-taken": {
    zh: "本期已付起付线 {by}:{base} − {by} = {amount}(最低 0)",
    en: "already deducted: {base} − {by} = {amount} (at least 0)",
  },
  "yearly-room": {
    zh: "{label}:全年起付线余额 {base} − 已付 {by} = {amount}(最低 0)",
    en: "{label}: {base} − {by} deducted this year = {amount} (at least 0)",
  },
  within: {
    zh: "以余额为限:{base} 与 {by} 取小 = {amount}",
    en: "as far as there is room: the smaller of {base} and {by} = {amount}",
  },
  deducted: {
    zh: "本次起付线:费用 {base} 与 {by} 取小 = {amount}",
    en: "deducted from this bill: the smaller of {base} and {by} = {amount}",
  },
  "on-ladder": {
    zh: "进入报销的费用:{base} − 起付线 {by} = {amount}",
    en: "cost above the deductible: {base} − {by} = {amount}",
  },
  share: { zh: "{label}:{amount}", en: "{label}: {amount}" },
  "share-each": {
    zh: "{label}:每年 {base} × {by} = {amount}",
    en: "{label}: {base} each × {by} = {amount}",
  },
  "share-most": {
    zh: "{label}:不超过 {by},{base} 与 {by} 取小 = {amount}",
    en: "{label}: the smaller of {base} and {by} = {amount}",
  },
  "share-times": {
    zh: "{label}:{base} × {by} = {amount}",
    en: "{label}: {base} × {by} = {amount}",
  },
  "share-plus": { zh: "{label}:{base} + {by} = {amount}", en: "{label}: {base} + {by} = {amount}" },
  "share-minus": {
    zh: "{label}:{base} − {by} = {amount}(最低 0)",
    en: "{label}: {base} − {by} = {amount} (at least 0)",
  },
  "share-replace": { zh: "{label}:改按 {amount}", en: "{label}: {amount} instead" },
  "share-whole": {
    zh: "比例不超过 100%:{base} 与 {by} 取小 = {amount}",
    en: "no more than the whole: the smaller of {base} and {by} = {amount}",
  },
  band: { zh: "费用 {base} × {by} = {amount}", en: "cost {base} × {by} = {amount}" },
  ladder: {
    zh: "各段合计(一次舍入):{base} 应付 {amount}",
    en: "all bands, rounded once: {amount} for {base}",
  },
  floor: {
    zh: "{label}(最低支付):{base} × {by} = {amount}",
    en: "{label}, at least: {base} × {by} = {amount}",
  },
  raised: {
    zh: "按最低支付提高:{base} 与 {by} 取大 = {amount}",
    en: "raised to it: the larger of {base} and {by} = {amount}",
  },
  limit: { zh: "{label}:{amount} 元", en: "{label}: {amount}" },
  "limit-room": {
    zh: "限额余额:{base} − 已用 {by} = {amount}(最低 0)",
    en: "left of the limit: {base} − {by} used = {amount} (at least 0)",
  },
  "sessions-room": {
    zh: "次数余额:{base} − 已用 {by} = {amount}(最低 0)",
    en: "sessions left: {base} − {by} used = {amount} (at least 0)",
  },
  "sessions-paid": {
    zh: "可付次数:{base} 与 {by} 取小 = {amount}",
    en: "sessions paid: the smaller of {base} and {by} = {amount}",
  },
  "sessions-cut": {
    zh: "按可付次数折算:{base} × 可付次数 ÷ {by} = {amount}",
    en: "in proportion: {base} × sessions paid ÷ {by} = {amount}",
  },
  left: {
    zh: "政策范围内尚未支付:{base} − 已付 {by} = {amount}",
    en: "left in scope: {base} − {by} paid above = {amount}",
  },
  "uncounted-deductible": {
    zh: "{label}:起付线不计入,{base} − {by} = {amount}(最低 0)",
    en: "{label}: without the deductible, {base} − {by} = {amount} (at least 0)",
  },
  "uncounted-first-share": {
    zh: "{label}:异地先行自付不计入,{base} − {by} = {amount}(最低 0)",
    en: "{label}: without the share paid first, {base} − {by} = {amount} (at least 0)",
  },
  "referral-cut": {
    zh: "未备案少付:按备案 {base} − {by} = {amount}(最低 0)",
    en: "cut for want of a referral: {base} − {by} = {amount} (at least 0)",
  },
  "uncounted-referral-cut": {
    zh: "{label}:未备案少付部分不计入,{base} − {by} = {amount}(最低 0)",
    en: "{label}: without that cut, {base} − {by} = {amount} (at least 0)",
  },
  "counted-first-self-pay": {
    zh: "{label}:先行自付计入,{base} + {by} = {amount}",
    en: "{label}: with what was paid first, {base} + {by} = {amount}",
  },
  "counted-over-limit": {
    zh: "{label}:超限价计入,{base} + {by} = {amount}",
    en: "{label}: with what lies over limits, {base} + {by} = {amount}",
  },
  "counted-full-self-pay": {
    zh: "{label}:全自费计入,{base} + {by} = {amount}",
    en: "{label}: with what is out of scope, {base} + {by} = {amount}",
  },
  cumulated: {
    zh: "年度累计:此前 {base} + 本次 {by} = {amount}",
    en: "of the year: {base} before + {by} of this bill = {amount}",
  },
  above: {
    zh: "超过起付标准部分:{base} − {by} = {amount}(最低 0)",
    en: "above the deductible: {base} − {by} = {amount} (at least 0)",
  },
  "less-paid": {
    zh: "减去本年已付:{base} − {by} = {amount}(最低 0)",
    en: "less what was paid this year: {base} − {by} = {amount} (at least 0)",
  },
  "within-own": {
    zh: "不超过本次个人负担:{base} 与 {by} 取小 = {amount}",
    en: "no more than its part of this bill: the smaller of {base} and {by} = {amount}",
  },
  target: { zh: "{label}:{base} × {by} = {amount}", en: "{label}: {base} × {by} = {amount}" },
  "funds-cumulated": {
    zh: "各方累计已付:此前 {base} + 本次 {by} = {amount}",
    en: "all funds this year: {base} before + {by} of this bill = {amount}",
  },
  "target-due": {
    zh: "补足差额:{base} − 已付 {by} = {amount}(最低 0)",
    en: "still missing: {base} − {by} paid = {amount} (at least 0)",
  },
  "cut-down": {
    zh: "付到整数,舍去零头:{base} − {by} = {amount}",
    en: "whole amounts are paid: {base} − {by} cut off = {amount}",
  },
  "floor-base": {
    zh: "最低支付的基数:{base} − 起付线 {by} = {amount}",
    en: "what the least share is of: {base} − the deductible {by} = {amount}",
  },
  "amount-most": {
    zh: "{label}:不高于 {by},{base} 与 {by} 取小 = {amount}",
    en: "{label}: the smaller of {base} and {by} = {amount}",
  },
  "share-least": {
    zh: "{label}:不低于 {by},{base} 与 {by} 取大 = {amount}",
    en: "{label}: the larger of {base} and {by} = {amount}",
  },
  "sessions-limit": { zh: "{label}:{amount} 次", en: "{label}: {amount} sessions" },
} as const satisfies Record<string, Text>;

export type RuleName = keyof typeof ruleTexts;
