import type { RefusalText } from "./refusal-text.js";

/** Why lists of people cannot be matched. */
export const listRefusals = {
  "column-unknown": {
    zh: "{found} 没有列 {column};它的表头是:{expected}",
    en: "{found} has no column {column}; its header is: {expected}",
    next: {
      zh: "用 --id 指定已有的列,或在比对规则的 column 中写上这个列名;可缺的字段写 optional: true",
      en: "name a column that is there: --id, or column: in the spec; or say optional: true",
    },
  },
  "column-twice": {
    zh: "{found} 的表头中有两列 {column},不知取哪一列",
    en: "the header of {found} has two columns {column}: which one is meant cannot be known",
    next: {
      zh: "给其中一列改名,或删去一列",
      en: "rename one of them, or take it out",
    },
  },
  "columns-not-comparable": {
    zh: "这些名单没有任何共同的列可以比较;比对规则认识的列名:{expected}",
    en: "these lists have no column in common that could be compared; the spec knows: {expected}",
    next: {
      zh: "在比对规则的 column 中写上名单的列名",
      en: "name the columns of the lists in the spec, under column:",
    },
  },
  "list-row-broken": {
    zh: "{found} 第 {line} 行有 {fields} 列,表头有 {expected} 列",
    en: "{found}, line {line}: {fields} fields, where the header has {expected}",
    next: {
      zh: "改正这一行(分隔符、引号)后重新运行;查看整个文件:liutong source inspect 文件",
      en: "mend the line (delimiters, quotes) and run it again; see: liutong source inspect FILE",
    },
  },
  "list-empty": {
    zh: "{found} 不足两行,没有什么可以比对",
    en: "{found} holds fewer than two rows, there is nothing to match",
    next: {
      zh: "检查文件;首行须为表头",
      en: "check the file; its first line must be the header",
    },
  },
  "list-not-second": {
    zh: "--across 只比对两份名单之间的,但只给了一份",
    en: "--across matches across two lists, but one was given",
    next: { zh: "加上第二份名单,或去掉 --across", en: "add a second list, or leave out --across" },
  },
  "id-empty": {
    zh: "{found} 第 {line} 行的编号为空",
    en: "{found}, line {line}: the id is empty",
    next: {
      zh: "补上编号,或用 --id 指定每行都有值的列",
      en: "fill it in, or choose a column with --id that every row fills",
    },
  },
  "id-repeated": {
    zh: "{found} 第 {line} 行的编号 {id} 在第 {earlier} 行已经出现",
    en: "{found}, line {line}: the id {id} stands on line {earlier} already",
    next: {
      zh: "用 --id 指定不重复的列(行号或流水号),不要用证件号码",
      en: "choose a column with --id that is unique (a row number), not the certificate number",
    },
  },
  "id-in-both-lists": {
    zh: "编号 {found} 在两份名单中都有,聚类结果将无法区分",
    en: "the id {found} stands in both lists, so clusters could not tell them apart",
    next: {
      zh: "给编号加上来源前缀(如 A-、B-),或去掉 --clusters",
      en: "put the source before the ids (A-, B-), or leave out --clusters",
    },
  },
  "weights-differ": {
    zh: "权重文件 {found} 不是按这份比对规则训练的(字段或等级不同)",
    en: "the weights in {found} were trained for other fields or levels than this spec has",
    next: {
      zh: "重新训练:liutong match train 名单 --spec 规则 --id 列 --out 权重文件",
      en: "train again: liutong match train LIST --spec SPEC --id COLUMN --out WEIGHTS",
    },
  },
  "list-row-unknown": {
    zh: "名单中没有编号 {found}",
    en: "no list has the id {found}",
    next: {
      zh: "检查编号和 --id 所指的列;两份名单时,左边的编号先在第一份里找",
      en: "check the id and the column of --id; with two lists the left id is sought in the first",
    },
  },
  "output-is-input": {
    zh: "{found} 既是输入又是输出,或写了两次",
    en: "{found} is both read and written, or written twice",
    next: { zh: "换一个输出文件名", en: "choose another name for the output" },
  },
  "decisions-unfit": {
    zh: "审核工作簿 {found} 有 {count} 处不合要求,一条也没有导入:\n{problems}",
    en: "nothing was taken from {found}; these places do not fit ({count}):\n{problems}",
    next: {
      zh: "在工作簿里改正上面各处,再运行一次 match import",
      en: "mend these places in the workbook, then run match import again",
    },
  },
} as const satisfies Record<string, RefusalText>;
