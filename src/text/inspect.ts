import type { Text } from "./tell.js";

/** The shapes of cells; the English words are also their names in JSON. */
export const patternTexts = {
  empty: { zh: "空", en: "empty" },
  digits: { zh: "{detail} 位数字", en: "{detail} digits" },
  scientific: { zh: "科学计数", en: "scientific notation" },
  apostrophe: { zh: "数字,前有撇号", en: "digits after an apostrophe" },
  excelText: { zh: '写作 ="…" 的文本', en: 'text written ="…"' },
  phone: { zh: "手机号", en: "mobile phone" },
  date: { zh: "日期 {detail}", en: "date {detail}" },
  badDate: { zh: "不存在的日期 {detail}", en: "impossible date {detail}" },
  month: { zh: "月份 {detail}", en: "month {detail}" },
  decimal: { zh: "{detail} 位小数", en: "{detail} decimal places" },
  grouped: { zh: "带千分位的数", en: "number with thousands separators" },
  decimalComma: { zh: "以逗号作小数点的数", en: "number with a decimal comma" },
  negative: { zh: "带符号的整数", en: "whole number with sign" },
  chinese: { zh: "汉字", en: "Chinese text" },
  latin: { zh: "字母", en: "Latin text" },
  code: { zh: "字母数字代码", en: "letters and digits" },
  fullWidth: { zh: "含全角字母数字", en: "full-width letters or digits" },
  mixed: { zh: "其他文字", en: "other text" },
} as const satisfies Record<string, Text>;

/** What became of cells that look like certificate numbers. */
export const idTexts = {
  valid: { zh: "有效 18 位", en: "valid" },
  upgraded: { zh: "15 位可升", en: "15 digits, can be completed" },
  missing: { zh: "无", en: "none" },
  badCheckDigit: { zh: "校验位不符", en: "wrong check digit" },
  badDate: { zh: "日期不成立", en: "impossible date" },
  badDivision: { zh: "没有这个省", en: "of no province" },
  excelRounded: { zh: "Excel 近似数", en: "rounded by Excel" },
  suffixed: { zh: "他人号码加后缀", en: "another's number with a mark" },
  notAnId: { zh: "不是证件号", en: "not an id" },
} as const satisfies Record<string, Text>;

/** What a file can be that cannot be read yet. */
export const kindTexts = {
  folder: { zh: "目录", en: "a folder" },
  dbf: { zh: "DBF 数据库文件", en: "a DBF database file" },
  xls: { zh: "XLS 工作簿(Excel 97–2003)", en: "an XLS workbook (Excel 97–2003)" },
  xlsx: { zh: "XLSX 工作簿", en: "an XLSX workbook" },
  office: {
    zh: "别的办公文件(Word、演示文稿或 ODS,不是 Excel 工作簿)",
    en: "another office file (Word, slides, ODS), not an Excel workbook",
  },
  encrypted: { zh: "设有打开密码的办公文件", en: "an office file protected by a password" },
  zip: { zh: "ZIP 压缩包", en: "a ZIP archive" },
  gzip: { zh: "GZIP 压缩文件", en: "a GZIP file" },
  "utf-16": { zh: "UTF-16 编码的文本", en: "UTF-16 text" },
  markup: { zh: "网页或 XML(常被命名为 .xls)", en: "a web page or XML (often named .xls)" },
  binary: { zh: "不认识的二进制文件", en: "a binary file of an unknown kind" },
} as const satisfies Record<string, Text>;

/** What a file can be. */
export const formatTexts = {
  delimited: { zh: "分隔文本", en: "delimited text" },
  fixed: { zh: "定长文本", en: "fixed-width text" },
  pairs: { zh: "键值文本", en: "text of names and values" },
  dbf: { zh: "DBF 数据库文件", en: "DBF table" },
  xls: { zh: "XLS 工作簿", en: "XLS workbook" },
  xlsx: { zh: "XLSX 工作簿", en: "XLSX workbook" },
} as const satisfies Record<string, Text>;

/** The lines of an inspection on the screen. */
export const inspectTexts = {
  format: {
    zh: "{format}:{rows} 行,{columns} 列,{header}(把握:{confidence})",
    en: "{format}: {rows} rows, {columns} columns, {header} (confidence: {confidence})",
  },
  withHeader: { zh: "首行为表头", en: "the first line is a header" },
  withHeaderAt: { zh: "第 {row} 行起为表头", en: "the header begins in row {row}" },
  withNames: { zh: "自带列名", en: "it names its columns" },
  withoutHeader: { zh: "没有表头", en: "no header" },
  assign: {
    zh: "每对之间 {delimiter},名与值之间 {assign}",
    en: "{delimiter} between pairs, {assign} between name and value",
  },
  range: { zh: "字节", en: "bytes" },
  delimiter: { zh: "分隔符 {delimiter},{quote}", en: "delimiter {delimiter}, {quote}" },
  quoted: { zh: "引号 {quote}", en: "quotes {quote}" },
  unquoted: { zh: "不用引号", en: "no quotes" },
  encoding: { zh: "编码 {encoding}:{evidence}", en: "encoding {encoding}: {evidence}" },
  asciiEvidence: {
    zh: "全是 ASCII 字节,各种编码读来一样",
    en: "only ASCII bytes, which every encoding reads the same",
  },
  markEvidence: { zh: "以标记 {mark} 开头", en: "begins with the mark {mark}" },
  wideEvidence: {
    zh: "没有标记,但字符之间相间有零字节",
    en: "no mark, but zero bytes between the characters",
  },
  fourBytes: { zh: ";其中四字节字符 {count} 个", en: "; {count} of them have four bytes" },
  ambiguous: {
    zh: "(两种读法都成立:字太少,请看内容定夺)",
    en: " (both make sense: too few characters to tell, look at the text)",
  },
  container: { zh: "在 {container} 压缩包内:{entry}", en: "inside a {container} file: {entry}" },
  dbfHead: {
    zh: "DBF 文件头:版本 {version},代码页 {codePage},写有 {stated} 条记录",
    en: "DBF header: version {version}, code page {codePage}, states {stated} records",
  },
  sheets: { zh: "工作表(行数):{sheets}", en: "sheets (with their rows): {sheets}" },
  workbookEvidence: { zh: "工作簿自带编码", en: "a workbook has its own" },
  countEvidence: {
    zh: "按 UTF-8 读有 {utf8} 字、{utf8Broken} 处不成字;按 GB18030 读有 {gb} 字、{gbBroken} 处不成字",
    en:
      "read as UTF-8 {utf8} characters, {utf8Broken} broken; " +
      "read as GB18030 {gb} characters, {gbBroken} broken",
  },
  column: { zh: "列", en: "column" },
  name: { zh: "名称", en: "name" },
  fill: { zh: "填写率", en: "filled" },
  distinct: { zh: "不同值", en: "distinct" },
  longest: { zh: "最长", en: "longest" },
  patterns: { zh: "样式", en: "patterns" },
  proposed: { zh: "看来是", en: "looks like" },
  samples: { zh: "样例(已遮盖)", en: "samples (masked)" },
  ids: { zh: "第 {column} 列 {name} 的证件号:{counts}", en: "ids in {column} {name}: {counts}" },
  finding: {
    zh: "第 {column} 列 {name}:{code} {count} 处(行 {lines})",
    en: "column {column} {name}: {code} {count} times (lines {lines})",
  },
  unfit: {
    zh: "不合格式、未计入各列的行:{code} {count} 行(行 {lines})",
    en: "rows that do not fit, in no column's figures: {code} {count} (lines {lines})",
  },
  rowFinding: {
    zh: "整行:{code} {count} 处(行 {lines})",
    en: "whole rows: {code} {count} times (lines {lines})",
  },
  unmapped: { zh: "没有对上字段的列:{columns}", en: "columns without a field: {columns}" },
  written: { zh: "映射草稿已写入 {path},请逐列核对", en: "draft mapping in {path}; check it" },
} as const satisfies Record<string, Text>;

/** The words of a drafted mapping file. */
export const proposalTexts = {
  title: { zh: "{file}(草稿)", en: "{file} (draft)" },
  head: {
    zh: "由 liutong source inspect 起草,须由人逐列核对后才能使用。",
    en: "Drafted by liutong source inspect; a person has to check every column before it is used.",
  },
  levels: {
    zh: "把握:高 = 表头与内容都相符;中 = 只有一方可据;低 = 两方不符,或仅凭内容推测。",
    en: "Confidence: high = header and values agree; medium = one of them; low = doubtful.",
  },
  toFill: {
    zh: "待填:source(来源系统);没有对照表的 table。已写的对照表按覆盖率选出,同一代码在两个来源可能含义不同。",
    en:
      "To be filled in: source, and every table without a crosswalk. Those that are there were " +
      "chosen by coverage; one code may mean two things in two sources.",
  },
  recordUnsure: {
    zh: "record 没有把握:没有一列能可靠对上,请先改定。",
    en: "The record is a guess: no column was recognised for sure. Correct it first.",
  },
  missing: {
    zh: "还缺必填字段(补一列,或写进 constants):{field} {zh}",
    en: "Required and not found (map a column, or write it into constants): {field} {zh}",
  },
  fill: { zh: "待填", en: "to-be-filled-in" },
  unused: { zh: "待确认", en: "to be confirmed" },
  high: { zh: "高:表头与内容相符", en: "high: header and values agree" },
  emptyColumn: { zh: "中:表头相符,列为空", en: "medium: by the header, the column is empty" },
  differing: { zh: "低:表头相符,内容不像", en: "low: by the header, the values look otherwise" },
  byValues: { zh: "中:仅凭内容", en: "medium: by the values alone" },
  guessed: { zh: "低:仅凭内容推测", en: "low: guessed from the values" },
  taken: { zh: "与另一列同指 {field}", en: "means {field} too, as another column does" },
  unkept: { zh: "认得的列,本记录不设此字段", en: "a known column; this record has no such field" },
  coverage: {
    zh: "对照表认得 {share} 的值,含义须核对",
    en: "the crosswalk knows {share} of the values; check what they mean",
  },
  daysUnclear: {
    zh: "日与月分不清或年份只有两位,须写 format:",
    en: "day and month cannot be told apart, or the century is missing: write format:",
  },
  rivals: { zh: ",同样认得的还有 {tables}", en: ", and so do {tables}" },
  unknown: { zh: "没有对上的字段", en: "no field goes by this name" },
} as const satisfies Record<string, Text>;

/** How sure a proposal is. */
export const confidenceTexts = {
  high: { zh: "高", en: "high" },
  medium: { zh: "中", en: "medium" },
  low: { zh: "低", en: "low" },
} as const satisfies Record<string, Text>;
