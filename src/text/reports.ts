import type { Text } from "./tell.js";

/** The header of the file of set-aside rows. */
export const setAsideHeader = {
  zh: ["文件", "行号", "原因代码", "原文", "原因与处理办法"],
  en: ["file", "line", "reason codes", "original text", "reasons and what to do"],
} as const;

/** The header of the file of changes that a later delivery made. */
export const changesHeader = {
  zh: ["个人编号", "记录", "字段", "原值", "新值", "文件", "行号"],
  en: ["person", "record", "field", "before", "after", "file", "line"],
} as const;

/** The header of the file of window claims that differ from the law. */
export const suspectHeader = {
  zh: ["结算编号", "机构编码", "项目", "窗口金额", "政策计算", "窗口多付"],
  en: ["settlement number", "institution", "field", "paid", "computed", "paid more"],
} as const;

/** The header of the file of claims that wait. */
export const waitingHeader = {
  zh: ["结算编号", "文件", "行号", "原因代码", "原因与处理办法"],
  en: ["settlement number", "file", "line", "reason codes", "reasons and what to do"],
} as const;

/** The header of the file of rows that two runs set aside differently. */
export const diffHeader = {
  zh: ["变化", "文件", "前行号", "后行号", "前原因", "后原因", "原文"],
  en: ["change", "file", "line before", "line after", "reasons before", "reasons after", "text"],
} as const;

/** How a set-aside row can differ between two runs. */
export const diffKinds = {
  released: { zh: "不再搁置", en: "no longer set aside" },
  gone: { zh: "搁置的行已不在文件中", en: "set aside before, no longer delivered" },
  caught: { zh: "新搁置", en: "set aside now" },
  arrived: { zh: "新来的行被搁置", en: "new in the file, set aside" },
  changed: { zh: "原因改变", en: "other reasons" },
} as const satisfies Record<string, Text>;
