import type { Identity } from "../domain/codes.js";
import type { Insured } from "../domain/records.js";

/**
 * The row of a table by identity that applies to a person: the first that fits. A person with
 * several identities gets one row, never two on top of each other (就高不重复), so the pack lists
 * the most favourable first.
 */
export function rowFor<Row extends { readonly identity: Identity }>(
  rows: readonly Row[],
  insured: Insured,
): Row | undefined {
  if (insured.identities.length === 0) return undefined;
  return rows.find((row) => insured.identities.includes(row.identity));
}
