import { type Day, dayOf } from "../domain/period.js";

/** How the dates of a column are written, where a mapping has to say so. */
export type DayStyle =
  | { readonly kind: "serial" }
  | {
      readonly kind: "pattern";
      readonly pattern: RegExp;
      /** The first of the hundred years that two digits can mean; 0 where years have four. */
      readonly since: number;
    };

/** The word in a mapping for the day numbers of Excel. */
const SERIAL = "excel";

/**
 * The style that a mapping names: `ddMMyyyy`, `MM/dd/yyyy`, `yyMMdd` with the first year that two
 * digits can mean, or `excel` for day numbers. Undefined when it names no year, month and day, or
 * says `since` where it has no use.
 */
export function dayStyleOf(format: string, since: number | undefined): DayStyle | undefined {
  if (format === SERIAL) return since === undefined ? { kind: "serial" } : undefined;
  const parts: readonly string[] = format.match(/yyyy|yy|MM?|dd?|[^yMd]/g) ?? [];
  if (parts.join("") !== format) return undefined;
  const letters = parts.map((part) => part[0]).filter((letter) => /[yMd]/.test(letter ?? ""));
  if ([...letters].sort().join("") !== "Mdy") return undefined;
  if (parts.includes("yy") !== (since !== undefined)) return undefined;
  const source = parts.map((part) => PARTS[part] ?? part.replace(/[^\w\s]/g, "\\$&")).join("");
  return { kind: "pattern", pattern: new RegExp(`^${source}(?:[ T].*)?$`), since: since ?? 0 };
}

const PARTS: Readonly<Record<string, string>> = {
  yyyy: "(?<y>\\d{4})",
  yy: "(?<y>\\d{2})",
  MM: "(?<M>\\d{2})",
  M: "(?<M>\\d{1,2})",
  dd: "(?<d>\\d{2})",
  d: "(?<d>\\d{1,2})",
};

/** A day written in a style; undefined when it is not, or the calendar has none such. */
export function readStyledDay(text: string, style: DayStyle): Day | undefined {
  if (style.kind === "serial") return serialDay(text);
  const { y = "", M, d } = style.pattern.exec(text)?.groups ?? {};
  const year = y.length === 2 ? fullYear(Number(y), style.since) : Number(y);
  return dayOf(year, Number(M), Number(d));
}

/** The year with these last two digits among the hundred that begin with `since`. */
function fullYear(two: number, since: number): number {
  return since + ((((two - since) % 100) + 100) % 100);
}

/**
 * The day of an Excel number: 1 is 1900-01-01, and the time is behind the point. Excel knows a
 * 1900-02-29, which is 60: the calendar has none such, and later numbers are one too high.
 */
function serialDay(text: string): Day | undefined {
  const number = /^(\d{1,6})(?:\.\d+)?$/.exec(text)?.[1];
  if (number === undefined) return undefined;
  const serial = Number(number);
  if (serial < 1 || serial === 60) return undefined;
  return dayAt(serial > 60 ? serial - 1 : serial);
}

/** The day with this number, counted from 1900-01-01 as 1 (civil calendar, whole numbers). */
function dayAt(number: number): Day | undefined {
  // Years begin in March here, so that the leap day is the last of a year.
  const days = number + 693_900;
  const era = Math.floor(days / 146_097);
  const ofEra = days - era * 146_097;
  const leaps = Math.floor(ofEra / 1460) - Math.floor(ofEra / 36_524) + Math.floor(ofEra / 146_096);
  const yearOfEra = Math.floor((ofEra - leaps) / 365);
  const ofYear =
    ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const date = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}
