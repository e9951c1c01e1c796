import { cpSync } from "node:fs";
import { join } from "node:path";
import { importDecisions } from "../../src/jobs/match/import-decisions.js";
import { filled } from "../jobs/review/filled-book.js";
import { exported, reviewJob } from "../jobs/review/queue.js";
import type { RefusalRow } from "./refusal-row.js";

/** Refusals of workbooks of decisions. */
export const ofReviews: readonly RefusalRow[] = [
  {
    code: "decisions-unfit",
    async ask(job) {
      const book = await exported(await reviewJob([["1", "2", 0.5]]));
      const decided = await filled(book, (rows) => rows.map((row) => ({ ...row, 决定: "是" })));
      const given = join(job.workspace.root, "book.xlsx");
      cpSync(decided, given);
      return importDecisions(job, given);
    },
    zh:
      "审核工作簿 …/book.xlsx 有 1 处不合要求,一条也没有导入:\n" +
      "  book.xlsx/待审核:2 “决定”只能填 同一人、不是同一人 或 暂不决定,这里是 是",
    zhNext: "在工作簿里改正上面各处,再运行一次 match import",
    en:
      "nothing was taken from …/book.xlsx; these places do not fit (1):\n" +
      "  book.xlsx/待审核:2 the decision may be: same person, different people, not yet; here it " +
      "is 是",
    enNext: "mend these places in the workbook, then run match import again",
  },
];
