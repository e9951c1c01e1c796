import type { Text } from "./tell.js";

/** The columns of the review queue that are filled in, and those that say what the pair is. */
export const reviewColumns = {
  key: { zh: "行键(勿改)", en: "row key (do not change)" },
  decision: { zh: "决定", en: "decision" },
  reason: { zh: "决定的理由", en: "why" },
  reviewer: { zh: "审核人", en: "reviewer" },
  replaces: { zh: "推翻第几号决定", en: "replaces decision no." },
  group: { zh: "组", en: "group" },
  probability: { zh: "是同一人的概率", en: "probability" },
  why: { zh: "为什么要审核", en: "why it is to be reviewed" },
  differences: { zh: "哪里不同(左/右)", en: "what differs (left/right)" },
  weights: { zh: "各项依据", en: "what each field says" },
  history: { zh: "历史", en: "history" },
} as const satisfies Record<string, Text>;

/** What a record says, each in a column of the left and one of the right record. */
export const sideColumns = {
  psnName: { zh: "姓名", en: "name" },
  certno: { zh: "证件号码", en: "certificate number" },
  brdy: { zh: "出生日期", en: "birth date" },
  gend: { zh: "性别", en: "sex" },
  householdNo: { zh: "家庭编号", en: "household" },
  headRelation: { zh: "与户主关系", en: "relation to head" },
  headName: { zh: "户主姓名", en: "head of household" },
  insuplcAdmdvs: { zh: "区划", en: "division" },
  tel: { zh: "联系电话", en: "phone" },
  enrolments: { zh: "参保", en: "enrolments" },
  source: { zh: "来源", en: "source" },
  legacyId: { zh: "原个人编号", en: "old number" },
  place: { zh: "文件:行", en: "file:line" },
  psnNo: { zh: "个人编号", en: "person number" },
} as const satisfies Record<string, Text>;

export type SideColumn = keyof typeof sideColumns;

/** The header of a side's column. */
export const sideTexts = {
  left: { zh: "{name}(左)", en: "{name} (left)" },
  right: { zh: "{name}(右)", en: "{name} (right)" },
} as const satisfies Record<string, Text>;

/** What may be chosen under 决定. */
export const reviewChoices = {
  same: { zh: "同一人", en: "same person" },
  different: { zh: "不是同一人", en: "different people" },
  later: { zh: "暂不决定", en: "not yet" },
} as const satisfies Record<string, Text>;

/** Why a pair waits for a person. */
export const reviewReasonTexts = {
  probability: {
    zh: "概率在“同一人”和“不同人”两个门槛之间,程序不敢定",
    en: "the probability lies between the two thresholds: a person must say",
  },
  chain: {
    zh: "成链:一条记录与两条都像,而那两条互不相像;并在一起必有一处错",
    en: "a chain: one record is like two others which are unlike each other; one link is wrong",
  },
  "two-people": {
    zh: "一条记录像两个已经登记的人,看不出是哪一个",
    en: "one record is like two people who are registered; nobody can tell which of them it is",
  },
  "decision-split": {
    zh: "与一个曾由人工拆开的人相像(见历史),程序不再自动合并",
    en: "it is like a person whom somebody has split before (see history): not merged by itself",
  },
} as const satisfies Record<string, Text>;

/** What the cells of the queue say. */
export const reviewTexts = {
  sheet: { zh: "待审核", en: "to review" },
  character: { zh: "第 {place} 字", en: "character {place}" },
  digit: { zh: "第 {place} 位", en: "digit {place}" },
  onlyLeft: { zh: "{where} 左有“{text}”右没有", en: "{where} “{text}” only left" },
  onlyRight: { zh: "{where} 右有“{text}”左没有", en: "{where} “{text}” only right" },
  piece: { zh: "{where} {left}/{right}", en: "{where} {left}/{right}" },
  wholly: { zh: "完全不同", en: "wholly different" },
  differs: { zh: "不同", en: "differs" },
  oneSided: { zh: "只有一方填写:{fields}", en: "on one side only: {fields}" },
  finding: { zh: "{field}:{found} {weight},{meaning}", en: "{field}: {found} {weight}, {meaning}" },
  nearness: { zh: "远近:{where} {weight}", en: "nearness: {where} {weight}" },
  rarity: { zh: "相同的值常见或少见 {weight}", en: "how rare the common values are {weight}" },
  sum: { zh: "合计 {weight}", en: "sum {weight}" },
  none: { zh: "没有不同", en: "nothing differs" },
  decided: {
    zh: "第 {id} 号决定({day} {who}):{one} 与 {other} {decision};{reason}",
    en: "decision {id} ({day}, {who}): {one} and {other}: {decision}; {reason}",
  },
  replacedBy: { zh: "已被第 {id} 号推翻", en: "replaced by decision {id}" },
  otherRow: {
    zh: "{side}方此人另有记录:{facts}",
    en: "another record of the {side} person: {facts}",
  },
  changed: {
    zh: "{side}方曾改动 {field}:{before} → {after}",
    en: "{field} of the {side} person was changed: {before} → {after}",
  },
  alias: {
    zh: "{side}方曾用个人编号 {found}",
    en: "the {side} person also had the number {found}",
  },
  left: { zh: "左", en: "left" },
  right: { zh: "右", en: "right" },
  since: { zh: "{scheme} {day} 起", en: "{scheme} since {day}" },
  ended: { zh: "{scheme} {day} 起(已终止或暂停)", en: "{scheme} since {day} (ended or paused)" },
  male: { zh: "男", en: "male" },
  female: { zh: "女", en: "female" },
} as const satisfies Record<string, Text>;

/** What stands in the place of a certificate number that cannot be believed. */
export const certnoTexts = {
  valid: { zh: "", en: "" },
  upgraded: { zh: "", en: "" },
  missing: { zh: "", en: "" },
  badCheckDigit: { zh: "(校验码不符)", en: "(check digit fails)" },
  badDate: { zh: "(号码中的日期不对)", en: "(its date is none)" },
  badDivision: { zh: "(号码中的区划不对)", en: "(its division is none)" },
  excelRounded: { zh: "(号码被 Excel 截断)", en: "(cut short by Excel)" },
  suffixed: { zh: "(他人号码加标记)", en: "(another's number with a mark)" },
  notAnId: { zh: "(不是身份证号码)", en: "(no certificate number)" },
} as const satisfies Record<string, Text>;

/** The sheet that says how the queue is worked on. */
export const reviewNotes = {
  name: { zh: "说明", en: "notes" },
  heading: { zh: "怎样审核", en: "how to review" },
  empty: { zh: "现在没有待审核的记录对。", en: "No pair waits for review." },
  what: {
    zh: "每行是两条记录(左、右)。黄色:两方都填而不同(不同的字是红色);橙色:只有一方填。",
    en: "Each row is two records. Yellow: both state it, differently; orange: one side only.",
  },
  order: {
    zh: "最像同一人的在前(重复参保、重复补助多在这里);同组的各对互相牵连,请一起看。",
    en: "The likeliest come first; the pairs of one group hang together, look at them together.",
  },
  decide: {
    zh: "在“决定”中选择 同一人、不是同一人 或 暂不决定,并写明理由;不填等于暂不决定。",
    en: "Choose a decision and say why; left empty, the pair waits on.",
  },
  reviewer: {
    zh: "“审核人”不填的,记为导入时的操作人。",
    en: "Where no reviewer is written, it is whoever gives the workbook back.",
  },
  replace: {
    zh: "与以前的决定相反时,在“推翻第几号决定”填上那一条的编号;不填则拒绝。",
    en: "What contradicts an earlier decision must state the number of the one it replaces.",
  },
  keep: {
    zh: "可以排序、筛选、增删别的列;不要改行键、姓名和原个人编号,不要写公式。",
    en: "Sort, filter, add columns as you like; keep keys, names and old numbers, no formulas.",
  },
  give: { zh: "审完后:liutong match import 本文件", en: "Then: liutong match import THIS-FILE" },
} as const satisfies Record<string, Text>;
