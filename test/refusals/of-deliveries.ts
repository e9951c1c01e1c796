import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { acceptDifference } from "../../src/jobs/migrate/accept-difference.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { ACTION, bookOf, editedBook } from "../jobs/edited-book.js";
import { people, writeDelivery } from "../problems/mini-delivery.js";
import { person, type RefusalRow } from "./refusal-row.js";

/** Refusals of deliveries that are corrected, accepted or looked at later. */
export const ofDeliveries: readonly RefusalRow[] = [
  {
    code: "workbook-unreadable",
    async ask(job) {
      const folder = writeDelivery(job, [person]);
      await migrateDelivery(job, folder, join(folder, "people.csv"));
    },
    zh: "…/delivery/people.csv 不是可以读取的 XLSX 工作簿",
    zhNext: "给出 out/private 中的搁置工作簿,另存时保持 .xlsx 格式",
    en: "…/delivery/people.csv is no XLSX workbook that can be read",
    enNext: "give the workbook of set-aside rows from out/private, saved as .xlsx",
  },
  {
    code: "difference-unfit",
    async ask(job) {
      const folder = writeDelivery(job, [person], (text) => text.replace("rows: 1", "rows: 3"));
      const question = { file: "people.csv", total: "rows", amount: "-1", reason: "少报" };
      await acceptDifference(job, { folder, ...question });
    },
    zh: "交付中没有 people.csv rows 差 -1 这样的差额;试迁移发现的差额:\n" + "  people.csv rows -2",
    zhNext: "照上面列出的文件、合计项和差额填写(不符就是另一个差额,不能接受)",
    en:
      "there is no difference -1 of people.csv rows; a rehearsal finds:\n" + "  people.csv rows -2",
    enNext: "give file, total and amount as they are listed; another amount is another difference",
  },
  {
    code: "corrections-unfit",
    async ask(job) {
      const folder = writeDelivery(job, [people("1,张三,,,1990-01-01,,,1")]);
      await migrateDelivery(job, folder);
      const dropped = (rows: readonly string[][]) =>
        rows.map((row, at) => (at === 0 ? row : row.with(ACTION, "放弃")));
      const book = await editedBook(bookOf(job, "set-aside"), dropped);
      await copyFile(book, join(folder, "book.xlsx"));
      await migrateDelivery(job, folder, join(folder, "book.xlsx"));
    },
    zh:
      "更正工作簿 …/delivery/book.xlsx 有 1 处不合要求,没有执行:\n" +
      "  book.xlsx/people:2 放弃一行必须写明放弃理由",
    zhNext: "改正上面各处(或从 out/private 的原工作簿重新开始),再运行一次",
    en:
      "nothing was done; the corrections in …/delivery/book.xlsx do not fit (1):\n" +
      "  book.xlsx/people:2 a row is dropped only for a reason; write it down",
    enNext:
      "mend the places above (or begin again from the workbook in out/private), and run again",
  },
];
