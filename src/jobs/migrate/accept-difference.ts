export type { Acceptance as Accepted } from "../../store/port/acceptances.js";

import { exactText, readYuan } from "../../domain/money.js";
import { Refusal } from "../../domain/refusal.js";
import type { Acceptance, Difference } from "../../store/port/acceptances.js";
import { asRun, type Job } from "../job.js";
import { differencesIn } from "./migrate-delivery.js";
import { readDelivery } from "./read-delivery.js";
import { withUnpacked } from "./unpacked.js";

/** Which difference somebody is ready to accept, and why. */
export interface AcceptQuestion {
  readonly folder: string;
  readonly file: string;
  /** `rows`, or a field with a control total. */
  readonly total: string;
  /** Found less stated, exactly. */
  readonly amount: string;
  readonly reason: string;
}

/** The kind of approval that an accepted difference waits for. */
export const DIFFERENCE = "total-difference";

/**
 * Prepares the acceptance of one difference from a control total. The delivery is rehearsed: only a
 * difference that is really found, of just this amount, can be accepted, and only of this content.
 * With a second person it holds once another has approved it.
 */
export async function acceptDifference(job: Job, question: AcceptQuestion): Promise<Acceptance> {
  const { folder, reason } = question;
  const delivery = await withUnpacked((unpacked) => readDelivery(folder, job.workspace, unpacked));
  const difference = theOne(question, await differencesIn(job, folder));
  const plan = { kind: "migrate-accept", subject: delivery.hash, isWhole: true };
  return asRun(job, plan, async () => {
    const { store, operator, workspace } = job;
    const entries = await store.acceptances.of(difference);
    const waiting = entries.find((entry) => entry.state === "waiting");
    if (waiting !== undefined) return { report: waiting, inputs: [], outputs: [] };
    const approvalId = await store.months.addApproval({
      kind: DIFFERENCE,
      subject: `${difference.path} ${difference.total} ${difference.difference}`,
      preparedBy: operator,
      decidedBy: "",
      state: workspace.hasSecondPerson ? "waiting" : "approved",
    });
    const [preparedAt, name] = [new Date().toISOString(), delivery.name];
    await store.acceptances.add({ approvalId, delivery: name, ...difference, reason, preparedAt });
    return { report: await entryOf(job, approvalId), inputs: [], outputs: [] };
  });
}

/** Decides on a difference that another person is ready to accept. */
export async function decideDifference(
  job: Job,
  approvalId: number,
  refusal: string | undefined,
): Promise<Acceptance> {
  const isApproved = refusal === undefined;
  const plan = { kind: isApproved ? "approve" : "refuse", subject: `${approvalId}`, isWhole: true };
  return asRun(job, plan, async () => {
    const { store, operator } = job;
    const entry = await entryOf(job, approvalId);
    if (entry.state !== "waiting") throw new Refusal("approval-unknown", { found: approvalId });
    if (entry.preparedBy === operator) {
      throw new Refusal("approval-same-person", { operator, approval: approvalId });
    }
    await store.months.decide(approvalId, isApproved ? "approved" : "refused", operator);
    return { report: await entryOf(job, approvalId), inputs: [], outputs: [] };
  });
}

/** The difference that is meant, of those that were found. */
function theOne({ file, total, amount }: AcceptQuestion, found: readonly Difference[]): Difference {
  const asked = exactOf(amount);
  const difference = found.find(
    (one) => one.path === file && one.total === total && exactOf(one.difference) === asked,
  );
  if (difference !== undefined) return difference;
  const list = found.map((one) => `  ${one.path} ${one.total} ${one.difference}`).join("\n");
  throw new Refusal("difference-unfit", { file, total, amount, found: list === "" ? "  —" : list });
}

function exactOf(text: string): string {
  const read = readYuan(text.trim().replace(/^\+/, ""));
  return read === undefined ? text : exactText(read);
}

async function entryOf({ store }: Job, approvalId: number): Promise<Acceptance> {
  const entry = await store.acceptances.get(approvalId);
  if (entry === undefined) throw new Refusal("approval-unknown", { found: approvalId });
  return entry;
}
