import type { RefusalText } from "./refusal-text.js";

/** Refusals of correcting and trying out settlements. */
export const settleRefusals = {
  "correction-reason-missing": {
    zh: "{found}:窗口结算改由中心计算,要写明原因",
    en: "{found}: why the window's settlement becomes the centre's has to be stated",
    next: {
      zh: "加上 --reason,例如 --reason 医院等级用错,已与医院核对",
      en: "add --reason, such as --reason 'wrong level, agreed with the hospital'",
    },
  },
  "correction-not-window": {
    zh: "{found} 不是窗口结算的单据,或已改由中心计算",
    en: "{found} is no settlement of a window, or is the centre's already",
    next: {
      zh: "不带 --claim 运行,中心计算的单据会按顺序重算",
      en: "run it without --claim: what the centre computed is settled again in order",
    },
  },
  "simulation-empty": {
    zh: "{found} 年没有已结算的单据,无从试算",
    en: "no claim of {found} is settled: there is nothing to try",
    next: {
      zh: "换一个年度,或先结算:liutong settle month",
      en: "name another year, or settle first: liutong settle month",
    },
  },
  "steps-outdated": {
    zh: "{found} 是旧版本程序结算的,明细步骤已无法逐条解释;金额不变",
    en: "{found} was settled by an older version, whose steps cannot be explained any more",
    next: {
      zh: "金额以结算为准;如需明细,运行 liutong settle recount --month {month} 复算",
      en: "its amounts stand; liutong settle recount --month {month} settles it a second time",
    },
  },
} as const satisfies Record<string, RefusalText>;
