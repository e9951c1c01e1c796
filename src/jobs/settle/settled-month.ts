import type { Month } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
import type { Store } from "../../store/store.js";

/**
 * Refuses (`settlement-missing`) where nothing of a month is settled yet: there is nothing to look
 * at, and "no differences" would be a wrong answer. A month without claims may be settled too.
 */
export async function checkSettled({ claims, months }: Store, month: Month): Promise<void> {
  if ((await claims.totals(month)).length > 0) return;
  const state = (await months.get(month))?.state ?? "open";
  if (state === "open") throw new Refusal("settlement-missing", { month });
}
