import type { Text } from "./tell.js";

/** What is wrong with two registers that are to be matched. */
export const registerTexts = {
  "cross-scheme": { zh: "两种制度都登记的人", en: "people in both schemes" },
  "same-scheme": { zh: "一种制度中登记两次的人", en: "people twice in one scheme" },
  twin: { zh: "双胞胎", en: "people who are a twin" },
  namesake: {
    zh: "与同村同年出生的他人同名",
    en: "people named like another of their village and year of birth",
  },
  "id-missing": { zh: "没有证件号码的行", en: "rows without a certificate number" },
  "id-digit-wrong": { zh: "号码错一位或两位颠倒", en: "one digit wrong, or two swapped" },
  "id-of-head": { zh: "子女填了户主的号码", en: "a child has the head's number" },
  "name-variant": { zh: "姓名同音、异体或差一个字", en: "a homophone or variant of the name" },
  "birth-off": { zh: "出生日期有误", en: "the birth date is off" },
  "sex-wrong": { zh: "性别有误", en: "the sex is wrong" },
} as const satisfies Record<string, Text>;

/** What each kind of dirt in a sample is. */
export const dirtTexts = {
  "cross-scheme": { zh: "同一人在两种制度中都登记", en: "one person in both schemes" },
  "same-scheme": { zh: "同一人在一种制度中登记两次", en: "one person twice in one scheme" },
  "repeated-line": { zh: "整行重复", en: "the same line twice" },
  "name-variant": {
    zh: "同一号码,姓名同音异字",
    en: "one number under two names that sound alike",
  },
  "id-missing": { zh: "没有证件号码", en: "no certificate number" },
  "id-digit-wrong": { zh: "证件号码错一位", en: "one digit of the number is wrong" },
  "id-of-head": { zh: "子女填了户主的号码", en: "a child has the head's number" },
  "id-15": { zh: "15 位号码", en: "a number of 15 digits" },
  "id-excel-rounded": { zh: "号码被 Excel 取整", en: "a number rounded by Excel" },
  "name-twin": { zh: "姓名中有自定义区孪生码位", en: "a private-use twin in the name" },
  "name-private-use": { zh: "姓名中有无从查对的自定义字", en: "an unknown private-use character" },
  "name-replaced": { zh: "姓名末字成了“锟斤拷”", en: "a character that two conversions destroyed" },
  "name-utf8": { zh: "单元格被重复转码(UTF-8 当作 GBK)", en: "a cell converted twice" },
  "name-cut": { zh: "姓名被切在半个字上", en: "a name cut in the middle of a character" },
  "name-question-mark": { zh: "生僻字写成 ?", en: "? in place of a rare character" },
  "delimiter-swallowed": {
    zh: "半个字吞掉分隔符(一个县改交 | 分隔的名单)",
    en: "half a character swallows the delimiter (one county cuts its list at |)",
  },
  "full-width": { zh: "全角号码,或姓名中有空格", en: "full width, or spaces in the name" },
  "date-style": { zh: "另一种日期写法", en: "dates in another style" },
  "code-unknown": { zh: "对照表没有的代码", en: "a code that no crosswalk knows" },
  "not-enrolled": { zh: "已停保", en: "the enrolment has ended" },
  "window-deductible-twice": { zh: "窗口扣了两次起付线", en: "the window deducted twice" },
  "window-overlay-missed": { zh: "窗口漏了身份倾斜", en: "the window forgot an overlay" },
  "window-other-level": { zh: "窗口用错医院级别", en: "the window took another level" },
  "institution-unknown": { zh: "医疗机构未登记", en: "an institution that nobody knows" },
  "amounts-disagree": { zh: "金额勾稽不平", en: "amounts that do not add up" },
  "person-unknown": { zh: "单据的个人编号查无此人", en: "a bill of somebody unknown" },
  "settlement-repeated": { zh: "结算编号重复", en: "one settlement number twice" },
  refund: { zh: "退费单据", en: "a refund" },
} as const satisfies Record<string, Text>;

/** How the help tells the rates. */
export const rateTexts = {
  intro: {
    zh:
      "脏数据的种类(一人或一张单据至多一种):名称、通常的比例、处理结果。\n" +
      "--rate id-missing=2% 改一种的比例,可以重复。\n" +
      "--rates 文件 取一个文件的全部比例,文件没有写的种类不出现;\n" +
      "随带一个:--rates intake(登记类脏数据的验收比例)。",
    en:
      "Kinds of dirt (a person or a claim has one at most): name, usual rate, fate.\n" +
      "--rate id-missing=2% sets one rate, and may be repeated.\n" +
      "--rates FILE takes all rates from a file: what it does not name does not occur.\n" +
      "One is shipped: --rates intake (the rates on which the intake is proved).",
  },
  ofPeople: { zh: "人员登记(占人数):", en: "Registers of persons (of the people):" },
  ofClaims: { zh: "单据(占单据数):", en: "Claims (of the claims):" },
  setAside: { zh: "搁置 {codes}", en: "set aside: {codes}" },
  reported: { zh: "照收,提示 {codes}", en: "taken, reported: {codes}" },
  taken: { zh: "照收", en: "taken" },
} as const satisfies Record<string, Text>;
