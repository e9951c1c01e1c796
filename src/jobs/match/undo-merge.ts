import type { Day } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
import type { UndoEntry } from "../../store/port/undos.js";
import { asRun, type Job } from "../job.js";
import { planSplit, type SplitPlan, type SplitQuestion } from "./plan-split.js";
import { refuseClosing } from "./regroup.js";
import { consequencesOf } from "./split-consequences.js";
import { entriesOf, splitPerson } from "./split-person.js";
import { listedHash, writeUndoFiles } from "./undo-files.js";
import type { UndoReport } from "./undo-report.js";
import { undoneBefore } from "./undone-before.js";

/** The kind of approval that a split waits for. */
export const UNDO = "match-undo";

/** What is asked: the split, and why. */
export interface UndoQuestion extends SplitQuestion {
  readonly reason: string;
}

/**
 * Prepares the split of a person: lists everything that it changes in money and claims, before it
 * is done. With a second person it is done once another has approved it, else at once. Asked again
 * it is the same split.
 */
export async function undoMerge(job: Job, question: UndoQuestion): Promise<UndoReport> {
  const before = await undoneBefore(job.store, question);
  if (before !== undefined) return before;
  const subject = question.psnNo || `decision ${question.decisions.join(" ")}`;
  return asRun(job, { kind: UNDO, subject, isWhole: true }, async (runId) => {
    const { store, workspace, operator } = job;
    await job.progress.step("split", subject);
    const plan = await planSplit(job, question);
    refuseClosing(plan.regrouped);
    await refuseOther(job, plan);
    await entriesOf(store, plan, by(operator, question.reason));
    const state = workspace.hasSecondPerson ? "waiting" : "approved";
    const approval = {
      kind: UNDO,
      subject: plan.psnNo,
      preparedBy: operator,
      decidedBy: "",
      state,
    };
    const approvalId = await store.months.addApproval({ ...approval, state });
    const listed = await listedReport(job, approvalId, plan, question.reason);
    await store.undos.add({
      approvalId,
      psnNo: plan.psnNo,
      records: plan.leaving.rows.map(({ fileId, line }) => ({ fileId, line })),
      reason: question.reason,
      replaces: listed.takenBack,
      consequences: listedHash(listed),
      report: JSON.stringify(listed),
      preparedAt: new Date().toISOString(),
    });
    const report = state === "waiting" ? listed : await carriedOut(job, runId, plan, listed);
    return withFiles(job, report);
  });
}

/** Decides on a split that another person prepared; the same person is refused. */
export async function decideUndo(
  job: Job,
  approvalId: number,
  refusal: string | undefined,
): Promise<UndoReport> {
  await waitingEntry(job, approvalId);
  const isApproved = refusal === undefined;
  const plan = { kind: isApproved ? "approve" : "refuse", subject: `${approvalId}`, isWhole: true };
  return asRun(job, plan, async (runId) => {
    const { store, operator } = job;
    const entry = await waitingEntry(job, approvalId);
    await store.months.decide(approvalId, isApproved ? "approved" : "refused", operator);
    if (!isApproved) {
      const listed = JSON.parse(entry.report) as UndoReport;
      const report: UndoReport = { ...listed, state: "refused", approvedBy: operator, refusal };
      return { report, inputs: [], outputs: [] };
    }
    const { plan: split, listed } = await sameAsListed(job, entry);
    const approved: UndoReport = { ...listed, approvedBy: operator };
    return withFiles(job, await carriedOut(job, runId, split, approved));
  });
}

async function withFiles(job: Job, report: UndoReport) {
  const outputs = await writeUndoFiles(job, report);
  return { report: { ...report, outputs }, inputs: [], outputs };
}

async function carriedOut(
  { store }: Job,
  runId: number,
  plan: SplitPlan,
  listed: UndoReport,
): Promise<UndoReport> {
  const { preparedBy, reason } = listed;
  const entries = await splitPerson(store, runId, plan, by(preparedBy, reason));
  return { ...listed, state: "approved", entries };
}

async function listedReport(
  job: Job,
  approval: number,
  plan: SplitPlan,
  reason: string,
): Promise<UndoReport> {
  const { psnNo, leaving, staying, takenBack } = plan;
  return {
    approval,
    state: "waiting",
    isRepeated: false,
    psnNo,
    leaving: { psnNo: leaving.psnNo, numbering: leaving.numbering },
    staying: { psnNo: staying.psnNo, numbering: staying.numbering },
    reason,
    preparedBy: job.operator,
    approvedBy: "",
    refusal: "",
    takenBack: takenBack.map((one) => one.decisionId),
    entries: [],
    consequences: await consequencesOf(job, plan),
    outputs: [],
  };
}

/** The entry that waits under this number, for somebody else than who prepared it. */
async function waitingEntry({ store, operator }: Job, approvalId: number): Promise<UndoEntry> {
  const entry = await store.undos.get(approvalId);
  if (entry?.state !== "waiting") throw new Refusal("approval-unknown", { found: approvalId });
  if (entry.preparedBy !== operator) return entry;
  throw new Refusal("approval-same-person", { operator, approval: approvalId });
}

/** The split as it would be done now, if that is what was listed; refuses where it is not. */
async function sameAsListed(
  job: Job,
  entry: UndoEntry,
): Promise<{ readonly plan: SplitPlan; readonly listed: UndoReport }> {
  const { approvalId: approval, psnNo, records, replaces: decisions, reason } = entry;
  const choices = records.map((record) => ({ kind: "place" as const, ...record }));
  const outdated = new Refusal("undo-outdated", { approval });
  try {
    const plan = await planSplit(job, { psnNo, choices, decisions });
    refuseClosing(plan.regrouped);
    const { preparedBy } = entry;
    const listed = { ...(await listedReport(job, approval, plan, reason)), preparedBy };
    if (listedHash(listed) !== entry.consequences) throw outdated;
    return { plan, listed };
  } catch (error) {
    const isOther = error instanceof Refusal && PLANNED.test(error.code);
    throw isOther ? outdated : error;
  }
}

/** What could be planned when it was prepared, and no more. */
const PLANNED = /^undo-(person|records|all|decision|unclear)/;

/** Two splits of one person cannot wait at once: each would list what the other changes. */
async function refuseOther({ store }: Job, { psnNo }: SplitPlan): Promise<void> {
  const entries = await store.undos.all();
  const other = entries.find((one) => one.psnNo === psnNo && one.state === "waiting");
  if (other === undefined) return;
  const { approvalId: approval, preparedBy: operator } = other;
  throw new Refusal("undo-waits", { person: psnNo, approval, operator });
}

function by(decidedBy: string, reason: string) {
  return { decidedBy, decidedOn: new Date().toISOString().slice(0, 10) as Day, reason };
}
