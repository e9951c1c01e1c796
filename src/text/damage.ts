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
  notWorkbook: {
    zh: "里面没有工作簿(要 XLSX 或 XLS;另存成 CSV、ODS 的,请再存为 XLSX)",
    en: "there is no workbook in it (XLSX or XLS; what was saved as CSV or ODS, save as XLSX)",
  },
  password: { zh: "设有打开密码", en: "it is protected by a password" },
  noSheets: { zh: "工作簿中没有任何内容", en: "nothing stands in the workbook" },
  tooLarge: {
    zh: "展开后太大({found},上限 {expected});请另存为 CSV(UTF-8)再读",
    en: "too large when unpacked ({found}, at most {expected}); save it as CSV (UTF-8)",
  },
  markup: { zh: "含有工作簿中不该有的 {found}", en: "it holds {found}, which no workbook has" },
  zipPath: {
    zh: "压缩包内有指向包外的路径 {found},没有解压",
    en: "it holds the path {found}, which leads out of it; nothing was unpacked",
  },
  zipTwice: { zh: "压缩包内 {found} 出现两次", en: "{found} stands in it twice" },
  zipMethod: {
    zh: "{found} 用的压缩方法读不了(请用普通 ZIP 压缩)",
    en: "{found} is packed in a way that cannot be read (use plain ZIP)",
  },
  checksum: { zh: "{found} 的校验和不符", en: "the checksum of {found} does not agree" },
  tooMany: {
    zh: "压缩包内有 {found} 个文件,上限 {expected}",
    en: "it holds {found} files, at most {expected} are read",
  },
  nested: {
    zh: "压缩包里还是压缩包({found});请先解开一层",
    en: "another archive is in it ({found}); unpack it once",
  },
  bomb: {
    zh: "{found} 字节的压缩包展开超过 {expected} 字节,已停止",
    en: "its {found} bytes unpack to more than {expected}; it was stopped there",
  },
} as const satisfies Record<string, Text>;

/** What a mapping can say that a file is. */
export const expectedTexts = {
  text: { zh: "文本", en: "text" },
  delimited: { zh: "分隔文本", en: "delimited text" },
  fixed: { zh: "定长文本(kind: fixed)", en: "fixed-width text (kind: fixed)" },
  pairs: { zh: "键值文本(kind: pairs)", en: "text of names and values (kind: pairs)" },
  dbf: { zh: "DBF(kind: dbf)", en: "a DBF (kind: dbf)" },
  sheet: { zh: "工作簿(kind: sheet)", en: "a workbook (kind: sheet)" },
} as const satisfies Record<string, Text>;
