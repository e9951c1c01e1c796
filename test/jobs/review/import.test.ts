import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fingerprint } from "../../../src/jobs/fingerprint.js";
import { exportReview } from "../../../src/jobs/match/export-review.js";
import { importDecisions } from "../../../src/jobs/match/import-decisions.js";
import { deciding, filled, rowsOfQueue } from "./filled-book.js";
import { exported, numberOf, reviewJob } from "./queue.js";

describe("a clerk at eleven at night", () => {
  test("sees the likeliest first, decides two, leaves one, and is done", async () => {
    const job = await reviewJob([
      ["1", "3", 0.62],
      ["4", "5", 0.31],
      ["1", "2", 0.93],
    ]);
    const book = await exported(job);
    expect(statSync(book).mode & 0o777).toBe(0o600);
    const rows = await rowsOfQueue(book);
    expect(rows.map((row) => [row["组"], row["是同一人的概率"], row["哪里不同(左/右)"]])).toEqual([
      ["1", "0.9300", "姓名 第 2 字 玉/钰\n证件号码 第 17 位 31/90\n家庭编号 第 2 位 1/2"],
      ["1", "0.6200", "证件号码 只有一方填写\n出生日期 第 9 位 01/10\n家庭编号 只有一方填写"],
      ["2", "0.3100", "姓名 第 2 字 四/思"],
    ]);
    const back = await filled(
      book,
      deciding({
        "1 2": ["同一人", "电话核实,同一张身份证"],
        "1 3": ["不是同一人", "两户都来过", { 审核人: "王芳" }],
        "4 5": ["暂不决定", ""],
      }),
    );
    const [one, two] = [await numberOf(job, "1"), await numberOf(job, "2")];
    const report = await importDecisions(job, back);
    expect(report).toMatchObject({ same: 1, different: 1, known: 0, undecided: 1, waiting: 1 });
    expect([await numberOf(job, "1"), await numberOf(job, "2")]).toEqual([one, one]);
    expect(await job.store.rows.aliases(one)).toEqual([two]);
    const entries = await job.store.decisions.all();
    expect(entries.map((entry) => [entry.kind, entry.decidedBy, entry.reason])).toEqual([
      ["same", "甲", "电话核实,同一张身份证"],
      ["different", "王芳", "两户都来过"],
    ]);
    const facts = await fingerprint(job.store);
    const again = await importDecisions(job, back);
    expect(again).toMatchObject({ same: 0, different: 0, known: 2, undecided: 1, waiting: 1 });
    expect(await fingerprint(job.store)).toBe(facts);
    expect((await rowsOfQueue(await exported(job))).map((row) => row["姓名(左)"])).toEqual([
      "李四",
    ]);
  });

  test("is told when there is nothing to do", async () => {
    const job = await reviewJob([]);
    expect(await exportReview(job, {})).toMatchObject({ pairs: 0, groups: 0 });
  });
});
