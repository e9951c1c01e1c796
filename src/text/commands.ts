import type { Text } from "./tell.js";

/** The summary of every command, by its id; also of every topic. */
export const commandTexts = {
  "": {
    zh: "六统:城乡居民医保整合,从旧系统文件到月结和医院预算",
    en: "liutong: merging rural and urban-resident health insurance, and the months after it",
  },
  init: { zh: "为一个地区新建工作区", en: "Make a workspace for a region." },
  demo: {
    zh: "在样例县上走完全程:旧系统文件 → 一人一档 → 月结 → 医院预算 → 关账",
    en: "The whole road on the sample county: legacy files to a closed month.",
  },
  approve: { zh: "审批另一人提交的事项", en: "Approve what another person prepared." },
  sample: { zh: "合成数据", en: "synthetic data" },
  "sample:make": {
    zh: "生成一个有意弄脏的样例县,附真值",
    en: "Make a synthetic county, dirty on purpose, with its truth.",
  },
  source: { zh: "来源不明的文件", en: "files of unknown origin" },
  "source:inspect": {
    zh: "查看一个文件:编码、分隔符、表头、各列概况,并可起草映射",
    en: "Profile a file: encoding, delimiter, header, columns; can draft a mapping.",
  },
  "source:manifest": {
    zh: "为一个目录的文件起草清单 delivery.yaml:逐个选定映射,数行数,合计金额",
    en: "Draft the manifest of a folder: the layout, rows and money of every file.",
  },
  migrate: { zh: "迁移旧系统交付", en: "legacy deliveries" },
  "migrate:check": {
    zh: "试迁移:走完全程,数据库不变;只写出搁置行的清单,可先更正再装载",
    en: "Dry run: the database stays as it is; only the list of set-aside rows is written.",
  },
  "migrate:run": {
    zh: "迁移一批交付:核对、映射、合并、六统一、装载",
    en: "Load a delivery: check, map, match, unify, load, tally.",
  },
  match: { zh: "识别同一人", en: "records of one person" },
  "match:files": {
    zh: "在一份或两份名单中找出同一人:每对的概率,并可归组",
    en: "Find the records of one person in one list or two: pairs, and clusters.",
  },
  "match:train": {
    zh: "由名单学得比对权重并存为带版本的文件;再次训练时列出哪些结论会变",
    en: "Learn the weights from lists and keep them as a versioned file.",
  },
  "match:explain": {
    zh: "解释两人或两行为何是(不是)同一人:每个字段的分量",
    en: "Explain why two people or rows are one person or not, field by field.",
  },
  "match:undo": {
    zh: "把并错的人拆开(须另一人批准):先列出对钱和结算的全部后果",
    en: "Take a wrongly merged person apart; lists what it changes in money first.",
  },
  "match:export": {
    zh: "把待审核的记录对写成工作簿(两条记录并排,不同处标色),供人工决定",
    en: "Write the pairs that wait for review as a workbook, records side by side.",
  },
  "match:import": {
    zh: "读回审核工作簿:决定记入决定簿,认定为同一人的并为一人",
    en: "Read decisions back: into the journal, and one person of what is the same.",
  },
  "migrate:accept": {
    zh: "接受与控制数的一笔差额(须另一人批准),写明理由",
    en: "Accept one difference from a control total, for a reason; another person approves.",
  },
  settle: { zh: "费用结算", en: "settlement of claims" },
  "settle:month": { zh: "结算一个月的全部单据", en: "Settle every claim of one month." },
  "settle:explain": {
    zh: "逐步解释一张单据的每个金额及其依据",
    en: "Explain every amount of one settlement, with its article.",
  },
  "settle:correct": {
    zh: "按顺序重算本年各人的结算,只把差额以冲销和新结算记入未关账的月份",
    en: "Settle people's years again in order and post only the differences, in an open month.",
  },
  "settle:compare": {
    zh: "窗口支付与规定比对,差异按可能原因分组,供稽核",
    en: "Hold what windows paid against the law, grouped by probable cause, for the audit.",
  },
  "settle:recount": {
    zh: "用第二套独立程序复算一个月,金额和所用条款都要一致",
    en: "Settle a month a second time by another implementation; amounts and parameters agree.",
  },
  "settle:simulate": {
    zh: "用另一套政策文件试算一年:谁得益谁吃亏,基金多付少付(不改动数据)",
    en: "Try other policy files on a year: who gains, who loses; nothing is changed.",
  },
  budget: { zh: "医院总额预算", en: "hospitals' global budgets" },
  "budget:month": {
    zh: "计算各医院当月额度、扣款、保证金、实拨与缓付,出拨付单",
    en: "Each hospital's month: quota, deductions, holdback, payable, deferred.",
  },
  "budget:explain": {
    zh: "逐步解释一家医院一个月的拨付",
    en: "Explain one hospital's payment of one month.",
  },
  month: { zh: "月份与关账", en: "months and closing" },
  "month:status": { zh: "各月份的状态", en: "The state of every month." },
  "month:close": { zh: "关账:此后该月不再变动", en: "Close a month: it never changes again." },
  policy: { zh: "政策文件", en: "policy files" },
  "policy:check": {
    zh: "检查政策文件:证明无缺漏,列出何时变动、暂定值和二手值",
    en: "Check policy files: prove them complete, list what changes when and what is assumed.",
  },
  "policy:show": {
    zh: "查看某一天生效的规定,每个数值附依据",
    en: "Show the law in force on a day, each value with its source.",
  },
  "policy:compare": {
    zh: "并排比较两个政策包,或同一包的两天",
    en: "Compare two packs, or one pack on two days, side by side.",
  },
  "policy:try": {
    zh: "按一套政策结算手写的算例,逐分核对应得的金额;不写入数据库",
    en: "Settle worked examples under a pack and compare what they state, to the fen.",
  },
  run: { zh: "运行记录", en: "the journal of runs" },
  "run:list": { zh: "列出各次运行", en: "List the runs." },
  "run:show": {
    zh: "查看一次运行;--row 由任一记录追到源文件的那一行",
    en: "Show one run; --row leads from any record to its line in the source file.",
  },
  "run:diff": {
    zh: "比较两次演练:哪些行不再搁置,哪些新搁置,原因、人数和金额的变化",
    en: "Compare two rehearsals: rows set aside before and not now, and the other way round.",
  },
  "run:verify": {
    zh: "核对输出文件并计算全部事实的指纹",
    en: "Check the output files and take the fingerprint of all facts.",
  },
} as const satisfies Record<string, Text>;

export type CommandId = keyof typeof commandTexts;

/** The frame of the help, which the framework gives in English. */
export const helpTexts: Readonly<Record<string, Text>> = {
  USAGE: { zh: "用法", en: "USAGE" },
  ARGUMENTS: { zh: "参数", en: "ARGUMENTS" },
  FLAGS: { zh: "选项", en: "FLAGS" },
  "GLOBAL FLAGS": { zh: "通用选项", en: "GLOBAL FLAGS" },
  DESCRIPTION: { zh: "说明", en: "DESCRIPTION" },
  EXAMPLES: { zh: "示例", en: "EXAMPLES" },
  ALIASES: { zh: "别名", en: "ALIASES" },
  VERSION: { zh: "版本", en: "VERSION" },
  COMMANDS: { zh: "命令", en: "COMMANDS" },
  TOPICS: { zh: "命令组", en: "TOPICS" },
  "(required)": { zh: "(必填)", en: "(required)" },
  "[COMMAND]": { zh: "[命令]", en: "[COMMAND]" },
  " COMMAND\n": { zh: " 命令\n", en: " COMMAND\n" },
  "<value>": { zh: "<值>", en: "<value>" },
  "<option>": { zh: "<选项>", en: "<option>" },
  "<options:": { zh: "<可选:", en: "<options:" },
  "[default:": { zh: "[默认:", en: "[default:" },
};

/** What can be wrong with a command line, in words; `{found}` is the flag, argument or value. */
export const commandLineTexts = {
  unknownFlag: { zh: "没有选项 {found}", en: "there is no flag {found}" },
  unexpectedArgument: { zh: "多出的参数 {found}", en: "unexpected argument {found}" },
  missingArgument: { zh: "缺少参数 {found}", en: "the argument {found} is missing" },
  missingFlag: { zh: "缺少选项 {found}", en: "the flag {found} is missing" },
  repeatedFlag: { zh: "选项 {found} 只能写一次", en: "the flag {found} is given twice" },
  badText: {
    zh: "{found} 的值 {value} 不合要求(日期写作 2017-01-31,月份写作 2017-01,年度写作 2017,编号写数字,概率写 0 到 1,理由不能为空)",
    en:
      "the value {value} of {found} does not fit " +
      "(a day like 2017-01-31, a month like 2017-01, a year like 2017, a number, " +
      "a share like 0.95, a reason)",
  },
  badValue: {
    zh: "{found} 的值不合要求:{expected}",
    en: "the value of {found} does not fit: {expected}",
  },
  unknownCommand: { zh: "没有命令 {found}", en: "there is no command {found}" },
  other: { zh: "{found}", en: "{found}" },
} as const satisfies Record<string, Text>;

/** How messages begin. */
export const screenTexts = {
  refused: { zh: "没有执行:{reason}", en: "Not done: {reason}" },
  nextStep: { zh: "下一步:{step}", en: "Next: {step}" },
  bug: {
    zh: "程序内部出错,这是我们的问题。请先运行 liutong run list 查看状态,并把下面的内容发给维护人员:",
    en: "This is a mistake of ours; no data was changed. Please send what follows to its makers:",
  },
} as const satisfies Record<string, Text>;
