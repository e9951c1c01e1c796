import type { ProblemText } from "./problem-text.js";

/** What can be wrong with a workbook of set-aside rows that a clerk gives back, and what it did. */
export const correctionProblems = {
  "row-dropped": {
    effect: "setAside",
    zh: "经办人放弃了本行:{found};不再处理,照样计数",
    en: "a person has dropped this row: {found}; it goes no further and is still counted",
  },
  "correction-key-unknown": {
    effect: "refuse",
    zh: "行键 {found} 不是这批交付中任何一行的;行键不能改动,也不要把别的交付的行粘过来",
    en: "the row key {found} is of no row of this delivery; keep the keys as they were written",
  },
  "correction-key-repeated": {
    effect: "refuse",
    zh: "行键 {found} 在第 {other} 行已经出现过;同一行只能更正一次,请删去多余的",
    en: "the row key {found} stands in row {other} already; a row is corrected once, delete one",
  },
  "correction-row-differs": {
    effect: "refuse",
    zh: "行键与原文件中的这一行对不上:行键被移动或改动,或者文件已不是当时的文件",
    en: "the key does not fit its row in the file: it was moved or changed, or the file is another",
  },
  "correction-row-loaded": {
    effect: "refuse",
    zh: "这一行已经装载,不在搁置之列;已装载的记录以更正交付修改",
    en: "this row is loaded, it does not wait; a loaded record is changed by a later delivery",
  },
  "correction-header-differs": {
    effect: "refuse",
    zh: "第 {column} 列的表头是“{found}”,应为“{expected}”;请恢复原来的列,不要增删或改名",
    en: "column {column} is headed “{found}”, not “{expected}”; add, remove and rename no column",
  },
  "correction-formula": {
    effect: "refuse",
    zh: "单元格里是公式 {found};请改为值(选择性粘贴→数值)",
    en: "the cell holds the formula {found}; put its value there",
  },
  "correction-cell-kind": {
    effect: "refuse",
    zh: "单元格不是文本({found}),可能已被电子表格改写;请把单元格设为文本后重新填写",
    en: "the cell is no text ({found}) and may be rounded; make it a text cell, type it again",
  },
  "correction-action-unknown": {
    effect: "refuse",
    zh: "“处理”只能填 更正 或 放弃,这里是 {found}",
    en: "the action may be correct or drop, not {found}",
  },
  "correction-reason-missing": {
    effect: "refuse",
    zh: "放弃一行必须写明放弃理由",
    en: "a row is dropped only for a reason; write it down",
  },
} as const satisfies Record<string, ProblemText>;
