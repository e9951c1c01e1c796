import type { Problem } from "../../src/domain/problem.js";
import { parsedFrom } from "../policy/law-from.js";
import { parameter } from "../policy/texts.js";
import type { GalleryRow } from "./gallery-row.js";

/** What policy files can have; each input is a whole law but for its one mistake. */
export const ofPolicies: readonly GalleryRow[] = [
  {
    code: "parameter-unknown",
    find: () => law(parameter("inpatient.deductable", '"1.00"', "per: stay")),
    zh: "law.yaml:4 不认识的参数 inpatient.deductable;最接近的是 inpatient.deductible",
    en:
      "law.yaml:4 unknown parameter inpatient.deductable; the nearest is inpatient.deductib" + "le",
  },
  {
    code: "parameter-missing",
    find: () => parsedFrom("parameters: {}").problems,
    zh: "law.yaml 缺少必需的参数 inpatient.deductible;请在任一文件的 parameters 中写上",
    en:
      "law.yaml the required parameter inpatient.deductible is missing; give it in " +
      "any file, under parameters",
  },
  {
    code: "key-misspelt",
    find: () => law(ratio('[{ levels: "3", share: "0.60" }, { share: "0.50" }]')),
    zh:
      "law.yaml:4 不认识的键 levels;最接近的是 level;此处可用:share, bands, ageShare, scheme, class," +
      " tier, level, place, referral, disease, hospital, identity, identities, medType," +
      " psnType, division, age, years, admission, visit, cost, status, cite",
    en:
      "law.yaml:4 unknown key levels; the nearest is level; here may stand: share, " +
      "bands, ageShare, scheme, class, tier, level, place, referral, disease, hospital," +
      " identity, identities, medType, psnType, division, age, years, admission, visit," +
      " cost, status, cite",
  },
  {
    code: "key-misplaced",
    find: () => law(parameter("inpatient.ratio", '"0.50"', "each: disease")),
    zh:
      "law.yaml:4 键 each 不能写在这里;此处可用:from, status, value, to, cite, assumes, per, axis," +
      " with, counts",
    en:
      "law.yaml:4 the key each may not stand here; here may stand: from, status, value," +
      " to, cite, assumes, per, axis, with, counts",
  },
  {
    code: "comma-unquoted",
    find: () => law(ratio('"0.50"').replace("cite: 试", "cite: 甲,乙, 丙")),
    zh: "law.yaml:4 “乙”被当成了一个键;花括号里的文字如含有逗号,整段要加引号",
    en: "law.yaml:4 “乙” was taken for a key; in braces, a text with a comma must be quoted",
  },
  {
    code: "name-undeclared",
    find: () => law(ratio('[{ class: adlut, share: "0.60" }, { share: "0.50" }]')),
    zh: "law.yaml:4 adlut 没有在 region.yaml 的 classes 中声明;最接近的是 adult",
    en: "law.yaml:4 adlut is not declared under classes in region.yaml; the nearest is adult",
  },
  {
    code: "policy-code-unknown",
    find: () => law(ratio('[{ medType: "88", share: "0.60" }, { share: "0.50" }]')),
    zh: "law.yaml:4 88 不是已知的国家代码;已知的开头有:11 12 13 14 19 21 22 23 24 41 51 52 53 99…",
    en:
      "law.yaml:4 88 is no known national code; known beginnings are: 11 12 13 14 19 " +
      "21 22 23 24 41 51 52 53 99…",
  },
  {
    code: "name-unused",
    find: () => law(ratio('"0.50"'), "identities: { minLiving: 低保对象 }"),
    zh: "law.yaml:1 identities 中声明的 minLiving 没有任何文件用到;请删去,或写上用到它的规定",
    en:
      "law.yaml:1 no file uses minLiving, declared under identities; delete it, or " +
      "write the rule that uses it",
  },
  {
    code: "name-unfit",
    find: () => law(ratio('"0.50"'), "tiers: { 一档: 一档 }"),
    zh: "law.yaml:1 tiers 的名称 一档 不能用;名称只含字母和数字,不与其他部分重名",
    en:
      "law.yaml:1 一档 cannot be a name of tiers: letters and digits only, not the name " +
      "of a part",
  },
  {
    code: "row-outcome",
    find: () => law(ratio('[{ level: "3", share: "0.60", ageShare: {} }, { share: "0.50" }]')),
    zh: "law.yaml:4 每一行只写一个结果(share | bands | ageShare);这里写的是 share, ageShare",
    en:
      "law.yaml:4 a row has exactly one outcome (share | bands | ageShare); here stands " +
      "share, ageShare",
  },
  {
    code: "scheme-ended",
    find: () => {
      const rows = ratio('[{ scheme: ncms, share: "0.40" }, { share: "0.50" }]');
      return law(rows.replace("from: 2010-01-01", "from: 2017-01-01"));
    },
    zh: "law.yaml:4 新农合:启用日起只有 resident,本行永远用不到;请写在启用日以前的版本里,或删去",
    en:
      "law.yaml:4 新农合: from the switch day on there is only resident, no case reaches this row; " +
      "move it to a version before that day, or delete it",
  },
  {
    code: "admissions-uncounted",
    find: () => {
      const yearly = parameter("inpatient.deductible", '"9.00"', "per: year");
      const each = parameter(
        "inpatient.deductible.adjust.again",
        '[{ minusEach: "1.00" }]',
        "counts: person",
      );
      return parsedFrom(`\nparameters:\n${yearly}\n${each}\n${ratio('"0.50"')}\n`).problems;
    },
    zh:
      "law.yaml:4 没有一种待遇的起付线按次(per: stay),住院次数总是第 1 次,本行不会起作用;" +
      "请改 per,或删去本行",
    en:
      "law.yaml:4 no care has a deductible per stay, so every admission is the first and this " +
      "row does nothing; mend per, or delete the row",
  },
  {
    code: "switch-not-covered",
    find: () => law(`${ratio('"0.50"')}\n${parameter("dates.switchDay", "2107-01-01")}`),
    zh: "law.yaml:5 启用日 2107-01-01 在 covers 的最后一天 2017-12-31 之后;请核对年份,或延长 covers",
    en:
      "law.yaml:5 the switch day 2107-01-01 is after the last day covered, 2017-12-31; a wrong " +
      "year?",
  },
  {
    code: "row-unreachable",
    find: () => law(ratio('[{ share: "0.50" }, { level: "3", share: "0.60" }]')),
    zh: "law.yaml:4 三级:上面的行已经包括了这种情形,本行永远用不到;请移到上面或删去",
    en:
      "law.yaml:4 三级: the rows above take every such case, so this one is never reached;" +
      " move it up",
  },
  {
    code: "form-missing",
    find: () => law(ratio('[{ above: "0.00", share: "0.50" }, { above: "9.00", share: "0.60" }]')),
    zh: "law.yaml:4 缺少 axis(net | gross):没有它,本参数的意思不明确",
    en: "law.yaml:4 axis (net | gross) is missing: without it the parameter's meaning is open",
  },
  {
    code: "form-idle",
    find: () => law(parameter("inpatient.ratio", '"0.50"', "axis: net")),
    zh: "law.yaml:4 axis 在这里不起作用,只与 bands 同用;请删去",
    en: "law.yaml:4 axis has no effect here, it goes with bands; delete it",
  },
  {
    code: "order-unfit",
    find: () => law(`${ratio('"0.50"')}\n${adjusted("old")}\n${order("[old, old]")}`),
    zh: "law.yaml:6 顺序 [old, old] 应把 [old] 各写一次",
    en: "law.yaml:6 the order [old, old] must name each of [old] once",
  },
  {
    code: "order-missing",
    find: () => law(`${ratio('"0.50"')}\n${adjusted("old")}\n${adjusted("away")}`),
    zh: "law.yaml:5 2017-01-01 起有几项调整同时生效,却没有写明先后;请加上 inpatient.ratio.order: [old, away]",
    en:
      "law.yaml:5 from 2017-01-01 several adjustments are in force without an order;" +
      " add inpatient.ratio.order: [old, away]",
  },
  {
    code: "base-missing",
    find: () => law(`${ratio('"0.50"')}\n${parameter("inpatient.limit.a.adjust.b", rowOf)}`),
    zh: "law.yaml:5 inpatient.limit.a.adjust.b 所依的 inpatient.limit.a 没有给出",
    en: "law.yaml:5 inpatient.limit.a.adjust.b works on inpatient.limit.a, which is not given",
  },
  {
    code: "case-missing",
    find: () => law(ratio('[{ level: ["1", "2"], share: "0.60" }, { age: "60+", share: "0.50" }]')),
    zh: "law.yaml:4 2017-01-01 起,试(inpatient.ratio) 没有包括这种情形:乡镇卫生院/三级 age 0-59;请补一行",
    en:
      "law.yaml:4 from 2017-01-01 试(inpatient.ratio) has no row for the case 乡镇卫生院/三级 " +
      "age 0-59; add one",
  },
  {
    code: "subsidy-differs",
    find: () => law(`${ratio('"0.50"')}\n${parameter("funding.subsidy.city", '"449.00"')}`),
    zh: "law.yaml:22 2017-01-01 起,各级补助相加为 449.00,而补助标准为 450.00(–)",
    en:
      "law.yaml:22 from 2017-01-01 the parts of the subsidy add up to 449.00, the subsidy " +
      "is 450.00 (–)",
  },
  {
    code: "citation-missing",
    find: () => law(ratio('"0.50"').replace("cite: 试, ", "")),
    zh: "law.yaml:4 缺少依据 cite;每个政策数值都要写明出处",
    en: "law.yaml:4 the citation is missing; every value of the law names its source",
  },
  {
    code: "versions-gap",
    find: () => law(twoVersions("to: 2017-05-31", "from: 2017-08-01")),
    zh: "law.yaml:5 2017-06-01 至 2017-07-31 没有生效的版本;请改 from 或 to,或补上这一段",
    en:
      "law.yaml:5 no version is in force from 2017-06-01 to 2017-07-31; mend from or to, or add " +
      "a version",
  },
  {
    code: "versions-overlap",
    find: () => law(twoVersions("to: 2017-08-31", "from: 2017-08-01")),
    zh: "law.yaml:9 两个版本同时生效:2017-01-01 … 2017-08-31 与 2017-08-01 …",
    en:
      "law.yaml:9 two versions are in force at once: 2017-01-01 … 2017-08-31 and 2017-08-01" + " …",
  },
];

const rowOf = '[{ age: "60+", plus: "1.00" }]';

/** The problems of a law that is sound but for these parameters and names. */
function law(parameters: string, names = ""): readonly Problem[] {
  const deductible = parameter("inpatient.deductible", '"0.00"', "per: stay");
  return parsedFrom(`${names}\nparameters:\n${deductible}\n${parameters}\n`).problems;
}

function ratio(value: string): string {
  return parameter("inpatient.ratio", value);
}

function adjusted(name: string): string {
  const row = name === "old" ? '{ age: "60+", plus: "0.05" }' : '{ place: offsite, minus: "0.10" }';
  return parameter(`inpatient.ratio.adjust.${name}`, `[${row}]`);
}

function order(value: string): string {
  return parameter("inpatient.ratio.order", value);
}

function twoVersions(to: string, from: string): string {
  return `
  inpatient.ratio:
    label: 比例
    versions:
      - { from: 2017-01-01, ${to}, status: assumed, cite: 试, value: "0.50" }
      - { ${from}, status: assumed, cite: 试, value: "0.60" }`;
}
