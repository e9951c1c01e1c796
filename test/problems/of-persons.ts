import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Day } from "../../src/domain/period.js";
import type { Problem } from "../../src/domain/problem.js";
import { ruinedText } from "../../src/io/ruined.js";
import { readDivisions } from "../../src/migrate/divisions.js";
import { parseLayout } from "../../src/migrate/layout.js";
import { rowMapper } from "../../src/migrate/map.js";
import { documentOf } from "../migrate/document.js";
import { claim, claims, hospitals } from "./claim-line.js";
import type { GalleryRow } from "./gallery-row.js";
import { miniFile, people, problemsOf } from "./mini-delivery.js";

/** What the names, numbers, days and places of a person can have. */
export const ofPersons: readonly GalleryRow[] = [
  {
    code: "name-question-mark",
    find: () => problemsOf([people("1,马武?,男,,1990-01-01,,,1")]),
    zh: "people.csv:2 [姓名] 姓名 马武? 中有打不出的字(以 ? 或 □ 代替);请填写身份证上的姓名",
    en:
      "people.csv:2 [姓名] in the name 马武? a character stands as ? or □; enter the name on the " +
      "identity card",
  },
  {
    code: "name-description",
    find: () => problemsOf([people("1,王(方方土),男,,1990-01-01,,,1")]),
    zh:
      "people.csv:2 [姓名] 姓名 王(方方土) 是说明而不是姓名(括号、之子、新生儿等);" +
      "请填写身份证或户口簿上的姓名",
    en:
      "people.csv:2 [姓名] 王(方方土) describes a person (brackets, 之子, 新生儿 …); enter the " +
      "name on the identity card",
  },
  {
    code: "name-deceased",
    find: () => problemsOf([people("1,已故张三,男,,1990-01-01,,,1")]),
    zh: "people.csv:2 [姓名] 姓名 已故张三 注明已故;请核实,确已死亡的请办理终止参保后再报",
    en:
      "people.csv:2 [姓名] the name 已故张三 says that the person has died; find out, and end " +
      "the enrolment first",
  },
  {
    code: "name-length",
    find: () => problemsOf([people("1,张,男,,1990-01-01,,,1")]),
    zh: "people.csv:2 [姓名] 姓名 张 只有一个字,或长得不像姓名;请填写身份证上的姓名",
    en:
      "people.csv:2 [姓名] the name 张 is one character only, or too long to be one; enter the " +
      "whole name",
  },
  {
    code: "name-title-removed",
    find: () => problemsOf([people("1,张三丰先生,男,,1990-01-01,,,1")]),
    zh: "people.csv:2 [姓名] 姓名 张三丰先生 后的称谓已去掉,作 张三丰",
    en: "people.csv:2 [姓名] the form of address behind the name 张三丰先生 was taken off: 张三丰",
  },
  {
    code: "certno-bad-division",
    find: () => problemsOf([people("1,张三,男,008105194912310021,1990-01-01,,,1")]),
    zh:
      "people.csv:2 [证件] 身份证号 008105194912310021 的前两位不是任何省份;未采用此号," +
      "请核对证件",
    en:
      "people.csv:2 [证件] the first two digits of 008105194912310021 are of no province; not " +
      "used, check the card",
  },
  {
    code: "certno-15-digits",
    find: () => cell("certno", "159921900101001", "repairs: { certno-upgraded: off }"),
    zh:
      "a.csv:7 [列] 15 位身份证号 159921900101001 没有升位(映射文件关掉了这项修复);" +
      "未采用此号,请核对证件",
    en:
      "a.csv:7 [列] the 15-digit number 159921900101001 was not completed (the mapping says so); " +
      "not used, check it",
  },
  {
    code: "certno-suffixed",
    find: () => problemsOf([people("1,张三,男,15992119900101001X-1,1990-01-01,,,1")]),
    zh:
      "people.csv:2 [证件] 证件号码 15992119900101001X-1 是他人号码加后缀(多为父母的号码);" +
      "未采用此号,请补登本人号码",
    en:
      "people.csv:2 [证件] 15992119900101001X-1 is another person's number with a mark behind " +
      "it (a parent's?); not used",
  },
  {
    code: "certno-of-head",
    find: () => family("1,张大,男,15992119900101001X,1990-01-01,02", `2,张小,男,${OF_HEAD},20`),
    zh: "family.csv:3 [certno] 证件号码 15992119900101001X 是户主(family.csv:2)的;请填此人本人的号码",
    en:
      "family.csv:3 [certno] 15992119900101001X is the number of the head of the household " +
      "(family.csv:2); enter the person's own",
  },
  {
    code: "relation-differs",
    find: () => family("1,张大,男,,1990-01-01,02", "2,张小,男,,1960-01-01,20"),
    zh: "family.csv:3 [head_relation] 与户主关系代码 20 和 brdy 1960-01-01 不合;照收,请核对",
    en:
      "family.csv:3 [head_relation] the relation to the head, 20, does not go with brdy " +
      "1960-01-01; taken, check it",
  },
  {
    code: "date-placeholder",
    find: () => problemsOf([people("1,张三,男,,1900-01-01,,,1")]),
    zh: "people.csv:2 [生日] 1900-01-01 是系统的空日期,按没有填写处理",
    en: "people.csv:2 [生日] 1900-01-01 is what a system writes for no day; taken as empty",
  },
  {
    code: "date-out-of-range",
    find: () => problemsOf([people("1,张三,男,,2071-01-01,,,1")]),
    zh: "people.csv:2 [brdy] 日期 2071-01-01 不在可能的范围内(1880-01-01 至 2018-01-31);请核对",
    en:
      "people.csv:2 [brdy] 2071-01-01 lies outside what is possible (1880-01-01 to 2018-01-31); " +
      "check the day",
  },
  {
    code: "dates-disorder",
    find: () => problemsOf([...hospitals, claims(claim({ enddate: "2017-01-04" }))]),
    zh: "claims.csv:2 [enddate] enddate 2017-01-04 早于 begndate 2017-01-05,先后颠倒;请核对两个日期",
    en:
      "claims.csv:2 [enddate] enddate 2017-01-04 is before begndate 2017-01-05, which cannot be; " +
      "check both days",
  },
  {
    code: "enrolled-before-birth",
    find: () => problemsOf([people("1,张三,男,,2012-01-01,,,1")]),
    zh: "people.csv:2 [psn_insu_date] 参保日期 2010-01-01 早于出生日期 2012-01-01(多为按户填写);照收",
    en:
      "people.csv:2 [psn_insu_date] enrolled on 2010-01-01, before the birth on 2012-01-01 " +
      "(often the household's day); taken",
  },
  {
    code: "phone-unusable",
    find: () => cell("phone", "11111111111"),
    zh: "a.csv:7 [列] 电话 11111111111 打不通(位数不对或是凑数);未采用",
    en: "a.csv:7 [列] 11111111111 is no telephone number that can be dialled; not used",
  },
  {
    code: "phone-several",
    find: () => cell("phone", "0475-8218000/13947512345"),
    zh: "a.csv:7 [列] 一格里有几个电话 0475-8218000/13947512345;采用 13947512345",
    en:
      "a.csv:7 [列] several telephone numbers in one cell, 0475-8218000/13947512345; " +
      "13947512345 is used",
  },
  {
    code: "division-abolished",
    find: () => cell("division", "320323"),
    zh: "a.csv:7 [列] 区划 320323(铜山县)已于 2010 撤销,改为现行的 320312",
    en: "a.csv:7 [列] division 320323 (铜山县) was abolished in 2010; its successor 320312 is used",
  },
  {
    code: "division-unknown",
    find: () => cell("division", "320304"),
    zh: "a.csv:7 [列] 区划 320304 不是六位区划代码,或已撤销;请填现行代码",
    en: "a.csv:7 [列] 320304 is no division of six digits, or was abolished; enter the code in use",
  },
];

const list = readDivisions("divisions.csv", [
  ["code", "name", "from", "to", "successor", "note"],
  ["320304", "九里区", "", "2010", "", ""],
  ["320323", "铜山县", "", "2010", "320312", ""],
]);

/** The head's number and a birth date that is not the head's. */
const OF_HEAD = "15992119900101001X,2012-01-01";

/** What is wrong with the rows of one household. */
function family(...rows: readonly string[]): Promise<readonly Problem[]> {
  const header = "编号,姓名,性别,证件,生日,关系";
  const file = miniFile("family.csv", "family", [header, ...rows]);
  return problemsOf([file], {
    before: async ({ workspace }) =>
      writeFileSync(join(workspace.mappings, "legacy/family.yaml"), familyLayout),
  });
}

const familyLayout = `title: 一户人
source: ncms
record: person
format: { delimiter: ",", header: true }
encoding: gb18030
constants: { insuplc_admdvs: "159921", household_no: "7" }
columns:
  - { name: 编号, to: legacy_id, as: text, required: true }
  - { name: 姓名, to: psn_name, as: name, required: true }
  - { name: 性别, to: gend, as: code, table: ncms/gend, required: true }
  - { name: 证件, to: certno, as: certno }
  - { name: 生日, to: brdy, as: day }
  - { name: 关系, to: head_relation, as: code, table: ncms/relation }
`;

/** What is wrong with one cell that is read in this way. */
function cell(
  reading: "phone" | "division" | "certno",
  text: string,
  more = "",
): readonly Problem[] {
  const yaml = `title: 表
source: ncms
record: person
format: { delimiter: ",", header: false }
encoding: utf-8
columns:
  - { name: 列, to: tel, as: ${reading} }
${more}
`;
  const { layout } = parseLayout("list", "list.yaml", documentOf(yaml));
  const facts = { divisions: list.divisions, latest: "2018-01-31" as Day };
  const map = rowMapper(layout, "a.csv", new Map(), ruinedText, facts);
  return map({ line: 7, text, fields: [text] }).flatMap((one) => one.problems);
}
