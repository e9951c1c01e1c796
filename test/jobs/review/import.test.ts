import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fingerprint } from "../../../src/jobs/fingerprint.js";
import { exportReview } from "../../../src/jobs/match/export-review.js";
import { importDecisions } from "../../../src/jobs/match/import-decisions.js";
import { deciding, type FilledRow, filled, rowsOfQueue } from "./filled-book.js";
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
      [
        "1",
        "0.6200",
        "证件号码 第 18 位 1/2(校验码不符)\n出生日期 第 9 位 01/10\n只有一方填写:家庭编号",
      ],
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

  test("changes a decision only by naming the one that it replaces", async () => {
    const job = await reviewJob([["1", "2", 0.93]]);
    const book = await exported(job);
    await importDecisions(job, await filled(book, deciding({ "1 2": ["不是同一人", "两户"] })));
    const otherwise = (more?: FilledRow) =>
      filled(book, deciding({ "1 2": ["同一人", "派出所证明", more ?? {}] }));
    const refused = await importDecisions(job, await otherwise()).catch((error: unknown) => error);
    expect(refused).toMatchObject({ problems: [{ code: "decision-same-contradicts" }] });
    expect(await job.store.decisions.all()).toHaveLength(1);
    const stated = await otherwise({ 推翻第几号决定: "第 1 号" });
    expect(await importDecisions(job, stated)).toMatchObject({ same: 1, known: 0 });
    const [first, second] = await job.store.decisions.all();
    expect([first?.kind, second?.kind, second?.replaces]).toEqual(["different", "same", 1]);
    expect(await numberOf(job, "2")).toBe(await numberOf(job, "1"));
  });

  test("is refused as a whole for one bad row", async () => {
    const job = await reviewJob([
      ["1", "2", 0.93],
      ["4", "5", 0.31],
    ]);
    const back = await filled(
      await exported(job),
      deciding({ "1 2": ["同一人", "电话核实"], "4 5": ["同一人", ""] }),
    );
    const before = await fingerprint(job.store);
    await expect(importDecisions(job, back)).rejects.toMatchObject({ code: "decisions-unfit" });
    expect(await fingerprint(job.store)).toBe(before);
    expect(await job.store.decisions.all()).toEqual([]);
  });

  test("works in English for an English workspace", async () => {
    const job = await reviewJob([["1", "2", 0.93]]);
    const english = { ...job, workspace: { ...job.workspace, lang: "en" } } as const;
    const book = await exported(english);
    const back = await filled(book, (rows) =>
      rows.map((row) => ({ ...row, decision: "Same person", why: "called them" })),
    );
    expect(await importDecisions(english, back)).toMatchObject({ same: 1, waiting: 0 });
  });

  test("finds what was decided in the history of the next pair", async () => {
    const job = await reviewJob([
      ["1", "2", 0.93],
      ["1", "3", 0.62],
    ]);
    const decided = deciding({ "1 2": ["同一人", "电话核实"] });
    const report = await importDecisions(job, await filled(await exported(job), decided));
    const [row] = await rowsOfQueue(await exported(job));
    const day = (await job.store.decisions.all())[0]?.decidedOn;
    expect(row?.["历史"]?.split("\n")).toEqual([
      `第 1 号决定(${day} 甲):ncms 1 王玉 与 ncms 2 王钰 同一人;电话核实`,
      "左方此人另有记录:ncms 2 王钰 159921199001011290 1990-01-01",
      `左方曾用个人编号 ${report.merged[0]?.gone}`,
    ]);
  });
});
