import type { ProblemText } from "./problem-text.js";

/** What the names, numbers, days and places of a person can have, one by one and together. */
export const personProblems = {
  // names
  "name-question-mark": {
    effect: "setAside",
    zh: "姓名 {found} 中有打不出的字(以 ? 或 □ 代替);请填写身份证上的姓名",
    en: "in the name {found} a character stands as ? or □; enter the name on the identity card",
  },
  "name-description": {
    effect: "setAside",
    zh: "姓名 {found} 是说明而不是姓名(括号、之子、新生儿等);请填写身份证或户口簿上的姓名",
    en: "{found} describes a person (brackets, 之子, 新生儿 …); enter the name on the identity card",
  },
  "name-deceased": {
    effect: "setAside",
    zh: "姓名 {found} 注明已故;请核实,确已死亡的请办理终止参保后再报",
    en: "the name {found} says that the person has died; find out, and end the enrolment first",
  },
  "name-length": {
    effect: "setAside",
    zh: "姓名 {found} 只有一个字,或长得不像姓名;请填写身份证上的姓名",
    en: "the name {found} is one character only, or too long to be one; enter the whole name",
  },
  "name-title-removed": {
    effect: "repair",
    zh: "姓名 {found} 后的称谓已去掉,作 {repaired}",
    en: "the form of address behind the name {found} was taken off: {repaired}",
  },
  // certificate numbers
  "certno-bad-division": {
    effect: "finding",
    zh: "身份证号 {found} 的前两位不是任何省份;未采用此号,请核对证件",
    en: "the first two digits of {found} are of no province; not used, check the card",
  },
  "certno-15-digits": {
    effect: "finding",
    zh: "15 位身份证号 {found} 没有升位(映射文件关掉了这项修复);未采用此号,请核对证件",
    en: "the 15-digit number {found} was not completed (the mapping says so); not used, check it",
  },
  "certno-suffixed": {
    effect: "finding",
    zh: "证件号码 {found} 是他人号码加后缀(多为父母的号码);未采用此号,请补登本人号码",
    en: "{found} is another person's number with a mark behind it (a parent's?); not used",
  },
  "certno-of-head": {
    effect: "setAside",
    zh: "证件号码 {found} 是户主({other})的;请填此人本人的号码",
    en: "{found} is the number of the head of the household ({other}); enter the person's own",
  },
  // days
  "date-placeholder": {
    effect: "finding",
    zh: "{found} 是系统的空日期,按没有填写处理",
    en: "{found} is what a system writes for no day; taken as empty",
  },
  "date-out-of-range": {
    effect: "setAside",
    zh: "日期 {found} 不在可能的范围内({from} 至 {to});请核对",
    en: "{found} lies outside what is possible ({from} to {to}); check the day",
  },
  "dates-disorder": {
    effect: "setAside",
    zh: "{left} {found} 早于 {right} {other},先后颠倒;请核对两个日期",
    en: "{left} {found} is before {right} {other}, which cannot be; check both days",
  },
  "enrolled-before-birth": {
    effect: "finding",
    zh: "参保日期 {found} 早于出生日期 {other}(多为按户填写);照收",
    en: "enrolled on {found}, before the birth on {other} (often the household's day); taken",
  },
  // telephone
  "phone-unusable": {
    effect: "finding",
    zh: "电话 {found} 打不通(位数不对或是凑数);未采用",
    en: "{found} is no telephone number that can be dialled; not used",
  },
  "phone-several": {
    effect: "finding",
    zh: "一格里有几个电话 {found};采用 {repaired}",
    en: "several telephone numbers in one cell, {found}; {repaired} is used",
  },
  // divisions
  "division-abolished": {
    effect: "repair",
    zh: "区划 {found}({name})已于 {to} 撤销,改为现行的 {repaired}",
    en: "division {found} ({name}) was abolished in {to}; its successor {repaired} is used",
  },
  "division-unknown": {
    effect: "setAside",
    zh: "区划 {found} 不是六位区划代码,或已撤销;请填现行代码",
    en: "{found} is no division of six digits, or was abolished; enter the code in use",
  },
  // relations
  "relation-differs": {
    effect: "finding",
    zh: "与户主关系代码 {relation} 和 {field} {found} 不合;照收,请核对",
    en: "the relation to the head, {relation}, does not go with {field} {found}; taken, check it",
  },
} as const satisfies Record<string, ProblemText>;
