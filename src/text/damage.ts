import type { Text } from "./tell.js";

/** What can be the matter with a file that is refused as damaged. */
export const damageTexts = {
  tooShort: { zh: "只有 {found} 字节", en: "it has only {found} bytes" },
  dbfHeaderCut: {
    zh: "文件头应有 {headerLength} 字节,整个文件只有 {found} 字节",
    en: "its header should have {headerLength} bytes, the whole file has {found}",
  },
  dbfNoFields: { zh: "文件头没有列出字段", en: "its header lists no fields" },
  dbfField: {
    zh: "字段 {found} 的类型或长度不成立",
    en: "the type or length of the field {found} makes no sense",
  },
  dbfLengths: {
    zh: "各字段共 {found} 字节(含删除标记),文件头写的记录长度是 {expected}",
    en: "the fields take {found} bytes (with the mark of deletion), a record should have {expected}",
  },
} as const satisfies Record<string, Text>;
