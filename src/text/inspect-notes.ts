import type { Text } from "./tell.js";

/** What a person should know about how a file is written; every one also stands in the JSON. */
export const noteTexts = {
  "file-empty": { zh: "文件是空的", en: "the file is empty" },
  "title-rows": {
    zh: "表头之上有 {count} 行不是数据(标题、说明),映射写 skip: {count}",
    en: "{count} rows above the header or data are none (titles, comments): skip: {count}",
  },
  "header-unsure": {
    zh: "首行是否表头没有把握,请看内容",
    en: "whether the first row is a header is not certain: look at it",
  },
  "header-rows": {
    zh: "表头占 {count} 行,逐列用 / 连接",
    en: "{count} rows name the columns, joined by /",
  },
  "header-repeated": {
    zh: "表头或标题在中间又出现 {count} 行(如第 {lines} 行),不算数据",
    en: "{count} more rows repeat header or title (lines {lines}); they are no rows of data",
  },
  "names-repeated": {
    zh: "表头有重名:{names};映射按位置区分",
    en: "names that stand twice in the header: {names}; a mapping tells them by position",
  },
  "names-empty": {
    zh: "表头有 {count} 列没有名称",
    en: "columns without a name in the header: {count}",
  },
  "summary-line": {
    zh: "第 {line} 行是合计行(以 {begins} 开头),不算数据;映射写 summary: {begins}",
    en: "line {line} is a summary ({begins}), no row of data: summary: {begins}",
  },
  "blank-lines": { zh: "有 {count} 个空行,不算数据", en: "blank lines, no rows: {count}" },
  "line-ends-mixed": {
    zh: "换行混用:CRLF {crlf}、LF {lf}、CR {cr}",
    en: "mixed line ends: CRLF {crlf}, LF {lf}, CR {cr}",
  },
  "trailing-delimiter": {
    zh: "每行以分隔符结尾,最后一列没有名称也没有内容",
    en: "every line ends with the delimiter: the last column has neither name nor content",
  },
  undelimited: {
    zh: "没有找到分隔符:每行一列",
    en: "no delimiter was found: one column a line",
  },
  "cut-by-ruler": {
    zh: "各列的字节区间取自表头下的横线",
    en: "the byte ranges are those of the dashes under the names",
  },
  "cut-by-blanks": {
    zh: "各列的字节区间取自所有行都是空格的位置,请对照文件说明核对",
    en: "the byte ranges follow blanks that stand in all lines; check them against a description",
  },
  "cut-by-kinds": {
    zh: "有些列之间没有空格,区间按数字与汉字的交界、证件号、日期推断,必须对照文件说明核对",
    en:
      "some columns have no blanks between them: the cuts follow where digits begin, certificate " +
      "numbers and days; they have to be checked against a description",
  },
  uncut: {
    zh: "各行字节数相同,像定长文件,但看不出在哪里分列;需要文件说明,按 bytes: 写各列的字节区间",
    en:
      "all lines have equally many bytes, as in a fixed-width file, but nothing shows where its " +
      "columns begin: it takes a description of the file, and bytes: for every column",
  },
  ragged: {
    zh: "各行长短不一:行尾空格可能被去掉了",
    en: "the lines are not equally long: blanks at their ends may have been cut off",
  },
  "lines-otherwise": {
    zh: "有 {count} 行是 {encoding}(如第 {lines} 行),与文件其余部分不同;导入时逐行识别",
    en: "{count} lines are in {encoding} (such as {lines}), unlike the rest; they are read as such",
  },
  "lines-broken": {
    zh: "有 {count} 行含有不成字的字节(如第 {lines} 行)",
    en: "{count} lines have bytes that are no character (such as {lines})",
  },
  "encoding-unread": {
    zh: "文字看来是 {encoding},本程序只能按 GB18030 或 UTF-8 读 DBF,读出的文字不可信",
    en: "its text seems to be in {encoding}; a DBF is read as GB18030 or UTF-8, so do not trust it",
  },
  "other-sheets": {
    zh: "只看了工作表 {sheet};还有(行数){names},用 --sheet 指定",
    en: "this is the sheet {sheet}; there are more (with their rows): {names}; choose with --sheet",
  },
  "decimal-comma": {
    zh: "第 {columns} 列用逗号作小数点(1234,56),导入前必须改成小数点",
    en: "columns {columns} have decimal commas (1234,56); change them before the file is read",
  },
  "excel-text": {
    zh: '第 {columns} 列写成 ="…" 或带撇号,是为了不让 Excel 改成数字',
    en: 'columns {columns} are written ="…" or with an apostrophe, to keep Excel from them',
  },
} as const satisfies Record<string, Text>;

export type NoteCode = keyof typeof noteTexts;
