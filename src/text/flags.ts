import type { Text } from "./tell.js";

/** The summary of every flag and argument. */
export const flagTexts = {
  lang: { zh: "屏幕语言 zh 或 en", en: "language of the screen, zh or en" },
  json: { zh: "以 JSON 输出", en: "print JSON" },
  dir: { zh: "工作区目录(默认从当前目录向上找)", en: "workspace folder (found upwards)" },
  db: { zh: "数据库文件(默认按工作区)", en: "database file (default: the workspace's)" },
  operator: { zh: "操作员姓名", en: "name of the operator" },
  month: { zh: "月份,如 2017-01", en: "month, such as 2017-01" },
  region: { zh: "地区包", en: "region pack" },
  pack: {
    zh: "政策包:文件夹、单个文件或地区名(默认为工作区的地区)",
    en: "pack: a folder, a file or a region's name (default: the workspace's)",
  },
  examples: {
    zh: "算例文件(默认 mappings/examples/地区.yaml)",
    en: "file of worked examples (default: mappings/examples/REGION.yaml)",
  },
  steps: {
    zh: "逐步写出每张单据的算法和依据",
    en: "print every step of every bill, with its source",
  },
  law: {
    zh: "政策包,可加 @日期;只写 @日期 即工作区的地区",
    en: "a pack, perhaps with @DAY; @DAY alone is the workspace's region",
  },
  on: { zh: "哪一天的规定,如 2017-06-30", en: "the law of which day, such as 2017-06-30" },
  concerning: { zh: "只看某一类人(类别或身份)", en: "only what concerns a class or identity" },
  all: { zh: "相同的也列出", en: "what is the same, too" },
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
  left: {
    zh: "个人编号,或 来源:原编号;用 --in 时为一行的编号",
    en: "person number or source:old number; with --in the id of one row",
  },
  right: { zh: "另一个,写法相同", en: "the other, in the same way" },
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
  toCentre: {
    zh: "这张窗口结算的单据改由中心计算(要写 --reason)",
    en: "this window claim becomes the centre's (needs --reason)",
  },
  tried: { zh: "要试算的政策文件夹", en: "folder of the policy files to try" },
  year: { zh: "年度", en: "year" },
  verify: {
    zh: "只核对步骤的算术:每一行按自己的数字重算",
    en: "check the arithmetic of the steps alone, each line from its own numbers",
  },
  settlement: { zh: "医院的结算编号 medins_setl_id", en: "settlement number (medins_setl_id)" },
  hospital: { zh: "机构编码 fixmedins_code", en: "institution (fixmedins_code)" },
  approval: { zh: "待审批编号", en: "number of what waits for approval" },
  refuse: { zh: "不同意,并写明理由", en: "do not approve, for this reason" },
  run: { zh: "运行编号", en: "number of the run" },
} as const satisfies Record<string, Text>;

export type FlagName = keyof typeof flagTexts;
