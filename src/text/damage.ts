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
    en: "its fields take {found} bytes with the mark of deletion, a record should have {expected}",
  },
  unparsed: { zh: "读到一半读不下去({found})", en: "it cannot be read to its end ({found})" },
  notWorkbook: { zh: "里面没有工作簿", en: "there is no workbook in it" },
  password: { zh: "设有打开密码", en: "it is protected by a password" },
  noSheets: { zh: "工作簿中没有任何内容", en: "nothing stands in the workbook" },
  tooLarge: {
    zh: "展开后太大({found},上限 {expected});请另存为 CSV(UTF-8)再读",
    en: "too large when unpacked ({found}, at most {expected}); save it as CSV (UTF-8)",
  },
  markup: { zh: "含有工作簿中不该有的 {found}", en: "it holds {found}, which no workbook has" },
} as const satisfies Record<string, Text>;
