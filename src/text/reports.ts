/** The header of the file of set-aside rows. */
export const setAsideHeader = {
  zh: ["文件", "行号", "原因代码", "原文", "原因与处理办法"],
  en: ["file", "line", "reason codes", "original text", "reasons and what to do"],
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
