import { statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCells } from "../../../src/io/xlsx-cells.js";
import type { Job } from "../../../src/jobs/job.js";
import { importDecisions } from "../../../src/jobs/match/import-decisions.js";
import { migrateDelivery } from "../../../src/jobs/migrate/migrate-delivery.js";
import { settleMonth } from "../../../src/jobs/settle/settle-month.js";
import { claims, hospitals } from "../../problems/claim-line.js";
import { january, miniJob, people, writeDelivery } from "../../problems/mini-delivery.js";
import { factsOf } from "../../store/rows.js";
import { tableOf, visit } from "../undo-scenario.js";
import { deciding, filled } from "./filled-book.js";
import { addPairs, exported } from "./queue.js";

/**
 * 王建国 stands in the list twice, under two numbers and two birth dates. He went to the doctor once
 * with each; the centre paid half of both (it pays at most 200 yuan a year), and January is closed.
 */
async function twiceEnrolled(): Promise<Job> {
  const job = await miniJob();
  const register = people(
    "1001,王建国,男,,1970-03-05,9,30.00,1",
    "1002,王建国,男,,1970-05-03,8,20.00,1",
  );
  const visits = [
    visit("J1", "1001", "2017-01-05", "300.00"),
    visit("J2", "1002", "2017-01-10", "300.00"),
  ];
  await migrateDelivery(job, writeDelivery(job, [register, ...hospitals, claims(...visits)]));
  await settleMonth(job, january);
  const signed = { version: 1, preparedBy: "甲", approvedBy: "乙" };
  await job.store.months.put({ month: january, state: "closed", ...signed });
  await addPairs(job, [["1001", "1002", 0.9]]);
  return job;
}

describe("what it means in money that two loaded people are one", () => {
  test("is told: the subsidy paid twice, the closed settlement that would differ", async () => {
    const job = await twiceEnrolled();
    const decided = deciding({ "1001 1002": ["同一人", "本人来过"] });
    const report = await importDecisions(job, await filled(await exported(job), decided));
    expect(report.merged).toEqual([{ kept: "1599210000000001", gone: "1599210000000002" }]);
    const { subsidies, subsidyDifference, sums } = report.consequences ?? {};
    expect(subsidies).toEqual([
      {
        ...{ admdvs: "159921", year: 2017, peopleBefore: 2, peopleAfter: 1 },
        ...{ perPerson: "450.00", difference: "-450.00" },
      },
    ]);
    expect(subsidyDifference).toBe("-450.00");
    // 150.00 was paid for each visit; of one person only 50.00 were left for the second.
    const paid = { before: "150.00", after: "50.00", difference: "-100.00" };
    expect(sums).toMatchObject([
      { isClosed: true, settledBy: "centre", claims: 1, amounts: { hifpPay: paid } },
    ]);
  });

  test("stands line by line in a file for its owner's eyes", async () => {
    const job = await twiceEnrolled();
    const decided = deciding({ "1001 1002": ["同一人", "本人来过"] });
    const report = await importDecisions(job, await filled(await exported(job), decided));
    const path = join(job.workspace.root, report.outputs[0]?.path ?? "");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const sheets = await readCells(path);
    const rows = sheets.map(({ name, rows: [, ...body] }) => {
      return [name, body.map((row) => row.cells.map((cell) => cell.text))];
    });
    const [one, two] = ["1599210000000001", "1599210000000002"];
    expect(rows[0]).toEqual(["合并", [[one, two, "1", "150"]]]);
    expect(rows[2]?.[1]?.[0]).toEqual(expect.arrayContaining([one, "J2", "2017-01", "已关账"]));
  });

  test("is written nowhere: the closed month and its settlements stay as they are", async () => {
    const job = await twiceEnrolled();
    const settlements = async () => tableOf(await factsOf(job.store), "settlement");
    const before = await settlements();
    const decided = deciding({ "1001 1002": ["同一人", "本人来过"] });
    await importDecisions(job, await filled(await exported(job), decided));
    expect(before).toHaveLength(2);
    expect(await settlements()).toEqual(before);
  });
});
