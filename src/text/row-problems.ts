import type { ProblemText } from "./problem-text.js";

/** What single rows can have: their bytes, their fields, their certificate numbers. */
export const rowProblems = {
  // bytes and rows
  "line-undecodable": {
    effect: "setAside",
    zh: "内容 {found} 中有无法解码的字节(显示为 �);请向报送单位核对原文后改正",
    en: "{found} holds bytes that are no character (shown as �); ask the sender for the original",
  },
  "character-private-use": {
    effect: "setAside",
    zh: "含自定义区字符 {found},无对应汉字可查;请填写正确的字",
    en: "private-use character {found} stands for no known character; enter the right one",
  },
  "character-twin-mapped": {
    effect: "repair",
    zh: "自定义区字符 {found} 已按 GB18030-2022 换成 {repaired}",
    en: "private-use character {found} was replaced by {repaired} (GB18030-2022)",
  },
  "character-cut": {
    effect: "setAside",
    zh: "内容 {found} 末尾只剩半个字(显示为 �),多因栏宽按字节截断;请补全",
    en: "{found} ends with half a character (shown as �), cut off by a byte limit; complete it",
  },
  "delimiter-swallowed": {
    effect: "repair",
    zh: "半个字吞掉了后面的分隔符,本行少了列({found} 列,应为 {expected} 列);已在此栏之后补上",
    en:
      "half a character took its delimiter along ({found} fields, {expected} are expected); it " +
      "was restored behind this field",
  },
  "delimiter-lost": {
    effect: "setAside",
    zh: "半个字吞掉了分隔符,本行只有 {found} 列(应为 {expected} 列),补在哪里不止一种可能;请核对原文",
    en:
      "half a character took its delimiter along: {found} fields, {expected} are expected, and " +
      "it may belong in several places; look at the original",
  },
  "text-garbled": {
    effect: "setAside",
    zh: "内容 {found} 是读错编码而成的乱码,原文看来是 {repaired};请核对后填写",
    en: "{found} was read in a wrong encoding; it seems to say {repaired}; check it and enter it",
  },
  "text-replaced": {
    effect: "setAside",
    zh: "内容 {found} 中的字已在早先转码时丢失,无从还原;请向报送单位索取原文",
    en: "an earlier conversion replaced characters of {found} for good; ask the sender for them",
  },
  "unused-damaged": {
    effect: "finding",
    zh: "内容 {found} 已损坏,但此列未被采用,不影响本行",
    en: "{found} is damaged, but the mapping does not use this column",
  },
  "line-other-encoding": {
    effect: "repair",
    zh: "本行是 {found} 编码,而文件是 {expected};已按 {found} 读出",
    en: "this line is in {found}, though the file is in {expected}; it was read as {found}",
  },
  "row-length-differs": {
    effect: "setAside",
    zh: "本行有 {found} 字节,应为 {expected} 字节;请查是否被截断,或前面多出、缺少字符",
    en: "this line has {found} bytes, not {expected}; was it cut off, or is a character too many?",
  },
  "pair-unknown": {
    effect: "setAside",
    zh: "本行写有映射文件中没有的名称 {found};请核对,或在映射文件中加上这一列",
    en: "this line names {found}, which the mapping does not know; check it, or add the column",
  },
  "pair-repeated": {
    effect: "setAside",
    zh: "名称 {found} 在本行出现不止一次,不知以哪个为准;请核对",
    en: "{found} is given more than once in this line; find out which one holds",
  },
  "pair-broken": {
    effect: "setAside",
    zh: "{found} 中没有名称与值之间的 {expected};请查值中是否含有分隔符",
    en: "no {expected} parts name and value in {found}; does a value hold the delimiter?",
  },
  "row-field-count": {
    effect: "setAside",
    zh: "本行有 {found} 列,应为 {expected} 列;请查分隔符、引号或被截断的字",
    en: "this line has {found} fields, {expected} are expected; look for a lost delimiter or quote",
  },
  "row-summary": {
    effect: "setAside",
    zh: "本行看来是合计行,不是数据;如是,请在映射文件的 format 中写明 summary",
    en: "this line looks like a sum, not a row; if it is one, say so with `summary` in the format",
  },
  "row-without-record": {
    effect: "setAside",
    zh: "本行的各组列都是空的,一条记录也没有;请补填或删去本行",
    en: "every group of columns of this line is empty, so it holds no record; fill it or drop it",
  },
  "row-repeated": {
    effect: "finding",
    zh: "与第 {found} 行完全相同,已并入该行",
    en: "the same as line {found}, and merged with it",
  },
  "quote-not-closed": {
    effect: "setAside",
    zh: "引号没有配对,从本行起无法分列;请补上引号",
    en: "a quote opened here is never closed; add the missing quote",
  },
  "line-too-long": {
    effect: "setAside",
    zh: "本行超过 1 MiB,不像表格中的一行;请查换行符是否丢失",
    en: "this line is over 1 MiB, which no row of a table is; look for lost line ends",
  },
  "record-deleted": {
    effect: "setAside",
    zh: "本记录在原系统中已打删除标记,没有装载,也不计入控制数;若属误删,请恢复后重新导出",
    en: "marked deleted in the old system: not loaded, in no control total; recall it if wrong",
  },
  "record-damaged": {
    effect: "setAside",
    zh: "本记录不完整,或开头不是记录标记:{found};请向报送单位索取完好的文件",
    en: "this record is cut off or does not begin like one: {found}; ask for a sound file",
  },
  "memo-unreadable": {
    effect: "setAside",
    zh: "备注内容读不出(备注文件损坏或不是同一次导出的);请向报送单位索取完好的备注文件",
    en: "its long text cannot be read (memo file damaged, or of another export); ask for it again",
  },
  "cell-formula": {
    effect: "setAside",
    zh: "单元格 {cell} 是公式 {formula},签字时显示的数已不可知;请在 Excel 中粘贴为数值",
    en: "{cell} holds the formula {formula}: what it showed when signed is unknown; paste values",
  },
  "cell-error": {
    effect: "setAside",
    zh: "单元格 {cell} 的值是错误 {found};请在原表中改正",
    en: "{cell} holds the error {found}; mend it in the sheet",
  },
  "cell-merged": {
    effect: "setAside",
    zh: "单元格 {cell} 属于合并区 {range},值只在左上角;请取消合并并逐行填写",
    en: "{cell} is part of the merged {range}, whose value stands in its corner; unmerge and fill",
  },
  // fields
  "field-missing": {
    effect: "setAside",
    zh: "必填项为空;请补填",
    en: "required, but empty; fill it in",
  },
  "date-unreadable": {
    effect: "setAside",
    zh: "日期 {found} 不存在或无法辨认;请按 2017-01-31 的样式填写",
    en: "{found} is no date; write it like 2017-01-31",
  },
  "amount-unreadable": {
    effect: "setAside",
    zh: "金额 {found} 无法辨认;请只用数字和小数点",
    en: "{found} is no amount; use digits and a decimal point only",
  },
  "count-unreadable": {
    effect: "setAside",
    zh: "数量 {found} 无法辨认;请写数字,如 2",
    en: "{found} is no count; write a number, such as 2",
  },
  "amount-negative": {
    effect: "setAside",
    zh: "金额 {found} 为负;此处只收正数,冲销请走退费流程",
    en: "the amount {found} is below zero, which is not expected here; reversals go another way",
  },
  "code-unknown": {
    effect: "setAside",
    zh: "代码 {found} 在对照表 {table} 中没有;请核实后在该表补一行",
    en: "code {found} is not in the crosswalk {table}; find out its meaning and add a line there",
  },
  "columns-disagree": {
    effect: "setAside",
    zh: "本列的值是 {found},而说明同一件事的 {other} 是 {expected};请核实哪一列对",
    en: "it says {found}, but {other}, which means the same, says {expected}; which is right?",
  },
  "name-unreadable": {
    effect: "setAside",
    zh: "姓名 {found} 含有数字、字母或符号,不是完整的姓名;请填写身份证上的姓名",
    en: "the name {found} holds digits, letters or signs; enter the name on the identity card",
  },
  // certificate numbers
  "certno-missing": {
    effect: "finding",
    zh: "没有证件号码;已按无证件人员登记,请补登",
    en: "no certificate number; registered without one, to be completed",
  },
  "certno-check-digit": {
    effect: "finding",
    zh: "身份证号 {found} 校验位不符;未采用此号,请核对证件",
    en: "the check digit of {found} is wrong; the number was not used, check the card",
  },
  "certno-bad-date": {
    effect: "finding",
    zh: "身份证号 {found} 中的出生日期不成立;未采用此号,请核对证件",
    en: "the birth date inside {found} is impossible; the number was not used, check the card",
  },
  "certno-excel-rounded": {
    effect: "finding",
    zh: "身份证号 {found} 已被 Excel 改成近似数,末几位丢失;未采用此号,请核对证件",
    en: "{found} was rounded by Excel and its last digits are lost; not used, check the card",
  },
  "certno-not-an-id": {
    effect: "finding",
    zh: "证件号码 {found} 不是 15 位或 18 位身份证号;未采用此号,请核对证件",
    en: "{found} is no id number of 15 or 18 characters; not used, check the card",
  },
  "certno-upgraded": {
    effect: "repair",
    zh: "15 位身份证号 {found} 已按 GB 11643 升为 18 位 {repaired}",
    en: "the 15-digit number {found} was completed to {repaired} (GB 11643)",
  },
  "certno-birth-differs": {
    effect: "setAside",
    zh: "身份证号中的出生日期 {expected} 与登记的 {found} 不一致(可能误填他人证件);请核对",
    en: "the id says born {expected}, the row says {found} (another person's id?); check the card",
  },
  "certno-sex-differs": {
    effect: "setAside",
    zh: "身份证号中的性别 {expected} 与登记的 {found} 不一致;请核对",
    en: "the id says sex {expected}, the row says {found}; check the card",
  },
  "certno-on-several-names": {
    effect: "setAside",
    zh: "证件号码 {found} 登记在不同姓名下(另见 {other});请核实各是何人",
    en: "the number {found} stands under different names (see also {other}); find out who is who",
  },
} as const satisfies Record<string, ProblemText>;
