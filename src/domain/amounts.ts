import { add, negate, subtract, type Yuan } from "./money.js";
import type { Amounts } from "./records.js";

export type AmountField = keyof Amounts;

/** The amounts of a settlement, in the order in which they are told. */
export const amountFields = [
  "actPayDedc",
  "hifpPay",
  "hifmiPay",
  "mafPay",
  "othPay",
  "fundPaySumamt",
  "psnPartAmt",
] as const satisfies readonly AmountField[];

/** Who pays: without the deductible, which is a part of what the person pays. */
export const paidFields = amountFields.filter((field) => field !== "actPayDedc");

/** Whether two settlements post the same, to the fen. */
export function isSame(left: Amounts, right: Amounts): boolean {
  return amountFields.every((field) => left[field] === right[field]);
}

/** What the second posts more than the first. */
export function differenceOf(before: Amounts, after: Amounts): Readonly<Record<AmountField, Yuan>> {
  return madeOf((field) => subtract(after[field], before[field]));
}

/** Two settlements together: the parts of one bill. */
export function added(first: Amounts, second: Amounts): Amounts {
  return madeOf((field) => add(first[field], second[field]));
}

/** Every amount with the opposite sign: what takes a settlement back. */
export function negated(amounts: Amounts): Amounts {
  return madeOf((field) => negate(amounts[field]));
}

function madeOf(amount: (field: AmountField) => Yuan): Record<AmountField, Yuan> {
  const entries = amountFields.map((field) => [field, amount(field)] as const);
  return Object.fromEntries(entries) as Record<AmountField, Yuan>;
}
