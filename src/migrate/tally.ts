import assert from "node:assert";
import { addRead, exactText, nothingRead, type ReadAmount } from "../domain/money.js";

/** Where the rows of one file went. */
export interface RowTally {
  readonly read: number;
  readonly loaded: number;
  readonly merged: number;
  readonly setAside: number;
}

/**
 * Closes the count of a file: every row that was read is in exactly one place. Anything else is our
 * own mistake, and nothing may be loaded.
 */
export function closeTally(file: string, tally: RowTally): RowTally {
  const placed = tally.loaded + tally.merged + tally.setAside;
  assert(tally.read === placed, `${file}: read ${tally.read}, but placed ${placed}`);
  return tally;
}

/** Where the money of one kind went: everything that the source stated is in one place. */
export interface MoneyTally {
  readonly read: ReadAmount;
  readonly carried: ReadAmount;
  /** Stated again by a row that was merged into another. */
  readonly repeated: ReadAmount;
  readonly setAside: ReadAmount;
}

export const noMoney: MoneyTally = {
  read: nothingRead,
  carried: nothingRead,
  repeated: nothingRead,
  setAside: nothingRead,
};

/** Adds one amount to a tally, in the place where it went. */
export function countMoney(
  tally: MoneyTally,
  amount: ReadAmount,
  place: "carried" | "repeated" | "setAside",
): MoneyTally {
  return {
    ...tally,
    read: addRead(tally.read, amount),
    [place]: addRead(tally[place], amount),
  };
}

/** Closes the count of money: source = carried + repeated + set aside, residuals included. */
export function closeMoney(label: string, tally: MoneyTally): MoneyTally {
  const placed = addRead(addRead(tally.carried, tally.repeated), tally.setAside);
  assert(
    exactText(tally.read) === exactText(placed),
    `${label}: read ${exactText(tally.read)}, but placed ${exactText(placed)}`,
  );
  return tally;
}
