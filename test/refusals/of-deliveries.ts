import { appendFile, copyFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { parseSide, sideOf } from "../../src/jobs/lineage/diff-side.js";
import { showRow } from "../../src/jobs/lineage/show-row.js";
import { acceptDifference } from "../../src/jobs/migrate/accept-difference.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { ACTION, bookOf, editedBook } from "../jobs/edited-book.js";
import { people, writeDelivery } from "../problems/mini-delivery.js";
import { person, type RefusalRow } from "./refusal-row.js";

const asked = { runId: undefined, delivery: undefined, reveal: undefined, lang: "zh" } as const;

/** Refusals of deliveries that are corrected, accepted or looked at later. */
export const ofDeliveries: readonly RefusalRow[] = [
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
    code: "row-question-unclear",
    ask: (job) => showRow(job, { ...asked, row: "12" }),
    zh:
      "看不懂 --row 12;可以写:person:… claim:… household:ncms:… institution:… catalogue:… " +
      "fund:159921:390 row:FILE:LINE",
    zhNext: "例如:liutong run show --row person:个人编号",
    en:
      "--row 12 is not understood; it may be: person:… claim:… household:ncms:… institution:… " +
      "catalogue:… fund:159921:390 row:FILE:LINE",
    enNext: "such as: liutong run show --row person:NUMBER",
  },
  {
    code: "row-unknown",
    ask: (job) => showRow(job, { ...asked, row: "row:people.csv:2" }),
    zh: "没有找到 row:people.csv:2 所依据的源行",
    zhNext: "核对编号,或不写运行编号在全部运行中查找;运行记录:liutong run list",
    en: "no source row is known for row:people.csv:2",
    enNext: "check the number, or leave out the run to look in all; the runs: liutong run list",
  },
  {
    code: "run-not-a-delivery",
    ask: ({ store }) => sideOf(store, parseSide("rehearsal.db:3")),
    zh: "rehearsal.db:3 中没有装载过交付的这次运行",
    zhNext: "写成 运行编号、库文件 或 库文件:运行编号;运行记录:liutong run list",
    en: "rehearsal.db:3 is no run that loaded a delivery",
    enNext: "give a run, a database, or DATABASE:RUN; the runs: liutong run list",
  },
  {
    code: "source-missing",
    async ask(job) {
      const folder = writeDelivery(job, [person]);
      await migrateDelivery(job, folder);
      await rename(folder, join(job.workspace.root, "moved"));
      await showRow(job, { ...asked, row: "row:people.csv:2" });
    },
    zh: "原文件 people.csv 已不在交付目录(delivery)中",
    zhNext: "交付目录若已搬动,用 --delivery 目录 指明现在的位置",
    en: "the delivered file people.csv is no longer in its folder (delivery)",
    enNext: "if the delivery was moved, name its folder with --delivery FOLDER",
  },
  {
    code: "source-changed",
    async ask(job) {
      const folder = writeDelivery(job, [person]);
      await migrateDelivery(job, folder);
      await appendFile(join(folder, "people.csv"), "2\n");
      await showRow(job, { ...asked, row: "row:people.csv:2" });
    },
    zh:
      "…/delivery/people.csv 已不是装载时的文件(当时的内容哈希以 ca1ad81dca81c723 开头)," +
      "不显示任何内容",
    zhNext: "从备份取回装载时的文件,放到一个目录,用 --delivery 目录 指明",
    en:
      "…/delivery/people.csv is not the file that was loaded (its hash began with " +
      "ca1ad81dca81c723); nothing is shown",
    enNext: "restore the file as it was loaded into a folder, and name that with --delivery FOLDER",
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
