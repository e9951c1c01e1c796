import type { HistoricClaim, StoredEntry } from "../../store/port/claims.js";

/** The entry of a settled claim that is in force: the last that is no reversal. */
export function inForce({ entries }: HistoricClaim): StoredEntry {
  const entry = entries.findLast((one) => one.kind !== "reversal");
  if (entry === undefined) throw new Error("a settled claim has an entry in force");
  return entry;
}
