import { encode } from "../../src/io/gb18030.js";
import type { GalleryRow } from "./gallery-row.js";
import { people, problemsOf } from "./mini-delivery.js";

/** A row of 张三, whose name is given as raw bytes. */
function named(name: Uint8Array): Uint8Array {
  return Buffer.concat([encode("1,"), name, encode(",男,,1990-01-01,,,1")]);
}

/** What is wrong with bytes, with rows as a whole and with single fields. */
export const ofRows: readonly GalleryRow[] = [
  {
    code: "line-undecodable",
    find: () => problemsOf([people(named(Buffer.from("d5c5ff", "hex")))]),
    zh: "people.csv:2 [姓名] 内容 张� 中有无法解码的字节(显示为 �);请向报送单位核对原文后改正",
    en:
      "people.csv:2 [姓名] 张� holds bytes that are no character (shown as �); ask the sender " +
      "for the original",
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
    find: () => problemsOf([people("1,锟斤拷,男,,1990-01-01,,,1")]),
    zh: "people.csv:2 [姓名] 内容 锟斤拷 是转码损坏后的乱码;请向报送单位索取原文",
    en:
      "people.csv:2 [姓名] 锟斤拷 was ruined by an earlier conversion; ask the sender for the " +
      "original text",
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
