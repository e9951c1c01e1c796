import type { Month } from "../../domain/period.js";
import type { MonthState } from "../../store/port/months.js";
import type { Store } from "../../store/store.js";

/** A month as clerks see it: how far it is, and what is still open. */
export interface MonthStatus {
  readonly month: Month;
  readonly state: MonthState;
  readonly settled: number;
  readonly open: number;
  /** The number under which closing waits for another person; 0 for none. */
  readonly approval: number;
  readonly preparedBy: string;
  readonly approvedBy: string;
}

/** Every month that has claims or a state, in order. */
export async function monthStatus(store: Store): Promise<readonly MonthStatus[]> {
  const months = await store.months.list();
  const statuses: MonthStatus[] = [];
  for (const { month, state, preparedBy, approvedBy } of months) {
    const totals = await store.claims.totals(month);
    const settled = totals.reduce((count, one) => count + one.claims, 0);
    // What a closed month carried over is shown with the last of them.
    const isPast = state === "closed" && month !== months.at(-1)?.month;
    const open = isPast ? 0 : await store.claims.openCount(month);
    const waiting = await store.months.waitingApproval("month-close", month);
    const approval = waiting?.approvalId ?? 0;
    statuses.push({ month, state, settled, open, approval, preparedBy, approvedBy });
  }
  return statuses;
}
