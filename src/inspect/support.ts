import { type ColumnProfile, MOST_CODES } from "./column-profile.js";
import { dayFormatOf } from "./day-format.js";
import type { Term } from "./glossary.js";
import type { PatternName } from "./patterns.js";

/** Whether a column's values speak for a field, against it, or not at all. */
export type Support = "agrees" | "differs" | "silent";

/** What the values of a column say about the field that its header names. */
export function supportOf(term: Term, profile: ColumnProfile): Support {
  if (profile.filled === 0) return "silent";
  return fits(term, profile) ? "agrees" : "differs";
}

/** A field that values speak for. */
export interface Meant {
  readonly field: string;
  readonly isSure: boolean;
}

/** The field that the values alone speak for; sure only where no other field has such values. */
export function meantByValues(profile: ColumnProfile, isFirst: boolean): Meant | undefined {
  if (profile.filled === 0) return undefined;
  const { valid = 0, upgraded = 0, excelRounded = 0 } = profile.ids;
  if (valid + upgraded + excelRounded >= half(profile)) return { field: "certno", isSure: true };
  if (countOf(profile, ["phone"]) >= half(profile)) return { field: "tel", isSure: true };
  if (looksLikeNames(profile)) return { field: "psn_name", isSure: false };
  const isKey = isFirst && profile.distinct * 20 >= Math.min(profile.filled, 10_000) * 19;
  const isNumber = countOf(profile, ["digits", "code"]) === profile.filled;
  return isKey && isNumber ? { field: "legacy_id", isSure: false } : undefined;
}

const NUMBERS: readonly PatternName[] = ["decimal", "digits", "negative", "grouped"];

function fits(term: Term, profile: ColumnProfile): boolean {
  if (term.field === "certno") return idsOf(profile) >= half(profile);
  if (term.field === "tel") return countOf(profile, ["phone", "digits"]) >= most(profile);
  if (term.field === "psn_name") return countOf(profile, ["chinese"]) >= most(profile);
  switch (term.type) {
    case "yuan":
    case "ratio":
    case "price":
    case "quantity":
      return countOf(profile, [...NUMBERS, "scientific"]) >= most(profile);
    case "count":
      return countOf(profile, ["digits"]) >= most(profile);
    case "day":
      return countOf(profile, ["date"]) >= most(profile) || dayFormatOf(profile) === "excel";
    case "month":
      return countOf(profile, ["month"]) >= most(profile);
    // A code list is short, whatever its codes look like.
    case "code":
      return profile.distinct <= MOST_CODES;
    case "flag":
      return profile.distinct <= 4;
    case "text":
      return true;
  }
}

/** Chinese text of two to five characters that repeats less than a list of codes would. */
function looksLikeNames(profile: ColumnProfile): boolean {
  const isShort = profile.longest >= 2 && profile.longest <= 20;
  const isVaried = profile.distinct * 3 >= Math.min(profile.filled, 10_000);
  const typical = profile.samples.every((sample) => [...sample].length <= 5);
  return isShort && isVaried && typical && countOf(profile, ["chinese"]) >= most(profile);
}

/** Cells that are certificate numbers, sound or spoiled. */
function idsOf({ ids }: ColumnProfile): number {
  const { valid = 0, upgraded = 0, badCheckDigit = 0, badDate = 0, excelRounded = 0 } = ids;
  return valid + upgraded + badCheckDigit + badDate + excelRounded;
}

function countOf({ patterns }: ColumnProfile, names: readonly PatternName[]): number {
  return patterns
    .filter(({ name }) => names.includes(name))
    .reduce((count, one) => count + one.count, 0);
}

function half({ filled }: ColumnProfile): number {
  return filled / 2;
}

function most({ filled }: ColumnProfile): number {
  return filled * 0.9;
}
