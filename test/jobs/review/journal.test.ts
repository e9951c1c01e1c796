import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fingerprint } from "../../../src/jobs/fingerprint.js";
import type { Job } from "../../../src/jobs/job.js";
import { exportReview } from "../../../src/jobs/match/export-review.js";
import { importDecisions } from "../../../src/jobs/match/import-decisions.js";
import { migrateDelivery } from "../../../src/jobs/migrate/migrate-delivery.js";
import { miniJob, people, writeDelivery } from "../../problems/mini-delivery.js";
import { deciding, filled, rowsOfQueue } from "./filled-book.js";
import { exported, LIST, numberOf, type Pair, reviewJob } from "./queue.js";

const PAIRS: readonly Pair[] = [
  ["1", "2", 0.93],
  ["4", "5", 0.31],
];

/** A county in which one pair was decided to be one person and the other two people. */
async function decidedCounty(): Promise<Job> {
  const job = await reviewJob(PAIRS);
  const decisions = deciding({ "1 2": ["同一人", "电话核实"], "4 5": ["不是同一人", "姐妹"] });
  await importDecisions(job, await filled(await exported(job), decisions));
  return job;
}

async function journalOf(job: Job): Promise<string> {
  const { file } = await exportReview(job, { isJournal: true });
  return join(job.workspace.root, file);
}

describe("the journal of decisions as a workbook", () => {
  test("lists every entry, and read back it changes nothing", async () => {
    const job = await decidedCounty();
    const book = await journalOf(job);
    const rows = await rowsOfQueue(book);
    expect(rows.map((row) => [row["编号"], row["决定"], row["决定人"], row["状态"]])).toEqual([
      ["1", "同一人", "甲", "有效"],
      ["2", "不是同一人", "甲", "有效"],
    ]);
    const before = await fingerprint(job.store);
    const report = await importDecisions(job, book);
    expect(report).toMatchObject({ same: 0, different: 0, known: 2, merged: [] });
    expect(await fingerprint(job.store)).toBe(before);
  });

  test("takes decisions to another database, with who decided, when and why", async () => {
    const job = await decidedCounty();
    const book = await journalOf(job);
    const other = { ...(await reviewJob(PAIRS)), operator: "乙" };
    const report = await importDecisions(other, book);
    expect(report).toMatchObject({ same: 1, different: 1, known: 0, waiting: 0 });
    expect(await numberOf(other, "2")).toBe(await numberOf(other, "1"));
    const strip = ({ runId: _run, ...entry }: { runId: number }) => entry;
    const here = (await other.store.decisions.all()).map(strip);
    const there = (await job.store.decisions.all()).map((one) => ({
      ...strip(one),
      origin: "file",
    }));
    expect(here).toEqual(there);
  });

  test("is obeyed by the next migration of a database that had nothing yet", async () => {
    const book = await journalOf(await decidedCounty());
    const other = await miniJob();
    expect(await importDecisions(other, book)).toMatchObject({ same: 1, merged: [] });
    await migrateDelivery(other, writeDelivery(other, [people(...LIST)]));
    expect(await numberOf(other, "2")).toBe(await numberOf(other, "1"));
    expect(await numberOf(other, "5")).not.toBe(await numberOf(other, "4"));
  });

  test("revises an entry by another one, here and with it elsewhere", async () => {
    const job = await decidedCounty();
    const revised = await filled(await journalOf(job), (rows) =>
      rows.map((row) => {
        if (row["编号"] !== "2") return row;
        return { ...row, 改为: "同一人", 改的理由: "派出所证明是一人", 审核人: "王芳" };
      }),
    );
    const [four, five] = [await numberOf(job, "4"), await numberOf(job, "5")];
    expect(four).not.toBe(five);
    expect(await importDecisions(job, revised)).toMatchObject({ same: 1, known: 2 });
    expect(await numberOf(job, "5")).toBe(four);
    const [, , third] = await job.store.decisions.all();
    expect(third).toMatchObject({ kind: "same", replaces: 2, decidedBy: "王芳", origin: "review" });
    expect(await importDecisions(job, revised)).toMatchObject({ same: 0, known: 3 });

    const other = await reviewJob(PAIRS);
    const book = await journalOf(job);
    // Rows in another order, as a clerk sorts them.
    const sorted = await filled(book, (rows) => [...rows].reverse());
    expect(await importDecisions(other, sorted)).toMatchObject({ same: 2, different: 1 });
    expect(await numberOf(other, "5")).toBe(await numberOf(other, "4"));
    expect((await other.store.decisions.all()).map((one) => one.replaces)).toEqual([
      undefined,
      undefined,
      2,
    ]);
  });

  test("does not take a merge apart: that is undone, and said so", async () => {
    const job = await decidedCounty();
    const revised = await filled(await journalOf(job), (rows) =>
      rows.map((row) =>
        row["编号"] === "1" ? { ...row, 改为: "不是同一人", 改的理由: "错" } : row,
      ),
    );
    const refused = await importDecisions(job, revised).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "decisions-unfit" });
    expect(refused).toMatchObject({ problems: [{ code: "decision-different-contradicts" }] });
  });

  test("says that nothing was decided yet", async () => {
    const job = await reviewJob([]);
    expect(await exportReview(job, { isJournal: true })).toMatchObject({ entries: 0 });
  });
});
