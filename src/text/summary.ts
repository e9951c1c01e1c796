import { deliverySummary } from "./delivery-summary.js";
import { duplicateSummary } from "./duplicates.js";
import { policySummary } from "./policy-summary.js";
import { survivorSummary } from "./survivors.js";
import type { Text } from "./tell.js";

/** Headings and column headers of what commands print. */
export const summaryTexts = {
  ...deliverySummary,
  ...duplicateSummary,
  ...survivorSummary,
  delivery: { zh: "交付:{delivery}(第 {run} 次运行)", en: "Delivery: {delivery} (run {run})" },
  dryDelivery: { zh: "交付:{delivery}", en: "Delivery: {delivery}" },
  dry: { zh: "试迁移:以下各数均未写入", en: "Dry run: nothing of this was written" },
  repeated: {
    zh: "这批交付的内容已在第 {run} 次运行中装载,没有再做任何事",
    en: "The same content was loaded in run {run}; nothing was done",
  },
  rows: {
    zh: "各文件行数(读入 = 装载 + 合并 + 搁置)",
    en: "Rows (read = loaded + merged + set aside)",
  },
  sourceRows: {
    zh: "各来源行数(读入 = 装载 + 合并 + 搁置)",
    en: "Rows by source (read = loaded + merged + set aside)",
  },
  ncms: { zh: "新农合", en: "NCMS (rural)" },
  urbmi: { zh: "城镇居民医保", en: "URBMI (urban)" },
  bureau: { zh: "医保局", en: "bureau" },
  hospitals: { zh: "医院单据", en: "hospitals' claims" },
  file: { zh: "文件", en: "file" },
  read: { zh: "读入", en: "read" },
  loaded: { zh: "装载", en: "loaded" },
  merged: { zh: "合并", en: "merged" },
  setAside: { zh: "搁置", en: "set aside" },
  total: { zh: "合计", en: "total" },
  people: {
    zh: "建档 {people} 人;原制度参保:{schemes}(其中两制度同时参保 {twice} 人)",
    en: "{people} people; enrolled before: {schemes} ({twice} of them in both)",
  },
  unified: {
    zh: "统一后居民医保参保 {people} 人:{classes};其中 {identities}",
    en: "in the resident scheme now: {people} ({classes}); of them {identities}",
  },
  registers: {
    zh: "定点机构 {institutions} 家,目录 {items} 项;按现行标准应收财政补助 {subsidy} 元",
    en: "{institutions} institutions, {items} catalogue items; subsidies due {subsidy} yuan",
  },
  money: {
    zh: "结转资金(元;来源 = 结转 + 重复 + 搁置 + 厘差)",
    en: "Money carried over (yuan; source = carried + repeated + set aside + residual)",
  },
  kind: { zh: "项目", en: "kind" },
  fundBalances: { zh: "基金余额", en: "fund balances" },
  familyAccounts: { zh: "家庭账户", en: "family accounts" },
  benefitHistory: { zh: "上年待遇", en: "last year's benefits" },
  source: { zh: "来源", en: "source" },
  carried: { zh: "结转", en: "carried" },
  repeatedMoney: { zh: "重复", en: "repeated" },
  residual: { zh: "厘差", en: "residual" },
  reasons: { zh: "搁置原因(行):{reasons}", en: "Set aside, by reason (rows): {reasons}" },
  findings: { zh: "照收并提示(行):{reasons}", en: "Findings and repairs (rows): {reasons}" },
  none: { zh: "无", en: "none" },
  notAccepted: {
    zh: "超出清单 accept 允许的搁置:{codes}。退出码 3",
    en: "More set aside than the manifest accepts: {codes}. Exit code 3",
  },
  accepted: {
    zh: "搁置的行都在清单 accept 允许之内",
    en: "Everything set aside is within what the manifest accepts",
  },
  settled: { zh: "{month} 结算(元)", en: "{month} settled (yuan)" },
  unchanged: { zh: "与上次相同,没有变动", en: "Same as before; nothing changed" },
  by: { zh: "结算方", en: "settled by" },
  window: { zh: "医院窗口", en: "window" },
  centre: { zh: "经办中心", en: "centre" },
  claims: { zh: "单据", en: "claims" },
  fee: { zh: "医疗费总额", en: "total fee" },
  hifp: { zh: "统筹基金", en: "pooled fund" },
  hifmi: { zh: "大病保险", en: "critical illness" },
  maf: { zh: "医疗救助", en: "medical aid" },
  oth: { zh: "其他基金", en: "other funds" },
  fund: { zh: "基金合计", en: "funds" },
  person: { zh: "个人负担", en: "person" },
  refunds: {
    zh: "其中退费 {count} 张,各减一张单据和原来的金额",
    en: "of these refunds: {count}; each counts as one bill less, with the amounts it takes back",
  },
  correctedBills: {
    zh: "其中更正 {count} 张:原结算冲销减一张,新结算加一张",
    en: "of these corrected: {count}; the reversal counts as one bill less, the new entry as one",
  },
  outOfTurn: {
    zh:
      "{count} 人有单据或退费排在已结算的单据之前,年度累计要按先后重算:" +
      "liutong settle correct --month {month}",
    en:
      "people whose bills or refunds stand before what was settled: {count}; set their year in " +
      "order: liutong settle correct --month {month}",
  },
  waiting: {
    zh: "待处理 {count} 张:{reasons}",
    en: "{count} claims wait: {reasons}",
  },
  suspects: {
    zh: "窗口金额与政策不符的疑点 {count} 张,基金净多付(负数为净少付){amount} 元,逐张见疑点清单",
    en: "{count} window claims differ from the law (see the list); funds paid {amount} more, net",
  },
  assumed: {
    zh: "本次用到 {count} 个暂定的政策值(liutong policy check 可列出)",
    en: "{count} policy values are assumed (liutong policy check lists them)",
  },
  budget: {
    zh: "{month} 医院拨付(第 {version} 版,元)",
    en: "{month} hospitals' payments (version {version}, yuan)",
  },
  hospital: { zh: "医疗机构", en: "institution" },
  cases: { zh: "人次", en: "cases" },
  applied: { zh: "申报基金", en: "claimed" },
  quota: { zh: "月额度", en: "quota" },
  deducted: { zh: "扣款", en: "deducted" },
  deferred: { zh: "缓付", en: "deferred" },
  holdback: { zh: "保证金", en: "holdback" },
  outside: { zh: "其中额度外", en: "outside quota" },
  recovered: { zh: "冲抵前期", en: "recovered" },
  budgetEquation: {
    zh:
      "申报 = 扣款 + 缓付 + 保证金 + 冲抵前期 + 实拨;额度只管统筹基金(申报 − 额度外);" +
      "中心结算的单据付给个人,不在其中",
    en:
      "claimed = deducted + deferred + holdback + recovered + payable; the quota is for " +
      "claimed − outside; centre claims go to people",
  },
  payable: { zh: "实拨", en: "payable" },
  noAgreement: { zh: "{name}(无协议)", en: "{name} (no agreement)" },
  closed: {
    zh: "{month} 已关账(制表 {prepared},审批 {approved}),结转待处理单据 {count} 张",
    en: "{month} is closed (prepared {prepared}, approved {approved}); {count} claims carried over",
  },
  closing: {
    zh: "{month} 已冻结,待审批:liutong approve {approval} --operator 审批人",
    en: "{month} is frozen and waits: liutong approve {approval} --operator APPROVER",
  },
  notApproved: {
    zh: "{month} 未获批准({refusal}),已解冻,可以继续处理",
    en: "{month} was not approved ({refusal}); it can be worked on again",
  },
  secondPersonOff: { zh: "未启用第二人", en: "second person switched off" },
  outputs: { zh: "写出的文件", en: "Files written" },
  privateFile: { zh: "{path}(含个人信息,仅本人可读)", en: "{path} (personal data, owner only)" },
  database: { zh: "数据库 {path}", en: "database {path}" },
  fingerprint: { zh: "全部事实的指纹 {sha}", en: "fingerprint of all facts {sha}" },
  workspace: {
    zh: "已建工作区 {path}({region})",
    en: "workspace {path} ({region})",
  },
  sampleMade: {
    zh: "样例县已写入 {out}:{people} 人,{files} 个文件,{rows} 行",
    en: "sample county in {out}: {people} people, {files} files, {rows} rows",
  },
  dirt: { zh: "脏数据", en: "dirt" },
  rate: { zh: "比例", en: "rate" },
  wanted: { zh: "应有", en: "wanted" },
  made: { zh: "实有", en: "made" },
  registersMade: {
    zh: "两份名单已写入 {out}:{people} 人,{rows} 行,其中 {pairs} 对行是同一人(truth.csv)",
    en: "two registers in {out}: {people} people, {rows} rows; {pairs} pairs are one (truth.csv)",
  },
  registersNext: {
    zh: "下一步:用 liutong match files 比对 {lists},编号列是 {id}",
    en: "next: match {lists} with liutong match files; the rows are named by {id}",
  },
  dirtShort: {
    zh: "{kind}:应有 {wanted},只有 {made}(没有更多适合的人或单据)",
    en: "{kind}: {wanted} wanted, {made} made (nobody else was fit for it)",
  },
  policyAssumed: { zh: "暂定(assumed)的数值 {count} 个:", en: "{count} assumed values:" },
  state: { zh: "状态", en: "state" },
  month: { zh: "月份", en: "month" },
  open: { zh: "未结", en: "open" },
  operator: { zh: "操作员", en: "operator" },
  started: { zh: "开始", en: "started" },
  command: { zh: "事项", en: "kind" },
  run: { zh: "编号", en: "run" },
  subject: { zh: "对象", en: "subject" },
  role: { zh: "用途", en: "role" },
  sha: { zh: "内容哈希", en: "content hash" },
  inputs: { zh: "读取的文件", en: "Files read" },
  report: { zh: "结果", en: "Report" },
  verified: {
    zh: "{count} 个输出文件与运行记录一致",
    en: "{count} output files are as they were written",
  },
  changedFile: {
    zh: "输出文件已被改动或删除:{path}",
    en: "output file changed or missing: {path}",
  },
  noMonths: {
    zh: "还没有单据。下一步:liutong migrate run 交付目录",
    en: "There are no claims yet. Next: liutong migrate run DELIVERY",
  },
  nextDelivery: {
    zh: "下一步:liutong migrate run 下月交付;未结的单据已结转,随下月一并结算",
    en: "Next: liutong migrate run NEXT-DELIVERY; what is open is carried over to that month",
  },
  nextSettle: {
    zh: "下一步:liutong settle month --month {month}",
    en: "Next: liutong settle month --month {month}",
  },
  nextBudget: {
    zh: "下一步:liutong budget month --month {month}",
    en: "Next: liutong budget month --month {month}",
  },
  nextClose: {
    zh: "下一步:liutong month close --month {month}",
    en: "Next: liutong month close --month {month}",
  },
  ...policySummary,
} as const satisfies Record<string, Text>;

export type SummaryName = keyof typeof summaryTexts;
