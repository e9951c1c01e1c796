import type { Text } from "./tell.js";

/** The columns before those of the layout, in the workbook of set-aside rows. */
export const bookColumns = {
  key: { zh: "行键(勿改)", en: "row key (do not change)" },
  action: { zh: "处理", en: "action" },
  reason: { zh: "放弃理由", en: "why it is dropped" },
  file: { zh: "文件", en: "file" },
  line: { zh: "行号", en: "line" },
  problems: { zh: "原因与处理办法", en: "reasons and what to do" },
  proposed: { zh: "建议值", en: "proposed value" },
  raw: { zh: "原文", en: "original text" },
} as const satisfies Record<string, Text>;

/** What a clerk may write under 处理. */
export const bookActions = {
  corrected: { zh: "更正", en: "correct" },
  dropped: { zh: "放弃", en: "drop" },
} as const satisfies Record<string, Text>;

/** The sheet that says how the workbook is used. */
export const bookNotes = {
  name: { zh: "说明", en: "notes" },
  heading: { zh: "怎样更正", en: "how to correct" },
  edit: {
    zh: "直接修改有问题的单元格(黄色),其余不动。改过的行视为更正,“处理”可以不填。",
    en: "Edit the cells that are wrong (yellow) and nothing else. An edited row is a correction.",
  },
  again: {
    zh: "不改内容而要重新处理(例如对照表已补全),在“处理”选 更正。",
    en: "To have a row read again as it is (a crosswalk was completed), choose: correct.",
  },
  drop: {
    zh: "不再要的行,在“处理”选 放弃,并写明放弃理由;照样计数。",
    en: "A row that is not wanted any more: choose drop and say why. It is still counted.",
  },
  left: {
    zh: "没有动的行继续搁置。不要增删列,不要改行键,不要写公式。",
    en: "Rows left as they are wait on. Add or remove no column, keep the keys, no formulas.",
  },
  give: {
    zh: "改完后:liutong migrate run 交付目录 --corrections 本文件",
    en: "Then: liutong migrate run DELIVERY --corrections THIS-FILE",
  },
} as const satisfies Record<string, Text>;
