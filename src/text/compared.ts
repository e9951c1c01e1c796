import type { Text } from "./tell.js";

/** What probably made a window pay something else: the trial that gives its amounts to the fen. */
export const causeWords = {
  rounding: { zh: "舍入(每项不超过 2 分)", en: "rounding (no amount by more than 2 fen)" },
  level: { zh: "医院等级用错", en: "another level of hospital" },
  "identity-missed": { zh: "倾斜政策漏用", en: "an identity was not given its due" },
  "identity-without": { zh: "多用了倾斜政策", en: "an identity that the person does not hold" },
  "deductible-again": { zh: "起付线重复扣除(未看本年已住院)", en: "the deductible taken again" },
  "deductible-missed": { zh: "起付线未扣", en: "no deductible taken" },
  referral: { zh: "转诊备案情况用错", en: "another state of referral" },
  place: { zh: "就医地用错", en: "another place of care" },
  "other-day": { zh: "用了另一时期的规定", en: "the law of another period" },
  catalogue: { zh: "目录:自费部分计入报销", en: "catalogue: costs out of scope were paid on" },
  deductible: { zh: "起付线不符,原因未明", en: "the deductible differs, cause unknown" },
  ratio: { zh: "统筹支付不符,原因未明", en: "the basic fund differs, cause unknown" },
  layers: { zh: "大病、救助等不符,原因未明", en: "later payers differ, cause unknown" },
  "right-then": {
    zh: "当时无误:在前的单据后到、退费或更正",
    en: "right when it was paid: earlier bills came in, were refunded or corrected since",
  },
} as const satisfies Record<string, Text>;

/** The columns of the list of what differs. */
export const comparedHeader = {
  zh: ["结算编号", "机构编号", "个人编号", "姓名", "可能原因", "项目", "窗口", "应为", "多付"],
  en: ["settlement", "hospital", "person", "name", "probable cause", "amount"].concat([
    "paid",
    "by law",
    "paid more",
  ]),
} as const;

/** What a comparison says on the screen. */
export const comparedScreen = {
  head: {
    zh: "{month} 窗口结算 {compared} 张,与规定不同的 {differing} 张",
    en: "{month}: {compared} window claims, {differing} differ from the law",
  },
  columns: {
    zh: ["可能原因", "单据", "机构", "窗口基金支付", "应付", "多付"],
    en: ["probable cause", "claims", "hospitals", "windows paid", "by law", "paid more"],
  },
  suspects: {
    zh: "原因按逐项试算推断:换一处条件后金额与窗口相同到分。是疑点,不是定论",
    en: "a cause is the one change with which the amounts are the window's to the fen: a suspect",
  },
} as const;
