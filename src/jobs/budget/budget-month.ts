import { fromFen, yuanText } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
import type { RunOutput } from "../../store/port/runs.js";
import { asRun, type Job } from "../job.js";
import { openMonth } from "../month/open-month.js";
import type { Budgeted } from "./budgeted.js";
import { computeBudget } from "./compute-budget.js";
import { writeStatement } from "./write-statement.js";

/** A hospital's month as exact text, for the summary and JSON. */
export interface HospitalLine {
  readonly fixmedinsCode: string;
  readonly fixmedinsName: string;
  readonly setlCnt: number;
  readonly fundAppySum: string;
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
  const row = await openMonth(store, month);
  if (row.state === "open") throw new Refusal("month-unsettled", await unsettled(job, month));
  const { budgeted, inputs, isCurrent } = await computeBudget(job, month);
  const isUnchanged = isCurrent && row.version > 0;
  const version = isUnchanged ? row.version : row.version + 1;
  if (isUnchanged && row.state === "budgeted") {
    // The statement is written all the same: somebody may have lost it.
    const outputs = await writeStatement(job, month, budgeted);
    return { ...(await reportOf(job, month, version, budgeted)), outputs };
  }
  return asRun(job, { kind: "budget", subject: month, isWhole: true }, async () => {
    for (const { sha256, text } of inputs) await store.runs.archive(sha256, text);
    const rows = budgeted.map((one) => one.stored);
    if (!isUnchanged) await store.budget.write(month, version, rows);
    await store.months.put({ ...row, state: "budgeted", version });
    const outputs = await writeStatement(job, month, budgeted);
    const report = { ...(await reportOf(job, month, version, budgeted)), isUnchanged, outputs };
    return { report, inputs, outputs };
  });
}

async function unsettled(job: Job, month: Month): Promise<{ month: Month; count: number }> {
  return { month, count: await job.store.claims.openCount(month) };
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
