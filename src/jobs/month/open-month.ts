import { type Month, monthBefore } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
import type { MonthRow } from "../../store/port/months.js";
import type { Store } from "../../store/store.js";

/**
 * The state of a month in which something may still change; refuses when it is closed or closing.
 */
export async function openMonth(store: Store, month: Month): Promise<MonthRow> {
  const row = await store.months.get(month);
  if (row === undefined) return openRow(store, month);
  if (row.state === "closed") {
    throw new Refusal("month-closed", { month, operator: row.approvedBy || row.preparedBy });
  }
  if (row.state === "closing") {
    const approval = await store.months.waitingApproval("month-close", month);
    throw new Refusal("month-closing", { month, approval: approval?.approvalId ?? "?" });
  }
  return row;
}

/** A month that nobody touched yet is open, if it has claims or follows a month that is known. */
async function openRow(store: Store, month: Month): Promise<MonthRow> {
  const before = monthBefore(month);
  const known = await store.months.list();
  const isKnown = known.some((one) => one.month === month || one.month === before);
  if (!isKnown) throw new Refusal("month-empty", { month });
  return { month, state: "open", version: 0, preparedBy: "", approvedBy: "" };
}
