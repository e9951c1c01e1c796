import assert from "node:assert";
import { negate } from "../domain/money.js";
import type { Amounts } from "../domain/records.js";
import { type YearToDate, yearMinus } from "./year-to-date.js";

/** A settlement as it was posted, and what it took of the person's year. */
export interface PostedSettlement {
  readonly amounts: Amounts;
  /** `yearMinus(after, before)` of the settlement. */
  readonly taken: YearToDate;
}

/**
 * Takes a settlement back (退费, or a cancelled settlement): its amounts mirrored, and the year
 * without what it took, whatever was settled in between. The year must hold all of it: nothing is
 * taken back twice.
 */
export function refundOf(
  settlement: PostedSettlement,
  year: YearToDate,
): { readonly amounts: Amounts; readonly after: YearToDate } {
  const after = yearMinus(year, settlement.taken);
  assert(
    after.amounts.every((amount) => amount >= 0),
    "a year holds what is taken back from it",
  );
  return { amounts: mirrored(settlement.amounts), after };
}

/** The same amounts below zero, as the row of a refund has them. */
export function mirrored(amounts: Amounts): Amounts {
  return {
    actPayDedc: negate(amounts.actPayDedc),
    hifpPay: negate(amounts.hifpPay),
    hifmiPay: negate(amounts.hifmiPay),
    mafPay: negate(amounts.mafPay),
    othPay: negate(amounts.othPay),
    fundPaySumamt: negate(amounts.fundPaySumamt),
    psnPartAmt: negate(amounts.psnPartAmt),
  };
}
