import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../src/domain/problem.js";
import { ruinedText } from "../../src/io/ruined.js";
import { readCrosswalk } from "../../src/migrate/crosswalk.js";
import { fitHeader } from "../../src/migrate/fit-header.js";
import { type Layout, parseLayout } from "../../src/migrate/layout.js";
import { rowMapper } from "../../src/migrate/map.js";
import { nationalCodesOf } from "../../src/migrate/national-codes.js";
import { documentOf } from "../migrate/document.js";
import type { GalleryRow } from "./gallery-row.js";
import { people, problemsOf } from "./mini-delivery.js";

/** What layouts can have, and rows that do not fit them. */
export const ofMappings: readonly GalleryRow[] = [
  {
    code: "columns-gap",
    find: () => wrong("columns:\n  - { position: 2, unused: 备用 }"),
    zh: "people.yaml:2 本列之前的第 1 位没有写到;请映射,或写 unused 说明不用的原因",
    en:
      "people.yaml:2 1, before this column, is in no column; map it, or name it unused with a " +
      "reason",
  },
  {
    code: "columns-overlap",
    find: () =>
      wrong(`format: { kind: fixed }
columns:
  - { bytes: 1-18, unused: 身份证 }
  - { bytes: 18-20, unused: 备用 }`),
    zh: "people.yaml:4 第 18 位已经属于另一列;一个位置只能属于一列",
    en: "people.yaml:4 18 belongs to another column already; a place belongs to one column",
  },
  {
    code: "amount-shared",
    find: () =>
      wrong(`record: person
columns:
  - { name: 住院, to: hifp_pay, as: yuan }
  - { name: 甲, to: psn_name, as: name, group: 甲 }`),
    zh:
      "people.yaml:3 金额列 住院 不属于任何一组,会按记录数重复计算;" + "请写明它属于哪一组(group)",
    en:
      "people.yaml:3 the amount 住院 is in no group and would count once a record; say which " +
      "group it is of",
  },
  {
    code: "column-missing",
    find: () => fitHeader(household, ["户号", "甲", "甲性别"], "a.csv").problems,
    zh: "a.csv:1 文件里没有映射文件所列的列 乙;请核对是否用对了映射",
    en: "a.csv:1 the file has no column 乙, which the mapping names; is it the right mapping?",
  },
  {
    code: "column-unmapped",
    find: () =>
      fitHeader(household, ["户号", "备注", "甲", "甲性别", "乙", "乙性别"], "a.csv").problems,
    zh: "a.csv:1 第 2 列 备注 在映射文件中没有;请写明目标字段,或写 unused 说明不用的原因",
    en: "a.csv:1 column 2 (备注) is not in the mapping; map it, or name it unused with a reason",
  },
  {
    code: "row-without-record",
    find: () => mapped(["1", "", "", "", ""]),
    zh: "a.csv:7 本行的各组列都是空的,一条记录也没有;请补填或删去本行",
    en:
      "a.csv:7 every group of columns of this line is empty, so it holds no record; fill it or " +
      "drop it",
  },
  {
    code: "columns-disagree",
    find: () => mapped(["1", "张三", "男", "李四", "王五"]),
    zh: "a.csv:7/2 [乙性别] 本列的值是 王五,而说明同一件事的 乙 是 李四;请核实哪一列对",
    en:
      "a.csv:7/2 [乙性别] it says 王五, but 乙, which means the same, says 李四; " +
      "which is right?",
  },
  {
    code: "code-table-missing",
    find: () =>
      problemsOf([people("1,张三,男,,1990-01-01,,,1")], {
        before: async ({ workspace }) => rmSync(join(workspace.mappings, "codes/ncms/gend.csv")),
      }),
    zh:
      "mappings/codes/ncms/gend.csv 映射文件用到这张代码表,但文件不存在;请新建,表头是 " +
      "old_code,old_meaning,national_code,note",
    en:
      "mappings/codes/ncms/gend.csv a mapping uses this code table, but there is no such file; " +
      "make it, headed old_code,old_meaning,national_code,note",
  },
  {
    code: "crosswalk-code-repeated",
    find: () => crosswalk("3,男,1,", "3,女,2,"),
    zh: "gend.csv:3 旧码 3 在第 2 行已有;只留一行",
    en: "gend.csv:3 the old code 3 stands on line 2 already; keep one line",
  },
  {
    code: "crosswalk-code-open",
    find: () => crosswalk("3,,?,"),
    zh: "gend.csv:2 旧码 3 的国家码还是 ?;请填上,确实没有对应的留空",
    en:
      "gend.csv:2 the national code of 3 is still ?; fill it in, or leave it empty if there is " +
      "none",
  },
  {
    code: "national-code-unknown",
    find: () => crosswalk("3,男,男,"),
    zh: "gend.csv:2 国家码 男(旧码 3)不在该字段的国家代码表中;请改正",
    en: "gend.csv:2 男 (for the old code 3) is no national code of its field; correct it",
  },
];

/** Two members on the line of their household, in columns of any order. */
const household: Layout = parseLayout(
  "household",
  "household.yaml",
  documentOf(`title: 户表
source: ncms
record: person
format: { delimiter: ",", header: any-order }
encoding: utf-8
constants: { insuplc_admdvs: "159921", gend: "1" }
columns:
  - { name: 户号, to: household_no, as: text, also: [{ to: legacy_id, as: text }] }
  - { name: 甲, to: psn_name, as: name, group: 甲 }
  - { name: 甲性别, to: naty, as: text, group: 甲 }
  - { name: 乙, to: psn_name, as: name, group: 乙 }
  - { name: 乙性别, to: psn_name, as: name, check: same, group: 乙 }
`),
).layout;

function mapped(fields: readonly string[]): readonly Problem[] {
  const map = rowMapper(household, "a.csv", new Map(), ruinedText);
  return map({ line: 7, text: fields.join(","), fields }).flatMap((one) => one.problems);
}

/** The problems of a layout file that holds only this. */
function wrong(text: string): readonly Problem[] {
  return parseLayout("people", "people.yaml", documentOf(text)).problems;
}

/** What is wrong with a crosswalk of these lines. */
function crosswalk(...lines: readonly string[]): readonly Problem[] {
  const rows = ["old_code,old_meaning,national_code,note", ...lines].map((line) => line.split(","));
  return readCrosswalk("gend.csv", rows, { fits: nationalCodesOf("gend") }).problems;
}
