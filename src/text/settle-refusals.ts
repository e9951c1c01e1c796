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
  "correction-claim-missing": {
    zh: "写了 --reason,没有写是哪一张窗口单据",
    en: "--reason is given without the window claim that it is about",
    next: {
      zh: "加上 --claim 结算编号;只要按顺序重算时,去掉 --reason",
      en: "add --claim SETTLEMENT; to settle again in order only, leave --reason out",
    },
  },
  "settlement-missing": {
    zh: "{month} 还没有结算过",
    en: "{month} is not settled yet",
    next: {
      zh: "先结算:liutong settle month --month {month};查看:liutong month status",
      en: "settle it first: liutong settle month --month {month}; see: liutong month status",
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
  "simulation-without-law": {
    zh: "{found} 对 {year} 年的 {count} 张单据没有可用的规定,如:{problem}",
    en: "{found} has no law for the {count} claims of {year}, such as: {problem}",
    next: {
      zh: "试算的政策要包括这一年(region.yaml 的 covers),用 liutong policy check 核对",
      en:
        "the policy files tried must cover that year (covers in region.yaml): " +
        "liutong policy check",
    },
  },
  "law-outdated": {
    zh: "结算时归档的政策文件(内容 {found})是旧版写法,本版程序读不懂,不能解释也不能重算",
    en:
      "the law archived with the settlement ({found}) is written in an older language, not " +
      "read now",
    next: {
      zh: "已结算的金额不受影响;需要逐步解释时,用结算当时的程序版本打开这个数据库",
      en: "its amounts stand; to explain it step by step, open the database with its own version",
    },
  },
} as const satisfies Record<string, RefusalText>;
