import { describe, expect, test } from "vitest";
import { approve } from "../../src/jobs/approve.js";
import { undoMerge } from "../../src/jobs/match/undo-merge.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { factsOf } from "./facts.js";
import { FATHER, fatherAndSon, march, outpatientPaid, SON, sonLeaves } from "./undo-scenario.js";

describe("asked again", () => {
  test("while it waits it is the same split, and after it is done too", async () => {
    const job = await fatherAndSon();
    await undoMerge(job, sonLeaves());
    expect(await undoMerge(job, sonLeaves())).toMatchObject({ isRepeated: true, approval: 1 });
    await approve({ ...job, operator: "乙" }, 1, undefined);
    const before = await factsOf(job);
    const again = await undoMerge(job, sonLeaves());
    expect(again).toMatchObject({ isRepeated: true, state: "approved", approvedBy: "乙" });
    expect(again.leaving.psnNo).toBe(SON);
    expect(await factsOf(job)).toEqual(before);
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
    const before = await factsOf(job);
    await expect(approve({ ...job, operator: "乙" }, approval, undefined)).rejects.toMatchObject({
      code: "undo-outdated",
    });
    expect(await factsOf(job)).toEqual(before);
  });
});
