import type { Acceptance } from "../store/port/acceptances.js";
import type { Job } from "./job.js";
import { decideUndo, UNDO } from "./match/undo-merge.js";
import type { UndoReport } from "./match/undo-report.js";
import { DIFFERENCE, decideDifference } from "./migrate/accept-difference.js";
import { type CloseReport, decide } from "./month/close-month.js";

/** What was decided: the closing of a month, a difference from a control total, or a split. */
export type Decision =
  | { readonly kind: "month-close"; readonly report: CloseReport }
  | { readonly kind: "total-difference"; readonly report: Acceptance }
  | { readonly kind: "match-undo"; readonly report: UndoReport };

/** Decides on what another person prepared, whatever it is; the same person is refused. */
export async function approve(
  job: Job,
  approvalId: number,
  refusal: string | undefined,
): Promise<Decision> {
  const approval = await job.store.months.approval(approvalId);
  switch (approval?.kind) {
    case DIFFERENCE:
      return { kind: DIFFERENCE, report: await decideDifference(job, approvalId, refusal) };
    case UNDO:
      return { kind: UNDO, report: await decideUndo(job, approvalId, refusal) };
    default:
      return { kind: "month-close", report: await decide(job, approvalId, refusal) };
  }
}
