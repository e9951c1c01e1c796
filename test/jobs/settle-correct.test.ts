import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Month, readMonth } from "../../src/domain/period.js";
import type { Job } from "../../src/jobs/job.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import { compareMonth } from "../../src/jobs/settle/compare.js";
import { correctSettlements } from "../../src/jobs/settle/correct.js";
import { explainClaim } from "../../src/jobs/settle/explain-settlement.js";
import { recountMonth } from "../../src/jobs/settle/recount-month.js";
import { settleMonth } from "../../src/jobs/settle/settle-month.js";
import { claim, claims, claimsWith, hospitals, refund } from "../problems/claim-line.js";
import { type MiniFile, miniJob, people, writeDelivery } from "../problems/mini-delivery.js";

const JANUARY = readMonth("2017-01") as Month;
const FEBRUARY = readMonth("2017-02") as Month;

const register = [people("1,张三,男,,1990-01-01,,,1"), ...hospitals];

/** A visit that the centre settles; the outpatient pool of Tongliao pays half, 200 a year. */
function visit(number: string, day: string, setlTime = day, scope = "300.00"): string {
  const days = { begndate: day, enddate: day, setl_time: setlTime };
  const amounts = { medfee_sumamt: scope, inscp_scp_amt: scope };
  const paid = { act_pay_dedc: "", hifp_pay: "", hifmi_pay: "", maf_pay: "", oth_pay: "" };
  const sums = { fund_pay_sumamt: "", psn_part_amt: "" };
  const who = { medins_setl_id: number, mdtrt_id: `V${number}`, settled_by: "centre" };
  return claim({ ...who, ...days, ...amounts, ...paid, ...sums });
}

async function deliver(job: Job, month: Month, files: readonly MiniFile[]): Promise<void> {
  const folder = writeDelivery(job, files, (text) => text.replace("2017-01", month));
  await migrateDelivery(job, folder);
  await settleMonth(job, month);
}

/** What each settled claim is paid by the fund now, and how often it was posted. */
async function postedOf(job: Job): Promise<Readonly<Record<string, string>>> {
  const history = await job.store.claims.history(0, 4096);
  const all = [...history.values()].flat();
  return Object.fromEntries(
    all.map(({ claim: { medinsSetlId }, entries }) => {
      const net = entries.reduce((sum, one) => sum + one.posted.hifpPay, 0) / 100;
      return [medinsSetlId, `${net.toFixed(2)} in ${entries.length}`];
    }),
  );
}

async function closed(job: Job, month: Month): Promise<void> {
  const signed = { preparedBy: "甲", approvedBy: "乙" };
  await job.store.months.put({ month, state: "closed", version: 1, ...signed });
}

describe("a bill that comes late", () => {
  test("takes its place in the year; only differences are posted, in the open month", async () => {
    const job = await miniJob();
    await deliver(job, JANUARY, [...register, claims(visit("S1", "2017-01-20"))]);
    await closed(job, JANUARY);
    // The visit of the 5th is settled in February: by then the pool has 50 yuan left.
    await deliver(job, FEBRUARY, [claims(visit("S2", "2017-01-05", "2017-02-03"))]);
    expect(await postedOf(job)).toEqual({ S1: "150.00 in 1", S2: "50.00 in 1" });

    const report = await correctSettlements(job, { month: FEBRUARY });
    expect(report).toMatchObject({ claims: 2, people: 1, isUnchanged: false, unready: 0 });
    expect(report.difference.fundPaySumamt).toBe("0.00");
    expect(report.reasons).toEqual({ belated: 1, late: 1 });
    expect(await postedOf(job)).toEqual({ S1: "50.00 in 3", S2: "150.00 in 3" });
    expect((await job.store.claims.totals(JANUARY)).map((one) => one.hifpPay)).toEqual([15000]);
    expect((await job.store.claims.totals(FEBRUARY)).map((one) => one.hifpPay)).toEqual([5000]);
  });

  test("is corrected once, and recounted alike", async () => {
    const job = await miniJob();
    await deliver(job, JANUARY, [...register, claims(visit("S1", "2017-01-20"))]);
    await deliver(job, FEBRUARY, [claims(visit("S2", "2017-01-05", "2017-02-03"))]);
    await correctSettlements(job, { month: FEBRUARY });
    const again = await correctSettlements(job, { month: FEBRUARY });
    expect(again).toMatchObject({ claims: 0, isUnchanged: true });
    const recount = await recountMonth(job, FEBRUARY);
    expect(recount).toMatchObject({ recounted: 2, agreeing: 2, otherAmounts: 0 });
    const { lines } = await explainClaim(job.store, "S1", "zh");
    expect(lines).toContainEqual(expect.stringContaining("本年在前的单据后到"));
  });

  test("is told when it is settled, and what it did is told by every later list", async () => {
    const job = await miniJob();
    await deliver(job, JANUARY, [...register, claims(visit("S1", "2017-01-20"))]);
    const folder = writeDelivery(job, [claims(visit("S2", "2017-01-05", "2017-02-03"))], (text) =>
      text.replace("2017-01", FEBRUARY),
    );
    await migrateDelivery(job, folder);
    expect(await settleMonth(job, FEBRUARY)).toMatchObject({ outOfTurn: 1, isUnchanged: false });
    expect(await settleMonth(job, FEBRUARY)).toMatchObject({ outOfTurn: 0, isUnchanged: true });
    const first = await correctSettlements(job, { month: FEBRUARY });
    const again = await correctSettlements(job, { month: FEBRUARY });
    expect(again.outputs).toEqual(first.outputs);
    const [line] = readList(job, first.outputs[0]?.path ?? "").slice(1);
    expect(line).toContain('2017-02,"本单后到,补按先后计算",50.00,150.00,100.00');
  });

  test("does not make the month settled that takes its differences", async () => {
    const job = await miniJob();
    await deliver(job, JANUARY, [...register, claims(visit("S1", "2017-01-20"))]);
    await deliver(job, FEBRUARY, [claims(visit("S2", "2017-01-05", "2017-02-03"))]);
    const march = readMonth("2017-03") as Month;
    expect(await correctSettlements(job, { month: march })).toMatchObject({ claims: 2 });
    expect(await job.store.months.get(march)).toMatchObject({ state: "open" });
  });

  test("does not make a suspect of a window that paid right before it came", async () => {
    const job = await miniJob();
    const bill = { hifp_pay: "150.00", fund_pay_sumamt: "150.00", psn_part_amt: "150.00" };
    const days = { begndate: "2017-01-20", enddate: "2017-01-20", setl_time: "2017-01-20" };
    const whole = { medfee_sumamt: "300.00", inscp_scp_amt: "300.00" };
    await deliver(job, JANUARY, [...register, claims(claim({ ...bill, ...days, ...whole }))]);
    expect(await compareMonth(job, JANUARY)).toMatchObject({ compared: 1, differing: 0 });
    await deliver(job, FEBRUARY, [claims(visit("S2", "2017-01-05", "2017-02-03"))]);
    await correctSettlements(job, { month: FEBRUARY });
    expect(await compareMonth(job, JANUARY)).toMatchObject({
      causes: [{ cause: "right-then", claims: 1, paidMore: "100.00" }],
    });
  });

  test("leaves the year as if all had been settled in order from the start", async () => {
    const late = await miniJob();
    await deliver(late, JANUARY, [...register, claims(visit("S1", "2017-01-20"))]);
    await deliver(late, FEBRUARY, [claims(visit("S2", "2017-01-05", "2017-02-03"))]);
    await correctSettlements(late, { month: FEBRUARY });
    const inTime = await miniJob();
    const both = [visit("S1", "2017-01-20"), visit("S2", "2017-01-05")];
    await deliver(inTime, JANUARY, [...register, claims(...both)]);
    expect(await yearsOf(late)).toEqual(await yearsOf(inTime));
  });
});

describe("a refund", () => {
  test("posts what it takes back, and gives the year back to what came after", async () => {
    const job = await miniJob();
    const bills = [claim(), visit("S3", "2017-01-20"), visit("S4", "2017-01-25")];
    await deliver(job, JANUARY, [...register, claims(...bills)]);
    expect(await postedOf(job)).toEqual({
      S1: "50.00 in 1",
      S3: "150.00 in 1",
      S4: "0.00 in 1",
    });
    const back = { setl_time: "2017-02-03", enddate: "2017-01-05" };
    await deliver(job, FEBRUARY, [claims(refund(back))]);
    const report = await correctSettlements(job, { month: FEBRUARY });
    expect(report.reasons).toEqual({ refund: 1 });
    expect(await postedOf(job)).toEqual({
      S1: "50.00 in 1",
      S2: "-50.00 in 1",
      S3: "150.00 in 1",
      S4: "50.00 in 3",
    });
  });

  test("and a new bill together still change the month", async () => {
    const job = await miniJob();
    await deliver(job, JANUARY, [...register, claims(claim())]);
    await deliver(job, FEBRUARY, [claims(visit("S3", "2017-02-01"))]);
    const back = { medins_setl_id: "R1", setl_time: "2017-02-03" };
    const folder = writeDelivery(job, [claims(refund(back), visit("S4", "2017-02-04"))], (text) =>
      text.replace("2017-01", FEBRUARY),
    );
    await migrateDelivery(job, folder);
    const row = await job.store.months.get(FEBRUARY);
    await job.store.months.put({ ...(row as NonNullable<typeof row>), state: "budgeted" });
    expect(await settleMonth(job, FEBRUARY)).toMatchObject({
      isUnchanged: false,
      totals: [{ claims: -1, refunds: 1 }, { claims: 2 }],
    });
    expect(await job.store.months.get(FEBRUARY)).toMatchObject({ state: "settled" });
    const { lines } = await explainClaim(job.store, "S1", "zh");
    expect(lines).toContain("本结算已由 R1 退费冲销,不再计入本年累计");
  });

  test("of a refund is none: what was taken back once is not taken back again", async () => {
    const job = await miniJob();
    await deliver(job, JANUARY, [...register, claims(claim())]);
    const back = { setl_time: "2017-02-03" };
    const twice = [refund(back), refund({ ...back, medins_setl_id: "S3" })];
    await deliver(job, FEBRUARY, [claims(...twice)]);
    const waiting = await job.store.claims.waitingByCode(FEBRUARY);
    expect([...waiting]).toEqual([["claim-refund-unknown", 1]]);
  });
});

describe("a window claim", () => {
  test("binds whatever the law gives, until it is named with a reason", async () => {
    const job = await miniJob();
    const paid = { hifp_pay: "60.00", fund_pay_sumamt: "60.00", psn_part_amt: "40.00" };
    await deliver(job, JANUARY, [...register, claims(claim(paid))]);
    expect((await correctSettlements(job, { month: JANUARY })).claims).toBe(0);
    expect(await job.store.claims.suspects(JANUARY)).toEqual({ claims: 1, amount: 1000 });
    const asked = { month: JANUARY, claim: "S1", reason: "多付" };
    const report = await correctSettlements(job, asked);
    expect(report).toMatchObject({ claims: 1, reasons: { window: 1 } });
    expect(report.difference).toMatchObject({ hifpPay: "-10.00", psnPartAmt: "10.00" });
    expect(await postedOf(job)).toEqual({ S1: "50.00 in 3" });
    expect(await job.store.claims.suspects(JANUARY)).toEqual({ claims: 0, amount: 0 });
    await expect(correctSettlements(job, asked)).rejects.toMatchObject({
      code: "correction-not-window",
    });
  });
});

/** The lines of a list, without the mark at its beginning. */
function readList({ workspace: { root } }: Job, path: string): readonly string[] {
  return readFileSync(join(root, path), "utf8").slice(1).trimEnd().split(/\r?\n/);
}

describe("a settlement, explained", () => {
  test("tells what the bill states of the care", async () => {
    const columns = "dise_codg,emergency_flag,sessions,prescription_months,transferred_from";
    const job = await miniJob();
    await deliver(job, JANUARY, [...register, claimsWith(columns, "透析,1,3,2,V0")]);
    const { lines } = await explainClaim(job.store, "S1", "zh");
    expect(lines[2]).toBe("单据所载:病种 透析、治疗 3 次、处方 2 个月、急诊、由就诊 V0 上转");
    const { lines: english } = await explainClaim(job.store, "S1", "en");
    expect(english[2]).toContain("the bill states: disease 透析, 3 sessions, a prescription for 2");
  });
});

async function yearsOf(job: Job): Promise<readonly string[]> {
  const lines: string[] = [];
  let isYear = false;
  for await (const page of job.store.facts()) {
    for (const line of page) {
      if (line.startsWith("#")) isYear = line.startsWith("# year_to_date ");
      else if (isYear) lines.push(line);
    }
  }
  return lines;
}
