import type { Text } from "./tell.js";

/** The columns of the journal of decisions as a workbook; the first four may be filled in. */
export const entryColumns = {
  key: { zh: "条目键(勿改)", en: "entry key (do not change)" },
  instead: { zh: "改为", en: "instead" },
  insteadReason: { zh: "改的理由", en: "why instead" },
  reviewer: { zh: "审核人", en: "reviewer" },
  id: { zh: "编号", en: "no." },
  state: { zh: "状态", en: "state" },
  kind: { zh: "决定", en: "decision" },
  decidedBy: { zh: "决定人", en: "decided by" },
  decidedOn: { zh: "日期", en: "day" },
  reason: { zh: "决定的理由", en: "why" },
  origin: { zh: "出处", en: "origin" },
  replaces: { zh: "推翻第几号", en: "replaces no." },
  leftSource: { zh: "来源(左)", en: "source (left)" },
  rightSource: { zh: "来源(右)", en: "source (right)" },
  leftLegacyId: { zh: "原个人编号(左)", en: "old number (left)" },
  rightLegacyId: { zh: "原个人编号(右)", en: "old number (right)" },
  leftName: { zh: "姓名(左)", en: "name (left)" },
  rightName: { zh: "姓名(右)", en: "name (right)" },
  leftPlace: { zh: "无编号者的文件哈希:行(左)", en: "file hash:row, without a number (left)" },
  rightPlace: { zh: "无编号者的文件哈希:行(右)", en: "file hash:row, without a number (right)" },
} as const satisfies Record<string, Text>;

/** Where an entry comes from, and whether it still counts. */
export const entryTexts = {
  sheet: { zh: "决定簿", en: "decisions" },
  review: { zh: "审核", en: "review" },
  undo: { zh: "拆分", en: "undo" },
  file: { zh: "别库带来", en: "from elsewhere" },
  inForce: { zh: "有效", en: "in force" },
  replacedBy: { zh: "已被第 {id} 号推翻", en: "replaced by {id}" },
} as const satisfies Record<string, Text>;

/** The sheet that says how the journal is used. */
export const entryNotes = {
  name: { zh: "说明", en: "notes" },
  heading: { zh: "决定簿怎么用", en: "how the journal is used" },
  empty: { zh: "还没有任何决定。", en: "Nothing has been decided yet." },
  what: {
    zh: "全部决定,按编号排列;记入之后永不改动,每次迁移都照着执行。",
    en: "Every decision by its number; none is ever changed, and every migration obeys them.",
  },
  revise: {
    zh: "认为哪一条不对:在那一行“改为”选相反的决定并写理由,再 match import;原来那条留着,注明被推翻。",
    en: "To revise one: choose the opposite under “instead”, say why, and import it again.",
  },
  carry: {
    zh: "带到另一个库(演练):在那边 match import 本文件,下一次 migrate 就照着执行。",
    en: "To take them to another database: match import this file there, before migrate.",
  },
  keep: {
    zh: "除左边几列外不要改动;可以排序、筛选、删去不要的行。",
    en: "Change nothing but the first columns; sort, filter and leave out rows as you like.",
  },
} as const satisfies Record<string, Text>;
