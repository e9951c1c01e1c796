import { encode } from "../../src/io/gb18030.js";
import { feeLines } from "./fee-lines.js";
import type { GalleryRow } from "./gallery-row.js";
import { people, problemsOf } from "./mini-delivery.js";
import { bars, fixed, pairs, problemsOfList } from "./small-list.js";

/** A row of 张三, whose name is given as raw bytes. */
function named(name: Uint8Array): Uint8Array {
  return Buffer.concat([encode("1,"), name, encode(",男,,1990-01-01,,,1")]);
}

/** Half of 张 between two texts. */
function halved(before: string, after: string): Uint8Array {
  return Buffer.concat([encode(before), Buffer.from([0xd5]), encode(after)]);
}

/** What is wrong with bytes, with rows as a whole and with single fields. */
export const ofRows: readonly GalleryRow[] = [
  {
    code: "line-undecodable",
    find: () => problemsOf([people(named(Buffer.from("d5c5ffc8fd", "hex")))]),
    zh: "people.csv:2 [姓名] 内容 张�三 中有无法解码的字节(显示为 �);请向报送单位核对原文后改正",
    en:
      "people.csv:2 [姓名] 张�三 holds bytes that are no character (shown as �); ask the sender " +
      "for the original",
  },
  {
    code: "character-cut",
    find: () => problemsOf([people(named(Buffer.from("d5c5c8", "hex")))]),
    zh: "people.csv:2 [姓名] 内容 张� 末尾只剩半个字(显示为 �),多因栏宽按字节截断;请补全",
    en:
      "people.csv:2 [姓名] 张� ends with half a character (shown as �), cut off by a byte limit; " +
      "complete it",
  },
  {
    code: "character-private-use",
    find: () => problemsOf([people(named(encode("张\ue000")))]),
    zh: "people.csv:2 [姓名] 含自定义区字符 U+E000,无对应汉字可查;请填写正确的字",
    en:
      "people.csv:2 [姓名] private-use character U+E000 stands for no known character; enter " +
      "the right one",
  },
  {
    code: "character-twin-mapped",
    find: () => problemsOf([people(named(encode("张\ue863")))]),
    zh: "people.csv:2 [姓名] 自定义区字符 U+E863 已按 GB18030-2022 换成 䶮",
    en: "people.csv:2 [姓名] private-use character U+E863 was replaced by 䶮 (GB18030-2022)",
  },
  {
    code: "text-garbled",
    find: () => problemsOf([people("1,寮犵孩,男,,1990-01-01,,,1")]),
    zh: "people.csv:2 [姓名] 内容 寮犵孩 是读错编码而成的乱码,原文看来是 张红;请核对后填写",
    en:
      "people.csv:2 [姓名] 寮犵孩 was read in a wrong encoding; it seems to say 张红; check it and " +
      "enter it",
  },
  {
    code: "text-replaced",
    find: () => problemsOf([people("1,锟斤拷,男,,1990-01-01,,,1")]),
    zh: "people.csv:2 [姓名] 内容 锟斤拷 中的字已在早先转码时丢失,无从还原;请向报送单位索取原文",
    en:
      "people.csv:2 [姓名] an earlier conversion replaced characters of 锟斤拷 for good; ask the " +
      "sender for them",
  },
  {
    code: "unused-damaged",
    find: () => problemsOfList(bars, halved("1|男|", "|东村")),
    zh: "list.txt:1 [柜员] 内容 � 已损坏,但此列未被采用,不影响本行",
    en: "list.txt:1 [柜员] � is damaged, but the mapping does not use this column",
  },
  {
    code: "delimiter-swallowed",
    find: () => problemsOfList(bars, halved("1|男|", "|东村")),
    zh: "list.txt:1 [柜员] 半个字吞掉了后面的分隔符,本行少了列(3 列,应为 4 列);已在此栏之后补上",
    en:
      "list.txt:1 [柜员] half a character took its delimiter along (3 fields, 4 are expected); " +
      "it was restored behind this field",
  },
  {
    code: "delimiter-lost",
    find: () => problemsOfList(bars, halved("1|王珅明|张", "|东村")),
    zh: "list.txt:1 半个字吞掉了分隔符,本行只有 3 列(应为 4 列),补在哪里不止一种可能;请核对原文",
    en:
      "list.txt:1 half a character took its delimiter along: 3 fields, 4 are expected, and it " +
      "may belong in several places; look at the original",
  },
  {
    code: "line-other-encoding",
    find: () => problemsOfList(bars, "1|甲|王五|西村北组", Buffer.from("2|乙|张小红|东村西组")),
    zh: "list.txt:2 本行是 utf-8 编码,而文件是 gb18030;已按 utf-8 读出",
    en: "list.txt:2 this line is in utf-8, though the file is in gb18030; it was read as utf-8",
  },
  {
    code: "row-length-differs",
    find: () => problemsOfList(fixed, "1      1.5"),
    zh: "list.txt:1 本行有 10 字节,应为 11 字节;请查是否被截断,或前面多出、缺少字符",
    en: "list.txt:1 this line has 10 bytes, not 11; was it cut off, or is a character too many?",
  },
  {
    code: "pair-unknown",
    find: () => problemsOfList(pairs, "编码=1&名字=张三"),
    zh: "list.txt:1 本行写有映射文件中没有的名称 名字;请核对,或在映射文件中加上这一列",
    en:
      "list.txt:1 this line names 名字, which the mapping does not know; check it, or add the " +
      "column",
  },
  {
    code: "pair-repeated",
    find: () => problemsOfList(pairs, "编码=1&编码=2"),
    zh: "list.txt:1 名称 编码 在本行出现不止一次,不知以哪个为准;请核对",
    en: "list.txt:1 编码 is given more than once in this line; find out which one holds",
  },
  {
    code: "pair-broken",
    find: () => problemsOfList(pairs, "编码=1&张三"),
    zh: "list.txt:1 张三 中没有名称与值之间的 =;请查值中是否含有分隔符",
    en: "list.txt:1 no = parts name and value in 张三; does a value hold the delimiter?",
  },
  {
    code: "row-summary",
    find: () => problemsOf([people("合计,2人,,,,,30.00,")]),
    zh: "people.csv:2 本行看来是合计行,不是数据;如是,请在映射文件的 format 中写明 summary",
    en:
      "people.csv:2 this line looks like a sum, not a row; if it is one, say so with `summary` " +
      "in the format",
  },
  {
    code: "row-field-count",
    find: () => problemsOf([people("1,张三,男")]),
    zh: "people.csv:2 本行有 3 列,应为 8 列;请查分隔符、引号或被截断的字",
    en: "people.csv:2 this line has 3 fields, 8 are expected; look for a lost delimiter or quote",
  },
  {
    code: "row-repeated",
    find: () => {
      const line = "1,张三,男,15992119900101001X,1990-01-01,,,1";
      return problemsOf([people(line, line)]);
    },
    zh: "people.csv:3 与第 2 行完全相同,已并入该行",
    en: "people.csv:3 the same as line 2, and merged with it",
  },
  {
    code: "quote-not-closed",
    find: () => problemsOf([people('1,"张三,男,,1990-01-01,,,1')]),
    zh: "people.csv:2 引号没有配对,从本行起无法分列;请补上引号",
    en: "people.csv:2 a quote opened here is never closed; add the missing quote",
  },
  {
    code: "line-too-long",
    find: () => problemsOf([people("1".repeat(2 ** 20 + 1))]),
    zh: "people.csv:2 本行超过 1 MiB,不像表格中的一行;请查换行符是否丢失",
    en: "people.csv:2 this line is over 1 MiB, which no row of a table is; look for lost line ends",
  },
  {
    code: "field-missing",
    find: () => problemsOf([people(",张三,男,,1990-01-01,,,1")]),
    zh: "people.csv:2 [编号] 必填项为空;请补填",
    en: "people.csv:2 [编号] required, but empty; fill it in",
  },
  {
    code: "date-unreadable",
    find: () => problemsOf([people("1,张三,男,,2017-02-30,,,1")]),
    zh: "people.csv:2 [生日] 日期 2017-02-30 不存在或无法辨认;请按 2017-01-31 的样式填写",
    en: "people.csv:2 [生日] 2017-02-30 is no date; write it like 2017-01-31",
  },
  {
    code: "amount-unreadable",
    find: () => problemsOf([people("1,张三,男,,1990-01-01,H1,12元,1")]),
    zh: "people.csv:2 [余额] 金额 12元 无法辨认;请只用数字和小数点",
    en: "people.csv:2 [余额] 12元 is no amount; use digits and a decimal point only",
  },
  {
    code: "count-unreadable",
    find: () => problemsOf([feeLines(["N1 2017-01-05 100.00 一盒"])]),
    zh: "fees.txt:1 [数量] 数量 一盒 无法辨认;请写数字,如 2",
    en: "fees.txt:1 [数量] 一盒 is no count; write a number, such as 2",
  },
  {
    code: "code-unknown",
    find: () => problemsOf([people("1,张三,乾,,1990-01-01,,,1")]),
    zh: "people.csv:2 [性别] 代码 乾 在对照表 ncms/gend 中没有;请核实后在该表补一行",
    en:
      "people.csv:2 [性别] code 乾 is not in the crosswalk ncms/gend; find out its meaning and " +
      "add a line there",
  },
  {
    code: "name-unreadable",
    find: () => problemsOf([people("1,张2,男,,1990-01-01,,,1")]),
    zh: "people.csv:2 [姓名] 姓名 张2 含有数字、字母或符号,不是完整的姓名;请填写身份证上的姓名",
    en:
      "people.csv:2 [姓名] the name 张2 holds digits, letters or signs; enter the name on the " +
      "identity card",
  },
];
