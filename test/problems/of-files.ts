import { agreementsOf } from "../../src/budget/agreement.js";
import { parseAgreements } from "../../src/budget/parse-agreements.js";
import type { DocumentNode } from "../../src/domain/document.js";
import type { Problem } from "../../src/domain/problem.js";
import { parseDocument, readDocument } from "../../src/io/yaml.js";
import { parseSpec } from "../../src/match/spec.js";
import { parseLayout } from "../../src/migrate/layout.js";
import { testFile } from "../io/folder.js";
import type { GalleryRow } from "./gallery-row.js";
import { people, problemsOf } from "./mini-delivery.js";

const person = people("1,张三,男,,1990-01-01,,,1");

/** What refuses a whole delivery, and what clerks' own files can have. */
export const ofFiles: readonly GalleryRow[] = [
  {
    code: "file-missing",
    find: () => problemsOf([person], { manifest: (text) => text.replace("people.csv", "p.csv") }),
    zh: "delivery.yaml:5 清单所列文件 p.csv 不存在;请补齐或从清单删去",
    en:
      "delivery.yaml:5 the manifest names p.csv, which is not there; add the file or take it " +
      "off the list",
  },
  {
    code: "encoding-differs",
    find: () => problemsOf([{ ...person, content: Buffer.from("编号,姓名\n1,张三\n") }]),
    zh: "people.csv 文件不是 gb18030 编码(看来是 utf-8);请在映射文件中改正 encoding 或重新导出",
    en:
      "people.csv the file is not gb18030 (it looks like utf-8); mend the mapping or " +
      "export it again",
  },
  {
    code: "header-differs",
    find: () => problemsOf([{ ...person, content: Buffer.from("id,1,2,3,4,5,6,7\n") }]),
    zh: "people.csv:1 第 1 列表头是 i*,映射文件写的是 编号;请核对是否用对了映射",
    en: "people.csv:1 column 1 is headed i*, the mapping says 编号; is it the right mapping?",
  },
  {
    code: "total-differs",
    find: () => problemsOf([{ ...person, rows: 2 }]),
    zh: "delivery.yaml:5 控制数 people.csv rows 不符:清单 2,文件 1,相差 -1",
    en: "delivery.yaml:5 control total people.csv rows: manifest 2, file 1, difference -1",
  },
  {
    code: "file-unreadable",
    find: () => parseDocument("a.yaml", "cite: 某文: 第 3 条\n").problems,
    zh:
      "a.yaml:1 文件无法解析:cite: 某文: 第 3 条 (BLOCK_AS_IMPLICIT_KEY);请核对缩进、冒号后的空格、" +
      "成对的引号和括号,文字含冒号或以 [ * @ % 开头的整段加引号",
    en:
      "a.yaml:1 the file cannot be read: cite: 某文: 第 3 条 (BLOCK_AS_IMPLICIT_KEY); look at the " +
      "indent, the space after each colon, quotes and brackets in pairs; quote a text that has a " +
      "colon or begins with [ * @ %",
  },
  {
    code: "file-not-utf8",
    find: async () => {
      const path = testFile(Buffer.from([0x61, 0x3a, 0x20, 0xb9, 0xab, 0xb8, 0xe6, 0x0a]));
      return (await readDocument(path, "a.yaml")).problems;
    },
    zh: "a.yaml:1 这一行有不是 UTF-8 的字节(整个文件看来是 gb18030);请用编辑器另存为 UTF-8",
    en: "a.yaml:1 this line is not UTF-8 (the whole file looks like gb18030); save it as UTF-8",
  },
  {
    code: "file-key-twice",
    find: () => parseDocument("a.yaml", "title: 甲\ntitle: 乙\n").problems,
    zh: "a.yaml:2 文件无法解析:title: 乙 (DUPLICATE_KEY);同一处有两个同名的键,只留一个",
    en:
      "a.yaml:2 the file cannot be read: title: 乙 (DUPLICATE_KEY); the same key stands here " +
      "twice, keep one of them",
  },
  {
    code: "file-empty",
    find: () => parseDocument("a.yaml", "# 待写\n").problems,
    zh: "a.yaml:1 文件没有内容:# 待写 (EMPTY);请写上,或删去这个文件",
    en: "a.yaml:1 the file says nothing: # 待写 (EMPTY); write it, or delete the file",
  },
  {
    code: "file-indent",
    find: () => parseDocument("a.yaml", "a:\n\tb: 1\n\nc: 2\n").problems,
    zh: "a.yaml:2 文件无法解析:b: 1 (TAB_AS_INDENT);缩进处有制表符、全角空格或不换行空格,请都改成普通空格",
    en:
      "a.yaml:2 the file cannot be read: b: 1 (TAB_AS_INDENT); tabs or wide spaces stand where " +
      "only spaces may",
  },
  {
    code: "file-full-width",
    find: () => parseDocument("a.yaml", 'a: 1\nstatus\uff1aassumed\nb: "1"\n').problems,
    zh:
      "a.yaml:2 文件无法解析:status\uff1aassumed (MULTILINE_IMPLICIT_KEY);冒号、逗号、括号、引号要用半角," +
      "冒号和逗号后空一格",
    en:
      "a.yaml:2 the file cannot be read: status\uff1aassumed (MULTILINE_IMPLICIT_KEY); colons, " +
      "commas, brackets and quotes are the narrow ones of ASCII, with a space after a colon or " +
      "comma",
  },
  {
    code: "file-reference",
    find: () => parseDocument("a.yaml", "cite: *重点*\n").problems,
    zh:
      "a.yaml:1 文件无法解析:cite: *重点* (ALIAS);不用 & * ! 引用和 --- 分页,文字以这些符号开头的" +
      "整段加引号",
    en:
      "a.yaml:1 the file cannot be read: cite: *重点* (ALIAS); no references (& * !) and no second " +
      "document (---); quote a text that begins with these",
  },
  {
    code: "key-unknown",
    find: () => layout("titel: 名单"),
    zh:
      "legacy/people.yaml:1 不认识的键 titel;此处可用:title, source, record, format, columns, " +
      "encoding, constants, given, repairs",
    en:
      "legacy/people.yaml:1 unknown key titel; here may stand: title, source, record, format," +
      " columns, encoding, constants, given, repairs",
  },
  {
    code: "key-missing",
    find: () => layout("title: 名单"),
    zh: "legacy/people.yaml:1 缺少键 source",
    en: "legacy/people.yaml:1 the key source is missing",
  },
  {
    code: "value-unfit",
    find: () => layout("encoding: gbk"),
    zh: "legacy/people.yaml:1 gbk 不合要求;应为 gb18030 | utf-8 | utf-16le | utf-16be",
    en: "legacy/people.yaml:1 gbk does not fit; expected: gb18030 | utf-8 | utf-16le | utf-16be",
  },
  {
    code: "target-unknown",
    find: () => layout("record: person\ncolumns:\n  - { name: 姓名, to: psn_nam, as: name }"),
    zh: "legacy/people.yaml:3 目标字段 psn_nam 不在 person 记录的字段表中;最接近的是 psn_name",
    en:
      "legacy/people.yaml:3 target field psn_nam is no field of the record person; " +
      "the nearest is psn_name",
  },
  {
    code: "target-repeated",
    find: () =>
      layout(`record: deduction
columns:
  - { name: 金额, to: ded_amt, as: yuan }
  - { name: 扣款, to: ded_amt, as: yuan }`),
    zh: "legacy/people.yaml:4 目标字段 ded_amt 已由另一列(金额)填写",
    en: "legacy/people.yaml:4 target field ded_amt is already filled from another column (金额)",
  },
  {
    code: "target-missing",
    find: () => layout("record: deduction"),
    zh: "legacy/people.yaml:1 记录 deduction 的必填字段 fixmedins_code 没有来源列",
    en:
      "legacy/people.yaml:1 no column fills the required field fixmedins_code of the record " +
      "deduction",
  },
  {
    code: "field-unknown",
    find: () => spec("blocking: [[name]]"),
    zh: "match/people.yaml:3 比对规则里没有字段 name;已描述的有:village",
    en: "match/people.yaml:3 the spec describes no field name; it has: village",
  },
  {
    code: "field-counted-twice",
    find: () => spec("blocking: [[village]]\nnear: [[village]]"),
    zh:
      "match/people.yaml:4 village 已作为字段比较,不能再说明两行的远近;去掉它的 levels," +
      "或从 near 中去掉它",
    en:
      "match/people.yaml:4 village is compared as a field and cannot say how near rows are " +
      "too: drop one of the two",
  },
  {
    code: "agreement-repeated",
    find: () => {
      const both = ["a.yaml", "b.yaml"].flatMap(
        (file) => parseAgreements(file, node(agreement)).agreements,
      );
      return agreementsOf(both).problems;
    },
    zh: "b.yaml:6 机构 H15992100001 的协议在 a.yaml:6 中已有一份同期生效",
    en:
      "b.yaml:6 institution H15992100001 has another agreement in force at that time, in " +
      "a.yaml:6",
  },
];

const agreement = `title: 协议
agreements:
  - fixmedinsCode: H15992100001
    fixmedinsName: 样例县人民医院
    versions:
      - from: 2017-01-01
        status: assumed
        cite: 暂定
        method: total-control
        yearlyQuota: "120000.00"
        holdbackRatio: "0.10"
        overQuota: defer
`;

/** The problems of a layout file that holds only this. */
function layout(text: string): readonly Problem[] {
  return parseLayout("people", "legacy/people.yaml", node(text)).problems;
}

/** The problems of a comparison model with one field. */
function spec(keys: string): readonly Problem[] {
  const fields = "fields:\n  village: { kind: code, levels: [equal] }";
  return parseSpec("match/people.yaml", node(`${fields}\n${keys}`)).problems;
}

function node(text: string): DocumentNode {
  const { document, problems } = parseDocument("given.yaml", text);
  if (document === undefined) throw new Error(JSON.stringify(problems));
  return document;
}
