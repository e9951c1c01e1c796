import type { Acceptance } from "../store/port/acceptances.js";
import type { Job } from "./job.js";
import { DIFFERENCE, decideDifference } from "./migrate/accept-difference.js";
import { type CloseReport, decide } from "./month/close-month.js";

/** What was decided: the closing of a month, or a difference from a control total. */
export type Decision =
  | { readonly kind: "month-close"; readonly report: CloseReport }
  | { readonly kind: "total-difference"; readonly report: Acceptance };

/** Decides on what another person prepared, whatever it is; the same person is refused. */
export async function approve(
  job: Job,
  approvalId: number,
  refusal: string | undefined,
): Promise<Decision> {
  const approval = await job.store.months.approval(approvalId);
  if (approval?.kind === DIFFERENCE) {
    return { kind: DIFFERENCE, report: await decideDifference(job, approvalId, refusal) };
  }
  return { kind: "month-close", report: await decide(job, approvalId, refusal) };
}
