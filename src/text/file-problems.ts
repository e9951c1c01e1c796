import type { ProblemText } from "./problem-text.js";

/** What whole files can have: those of deliveries, and those that clerks write. */
export const fileProblems = {
  // deliveries
  "file-missing": {
    effect: "refuse",
    zh: "清单所列文件 {found} 不存在;请补齐或从清单删去",
    en: "the manifest names {found}, which is not there; add the file or take it off the list",
  },
  "encoding-differs": {
    effect: "refuse",
    zh: "文件不是 {expected} 编码(看来是 {found});请在映射文件中改正 encoding 或重新导出",
    en: "the file is not {expected} (it looks like {found}); mend the mapping or export it again",
  },
  "header-differs": {
    effect: "refuse",
    zh: "第 {column} 列表头是 {found},映射文件写的是 {expected};请核对是否用对了映射",
    en: "column {column} is headed {found}, the mapping says {expected}; is it the right mapping?",
  },
  "column-missing": {
    effect: "refuse",
    zh: "文件里没有映射文件所列的列 {expected};请核对是否用对了映射",
    en: "the file has no column {expected}, which the mapping names; is it the right mapping?",
  },
  "column-unmapped": {
    effect: "refuse",
    zh: "第 {column} 列 {found} 在映射文件中没有;请写明目标字段,或写 unused 说明不用的原因",
    en: "column {column} ({found}) is not in the mapping; map it, or name it unused with a reason",
  },
  "total-differs": {
    effect: "refuse",
    zh: "控制数 {total} 不符:清单 {expected},文件 {found},相差 {difference}",
    en: "control total {total}: manifest {expected}, file {found}, difference {difference}",
  },
  "file-repeated": {
    effect: "finding",
    zh:
      "内容与第 {run} 次运行的 {other} 完全相同:{found} 条认作重复,没有再装载;" +
      "当时搁置的 {waiting} 条重新处理",
    en:
      "the content is that of {other} in run {run}: {found} records are repeated, not loaded " +
      "again; {waiting} that were set aside were tried again",
  },
  "total-waits": {
    effect: "refuse",
    zh: "接受差额 {difference}({total})已经提出,待另一人批准({approval} 号)",
    en: "the difference {difference} of {total} waits for another person ({approval})",
  },
  "record-count-differs": {
    effect: "finding",
    zh: "文件头写有 {expected} 条记录,实有 {found} 条;已按实有的读取",
    en: "the header states {expected} records, {found} are there; those that are there were read",
  },
  "codepage-differs": {
    effect: "finding",
    zh: "文件头的代码页标为 {found},已按映射所写的 {expected} 读取;如有乱码请查 encoding",
    en: "the header names the code page {found}; read as {expected}, as the mapping says",
  },
  "memo-missing": {
    effect: "finding",
    zh: "同一目录中没有备注文件(.fpt 或 .dbt),备注字段按空读取;需要时请向报送单位索取",
    en: "no memo file (.fpt or .dbt) stands beside it, so its long texts are empty; ask for it",
  },
  "sheets-unread": {
    effect: "finding",
    zh: "只读了工作表 {found};{other} 也有内容,没有读取(在映射的 sheet 中可以指定)",
    en: "only the sheet {found} was read; {other} hold something too (sheet: in the mapping)",
  },
  // files that clerks write
  "file-unreadable": {
    effect: "refuse",
    zh:
      "文件无法解析:{found};请核对缩进、冒号后的空格、成对的引号和括号," +
      "文字含冒号或以 [ * @ % 开头的整段加引号",
    en:
      "the file cannot be read: {found}; look at the indent, the space after each colon, quotes " +
      "and brackets in pairs; quote a text that has a colon or begins with [ * @ %",
  },
  "file-key-twice": {
    effect: "refuse",
    zh: "文件无法解析:{found};同一处有两个同名的键,只留一个",
    en: "the file cannot be read: {found}; the same key stands here twice, keep one of them",
  },
  "file-empty": {
    effect: "refuse",
    zh: "文件没有内容:{found};请写上,或删去这个文件",
    en: "the file says nothing: {found}; write it, or delete the file",
  },
  "file-indent": {
    effect: "refuse",
    zh: "文件无法解析:{found};缩进处有制表符、全角空格或不换行空格,请都改成普通空格",
    en: "the file cannot be read: {found}; tabs or wide spaces stand where only spaces may",
  },
  "file-full-width": {
    effect: "refuse",
    zh: "文件无法解析:{found};冒号、逗号、括号、引号要用半角,冒号和逗号后空一格",
    en:
      "the file cannot be read: {found}; colons, commas, brackets and quotes are the narrow ones " +
      "of ASCII, with a space after a colon or comma",
  },
  "file-reference": {
    effect: "refuse",
    zh: "文件无法解析:{found};不用 & * ! 引用和 --- 分页,文字以这些符号开头的整段加引号",
    en:
      "the file cannot be read: {found}; no references (& * !) and no second document (---); " +
      "quote a text that begins with these",
  },
  "file-not-utf8": {
    effect: "refuse",
    zh: "这一行有不是 UTF-8 的字节(整个文件看来是 {found});请用编辑器另存为 UTF-8",
    en: "this line is not UTF-8 (the whole file looks like {found}); save it as UTF-8",
  },
  "key-unknown": {
    effect: "refuse",
    zh: "不认识的键 {found};此处可用:{expected}",
    en: "unknown key {found}; here may stand: {expected}",
  },
  "key-missing": {
    effect: "refuse",
    zh: "缺少键 {expected}",
    en: "the key {expected} is missing",
  },
  "value-unfit": {
    effect: "refuse",
    zh: "{found} 不合要求;应为 {expected}",
    en: "{found} does not fit; expected: {expected}",
  },
  "field-unknown": {
    effect: "refuse",
    zh: "比对规则里没有字段 {found};已描述的有:{expected}",
    en: "the spec describes no field {found}; it has: {expected}",
  },
  "field-counted-twice": {
    effect: "refuse",
    zh: "{found} 已作为字段比较,不能再说明两行的远近;去掉它的 levels,或从 near 中去掉它",
    en: "{found} is compared as a field and cannot say how near rows are too: drop one of the two",
  },
  "target-unknown": {
    effect: "refuse",
    zh: "目标字段 {found} 不在 {expected} 记录的字段表中;最接近的是 {nearest}",
    en: "target field {found} is no field of the record {expected}; the nearest is {nearest}",
  },
  "target-repeated": {
    effect: "refuse",
    zh: "目标字段 {found} 已由另一列({other})填写",
    en: "target field {found} is already filled from another column ({other})",
  },
  "target-missing": {
    effect: "refuse",
    zh: "记录 {record} 的必填字段 {expected} 没有来源列",
    en: "no column fills the required field {expected} of the record {record}",
  },
  "code-table-missing": {
    effect: "refuse",
    zh: "映射文件用到这张代码表,但文件不存在;请新建,表头是 {expected}",
    en: "a mapping uses this code table, but there is no such file; make it, headed {expected}",
  },
  "crosswalk-code-repeated": {
    effect: "refuse",
    zh: "旧码 {found} 在第 {other} 行已有;只留一行",
    en: "the old code {found} stands on line {other} already; keep one line",
  },
  "crosswalk-code-open": {
    effect: "refuse",
    zh: "旧码 {found} 的国家码还是 ?;请填上,确实没有对应的留空",
    en: "the national code of {found} is still ?; fill it in, or leave it empty if there is none",
  },
  "national-code-unknown": {
    effect: "refuse",
    zh: "国家码 {found}(旧码 {code})不在该字段的国家代码表中;请改正",
    en: "{found} (for the old code {code}) is no national code of its field; correct it",
  },
  "columns-gap": {
    effect: "refuse",
    zh: "本列之前的第 {found} 位没有写到;请映射,或写 unused 说明不用的原因",
    en: "{found}, before this column, is in no column; map it, or name it unused with a reason",
  },
  "columns-overlap": {
    effect: "refuse",
    zh: "第 {found} 位已经属于另一列;一个位置只能属于一列",
    en: "{found} belongs to another column already; a place belongs to one column",
  },
  "amount-shared": {
    effect: "refuse",
    zh: "金额列 {found} 不属于任何一组,会按记录数重复计算;请写明它属于哪一组(group)",
    en: "the amount {found} is in no group and would count once a record; say which group it is of",
  },
  "agreement-repeated": {
    effect: "refuse",
    zh: "机构 {found} 的协议在 {other} 中已有一份同期生效",
    en: "institution {found} has another agreement in force at that time, in {other}",
  },
} as const satisfies Record<string, ProblemText>;
