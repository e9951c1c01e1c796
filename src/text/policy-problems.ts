import type { ProblemText } from "./problem-text.js";

/** What policy files can have. */
export const policyProblems = {
  "region-missing": {
    effect: "refuse",
    zh:
      "没有 region.yaml:请写明 title、covers、schemes、classes、levels、cares," +
      "可照抄示例包 example",
    en:
      "there is no region.yaml: state title, covers, schemes, classes, levels, cares; " +
      "copy the pack example",
  },
  "parameter-unknown": {
    effect: "refuse",
    zh: "不认识的参数 {found};最接近的是 {nearest}",
    en: "unknown parameter {found}; the nearest is {nearest}",
  },
  "parameter-missing": {
    effect: "refuse",
    zh: "缺少必需的参数 {expected};请在任一文件的 parameters 中写上",
    en: "the required parameter {expected} is missing; give it in any file, under parameters",
  },
  "parameter-repeated": {
    effect: "refuse",
    zh: "参数 {found} 已在 {other} 中给出;只留一处",
    en: "the parameter {found} is given in {other} already; keep one of them",
  },
  "policy-file-name": {
    effect: "refuse",
    zh: "这个文件不会被读:政策文件的名字要以小写的 .yaml 结尾;请改名或移走",
    en: "this file would not be read: names of policy files end in .yaml; rename or move it",
  },
  "shared-missing": {
    effect: "refuse",
    zh: "共用文件 {found} 不存在;common 中有:{expected}",
    en: "there is no shared file {found}; common has: {expected}",
  },
  "key-misspelt": {
    effect: "refuse",
    zh: "不认识的键 {found};最接近的是 {nearest};此处可用:{expected}",
    en: "unknown key {found}; the nearest is {nearest}; here may stand: {expected}",
  },
  "key-misplaced": {
    effect: "refuse",
    zh: "键 {found} 不能写在这里;此处可用:{expected}",
    en: "the key {found} may not stand here; here may stand: {expected}",
  },
  "comma-unquoted": {
    effect: "refuse",
    zh: "“{found}”被当成了一个键;花括号里的文字如含有逗号,整段要加引号",
    en: "“{found}” was taken for a key; in braces, a text with a comma must be quoted",
  },
  "name-undeclared": {
    effect: "refuse",
    zh: "{found} 没有在 region.yaml 的 {kind} 中声明;最接近的是 {expected}",
    en: "{found} is not declared under {kind} in region.yaml; the nearest is {expected}",
  },
  "policy-code-unknown": {
    effect: "refuse",
    zh: "{found} 不是已知的国家代码;已知的开头有:{expected}",
    en: "{found} is no known national code; known beginnings are: {expected}",
  },
  "name-unused": {
    effect: "refuse",
    zh: "{kind} 中声明的 {found} 没有任何文件用到;请删去,或写上用到它的规定",
    en: "no file uses {found}, declared under {kind}; delete it, or write the rule that uses it",
  },
  "name-unfit": {
    effect: "refuse",
    zh: "{kind} 的名称 {found} 不能用;名称只含字母和数字,不与其他部分重名",
    en: "{found} cannot be a name of {kind}: letters and digits only, not the name of a part",
  },
  "row-outcome": {
    effect: "refuse",
    zh: "每一行只写一个结果({expected});这里写的是 {found}",
    en: "a row has exactly one outcome ({expected}); here stands {found}",
  },
  "scheme-ended": {
    effect: "refuse",
    zh: "{found}:启用日起只有 resident,本行永远用不到;请写在启用日以前的版本里,或删去",
    en:
      "{found}: from the switch day on there is only resident, no case reaches this row; move it " +
      "to a version before that day, or delete it",
  },
  "admissions-uncounted": {
    effect: "refuse",
    zh: "没有一种待遇的起付线按次(per: stay),住院次数总是第 1 次,本行不会起作用;请改 per,或删去本行",
    en:
      "no care has a deductible per stay, so every admission is the first and this row does " +
      "nothing; mend per, or delete the row",
  },
  "switch-not-covered": {
    effect: "refuse",
    zh: "启用日 {found} 在 covers 的最后一天 {expected} 之后;请核对年份,或延长 covers",
    en: "the switch day {found} is after the last day covered, {expected}; a wrong year?",
  },
  "row-unreachable": {
    effect: "refuse",
    zh: "{found}:上面的行已经包括了这种情形,本行永远用不到;请移到上面或删去",
    en: "{found}: the rows above take every such case, so this one is never reached; move it up",
  },
  "form-missing": {
    effect: "refuse",
    zh: "缺少 {found}({expected}):没有它,本参数的意思不明确",
    en: "{found} ({expected}) is missing: without it the parameter's meaning is open",
  },
  "form-idle": {
    effect: "refuse",
    zh: "{found} 在这里不起作用,只与 {expected} 同用;请删去",
    en: "{found} has no effect here, it goes with {expected}; delete it",
  },
  "order-unfit": {
    effect: "refuse",
    zh: "顺序 {found} 应把 {expected} 各写一次",
    en: "the order {found} must name each of {expected} once",
  },
  "order-missing": {
    effect: "refuse",
    zh: "{day} 起有几项调整同时生效,却没有写明先后;请加上 {expected}",
    en: "from {day} several adjustments are in force without an order; add {expected}",
  },
  "base-missing": {
    effect: "refuse",
    zh: "{found} 所依的 {expected} 没有给出",
    en: "{found} works on {expected}, which is not given",
  },
  "case-missing": {
    effect: "refuse",
    zh: "{day} 起,{rule} 没有包括这种情形:{found};请补一行",
    en: "from {day} {rule} has no row for the case {found}; add one",
  },
  "subsidy-differs": {
    effect: "refuse",
    zh: "{day} 起,各级补助相加为 {found},而补助标准为 {expected}({case})",
    en: "from {day} the parts of the subsidy add up to {found}, the subsidy is {expected} ({case})",
  },
  "citation-missing": {
    effect: "refuse",
    zh: "缺少依据 cite;每个政策数值都要写明出处",
    en: "the citation is missing; every value of the law names its source",
  },
  "versions-gap": {
    effect: "refuse",
    zh: "{found} 至 {expected} 没有生效的版本;请改 from 或 to,或补上这一段",
    en: "no version is in force from {found} to {expected}; mend from or to, or add a version",
  },
  "versions-overlap": {
    effect: "refuse",
    zh: "两个版本同时生效:{found} 与 {expected}",
    en: "two versions are in force at once: {found} and {expected}",
  },
} as const satisfies Record<string, ProblemText>;
