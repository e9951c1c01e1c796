import { join } from "node:path";
import type { Problem } from "../../src/domain/problem.js";
import { Refusal } from "../../src/domain/refusal.js";
import type { Job } from "../../src/jobs/job.js";
import { exportReview } from "../../src/jobs/match/export-review.js";
import { importDecisions } from "../../src/jobs/match/import-decisions.js";
import { deciding, type FilledRow, filled } from "../jobs/review/filled-book.js";
import { addPairs, exported, type Pair, reviewJob } from "../jobs/review/queue.js";
import type { GalleryRow } from "./gallery-row.js";

const PAIRS: readonly Pair[] = [
  ["1", "2", 0.93],
  ["1", "3", 0.62],
  ["2", "3", 0.31],
];

type Change = (rows: readonly FilledRow[]) => readonly FilledRow[];

/** What is wrong with the queue of three records when it comes back with its rows changed. */
async function givenBack(change: Change, before?: Change): Promise<readonly Problem[]> {
  const job = await reviewJob(PAIRS);
  const book = await exported(job);
  if (before !== undefined) await importDecisions(job, await filled(book, before));
  return problemsIn(job, await filled(book, change));
}

async function problemsIn(job: Job, book: string): Promise<readonly Problem[]> {
  const refusal = await importDecisions(job, book).catch((error: unknown) => error);
  return refusal instanceof Refusal ? refusal.problems.map(withoutNames) : [];
}

/** A test knows neither the number of the run in the name of a workbook nor the day. */
function withoutNames(one: Problem): Problem {
  const shown = (text: string) =>
    text
      .replace(/review-[^/]*\.xlsx/g, "book.xlsx")
      .replace(/(decisions)-[^/]*\.xlsx/g, "$1.xlsx")
      .replace(/\d{4}-\d\d-\d\d/g, "DAY");
  const values = Object.entries(one.values).map(([name, value]) => {
    return [name, typeof value === "string" ? shown(value) : value];
  });
  const place = { ...one.place, file: shown(one.place.file) };
  return { ...one, place, values: Object.fromEntries(values) };
}

/** The first row with cells changed. */
function first(changes: FilledRow): Change {
  return (rows) => rows.map((row, at) => (at === 0 ? { ...row, ...changes } : row));
}

const SAME = ["同一人", "电话核实"] as const;
const DIFFERENT = ["不是同一人", "两人"] as const;

/** What is to be done about entries that contradict each other. */
const REPLACE = {
  zh:
    "    认为其中哪一条不对,在那一对的行里写上相反的决定,并在“推翻第几号决定”填它的编号(#);" +
    "只有个人编号的,先用 match undo 拆开",
  en:
    "    to replace one of them, decide otherwise in the row of its pair and state its number " +
    "(#); a person is taken apart by match undo",
};

/** What a workbook of decisions can have. */
export const ofReviews: readonly GalleryRow[] = [
  {
    code: "review-sheet-missing",
    find: () => givenBack((rows) => rows.map(({ "行键(勿改)": key = "", ...row }) => row)),
    zh:
      "book.xlsx 没有一页有“行键(勿改)”或“条目键(勿改)”一列;" +
      "这不是 match export 写出的工作簿,或者表头被删了",
    en:
      "book.xlsx no sheet has a column of keys: this is no workbook of match export, or its " +
      "header is gone",
  },
  {
    code: "review-column-missing",
    find: () => givenBack((rows) => rows.map(({ 决定的理由: why, ...row }) => row)),
    zh: "book.xlsx/待审核:1 少了“决定的理由”一列,不知道决定了什么;请恢复这一列(可以是空的)",
    en: "book.xlsx/待审核:1 the column “决定的理由” is gone; put it back (it may be empty)",
  },
  {
    code: "review-key-unknown",
    async find() {
      const changed: Change = (rows) =>
        rows.map((row, at) => {
          const key = row["行键(勿改)"] ?? "";
          const own = at === 0 ? key.replace(/^P\d+/, "P9") : key;
          return { ...row, ...decided(...SAME), "行键(勿改)": own };
        });
      return (await givenBack(changed)).map((one) => ({ ...one, values: { found: "K" } }));
    },
    zh:
      "book.xlsx/待审核:2 行键 K 不是本库待审核的任何一对:行键被改动,或者工作簿是另一个数据库的;" +
      "请从 match export 重新开始",
    en:
      "book.xlsx/待审核:2 the key K is of no pair of this database: changed, or of another; " +
      "export again",
  },
  {
    code: "review-book-elsewhere",
    // The queue of another database, whose records have other numbers.
    async find() {
      const list = ["7,张三,男,,1990-01-01,H1,,1", "8,张山,男,,1990-01-01,H2,,1"];
      const other = await reviewJob([["7", "8", 0.5]], [...list, "9,张珊,男,,1990-01-01,,,1"]);
      await addPairs(other, [["7", "9", 0.4]]);
      const book = await exported(other);
      const job = await reviewJob(PAIRS);
      const all: Change = (rows) => rows.map((row) => ({ ...row, ...decided(...SAME) }));
      return problemsIn(job, await filled(book, all));
    },
    zh:
      "book.xlsx/待审核 2 个行键没有一个是本库待审核的:" +
      "这是另一个数据库的(或重新装载之前的)工作簿;请从 match export 重新开始",
    en:
      "book.xlsx/待审核 none of its 2 keys is of this database: it is another's, or older; " +
      "export again",
  },
  {
    code: "review-row-differs",
    find: () => givenBack(first({ ...decided(...SAME), "姓名(右)": "王五" })),
    zh:
      "book.xlsx/待审核:2 “姓名(右)”是 王*,行键所指的记录是 王*:行键与这一行已经错位" +
      "(例如只排序了几列),请恢复",
    en:
      "book.xlsx/待审核:2 “姓名(右)” is 王*, but 王* in the record of the key: the columns " +
      "came apart",
  },
  {
    code: "review-decision-unknown",
    find: () => givenBack(first(decided("是的", "电话核实"))),
    zh: "book.xlsx/待审核:2 “决定”只能填 同一人、不是同一人 或 暂不决定,这里是 是的",
    en:
      "book.xlsx/待审核:2 the decision may be: same person, different people, not yet; here it " +
      "is 是的",
  },
  {
    code: "review-reason-missing",
    find: () => givenBack(first(decided("同一人", ""))),
    zh: "book.xlsx/待审核:2 写了决定“同一人”,没有写理由;以后查起来要靠它,请补上",
    en: "book.xlsx/待审核:2 “同一人” is decided without a reason; write down why",
  },
  {
    code: "review-replaces-unfit",
    find: () => givenBack(first({ ...decided(...SAME), 推翻第几号决定: "上次那条" })),
    zh: "book.xlsx/待审核:2 “推翻第几号决定”应是一个编号,这里是 上次那条",
    en: "book.xlsx/待审核:2 what is replaced is told by the number of its decision, not by 上次那条",
  },
  {
    code: "decision-same-contradicts",
    find: () => givenBack(deciding({ "1 2": SAME, "1 3": SAME }), deciding({ "2 3": DIFFERENT })),
    zh:
      "book.xlsx/待审核:3 “同一人”与下列各条矛盾,两边不能都对:\n" +
      "    book.xlsx/待审核:2: ncms 1 王* = ncms 2 王*\n" +
      "    #1 DAY 甲: ncms 2 王* ≠ ncms 3 王*\n" +
      REPLACE.zh,
    en:
      "book.xlsx/待审核:3 “same person” contradicts these entries, not all can be right:\n" +
      "    book.xlsx/待审核:2: ncms 1 王* = ncms 2 王*\n" +
      "    #1 DAY 甲: ncms 2 王* ≠ ncms 3 王*\n" +
      REPLACE.en,
  },
  {
    code: "decision-different-contradicts",
    // Two records that were put together by an earlier workbook, and again by this one.
    async find() {
      const job = await reviewJob(PAIRS);
      const book = await exported(job);
      await importDecisions(job, await filled(book, deciding({ "1 2": SAME })));
      const [row] = await job.store.rows.personRowsAfter({ fileId: 0, line: 0 }, 1);
      const later = deciding({ "1 3": SAME, "2 3": DIFFERENT });
      const told = await problemsIn(job, await filled(book, later));
      return told.map((one) => {
        const entries = `${one.values["entries"]}`.replace(row?.psnNo ?? "", "PERSON");
        return { ...one, values: { entries } };
      });
    },
    zh:
      "book.xlsx/待审核:4 “不是同一人”与下列各条矛盾,两边不能都对:\n" +
      "    #1 DAY 甲: ncms 1 王* = ncms 2 王*\n" +
      "    book.xlsx/待审核:3: ncms 1 王* = ncms 3 王*\n" +
      REPLACE.zh,
    en:
      "book.xlsx/待审核:4 “different people” contradicts these entries, not all can be right:\n" +
      "    #1 DAY 甲: ncms 1 王* = ncms 2 王*\n" +
      "    book.xlsx/待审核:3: ncms 1 王* = ncms 3 王*\n" +
      REPLACE.en,
  },
  {
    code: "decision-entry-changed",
    async find() {
      const job = await reviewJob(PAIRS);
      const book = await exported(job);
      await importDecisions(job, await filled(book, deciding({ "1 2": SAME })));
      const { file } = await exportReview(job, { isJournal: true });
      const journal = join(job.workspace.root, file);
      const told = await problemsIn(job, await filled(journal, first({ 决定人: "别人" })));
      return told.map((one) => ({ ...one, values: { found: "K" } }));
    },
    zh:
      "decisions.xlsx/待审核:2 条目键 K 与这一行对不上:决定簿的条目不能改动;" +
      "要改主意,在“改为”一列写",
    en:
      "decisions.xlsx/待审核:2 the key K does not fit its entry: none is changed; say under " +
      "“instead” what holds",
  },
  {
    code: "decision-replaces-another",
    find: () =>
      givenBack(
        deciding({ "1 2": [...SAME, { 推翻第几号决定: "1" }] }),
        deciding({ "2 3": DIFFERENT }),
      ),
    zh: "book.xlsx/待审核:2 第 1 号决定不是关于这两条记录的,或者已被推翻,不能由这一行推翻",
    en: "book.xlsx/待审核:2 decision 1 is not about these two records, or is replaced already",
  },
];

function decided(decision: string, reason: string): FilledRow {
  return { 决定: decision, 决定的理由: reason };
}
