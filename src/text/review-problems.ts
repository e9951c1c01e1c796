import type { ProblemText } from "./problem-text.js";

/** What to do about entries that contradict each other. */
const REPLACE = {
  zh:
    "\n    认为其中哪一条不对,在那一对的行里写上相反的决定,并在“推翻第几号决定”填它的编号(#);" +
    "只有个人编号的,先用 match undo 拆开",
  en:
    "\n    to replace one of them, decide otherwise in the row of its pair and state its number " +
    "(#); a person is taken apart by match undo",
};

/** What can be wrong with a workbook of decisions that a clerk gives back. */
export const reviewProblems = {
  "review-sheet-missing": {
    effect: "refuse",
    zh: "没有一页有“行键(勿改)”或“条目键(勿改)”一列;这不是 match export 写出的工作簿,或者表头被删了",
    en: "no sheet has a column of keys: this is no workbook of match export, or its header is gone",
  },
  "review-column-missing": {
    effect: "refuse",
    zh: "少了“{expected}”一列,不知道决定了什么;请恢复这一列(可以是空的)",
    en: "the column “{expected}” is gone; put it back (it may be empty)",
  },
  "review-key-unknown": {
    effect: "refuse",
    zh: "行键 {found} 不是本库待审核的任何一对:行键被改动,或者工作簿是另一个数据库的;请从 match export 重新开始",
    en: "the key {found} is of no pair of this database: changed, or of another; export again",
  },
  "review-book-elsewhere": {
    effect: "refuse",
    zh: "{count} 个行键没有一个是本库待审核的:这是另一个数据库的(或重新装载之前的)工作簿;请从 match export 重新开始",
    en: "none of its {count} keys is of this database: it is another's, or older; export again",
  },
  "review-row-differs": {
    effect: "refuse",
    zh: "“{column}”是 {found},行键所指的记录是 {expected}:行键与这一行已经错位(例如只排序了几列),请恢复",
    en: "“{column}” is {found}, but {expected} in the record of the key: the columns came apart",
  },
  "review-decision-unknown": {
    effect: "refuse",
    zh: "“决定”只能填 同一人、不是同一人 或 暂不决定,这里是 {found}",
    en: "the decision may be: same person, different people, not yet; here it is {found}",
  },
  "review-reason-missing": {
    effect: "refuse",
    zh: "写了决定“{found}”,没有写理由;以后查起来要靠它,请补上",
    en: "“{found}” is decided without a reason; write down why",
  },
  "review-replaces-unfit": {
    effect: "refuse",
    zh: "“推翻第几号决定”应是一个编号,这里是 {found}",
    en: "what is replaced is told by the number of its decision, not by {found}",
  },
  "decision-entry-changed": {
    effect: "refuse",
    zh: "条目键 {found} 与这一行对不上:决定簿的条目不能改动;要改主意,在“改为”一列写",
    en: "the key {found} does not fit its entry: none is changed; say under “instead” what holds",
  },
  "decision-same-contradicts": {
    effect: "refuse",
    zh: `“同一人”与下列各条矛盾,两边不能都对:{entries}${REPLACE.zh}`,
    en: `“same person” contradicts these entries, not all can be right:{entries}${REPLACE.en}`,
  },
  "decision-different-contradicts": {
    effect: "refuse",
    zh: `“不是同一人”与下列各条矛盾,两边不能都对:{entries}${REPLACE.zh}`,
    en: `“different people” contradicts these entries, not all can be right:{entries}${REPLACE.en}`,
  },
  "decision-replaces-another": {
    effect: "refuse",
    zh: "第 {found} 号决定不是关于这两条记录的,或者已被推翻,不能由这一行推翻",
    en: "decision {found} is not about these two records, or is replaced already",
  },
} as const satisfies Record<string, ProblemText>;
