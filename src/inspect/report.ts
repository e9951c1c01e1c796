import type { CertnoStatus } from "../domain/certno.js";
import { patternTexts } from "../text/inspect.js";
import { tell } from "../text/tell.js";
import type { TableProposal } from "./code-table.js";
import type { Finding, PatternCount } from "./column-profile.js";
import type { PatternName } from "./patterns.js";
import type { ColumnProposal, Confidence, InspectedColumn } from "./propose.js";

/** A shape in a report: its name in plain English, and its share of all cells (0 … 1). */
export interface PatternReport {
  readonly pattern: string;
  readonly name: PatternName;
  readonly detail: string;
  readonly count: number;
  readonly share: number;
}

export interface ProposedField {
  readonly field: string;
  readonly confidence: Confidence;
  readonly table?: TableProposal;
}

/** What a report says of one column; samples are masked. */
export interface InspectedColumnReport {
  readonly name: string;
  /** Counted from 1. */
  readonly position: number;
  /** The share of cells that say something (0 … 1). */
  readonly fill: number;
  readonly filled: number;
  /** Exact, or "at least" when `isDistinctExact` is false. */
  readonly distinct: number;
  readonly isDistinctExact: boolean;
  readonly longest: number;
  readonly patterns: readonly PatternReport[];
  /** Certificate numbers by what can be made of them. */
  readonly ids: Readonly<Partial<Record<CertnoStatus, number>>>;
  /** The styles in which dates are written. */
  readonly dates: readonly string[];
  readonly findings: readonly Finding[];
  readonly samples: readonly string[];
  /** The field that the column seems to fill, and the crosswalk that knows most of its codes. */
  readonly proposed?: ProposedField;
  /** What the column is known as, when the record has no field for it. */
  readonly meaning?: string;
}

/** The report on a column, with what was proposed for it. */
export function columnReport(
  { name, profile }: InspectedColumn,
  position: number,
  proposal: ColumnProposal | undefined,
): InspectedColumnReport {
  const { filled, distinct, isDistinctExact, longest, ids, findings, samples } = profile;
  const cells = profile.patterns.reduce((count, one) => count + one.count, 0);
  const patterns = profile.patterns.map((one) => patternReport(one, cells));
  const dates = profile.patterns.filter((one) => one.name === "date").map((one) => one.detail);
  const counts = { fill: share(filled, cells), filled, distinct, isDistinctExact, longest };
  const report = { name, position, ...counts, patterns, ids, dates, findings, samples };
  const { term, confidence, table, meaning } = proposal ?? {};
  if (term === undefined || confidence === undefined) {
    return meaning === undefined ? report : { ...report, meaning };
  }
  const proposed = { field: term.field, confidence, ...(table === undefined ? {} : { table }) };
  return { ...report, proposed };
}

function patternReport({ name, detail, count }: PatternCount, cells: number): PatternReport {
  const pattern = tell(patternTexts[name], "en", { detail });
  return { pattern, name, detail, count, share: share(count, cells) };
}

/** A share to four places; of nothing it is 0. */
function share(count: number, cells: number): number {
  return cells === 0 ? 0 : Math.round((count * 10_000) / cells) / 10_000;
}
