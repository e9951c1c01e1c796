import type { Text } from "./tell.js";

/** An entry of the journal that two records are one person. */
export const decisionText: Text = {
  zh: "第 {decision} 号:{left} 与 {right} 是同一人,{operator} {day}:{reason}",
  en: "{decision}: {left} and {right} are one person, {operator} {day}: {reason}",
};

/** What a split prints, and what stands in its file. */
export const undoTexts = {
  waits: {
    zh:
      "拆分 {person} 已提交({approval} 号,提交 {prepared}),等另一人审批:" +
      "liutong approve {approval} --operator 审批人",
    en:
      "the split of {person} waits for approval {approval} (prepared by {prepared}): " +
      "liutong approve {approval} --operator APPROVER",
  },
  done: {
    zh: "已拆分({approval} 号,提交 {prepared},审批 {approved})",
    en: "split ({approval}, prepared by {prepared}, approved by {approved})",
  },
  repeated: {
    zh: "这样的拆分已经做过({approval} 号),没有再做任何事",
    en: "this split was done before ({approval}); nothing was done",
  },
  preparedBefore: {
    zh: "这样的拆分已经提交过({approval} 号),没有再做任何事",
    en: "this split was prepared before ({approval}); nothing was done",
  },
  refused: { zh: "没有拆分:{refusal}", en: "not split: {refusal}" },
  reason: { zh: "理由:{reason}", en: "because: {reason}" },
  half: {
    zh:
      "{half}:{person}({numbering}),记录 {records} 条,参保 {enrolments} 条," +
      "已结算单据 {settled} 张,未结算 {open} 张",
    en:
      "{half}: {person} ({numbering}), records {records}, enrolments {enrolments}, " +
      "settled claims {settled}, open claims {open}",
  },
  money: {
    zh: "  上年待遇 {benefits} 元(统筹 {hifp},大病 {hifmi}),家庭账户 {accounts} 户 {balance} 元",
    en:
      "  last year's benefits {benefits} yuan (fund {hifp}, critical illness {hifmi}), family " +
      "accounts {accounts}, {balance} yuan",
  },
  stays: { zh: "留下的", en: "stays" },
  leaves: { zh: "分出的", en: "leaves" },
  kept: { zh: "原编号", en: "number kept" },
  former: { zh: "并入前的编号", en: "number of before the merge" },
  new: { zh: "新编号", en: "a new number" },
  nextNew: { zh: "新编号,以审批时为准", en: "a new number, as of the approval" },
  subsidies: { zh: "财政补助的变化(元)", en: "subsidies that change (yuan)" },
  noSubsidies: { zh: "财政补助没有变化", en: "no subsidy changes" },
  duplicates: {
    zh: "重复参保的退费与追回的变化(元)",
    en: "what duplicates cost: refunds and amounts to take back that change (yuan)",
  },
  kind: { zh: "类别", en: "kind" },
  settlements: {
    zh: "拆开后按各自年度重算,会与现在不同的结算(元;差额 = 重算 − 现在)",
    en: "settlements that would be different with a year of their own (yuan; new less old)",
  },
  mergedSubsidies: {
    zh: "并为一人后的财政补助(元;负数是重复领取的,应收回)",
    en: "subsidies of people put together (yuan; below zero: paid twice, to be taken back)",
  },
  mergedSettlements: {
    zh: "按一个人的年度重算,会与现在不同的结算(元;差额 = 重算 − 现在)",
    en: "settlements that would be different with the year of one person (yuan; new less old)",
  },
  noSettlements: {
    zh: "没有会因此不同的结算",
    en: "no settlement would be different",
  },
  correct: {
    zh: "已关账和已结算的一分不动;中心结算的差额由 settle correct 入账,窗口结算的列为疑点",
    en:
      "what is settled or closed stays as it is: differences of the centre's claims are " +
      "posted by settle correct, those of window claims are suspects",
  },
  untold: {
    zh: "有 {count} 项从原编号和姓名都看不出是谁的,仍留在 {person} 名下",
    en: "{count} things that neither old number nor name tells apart stay with {person}",
  },
  nobodys: {
    zh: "有 {count} 张未结算的单据看不出是谁的,等待人工确定",
    en: "{count} open claims of which nobody can tell whose they are wait for a person",
  },
  decisions: {
    zh: "已记入判定记录:{entries} 条“不是同一人”,收回 {replaced} 条“同一人”",
    en: "journal: {entries} entries that they are different people, {replaced} taken back",
  },
  county: { zh: "区划", en: "division" },
  year: { zh: "年度", en: "year" },
  peopleBefore: { zh: "原人数", en: "people before" },
  peopleAfter: { zh: "现人数", en: "people now" },
  perPerson: { zh: "每人补助", en: "per person" },
  difference: { zh: "差额", en: "difference" },
  month: { zh: "月份", en: "month" },
  monthState: { zh: "月份状态", en: "state of month" },
  closed: { zh: "已关账", en: "closed" },
  open: { zh: "未关账", en: "open" },
  settledBy: { zh: "结算方", en: "settled by" },
  window: { zh: "医院窗口", en: "window" },
  centre: { zh: "经办中心", en: "centre" },
  claims: { zh: "单据", en: "claims" },
  person: { zh: "个人编号", en: "person" },
  settlement: { zh: "结算编号", en: "settlement" },
  hospital: { zh: "机构编码", en: "institution" },
  payer: { zh: "项目", en: "amount" },
  before: { zh: "现在", en: "old" },
  after: { zh: "重算", en: "new" },
  wouldWait: { zh: "须等待的原因", en: "would wait for" },
  total: { zh: "合计", en: "total" },
  title: {
    zh: "拆分 {person} 的后果({approval} 号)",
    en: "Consequences of split {approval}: {person}",
  },
  preparedBy: { zh: "提交 {prepared}", en: "prepared by {prepared}" },
  approvedBy: { zh: "{prepared},审批 {approved}", en: "{prepared}, approved by {approved}" },
  fundingSheet: { zh: "补助", en: "subsidies" },
  duplicateSheet: { zh: "重复参保", en: "duplicates" },
  belongingsSheet: { zh: "归属", en: "belongings" },
  settlementSheet: { zh: "结算", en: "settlements" },
  what: { zh: "事项", en: "what" },
  records: { zh: "来源记录(条)", en: "source records" },
  enrolments: { zh: "参保(条)", en: "enrolments" },
  benefitsFund: { zh: "上年待遇:统筹(元)", en: "last year's benefits: fund (yuan)" },
  benefitsCritical: {
    zh: "上年待遇:大病(元)",
    en: "last year's benefits: critical illness (yuan)",
  },
  accounts: { zh: "家庭账户(户)", en: "family accounts" },
  balances: { zh: "家庭账户余额(元)", en: "balance of family accounts (yuan)" },
  settledClaims: { zh: "已结算单据(张)", en: "settled claims" },
  openClaims: { zh: "未结算单据(张)", en: "open claims" },
} as const satisfies Record<string, Text>;

export type UndoText = keyof typeof undoTexts;

/** What an enrolment that is one too many costs. */
export const costTexts = {
  refund: { zh: "退费", en: "contribution refunded" },
  kept: { zh: "不退费", en: "contribution not refunded" },
  subsidy: { zh: "收回补助", en: "subsidy to take back" },
  recover: { zh: "追回待遇", en: "benefits to take back" },
} as const satisfies Record<string, Text>;

/** The amounts of a settlement in the lists of a split. */
export const payerTexts = {
  actPayDedc: { zh: "起付线", en: "deductible" },
  hifpPay: { zh: "统筹基金", en: "basic fund" },
  hifmiPay: { zh: "大病保险", en: "critical illness" },
  mafPay: { zh: "医疗救助", en: "medical aid" },
  othPay: { zh: "其他基金", en: "other funds" },
  fundPaySumamt: { zh: "基金合计", en: "funds" },
  psnPartAmt: { zh: "个人负担", en: "person" },
} as const satisfies Record<string, Text>;
