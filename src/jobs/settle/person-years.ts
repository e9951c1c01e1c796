import type { Amounts } from "../../domain/records.js";
import { settleParts } from "../../settle/settle-parts.js";
import { emptyYear, type YearToDate } from "../../settle/year-to-date.js";
import type { Ready } from "./ready-claim.js";

/** A claim of the past as the fold takes it: what was asked, and what was posted. */
export interface FoldedClaim {
  readonly claimId: number;
  readonly ready: Ready;
  readonly posted: Amounts;
}

/**
 * A person's years, made again: the fold over the claims in their order, each with the amounts that
 * were posted for it (decision 6: what was posted counts, whatever we compute today).
 */
export function foldYears(claims: readonly FoldedClaim[]): ReadonlyMap<number, YearToDate> {
  const years = new Map<number, YearToDate>();
  for (const { ready, posted } of claims) {
    const { after } = settleParts(ready.parts, (year) => years.get(year) ?? emptyYear, posted);
    for (const [year, one] of after) years.set(year, one);
  }
  return years;
}
