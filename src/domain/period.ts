/** A calendar day as ISO text, `2017-01-01`. Days compare as text. */
export type Day = string & { readonly dayBrand: true };

/** A calendar month as ISO text, `2017-01`. */
export type Month = string & { readonly monthBrand: true };

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day that exists in the calendar, or undefined. */
export function readDay(text: string): Day | undefined {
  const parts = DAY.exec(text);
  if (parts === null) return undefined;
  return dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** A day from its numbers, or undefined when the calendar has none such. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1800 || year > 2199 || month < 1 || month > 12) return undefined;
  if (date < 1 || date > daysIn(year, month)) return undefined;
  return `${year}-${two(month)}-${two(date)}` as Day;
}

export function readMonth(text: string): Month | undefined {
  return MONTH.test(text) ? (text as Month) : undefined;
}

export function monthOf(day: Day): Month {
  return day.slice(0, 7) as Month;
}

export function yearOf(period: Day | Month): number {
  return Number(period.slice(0, 4));
}

export function firstDay(month: Month): Day {
  return `${month}-01` as Day;
}

export function lastDay(month: Month): Day {
  const [year, number] = [yearOf(month), Number(month.slice(5))];
  return `${month}-${two(daysIn(year, number))}` as Day;
}

export function nextMonth(month: Month): Month {
  const number = Number(month.slice(5));
  if (number === 12) return `${yearOf(month) + 1}-01` as Month;
  return `${month.slice(0, 5)}${two(number + 1)}` as Month;
}

export function monthBefore(month: Month): Month {
  return monthOf(dayBefore(firstDay(month)));
}

/** The same month a year later. */
export function yearAfter(month: Month): Month {
  return `${yearOf(month) + 1}${month.slice(4)}` as Month;
}

/** The day before, across months and years. */
export function dayBefore(day: Day): Day {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  if (date > 1) return `${day.slice(0, 8)}${two(date - 1)}` as Day;
  if (month > 1) return `${year}-${two(month - 1)}-${two(daysIn(year, month - 1))}` as Day;
  return `${year - 1}-12-31` as Day;
}

/** The day after, across months and years. */
export function dayAfter(day: Day): Day {
  const month = monthOf(day);
  if (day === lastDay(month)) return firstDay(nextMonth(month));
  return `${day.slice(0, 8)}${two(Number(day.slice(8)) + 1)}` as Day;
}

/** Full years of age on a day (周岁). */
export function ageOn(birth: Day, day: Day): number {
  const years = yearOf(day) - yearOf(birth);
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** 住院天数: the day of leaving is not counted, and a stay within one day is one. */
export function daysInHospital(begin: Day, end: Day): number {
  return Math.max(1, dayNumber(end) - dayNumber(begin));
}

/** Days since some day long ago, by the rule of leap years; years begin in March. */
function dayNumber(day: Day): number {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const years = month > 2 ? year : year - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((((month + 9) % 12) * 306 + 5) / 10) + date;
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
