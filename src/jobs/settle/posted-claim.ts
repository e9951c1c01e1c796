import type { Yuan } from "../../domain/money.js";
import type { Amounts } from "../../domain/records.js";
import type { HistoricClaim, StoredEntry } from "../../store/port/claims.js";

/** The entry of a settled claim that is in force: the last that is no reversal. */
export function inForce({ entries }: HistoricClaim): StoredEntry {
  const entry = entries.findLast((one) => one.kind !== "reversal");
  if (entry === undefined) throw new Error("a settled claim has an entry in force");
  return entry;
}

/** Whether two settlements post the same, to the fen. */
export function isSame(left: Amounts, right: Amounts): boolean {
  return amountFields.every((field) => left[field] === right[field]);
}

/** What the second posts more than the first. */
export function differenceOf(before: Amounts, after: Amounts): Readonly<Record<Field, Yuan>> {
  const more = amountFields.map(
    (field) => [field, (after[field] - before[field]) as Yuan] as const,
  );
  return Object.fromEntries(more) as Record<Field, Yuan>;
}

type Field = keyof Amounts;

/** The amounts of a settlement. */
export const amountFields = [
  "actPayDedc",
  "hifpPay",
  "hifmiPay",
  "mafPay",
  "othPay",
  "fundPaySumamt",
  "psnPartAmt",
] as const satisfies readonly Field[];
