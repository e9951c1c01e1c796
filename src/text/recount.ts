/** The columns of the list of what a recount found otherwise. */
export const recountHeader = {
  zh: ["结算编号", "项目", "已结算", "复算"],
  en: ["settlement", "amount", "settled", "recounted"],
} as const;
