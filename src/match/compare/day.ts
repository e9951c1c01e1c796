import { type DayNumbers, dayNumber, solarOf } from "./lunar.js";

/** A day as `normalized` leaves it, eight digits; what is no date has no numbers. */
export function numbersOf(digits: string): DayNumbers | undefined {
  if (!/^\d{8}$/.test(digits)) return undefined;
  const [year, month, date] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
  return { year: Number(year), month: Number(month), date: Number(date) };
}

/** Whether day and month changed places. */
export function isSwappedDay(left: DayNumbers, right: DayNumbers): boolean {
  return left.year === right.year && left.month === right.date && left.date === right.month;
}

/** Whether only the year differs, by at most so many. */
export function isYearOff(left: DayNumbers, right: DayNumbers, most: number): boolean {
  const isSameDay = left.month === right.month && left.date === right.date;
  return isSameDay && Math.abs(left.year - right.year) <= most;
}

/** Whether one is the lunar birthday (农历) of the other, which is solar. */
export function isLunarTwin(left: DayNumbers, right: DayNumbers): boolean {
  return isLunarOf(left, right) || isLunarOf(right, left);
}

/** A lunar day lies three to eight weeks before its solar one: nothing else need be computed. */
function isLunarOf(lunar: DayNumbers, solar: DayNumbers): boolean {
  const months = (solar.year - lunar.year) * 12 + solar.month - lunar.month;
  if (months < 0 || months > 2) return false;
  return solarOf(lunar).includes(dayNumber(solar));
}
