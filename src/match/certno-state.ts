import { readCertno } from "../domain/certno.js";
import { isLunarTwin, isSwappedDay, isYearOff, numbersOf } from "./compare/day.js";
import { isWithinEdits } from "./compare/text.js";

/** What a certificate number is to its row, beside what it says. */
export const certnoStates = {
  /** Its check digit does not fit, or it had 15 digits and none: a digit may be wrong. */
  unchecked: 0,
  /** Its check digit fits; the row has no birth date to hold it to. */
  sound: 1,
  /** Its check digit fits, and so does the birth date of the row. */
  own: 2,
  /** It says another birth date than its row, and no slip of one: the head's, for a child. */
  borrowed: 3,
} as const;

/** Whether the check digit of a number of 18 digits fits. */
export function isSoundCertno(certno: string): boolean {
  return readCertno(certno).status === "valid";
}

/** What a sound (or not sound) number is to a row with this birth date; both are normal. */
export function certnoState(certno: string, isSound: boolean, birth: string): number {
  if (certno.length === 18 && birth !== "" && isOfAnother(certno.slice(6, 14), birth)) {
    return certnoStates.borrowed;
  }
  if (!isSound) return certnoStates.unchecked;
  return birth === "" ? certnoStates.sound : certnoStates.own;
}

/** Whether two birth dates are those of two people, and not one date with a slip in it. */
function isOfAnother(stated: string, birth: string): boolean {
  if (stated === birth || stated.slice(0, 4) === birth.slice(0, 4)) return false;
  const [one, other] = [numbersOf(stated), numbersOf(birth)];
  if (one === undefined || other === undefined || !isDay(one)) return false;
  const isSlip = isYearOff(one, other, 1) || isSwappedDay(one, other) || isLunarTwin(one, other);
  return !isSlip && !isWithinEdits(stated, birth, 1);
}

function isDay({ year, month, date }: { year: number; month: number; date: number }): boolean {
  return year > 1880 && month >= 1 && month <= 12 && date >= 1 && date <= 31;
}
