import assert from "node:assert";
import { add, fromFen, type Yuan, zero } from "../domain/money.js";
import { nameOfNumber, numberOfName } from "./tally-names.js";

/**
 * What a person has used up in a year: the fold over the claims of the year. A flat list of
 * amounts (whole fen) and counts by the numbers of their names (`tally-names.ts`), so
 * that the year after a claim is a short copy.
 */
export interface YearToDate {
  readonly names: readonly number[];
  readonly amounts: readonly number[];
  /** What each stay deducted, kept where the law charges a referred stay only the difference. */
  readonly stays: readonly { readonly mdtrtId: string; readonly deducted: Yuan }[];
}

/** A year in which nothing has happened yet. */
export const emptyYear: YearToDate = { names: [], amounts: [], stays: [] };

/** What the year has under a name's number: fen or a count; 0 when it never came up. */
export function usedOf(year: YearToDate, name: number): number {
  const { names, amounts } = year;
  for (let index = 0; index < names.length; index++) {
    if (names[index] === name) return amounts[index] ?? 0;
  }
  return 0;
}

/** The same by the name itself, for whoever reads a year: `limit:annual`, `stays:level/2`. */
export function usedUnder(year: YearToDate, name: string): number {
  return usedOf(year, numberOfName(name));
}

/** A year that grows by what one claim takes of it; the year before stays as it is. */
export class GrowingYear {
  private readonly names: number[];
  private readonly amounts: number[];
  private stays: YearToDate["stays"];

  constructor(before: YearToDate) {
    this.names = before.names.slice();
    this.amounts = before.amounts.slice();
    this.stays = before.stays;
  }

  /** What comes back to nothing is gone, so that a year taken back is the year before. */
  add(name: number, amount: number): void {
    if (amount === 0) return;
    const { names, amounts } = this;
    for (let index = 0; index < names.length; index++) {
      if (names[index] !== name) continue;
      const sum = (amounts[index] ?? 0) + amount;
      assert(Number.isSafeInteger(sum), "a year's sum is within the safe range");
      if (sum !== 0) {
        amounts[index] = sum;
      } else {
        names.splice(index, 1);
        amounts.splice(index, 1);
      }
      return;
    }
    names.push(name);
    amounts.push(amount);
  }

  addStay(mdtrtId: string, deducted: Yuan): void {
    const earlier = this.stays.find((stay) => stay.mdtrtId === mdtrtId)?.deducted ?? zero;
    const others = this.stays.filter((stay) => stay.mdtrtId !== mdtrtId);
    const sum = add(earlier, deducted);
    this.stays = sum === zero ? others : [...others, { mdtrtId, deducted: sum }];
  }

  done(): YearToDate {
    return { names: this.names, amounts: this.amounts, stays: this.stays };
  }
}

/**
 * A year as one line of text for the store: `limit:annual=341250 stays=1 stay:V1=45000`, names in
 * the order of the alphabet, so that equal years are equal texts. Names with a space or a sign of
 * this grammar are written as URLs write them.
 */
export function encodeYear(year: YearToDate): string {
  const parts = year.names.map(
    (name, index) => `${encodeURI(nameOfNumber(name))}=${year.amounts[index] ?? 0}`,
  );
  const stays = year.stays.map(
    ({ mdtrtId, deducted }) => `${STAY}${encodeURIComponent(mdtrtId)}=${deducted}`,
  );
  return [...parts, ...stays].sort().join(" ");
}

/** The year of a text; anything else than `encodeYear`'s own is our mistake. */
export function decodeYear(text: string): YearToDate {
  if (text === "") return emptyYear;
  const year = new GrowingYear(emptyYear);
  for (const part of text.split(" ")) {
    const at = part.lastIndexOf("=");
    const amount = Number(part.slice(at + 1));
    assert(at > 0 && Number.isSafeInteger(amount), `not a year: ${part}`);
    const name = part.slice(0, at);
    if (name.startsWith(STAY)) {
      year.addStay(decodeURIComponent(name.slice(STAY.length)), fromFen(amount));
    } else {
      year.add(numberOfName(decodeURI(name)), amount);
    }
  }
  return year.done();
}

const STAY = "stay:";
