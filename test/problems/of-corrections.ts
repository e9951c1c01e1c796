import { type Problem, problem } from "../../src/domain/problem.js";
import { Refusal } from "../../src/domain/refusal.js";
import { acceptDifference } from "../../src/jobs/migrate/accept-difference.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import {
  ACTION,
  bookOf,
  bookWithCell,
  editedBook,
  FIRST_FIELD,
  KEY,
  REASON,
} from "../jobs/edited-book.js";
import type { GalleryRow } from "./gallery-row.js";
import { miniJob, people, problemsOf, writeDelivery } from "./mini-delivery.js";

/** A member without a sex: set aside, and in the workbook. */
const list = people("1,张三,男,,1990-01-01,,,1", "2,李四,,,1991-01-01,,,1");

type Rows = readonly (readonly string[])[];

/** Gives back the workbook of the loaded list with its rows changed; what is wrong with it. */
function givenBack(change: (rows: readonly string[][]) => Rows): Promise<readonly Problem[]> {
  return givenBackAs((book) => editedBook(book, change));
}

async function givenBackAs(edit: (book: string) => Promise<string>): Promise<readonly Problem[]> {
  const job = await miniJob();
  const folder = writeDelivery(job, [list]);
  await migrateDelivery(job, folder);
  const book = await edit(bookOf(job, "set-aside"));
  const report = await migrateDelivery(job, folder, book).catch((error: unknown) => error);
  if (report instanceof Refusal) return report.problems.map(withoutBook);
  const waiting = await job.store.intake.setAsideAfter(2, { fileId: 0, line: 0 }, 10);
  return waiting.flatMap((row) => row.problems);
}

/** The name of the workbook says what was delivered; a test does not. */
function withoutBook(one: Problem): Problem {
  const file = one.place.file.replace(/^set-aside[^/]*/, "book.xlsx");
  return { ...one, place: { ...one.place, file } };
}

/** The only row of the workbook with its cells changed. */
function row(changes: Readonly<Record<number, string>>) {
  return ([header = [], ...rows]: readonly string[][]): Rows => [
    header,
    ...rows.map((cells) => cells.map((cell, at) => changes[at] ?? cell)),
  ];
}

const SEX = FIRST_FIELD + 2;
/** The same in the first row, both counted from 1. */
const SEX_CELL = [2, SEX + 1] as const;

/** What a workbook of corrections can have, and what it can do to a row. */
export const ofCorrections: readonly GalleryRow[] = [
  {
    code: "row-dropped",
    find: () => givenBack(row({ [ACTION]: "放弃", [REASON]: "重复登记" })),
    zh: "people.csv:3 经办人放弃了本行:重复登记;不再处理,照样计数",
    en:
      "people.csv:3 a person has dropped this row: 重复登记; it goes no further and is still " +
      "counted",
  },
  {
    code: "file-repeated",
    find: () => problemsOf([list, { ...list, path: "again.csv" }]),
    zh:
      "again.csv 内容与第 1 次运行的 people.csv 完全相同:2 条认作重复,没有再装载;" +
      "当时搁置的 0 条重新处理",
    en:
      "again.csv the content is that of people.csv in run 1: 2 records are repeated, not loaded " +
      "again; 0 that were set aside were tried again",
  },
  {
    code: "total-waits",
    async find() {
      const job = await miniJob(true);
      const folder = writeDelivery(job, [list], (text) => text.replace("rows: 2", "rows: 3"));
      const question = { file: "people.csv", total: "rows", amount: "-1", reason: "少报一人" };
      await acceptDifference(job, { folder, ...question });
      const refusal = await migrateDelivery(job, folder).catch((error: unknown) => error);
      return refusal instanceof Refusal ? refusal.problems : [];
    },
    zh: "delivery.yaml:5 接受差额 -1(people.csv rows)已经提出,待另一人批准(1 号)",
    en: "delivery.yaml:5 the difference -1 of people.csv rows waits for another person (1)",
  },
  {
    code: "correction-key-unknown",
    find: () => givenBack(row({ [KEY]: "12", [SEX]: "女" })),
    zh: "book.xlsx/people:2 行键 12 不是这批交付中任何一行的;行键不能改动,也不要把别的交付的行粘过来",
    en:
      "book.xlsx/people:2 the row key 12 is of no row of this delivery; keep the keys as they " +
      "were written",
  },
  {
    code: "correction-key-repeated",
    find: async () => {
      const found = await givenBack((rows) => [...rows, ...rows.slice(1)]);
      return found.map((one) => problem(one.code, one.place, { ...one.values, found: "K" }));
    },
    zh: "book.xlsx/people:3 行键 K 在第 2 行已经出现过;同一行只能更正一次,请删去多余的",
    en:
      "book.xlsx/people:3 the row key K stands in row 2 already; a row is corrected once, " +
      "delete one",
  },
  {
    code: "correction-row-differs",
    find: () =>
      givenBack((rows) => row({ [KEY]: (rows[1]?.[KEY] ?? "").replace("-3-", "-2-") })(rows)),
    zh: "book.xlsx/people:2 行键与原文件中的这一行对不上:行键被移动或改动,或者文件已不是当时的文件",
    en:
      "book.xlsx/people:2 the key does not fit its row in the file: it was moved or changed, or " +
      "the file is another",
  },
  {
    code: "correction-row-loaded",
    async find() {
      const job = await miniJob();
      const folder = writeDelivery(job, [list]);
      await migrateDelivery(job, folder);
      const book = bookOf(job, "set-aside");
      await migrateDelivery(job, folder, await editedBook(book, row({ [SEX]: "女" })));
      const other = await editedBook(book, row({ [SEX]: "男" }));
      const refusal = await migrateDelivery(job, folder, other).catch((error: unknown) => error);
      return refusal instanceof Refusal ? refusal.problems.map(withoutBook) : [];
    },
    zh: "book.xlsx/people:2 这一行已经装载,不在搁置之列;已装载的记录以更正交付修改",
    en:
      "book.xlsx/people:2 this row is loaded, it does not wait; a loaded record is changed by a " +
      "later delivery",
  },
  {
    code: "correction-header-differs",
    find: () => givenBack((rows) => rows.map((cells) => cells.toSpliced(SEX, 1))),
    zh: "book.xlsx/people:1 第 11 列的表头是“证件”,应为“性别”;" + "请恢复原来的列,不要增删或改名",
    en: "book.xlsx/people:1 column 11 is headed “证件”, not “性别”; add, remove and rename no column",
  },
  {
    code: "correction-action-unknown",
    find: () => givenBack(row({ [ACTION]: "删" })),
    zh: "book.xlsx/people:2 “处理”只能填 更正 或 放弃,这里是 删",
    en: "book.xlsx/people:2 the action may be correct or drop, not 删",
  },
  {
    code: "correction-reason-missing",
    find: () => givenBack(row({ [ACTION]: "放弃" })),
    zh: "book.xlsx/people:2 放弃一行必须写明放弃理由",
    en: "book.xlsx/people:2 a row is dropped only for a reason; write it down",
  },
  {
    code: "correction-formula",
    find: () => givenBackAs((book) => bookWithCell(book, SEX_CELL, { formula: "A1" })),
    zh: "book.xlsx/people:2 [性别] 单元格里是公式 =A1;请改为值(选择性粘贴→数值)",
    en: "book.xlsx/people:2 [性别] the cell holds the formula =A1; put its value there",
  },
  {
    code: "correction-cell-kind",
    find: () => givenBackAs((book) => bookWithCell(book, SEX_CELL, 159921199001011000)),
    zh:
      "book.xlsx/people:2 [性别] 单元格不是文本(1.5992************17),可能已被电子表格改写;" +
      "请把单元格设为文本后重新填写",
    en:
      "book.xlsx/people:2 [性别] the cell is no text (1.5992************17) and may be " +
      "rounded; make it a text cell, type it again",
  },
];
