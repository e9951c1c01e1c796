import { type Agreement, inForce, monthlyQuota } from "../../budget/agreement.js";
import { budgetMonth } from "../../budget/month.js";
import { fromFen, type Ratio, yuanText, zero } from "../../domain/money.js";
import { lastDay, type Month } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
import type { StoredHospitalMonth } from "../../store/port/budget.js";
import type { RunOutput } from "../../store/port/runs.js";
import { readAgreements } from "../agreements.js";
import { asRun, type Job } from "../job.js";
import { openMonth } from "../month/open-month.js";
import type { Budgeted } from "./budgeted.js";
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
  const { agreements, inputs } = await readAgreements(store, job.workspace);
  const budgeted = await budgetAll(job, month, agreements);
  const isUnchanged = sameRows(await store.budget.current(month), budgeted) && row.version > 0;
  const version = isUnchanged ? row.version : row.version + 1;
  if (isUnchanged && row.state === "budgeted") return reportOf(job, month, version, budgeted);

  return asRun(job, "budget", month, async () => {
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

async function budgetAll(
  job: Job,
  month: Month,
  agreements: readonly Agreement[],
): Promise<readonly Budgeted[]> {
  const { budget } = job.store;
  const deductions = await budget.deductions(month);
  const debts = await budget.toRecover(month);
  return (await budget.claimed(month)).map((claimed) => {
    const agreement = inForce(agreements, claimed.fixmedinsCode, lastDay(month));
    const deduction = deductions.get(claimed.fixmedinsCode) ?? zero;
    const recoverBefore = debts.get(claimed.fixmedinsCode) ?? zero;
    if (agreement === undefined) {
      const recoverAfter = fromFen(recoverBefore + deduction);
      return {
        claimed,
        stored: { ...NOTHING, ...claimed, deduction, recoverBefore, recoverAfter },
      };
    }
    const { holdbackRatio } = agreement;
    const quota = monthlyQuota(agreement, month);
    const done = budgetMonth({ claimed, deduction, recoverBefore, quota, holdbackRatio });
    const { steps: _, ...figures } = done;
    const place = `${agreement.place.file}:${agreement.place.line ?? ""}`;
    const stored = { ...figures, agreement: place };
    return { claimed, terms: { agreement, budget: done }, stored };
  });
}

/** What stands in the columns of a hospital that no agreement covers. */
const NOTHING = {
  agreement: "",
  deducted: zero,
  confirmed: zero,
  quota: zero,
  accepted: zero,
  deferred: zero,
  holdbackRatio: 0 as Ratio,
  holdback: zero,
  recovered: zero,
  quotaPayable: zero,
  payable: zero,
};

function sameRows(before: readonly StoredHospitalMonth[], after: readonly Budgeted[]): boolean {
  const text = (row: StoredHospitalMonth): string =>
    JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  return (
    before.length === after.length &&
    before.every((row, index) => {
      const other = after[index]?.stored;
      return other !== undefined && text(row) === text(other);
    })
  );
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
