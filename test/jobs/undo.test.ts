import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { approve } from "../../src/jobs/approve.js";
import type { Job } from "../../src/jobs/job.js";
import { showRow } from "../../src/jobs/lineage/show-row.js";
import { undoMerge } from "../../src/jobs/match/undo-merge.js";
import type { UndoReport } from "../../src/jobs/match/undo-report.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { factsOf } from "../store/rows.js";
import {
  FATHER,
  fatherAndSon,
  february,
  march,
  outpatientPaid,
  SON,
  sonLeaves,
  tableOf,
} from "./undo-scenario.js";

/** 甲 prepares the split, 乙 approves it. */
async function split(job: Job): Promise<UndoReport> {
  const { approval } = await undoMerge(job, sonLeaves());
  const decision = await approve({ ...job, operator: "乙" }, approval, undefined);
  if (decision.kind !== "match-undo") throw new Error(decision.kind);
  return decision.report;
}

describe("a father and his son under the head's card: what a split would change", () => {
  test("is listed before anything is done, and nothing is done", async () => {
    const job = await fatherAndSon();
    const before = await factsOf(job.store);
    const report = await undoMerge(job, sonLeaves());
    expect(await factsOf(job.store)).toEqual(before);
    expect(report).toMatchObject({ state: "waiting", approval: 1, preparedBy: "甲" });
    expect(report.staying).toEqual({ psnNo: FATHER, numbering: "kept" });
    expect(report.leaving).toEqual({ psnNo: SON, numbering: "new" });
  });

  test("two people are subsidised where one was", async () => {
    const { consequences } = await undoMerge(await fatherAndSon(), sonLeaves());
    expect(consequences.subsidies).toEqual([
      {
        admdvs: "159921",
        year: 2017,
        peopleBefore: 1,
        peopleAfter: 2,
        perPerson: "450.00",
        difference: "450.00",
      },
    ]);
    expect(consequences.subsidyDifference).toBe("450.00");
  });

  test("and what counted as his duplicate enrolment is nothing to take back any more", async () => {
    const { consequences } = await undoMerge(await fatherAndSon(), sonLeaves());
    const place = { kind: "subsidy", admdvs: "159921", year: 2017 };
    const amounts = { before: "450.00", after: "0.00", difference: "-450.00" };
    expect(consequences.duplicates).toEqual([{ ...place, ...amounts }]);
  });

  test("each has his own 200 yuan a year: the son would be paid more", async () => {
    const { consequences } = await undoMerge(await fatherAndSon(), sonLeaves());
    const shown = consequences.settlements.map((one) => {
      const { before, after, difference } = one.amounts.hifpPay;
      return [one.half, one.medinsSetlId, one.month, one.isClosed, before, after, difference];
    });
    expect(shown).toEqual([
      ["leaving", "J2", "2017-01", true, "50.00", "150.00", "100.00"],
      ["leaving", "F1", "2017-02", false, "0.00", "50.00", "50.00"],
    ]);
    const { hifpPay, psnPartAmt } = consequences.total.amounts;
    expect([hifpPay.difference, psnPartAmt.difference]).toEqual(["150.00", "-150.00"]);
  });

  test("what goes along is counted: records, enrolments, accounts, claims", async () => {
    const { consequences } = await undoMerge(await fatherAndSon(), sonLeaves());
    const none = { count: 0, hifpPay: "0.00", hifmiPay: "0.00" };
    expect(consequences.staying).toEqual({
      records: 1,
      enrolments: 2,
      benefits: none,
      accounts: { count: 1, balance: "30.00" },
      settledClaims: 1,
      openClaims: 0,
    });
    expect(consequences.leaving).toMatchObject({ records: 1, enrolments: 2, settledClaims: 2 });
    expect([consequences.untold, consequences.nobodys]).toEqual([0, 0]);
  });

  test("stands in files that only their owner can read, with the totals", async () => {
    const job = await fatherAndSon();
    const { outputs } = await undoMerge(job, sonLeaves());
    expect(outputs.map((one) => one.path)).toEqual([
      "out/private/match-undo-1.xlsx",
      "out/private/match-undo-1.csv",
    ]);
    for (const { path } of outputs) {
      expect(statSync(join(job.workspace.root, path)).mode & 0o777).toBe(0o600);
    }
    const csv = readFileSync(join(job.workspace.root, "out/private/match-undo-1.csv"), "utf8");
    expect(csv.split("\r\n").slice(0, 3)).toEqual([
      "\ufeff个人编号,结算编号,机构编码,月份,月份状态,结算方,项目,单据,现在,重算,差额,须等待的原因",
      `${SON},J2,H15992100001,2017-01,已关账,经办中心,统筹基金,1,50.00,150.00,100.00,`,
      `${SON},J2,H15992100001,2017-01,已关账,经办中心,基金合计,1,50.00,150.00,100.00,`,
    ]);
    expect(csv).toContain("合计,,,,未关账,经办中心,统筹基金,1,0.00,50.00,50.00,");
  });
});

describe("once another person has approved it", () => {
  test("each has his own records, enrolments and account again", async () => {
    const job = await fatherAndSon();
    expect(await split(job)).toMatchObject({ state: "approved", approvedBy: "乙" });
    const facts = await factsOf(job.store);
    const of = (psnNo: string, table: string) => rowsOf(facts, table, psnNo);
    for (const psnNo of [FATHER, SON]) {
      expect(of(psnNo, "person").length).toBe(1);
      expect(of(psnNo, "person_row").length).toBe(1);
      expect(of(psnNo, "enrolment_row").length).toBe(1);
      expect(of(psnNo, "enrolment").length).toBe(2);
    }
    expect([of(FATHER, "family_account").length, of(SON, "family_account").length]).toEqual([1, 0]);
  });

  test("the closed month and every settlement are as they were, to the byte", async () => {
    const job = await fatherAndSon();
    const settled = (facts: readonly string[]) => tableOf(facts, "settlement");
    const closed = (facts: readonly string[]) =>
      tableOf(facts, "claim").filter((line) => line.includes('"2017-01"'));
    const before = await factsOf(job.store);
    await split(job);
    const after = await factsOf(job.store);
    expect(settled(after)).toEqual(settled(before));
    expect(settled(after).length).toBe(3);
    expect(closed(after)).toEqual(closed(before));
  });

  test("each has his own year: what was posted for his own claims", async () => {
    const job = await fatherAndSon();
    expect(await outpatientPaid(job)).toEqual({ [FATHER]: "200" });
    await split(job);
    expect(await outpatientPaid(job)).toEqual({ [FATHER]: "150", [SON]: "50" });
  });

  test("the son's claims are his, settled ones too; the next is paid from his year", async () => {
    const job = await fatherAndSon();
    await split(job);
    for (const [claim, nowOf] of [
      ["J1", ""],
      ["J2", SON],
      ["F1", SON],
    ]) {
      expect((await asked(job, `claim:${claim}`)).nowOf).toBe(nowOf);
    }
    const report = await settleMonth(job, march);
    expect(report.totals.map((one) => one.hifpPay)).toEqual(["50.00"]);
    expect(await outpatientPaid(job)).toEqual({ [FATHER]: "150", [SON]: "100" });
  });

  test("the way back tells the truth: rows of today, and who moved them", async () => {
    const job = await fatherAndSon();
    const before = await asked(job, `person:${FATHER}`);
    expect(before.rows.map((row) => row.line)).toEqual(["2", "3"]);
    await split(job);
    const [father, son] = [await asked(job, `person:${FATHER}`), await asked(job, `person:${SON}`)];
    expect(father.rows.map((row) => row.line)).toEqual(["2"]);
    expect(son.rows.map((row) => row.line)).toEqual(["3"]);
    const move = { kind: "split", place: "people.csv:3", from: FATHER, to: SON, operator: "乙" };
    expect(father.moves).toMatchObject([move]);
    expect(son.moves).toMatchObject([move]);
    expect((await asked(job, "row:people.csv:3")).moves).toMatchObject([move]);
  });

  test("the journal says for ever that they are two, by whom and why", async () => {
    const job = await fatherAndSon();
    const { entries } = await split(job);
    expect(await job.store.decisions.all()).toMatchObject([
      {
        decisionId: entries[0],
        kind: "different",
        left: { source: "ncms", legacyId: "1002" },
        right: { source: "ncms", legacyId: "1001" },
        decidedBy: "甲",
        reason: "儿子误登为户主",
        origin: "undo",
      },
    ]);
  });
});

test("February was settled with everything in one year", async () => {
  const job = await fatherAndSon();
  const [before] = (await settleMonth(job, february)).totals;
  expect(before?.hifpPay).toBe("0.00");
});

function asked(job: Job, row: string) {
  const nobody = { runId: undefined, delivery: undefined, reveal: undefined } as const;
  return showRow(job, { ...nobody, row, lang: "zh" });
}

function rowsOf(facts: readonly string[], table: string, psnNo: string): readonly string[] {
  return tableOf(facts, table).filter((line) => line.includes(`"${psnNo}"`));
}
