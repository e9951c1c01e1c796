import { describe, expect, test } from "vitest";
import type { Day } from "../../src/domain/period.js";
import { approve } from "../../src/jobs/approve.js";
import type { Job } from "../../src/jobs/job.js";
import { askedSplit } from "../../src/jobs/match/asked-split.js";
import { mergePeople } from "../../src/jobs/match/merge-people.js";
import { undoMerge } from "../../src/jobs/match/undo-merge.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { correctSettlements } from "../../src/jobs/settle/correct.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import type { NewDecision } from "../../src/store/port/decisions.js";
import { claims, hospitals } from "../problems/claim-line.js";
import { january, miniJob, people, writeDelivery } from "../problems/mini-delivery.js";
import { factsOf } from "../store/rows.js";
import {
  CARD,
  FATHER,
  fatherAndSon,
  february,
  march,
  outpatientPaid,
  SON,
  sonLeaves,
  tableOf,
  visit,
} from "./undo-scenario.js";

describe("the settlements that a split lists as different", () => {
  test("are what settle correct posts, in the open month: to the fen", async () => {
    const job = await fatherAndSon(false);
    const { consequences } = await undoMerge(job, sonLeaves());
    const report = await correctSettlements(job, { month: february });
    expect(report.claims).toBe(consequences.total.claims);
    const { hifpPay, fundPaySumamt, psnPartAmt } = consequences.total.amounts;
    expect([hifpPay.difference, fundPaySumamt.difference, psnPartAmt.difference]).toEqual([
      "150.00",
      "150.00",
      "-150.00",
    ]);
    expect(report.difference).toMatchObject({
      hifpPay: hifpPay.difference,
      fundPaySumamt: fundPaySumamt.difference,
      psnPartAmt: psnPartAmt.difference,
    });
    expect(await outpatientPaid(job)).toEqual({ [FATHER]: "150", [SON]: "200" });
  });
});

describe("asked again", () => {
  test("while it waits it is the same split, and after it is done too", async () => {
    const job = await fatherAndSon();
    await undoMerge(job, sonLeaves());
    expect(await undoMerge(job, sonLeaves())).toMatchObject({ isRepeated: true, approval: 1 });
    await approve({ ...job, operator: "乙" }, 1, undefined);
    const before = await factsOf(job.store);
    const again = await undoMerge(job, sonLeaves());
    expect(again).toMatchObject({ isRepeated: true, state: "approved", approvedBy: "乙" });
    expect(again.leaving.psnNo).toBe(SON);
    expect(await factsOf(job.store)).toEqual(before);
  });

  test("after the second person handed it back it can be prepared anew", async () => {
    const job = await fatherAndSon();
    await undoMerge(job, sonLeaves());
    const other = { ...job, operator: "乙" };
    const { report } = await approve(other, 1, "先问村里");
    expect(report).toMatchObject({ state: "refused", refusal: "先问村里" });
    expect(await undoMerge(job, sonLeaves())).toMatchObject({ state: "waiting", approval: 2 });
  });

  test("without a second person it is done at once, and says so", async () => {
    const job = await fatherAndSon(false);
    const report = await undoMerge(job, sonLeaves());
    expect(report).toMatchObject({ state: "approved", approvedBy: "", isRepeated: false });
    expect(await outpatientPaid(job)).toEqual({ [FATHER]: "150", [SON]: "50" });
  });
});

describe("what cannot be approved", () => {
  test("one's own split", async () => {
    const job = await fatherAndSon();
    const { approval } = await undoMerge(job, sonLeaves());
    await expect(approve(job, approval, undefined)).rejects.toMatchObject({
      code: "approval-same-person",
    });
  });

  test("a split whose list is not true any more: a month was settled since", async () => {
    const job = await fatherAndSon();
    const { approval } = await undoMerge(job, sonLeaves());
    await settleMonth(job, march);
    const before = await factsOf(job.store);
    await expect(approve({ ...job, operator: "乙" }, approval, undefined)).rejects.toMatchObject({
      code: "undo-outdated",
    });
    expect(await factsOf(job.store)).toEqual(before);
  });
});

describe("a merge that somebody decided", () => {
  const OTHER = "1599210000000002";

  /** 李四 (1003) is put to the father by a decision of the review. */
  async function decided(hasSecondPerson = false): Promise<Job> {
    const job = await fatherAndSon(hasSecondPerson);
    const key = { source: "ncms", place: "" };
    const entry: NewDecision = {
      kind: "same",
      left: { ...key, legacyId: "1001", psnName: "王建国" },
      right: { ...key, legacyId: "1003", psnName: "李四" },
      decidedBy: "乙",
      decidedOn: "2017-03-01" as Day,
      reason: "同一人",
      origin: "review",
    };
    await job.store.decisions.add(1, [entry]);
    await mergePeople(job, 1, FATHER, OTHER);
    return job;
  }

  const takenBack = { ...askedSplit({ decision: [1] }), reason: "认错了人" };

  test("is taken back by its number: both have their numbers and facts as before", async () => {
    const before = await factsOf((await fatherAndSon(false)).store);
    const job = await decided();
    expect(await factsOf(job.store)).not.toEqual(before);
    const report = await undoMerge(job, takenBack);
    expect(report.leaving).toEqual({ psnNo: OTHER, numbering: "former" });
    expect(report.takenBack).toEqual([1]);
    expect(await factsOf(job.store)).toEqual(before);
    const journal = await job.store.decisions.all();
    expect(journal.map(({ kind, replaces }) => [kind, replaces])).toEqual([
      ["same", undefined],
      ["different", 1],
      ["different", undefined],
    ]);
    expect(await undoMerge(job, takenBack)).toMatchObject({ isRepeated: true });
  });

  test("cannot be taken back in silence, by naming records only", async () => {
    const job = await decided();
    const records = { ...askedSplit({ person: FATHER, records: "ncms:1003" }), reason: "错" };
    await expect(undoMerge(job, records)).rejects.toMatchObject({ code: "undo-decided-same" });
    expect(await undoMerge(job, { ...records, decisions: [1] })).toMatchObject({ takenBack: [1] });
  });
});

describe("after a split, a delivery that brings both again", () => {
  test("finds each of them, and joins nobody", async () => {
    const job = await fatherAndSon(false);
    await undoMerge(job, sonLeaves());
    const before = await peopleOf(job);
    const report = await migrateDelivery(job, writeDelivery(job, [again], supplement));
    expect([report.people, report.setAside]).toEqual([0, {}]);
    expect(await peopleOf(job)).toEqual(before);
    expect((await job.store.rows.personRows([FATHER]))[0]?.length).toBe(2);
    expect((await job.store.rows.personRows([SON]))[0]?.length).toBe(2);
  });

  const again = people(
    `1002,王建国,男,${CARD},1970-03-05,9,30.00,1`,
    `1001,王建国,男,${CARD},1970-03-05,9,30.00,1`,
  );
  const supplement = (manifest: string) =>
    manifest.replace("files:", "mode: supplement\nday: 2017-03-31\nfiles:");

  async function peopleOf(job: Job): Promise<readonly string[]> {
    return tableOf(await factsOf(job.store), "person");
  }
});

describe("a person whose records spell the name otherwise", () => {
  test("is settled under each name, and the year counts both", async () => {
    const job = await miniJob();
    const list = people(
      `1001,王建国,男,${CARD},1970-03-05,9,,1`,
      "1002,王健国,男,,1971-03-05,7,,1",
    );
    const other = visit("J2", "1002", "2017-01-10", "300.00").replace("王建国", "王健国");
    const bills = claims(visit("J1", "1001", "2017-01-05", "100.00"), other);
    await migrateDelivery(job, writeDelivery(job, [list, ...hospitals, bills]));
    await mergePeople(job, 1, FATHER, "1599210000000002");
    const { totals, waiting } = await settleMonth(job, january);
    expect(waiting).toEqual({});
    expect(totals.map((one) => one.hifpPay)).toEqual(["200.00"]);
    expect(await outpatientPaid(job)).toEqual({ [FATHER]: "200" });
  });
});
