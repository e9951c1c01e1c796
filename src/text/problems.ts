import type { Text } from "./tell.js";

/** What a problem does to the thing it is found in. */
export type Effect =
  | "setAside" // the row, claim or payment waits for a person
  | "finding" // taken as it is, and reported
  | "repair" // mended by a named rule, counted and reported
  | "refuse"; // the whole command is refused

interface ProblemText extends Text {
  readonly effect: Effect;
}

/** Every problem that data can have. `{found}` and the other names are filled in when it is told. */
export const problemTexts = {
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
  "text-garbled": {
    effect: "setAside",
    zh: "内容 {found} 是转码损坏后的乱码;请向报送单位索取原文",
    en: "{found} was ruined by an earlier conversion; ask the sender for the original text",
  },
  "row-field-count": {
    effect: "setAside",
    zh: "本行有 {found} 列,应为 {expected} 列;请查分隔符、引号或被截断的字",
    en: "this line has {found} fields, {expected} are expected; look for a lost delimiter or quote",
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
  "name-unreadable": {
    effect: "setAside",
    zh: "姓名 {found} 含有 ?、数字或括号说明,不是完整的姓名;请填写身份证上的姓名",
    en: "the name {found} holds ?, digits or a description; enter the name on the identity card",
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
  // enrolment
  "enrolment-person-unknown": {
    effect: "setAside",
    zh: "参保记录的个人编号 {found} 在人员表中没有;请补报人员信息",
    en: "person {found} of this enrolment is in no list of persons; ask for the person's record",
  },
  "enrolment-missing": {
    effect: "finding",
    zh: "人员 {found} 没有有效参保记录;已建档,未享受待遇",
    en: "person {found} has no valid enrolment; registered without entitlement",
  },
  "household-balance-differs": {
    effect: "setAside",
    zh: "同一家庭 {household} 各成员行的家庭账户余额不一致({found} 与 {other});请核对账户",
    en: "the members of household {household} state different balances ({found} and {other})",
  },
  // registers
  "crosswalk-missing": {
    effect: "setAside",
    zh: "原编码 {found} 不在 {table} 对照表中;请在对照表补一行",
    en: "old code {found} is not in the crosswalk of {table}; add a line there",
  },
  "crosswalk-repeated": {
    effect: "setAside",
    zh: "原编码 {found} 在对照表中出现两次;只留一行",
    en: "old code {found} stands twice in the crosswalk; keep one line",
  },
  // claims
  "amounts-disagree": {
    effect: "setAside",
    zh: "{left} 与 {right} 不相等:{found} ≠ {expected};请向医院核对单据",
    en: "{left} and {right} disagree: {found} ≠ {expected}; check the bill with the hospital",
  },
  "claim-repeated": {
    effect: "setAside",
    zh: "结算编号 {found} 已有一张单据;若是冲销或更正请按更正报送",
    en: "settlement {found} exists already; a reversal or correction is delivered as such",
  },
  "claim-month-closed": {
    effect: "setAside",
    zh: "结算日期 {found} 属于已关账的 {month};请以更正方式在当前月份报送",
    en: "settled on {found}, in the closed month {month}; deliver it as a correction",
  },
  "claim-person-unknown": {
    effect: "setAside",
    zh: "个人编号 {found}({source})查无此人;请先建档或改正编号",
    en: "no person {found} ({source}) is known; register the person or correct the number",
  },
  "claim-person-differs": {
    effect: "setAside",
    zh: "单据姓名 {found} 与该编号登记的 {expected} 不符;请核对是否冒名或填错编号",
    en: "the bill names {found}, the number belongs to {expected}; wrong number or impersonation?",
  },
  "claim-institution-unknown": {
    effect: "setAside",
    zh: "医疗机构编码 {found} 未登记;请在机构对照表补登",
    en: "institution {found} is not registered; add it to the institutions' crosswalk",
  },
  "claim-not-entitled": {
    effect: "setAside",
    zh: "{found} 当日没有有效的居民医保参保;请核对参保状态",
    en: "no resident enrolment was in force on {found}; check the enrolment",
  },
  "claim-refund": {
    effect: "setAside",
    zh: "退费单据不在月结中处理;请用更正流程登记原结算编号",
    en: "a refund is not settled with the month; it goes through the correction of its original",
  },
  "rule-missing": {
    effect: "setAside",
    zh: "{day} 没有适用的规定:{rule}({found});请在政策文件中补充",
    en: "no rule in force on {day}: {rule} ({found}); add it to the policy files",
  },
  // deliveries
  "file-missing": {
    effect: "refuse",
    zh: "清单所列文件 {found} 不存在;请补齐或从清单删去",
    en: "the manifest names {found}, which is not there; add the file or take it off the list",
  },
  "encoding-differs": {
    effect: "refuse",
    zh: "文件不是 {expected} 编码(看来是 {found});请在映射文件中改正 encoding 或重新导出",
    en: "the file is not {expected} (it looks like {found}); correct the mapping or export it again",
  },
  "header-differs": {
    effect: "refuse",
    zh: "第 {column} 列表头是 {found},映射文件写的是 {expected};请核对是否用对了映射",
    en: "column {column} is headed {found}, the mapping says {expected}; is it the right mapping?",
  },
  "total-differs": {
    effect: "refuse",
    zh: "控制数 {total} 不符:清单 {expected},文件 {found},相差 {difference}",
    en: "control total {total}: manifest {expected}, file {found}, difference {difference}",
  },
  // files that clerks write
  "file-unreadable": {
    effect: "refuse",
    zh: "文件无法解析:{found}",
    en: "the file cannot be read: {found}",
  },
  "key-unknown": {
    effect: "refuse",
    zh: "不认识的键 {found};此处可用:{expected}",
    en: "unknown key {found}; here may stand: {expected}",
  },
  "key-missing": {
    effect: "refuse",
    zh: "缺少键 {expected}",
    en: "the key {expected} is missing",
  },
  "value-unfit": {
    effect: "refuse",
    zh: "{found} 不合要求;应为 {expected}",
    en: "{found} does not fit; expected: {expected}",
  },
  "target-unknown": {
    effect: "refuse",
    zh: "目标字段 {found} 不在 {expected} 记录的字段表中",
    en: "target field {found} is no field of the record {expected}",
  },
  "target-repeated": {
    effect: "refuse",
    zh: "目标字段 {found} 已由另一列({other})填写",
    en: "target field {found} is already filled from another column ({other})",
  },
  "target-missing": {
    effect: "refuse",
    zh: "记录 {record} 的必填字段 {expected} 没有来源列",
    en: "no column fills the required field {expected} of the record {record}",
  },
  "citation-missing": {
    effect: "refuse",
    zh: "缺少依据 cite;每个政策数值都要写明出处",
    en: "the citation is missing; every value of the law names its source",
  },
  "versions-gap": {
    effect: "refuse",
    zh: "{found} 与 {expected} 之间没有生效的版本",
    en: "no version is in force between {found} and {expected}",
  },
  "versions-overlap": {
    effect: "refuse",
    zh: "两个版本同时生效:{found} 与 {expected}",
    en: "two versions are in force at once: {found} and {expected}",
  },
  "parameter-repeated": {
    effect: "refuse",
    zh: "参数 {found} 已在 {other} 中给出;只留一处",
    en: "the parameter {found} is given in {other} already; keep one of them",
  },
  "row-unreachable": {
    effect: "refuse",
    zh: "{found} 在本表前面已有一行,本行永远用不到;只留一行",
    en: "{found} has a row above, so this one is never reached; keep one of them",
  },
  "agreement-repeated": {
    effect: "refuse",
    zh: "机构 {found} 的协议在 {other} 中已有一份同期生效",
    en: "institution {found} has another agreement in force at that time, in {other}",
  },
} as const satisfies Record<string, ProblemText>;

export type ProblemCode = keyof typeof problemTexts;
