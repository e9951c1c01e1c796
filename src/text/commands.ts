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
    zh: "解释两行为何是(不是)同一人:每个字段的分量",
    en: "Explain why two rows are one person or not, field by field.",
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
    zh: "检查政策文件,列出暂定值",
    en: "Check the policy files and list what is assumed.",
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

/** The summary of every flag and argument. */
export const flagTexts = {
  lang: { zh: "屏幕语言 zh 或 en", en: "language of the screen, zh or en" },
  json: { zh: "以 JSON 输出", en: "print JSON" },
  dir: { zh: "工作区目录(默认从当前目录向上找)", en: "workspace folder (found upwards)" },
  db: { zh: "数据库文件(默认按工作区)", en: "database file (default: the workspace's)" },
  operator: { zh: "操作员姓名", en: "name of the operator" },
  month: { zh: "月份,如 2017-01", en: "month, such as 2017-01" },
  region: { zh: "地区包", en: "region pack" },
  people: { zh: "人数", en: "how many people" },
  seed: { zh: "种子:同种子同字节", en: "seed: the same seed gives the same bytes" },
  registers: {
    zh: "改为两份待比对的名单和真值(一人多行、错号、同音字……),供 match files 用",
    en: "instead, two registers to be matched (match files), with the truth of every row",
  },
  layouts: {
    zh: "改为每种随带的布局各生成一个小文件",
    en: "make a small file in every shipped layout instead",
  },
  rates: {
    zh: "脏数据比例文件,或随带的 intake",
    en: "file with the rates of dirt, or the shipped intake",
  },
  rate: { zh: "一种脏数据的比例,可重复", en: "rate of one kind of dirt; may be repeated" },
  out: { zh: "写入的新目录或新文件", en: "new folder or file to write to" },
  file: { zh: "要查看的文件,或清单所列的文件", en: "file to look at, or of the manifest" },
  delivered: { zh: "报送文件所在的目录", en: "folder of the delivered files" },
  title: { zh: "清单的标题(默认为目录名和月份)", en: "title (default: folder and month)" },
  entry: { zh: "压缩包中的哪个文件", en: "which file of an archive" },
  sheet: { zh: "工作簿中的哪张工作表", en: "which sheet of a workbook" },
  propose: { zh: "把映射草稿写入这个新文件", en: "new file for a draft of its mapping" },
  list: { zh: "名单(CSV,首行为表头)", en: "list (CSV with a header)" },
  other: { zh: "第二份名单", en: "second list" },
  spec: { zh: "比对规则文件", en: "file of the comparison model" },
  id: { zh: "编号所在的列,每行不同", en: "column of the ids, one of its own per row" },
  weights: { zh: "训练好的权重文件", en: "weights that were trained before" },
  left: { zh: "一行的编号", en: "id of one row" },
  right: { zh: "另一行的编号", en: "id of the other" },
  in: { zh: "名单文件,一份或两份(重复此选项)", en: "list of people; twice for two lists" },
  decisions: {
    zh: "改为写出决定簿(全部决定):查阅、改主意、带到另一个库",
    en: "write the journal of all decisions instead: to read, revise, take to another database",
  },
  reviewed: { zh: "填好决定的审核工作簿", en: "the workbook with the decisions" },
  clusters: { zh: "写出 id,cluster 的文件", en: "file to write id,cluster to" },
  floor: { zh: "低于此概率的对不写出", en: "leave out pairs below this probability" },
  workers: {
    zh: "用几个线程(缺省为处理器个数,至多 4;不影响结果)",
    en: "how many threads (as many as processors, 4 at most; it changes no result)",
  },
  across: { zh: "只比对两份名单之间的", en: "pairs across the two lists only" },
  folder: { zh: "工作区目录", en: "folder of the workspace" },
  secondPerson: {
    zh: "关账须另一人审批 on 或 off",
    en: "closing needs a second person, on or off",
  },
  delivery: {
    zh: "交付目录(含 delivery.yaml)",
    en: "folder of the delivery (delivery.yaml in it)",
  },
  total: { zh: "差额所在的合计项:rows 或字段名", en: "what differs: rows, or a field" },
  amount: { zh: "差额 = 文件 − 清单,一分不差", en: "the difference, file less manifest, exactly" },
  reason: { zh: "理由", en: "the reason" },
  before: { zh: "前一次:运行编号、库文件或 库文件:编号", en: "the earlier: RUN, DB or DB:RUN" },
  after: { zh: "后一次,写法相同", en: "the later one, in the same way" },
  row: {
    zh: "由记录追到源行:person:编号 · claim:结算编号 · row:文件:行 等",
    en: "back to the source rows: person:NUMBER, claim:NUMBER, row:FILE:LINE …",
  },
  reveal: {
    zh: "不遮盖个人信息,写明理由(记入运行记录)",
    en: "show personal data, for this reason (journalled)",
  },
  corrections: {
    zh: "填好更正的搁置工作簿(out/private 中的 .xlsx)",
    en: "the workbook of set-aside rows, filled in (.xlsx in out/private)",
  },
  missingCodes: {
    zh: "新目录,写入对照表没有的旧码,供填写后接到对照表后面",
    en: "a new folder for lists of old codes that no crosswalk has, to be completed",
  },
  person: { zh: "要拆开的个人编号", en: "number of the person to take apart" },
  records: {
    zh: "分出去的记录:来源:原编号、来源:原编号:姓名 或 row:文件:行号,逗号隔开",
    en: "the records that leave: SOURCE:OLDNUMBER, SOURCE:OLDNUMBER:NAME or row:FILE:LINE",
  },
  decision: {
    zh: "收回这一号“同一人”的决定(可重复)",
    en: "take back this decision that two records are one person; may be repeated",
  },
  settlement: { zh: "医院的结算编号 medins_setl_id", en: "settlement number (medins_setl_id)" },
  hospital: { zh: "机构编码 fixmedins_code", en: "institution (fixmedins_code)" },
  approval: { zh: "待审批编号", en: "number of what waits for approval" },
  refuse: { zh: "不同意,并写明理由", en: "do not approve, for this reason" },
  run: { zh: "运行编号", en: "number of the run" },
} as const satisfies Record<string, Text>;

export type FlagName = keyof typeof flagTexts;

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
  badText: {
    zh: "{found} 的值 {value} 不合要求(月份写作 2017-01,编号写数字,概率写 0 到 1,理由不能为空)",
    en:
      "the value {value} of {found} does not fit " +
      "(a month like 2017-01, a number, a share like 0.95, a reason)",
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
