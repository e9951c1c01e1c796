import { type Month, monthBefore } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
import type { MonthRow } from "../../store/port/months.js";
import type { Store } from "../../store/store.js";
import { type CloseBlocker, closeBlockers } from "../../text/close.js";
import { type Lang, tell } from "../../text/tell.js";
import { computeBudget } from "../budget/compute-budget.js";
import { asRun, type Job } from "../job.js";
import { settleableCount } from "../settle/settleable.js";
import { openMonth } from "./open-month.js";

export interface CloseReport {
  readonly month: Month;
  readonly state: "closing" | "closed" | "budgeted";
  /** The number under which another person approves; 0 when nobody has to. */
  readonly approval: number;
  readonly preparedBy: string;
  readonly approvedBy: string;
  /** Claims that could not be settled and are carried over under the operator's name. */
  readonly carriedOver: number;
  /** Why the second person did not approve; empty when they did. */
  readonly refusal: string;
}

/**
 * Closes a month: refuses while anything is open that could be settled or is not budgeted, and
 * while an earlier month is open. What waits is carried over under the operator's name. With a
 * second person, the month is frozen at once and closed by `approve`.
 */
export async function closeMonth(job: Job, month: Month): Promise<CloseReport> {
  await job.progress.step("close", month);
  await openMonth(job.store, month);
  return asRun(job, { kind: "month-close", subject: month, isWhole: true }, async () => {
    // Asked again with the pen in hand: nobody can change the month under us any more.
    const row = await openMonth(job.store, month);
    await checkOrder(job.store, month);
    await checkWork(job, row);
    const report = job.workspace.hasSecondPerson
      ? await prepare(job, row)
      : await close(job.store, { ...row, preparedBy: job.operator });
    return { report, inputs: [], outputs: [] };
  });
}

/** Decides on what another person prepared; the same person is refused. */
export async function decide(
  job: Job,
  approvalId: number,
  refusal: string | undefined,
): Promise<CloseReport> {
  const { store, operator } = job;
  await waitingMonth(job, approvalId);
  const isApproved = refusal === undefined;
  const plan = {
    kind: isApproved ? "approve" : "refuse",
    subject: `${approvalId}`,
    isWhole: true,
  };
  return asRun(job, plan, async () => {
    const row = await waitingMonth(job, approvalId);
    await store.months.decide(approvalId, isApproved ? "approved" : "refused", operator);
    const report = isApproved
      ? await close(store, { ...row, approvedBy: operator })
      : await reopen(store, row, refusal);
    return { report: { ...report, approval: approvalId }, inputs: [], outputs: [] };
  });
}

/** The month that waits under this number, for somebody else than who prepared it. */
async function waitingMonth({ store, operator }: Job, approvalId: number): Promise<MonthRow> {
  const approval = await store.months.approval(approvalId);
  const row = await store.months.get((approval?.subject ?? "") as Month);
  if (approval?.state !== "waiting" || row === undefined) {
    throw new Refusal("approval-unknown", { found: approvalId });
  }
  if (approval.preparedBy !== operator) return row;
  throw new Refusal("approval-same-person", { operator, approval: approvalId });
}

async function prepare(job: Job, row: MonthRow): Promise<CloseReport> {
  const { months } = job.store;
  const preparedBy = job.operator;
  const approval = await months.addApproval({
    kind: "month-close",
    subject: row.month,
    preparedBy,
    decidedBy: "",
    state: "waiting",
  });
  await months.put({ ...row, state: "closing", preparedBy });
  const { month } = row;
  const carriedOver = await job.store.claims.openCount(month);
  return { ...NOTHING, month, state: "closing", approval, preparedBy, carriedOver };
}

/** What waits is carried over under the name of who prepared the closing. */
async function close(store: Store, row: MonthRow): Promise<CloseReport> {
  const { month, preparedBy, approvedBy } = row;
  const carriedOver = await store.claims.openCount(month);
  await store.months.carryOver(month, preparedBy);
  await store.months.put({ ...row, state: "closed" });
  return { ...NOTHING, month, state: "closed", preparedBy, approvedBy, carriedOver };
}

/** The frozen month can be worked on again. */
async function reopen(store: Store, row: MonthRow, refusal: string): Promise<CloseReport> {
  await store.months.put({ ...row, state: "budgeted", preparedBy: "" });
  const { month, preparedBy } = row;
  return { ...NOTHING, month, state: "budgeted", preparedBy, refusal };
}

const NOTHING = { approval: 0, approvedBy: "", carriedOver: 0, refusal: "" };

/** Months close one after the other, without a hole: also one without claims. */
async function checkOrder(store: Store, month: Month): Promise<void> {
  const months = await store.months.list();
  const open = months.find((one) => one.month < month && one.state !== "closed");
  const before = monthBefore(month);
  const isHole =
    months.some((one) => one.month < before) && !months.some((one) => one.month === before);
  const earlier = open?.month ?? (isHole ? before : undefined);
  if (earlier !== undefined) throw new Refusal("month-order", { month, earlier });
}

/** What stands in the way, all of it, each with the command that mends it. */
async function checkWork(job: Job, { month, state }: MonthRow): Promise<void> {
  const blockers: { readonly text: CloseBlocker; readonly count: number }[] = [];
  const count = await settleableCount(job, month);
  if (count > 0) blockers.push({ text: "unsettled", count });
  else if (state === "open") blockers.push({ text: "untouched", count });
  const { isCurrent } = await computeBudget(job, month);
  if (state === "settled") blockers.push({ text: "unbudgeted", count: 0 });
  else if (state === "budgeted" && !isCurrent) blockers.push({ text: "outdated", count: 0 });
  const hospitals = await job.store.budget.current(month);
  const unpaid = hospitals.filter((one) => one.agreement === "" && one.fundAppySum > 0).length;
  if (unpaid > 0) blockers.push({ text: "withoutAgreement", count: unpaid });
  if (blockers.length === 0) return;
  const { region } = job.workspace;
  const found = (lang: Lang): string =>
    blockers
      .map((one) => `  ${tell(closeBlockers[one.text], lang, { count: one.count, month, region })}`)
      .join("\n");
  throw new Refusal("month-open-work", { month, found });
}
