import { fromFen, yuanText } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
import type { MonthRow } from "../../store/port/months.js";
import type { RunOutput } from "../../store/port/runs.js";
import { asRun, type Job } from "../job.js";
import { openMonth } from "../month/open-month.js";
import type { Budgeted } from "./budgeted.js";
import { computeBudget } from "./compute-budget.js";
import { hasStatement, writeStatement } from "./write-statement.js";

/** A hospital's month as exact text, for the summary and JSON. */
export interface HospitalLine {
  readonly fixmedinsCode: string;
  readonly fixmedinsName: string;
  readonly setlCnt: number;
  readonly fundAppySum: string;
  /** Critical illness, aid and other funds: passed through, beside the quota. */
  readonly outsideQuota: string;
  readonly quota: string;
  readonly deducted: string;
  readonly deferred: string;
  readonly holdback: string;
  readonly recovered: string;
  readonly payable: string;
  readonly hasAgreement: boolean;
}

export interface BudgetReport {
  readonly month: Month;
  readonly version: number;
  readonly isUnchanged: boolean;
  readonly hospitals: readonly HospitalLine[];
  readonly payable: string;
  /** Hospitals that claim without an agreement in force: nothing is paid to them. */
  readonly withoutAgreement: number;
  readonly outputs: readonly RunOutput[];
}

/**
 * Computes every hospital's month (quota, deductions, holdback, what is payable and what is
 * deferred) and writes the payment statement. The month must be settled. The terms are those in
 * force on its last day. Computed again with the same result, nothing changes; with another, a new
 * version counts.
 */
export async function budgetOfMonth(job: Job, month: Month): Promise<BudgetReport> {
  const { store } = job;
  await job.progress.step("budget", month);
  const row = await settledMonth(job, month);
  const { budgeted, isCurrent } = await computeBudget(job, month);
  if (isCurrent && row.state === "budgeted") return sameReport(job, row, budgeted);

  const plan = { kind: "budget", subject: month, isWhole: true };
  return asRun(job, plan, async () => {
    // Read again with the pen in hand: nobody can change it under us any more.
    const now = await settledMonth(job, month);
    const { budgeted: hospitals, inputs, isCurrent: isSame } = await computeBudget(job, month);
    const isUnchanged = isSame && now.version > 0;
    const version = isUnchanged ? now.version : now.version + 1;
    for (const { sha256, text } of inputs) await store.runs.archive(sha256, text);
    if (!isUnchanged) {
      await store.budget.write(
        month,
        version,
        hospitals.map((one) => one.stored),
      );
    }
    await store.months.put({ ...now, state: "budgeted", version });
    const order = { month, version, budgeted: hospitals, preparer: job.operator };
    const outputs = await writeStatement(job, order);
    const report = { ...(await reportOf(job, month, version, hospitals)), isUnchanged, outputs };
    return { report, inputs, outputs };
  });
}

/** Nothing has changed; a statement that somebody lost is written again as it was. */
async function sameReport(
  job: Job,
  { month, version }: MonthRow,
  budgeted: readonly Budgeted[],
): Promise<BudgetReport> {
  const report = await reportOf(job, month, version, budgeted);
  const run = await job.store.runs.lastDone("budget", month);
  if (hasStatement(job, { month, version })) {
    return { ...report, outputs: run === undefined ? [] : await job.store.runs.outputs(run.runId) };
  }
  const preparer = run?.operator ?? job.operator;
  return { ...report, outputs: await writeStatement(job, { month, version, budgeted, preparer }) };
}

/** The month, open for work and settled. */
async function settledMonth({ store }: Job, month: Month): Promise<MonthRow> {
  const row = await openMonth(store, month);
  if (row.state !== "open") return row;
  throw new Refusal("month-unsettled", { month, count: await store.claims.openCount(month) });
}

async function reportOf(
  { store }: Job,
  month: Month,
  version: number,
  budgeted: readonly Budgeted[],
): Promise<BudgetReport> {
  const institutions = await store.registers.institutions();
  const hospitals = budgeted.map(
    ({ stored }): HospitalLine => ({
      fixmedinsCode: stored.fixmedinsCode,
      fixmedinsName: institutions.get(stored.fixmedinsCode)?.fixmedinsName ?? "",
      setlCnt: stored.setlCnt,
      fundAppySum: yuanText(stored.fundAppySum),
      outsideQuota: yuanText(stored.outsideQuota),
      quota: yuanText(stored.quota),
      deducted: yuanText(stored.deducted),
      deferred: yuanText(stored.deferred),
      holdback: yuanText(stored.holdback),
      recovered: yuanText(stored.recovered),
      payable: yuanText(stored.payable),
      hasAgreement: stored.agreement !== "",
    }),
  );
  return {
    month,
    version,
    isUnchanged: true,
    hospitals,
    payable: yuanText(fromFen(budgeted.reduce((total, { stored }) => total + stored.payable, 0))),
    withoutAgreement: hospitals.filter((one) => !one.hasAgreement).length,
    outputs: [],
  };
}
