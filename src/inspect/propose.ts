import { type RecordKind, recordKinds, targetsOf } from "../migrate/targets.js";
import { type CodeTable, meantByCodes, type TableProposal, tableFor } from "./code-table.js";
import type { ColumnProfile } from "./column-profile.js";
import { dayFormatOf } from "./day-format.js";
import type { Term, Vocabulary } from "./glossary.js";
import { type Meant, meantByValues, type Support, supportOf } from "./support.js";

/** A column with its header, or our name for it, and what its cells came to. */
export interface InspectedColumn {
  readonly name: string;
  readonly profile: ColumnProfile;
}

export type Confidence = "high" | "medium" | "low";

/** Why a column is thought to be a field. */
export type Reason = "high" | "emptyColumn" | "differing" | "byValues" | "guessed";

export interface ColumnProposal {
  readonly name: string;
  /** The field that the column seems to fill; none when nothing speaks for one. */
  readonly term?: Term;
  readonly reason?: Reason;
  readonly confidence?: Confidence;
  /** A field that the column names as well, but another one has taken it. */
  readonly taken?: string;
  /** What the column is, when it is known and the house keeps no field for it. */
  readonly meaning?: string;
  /** The crosswalk for its codes. */
  readonly table?: TableProposal;
  /** How its days are written, where they do not say it themselves; "unclear" for a person. */
  readonly dayFormat?: string;
}

/** A draft of a layout: what each line is, and which column fills which field. */
export interface Proposal {
  readonly record: RecordKind;
  readonly columns: readonly ColumnProposal[];
  /** Required fields of the record that no column fills. */
  readonly missing: readonly Term[];
  /** No column was recognised but by a guess. */
  readonly isUnsure: boolean;
}

/** That a list is one of the employee scheme no column tells: a person says so. */
const PROPOSED = recordKinds.filter((record) => record !== "employee-insured");

/**
 * Drafts a layout from the headers, by every name that the glossary knows, and from the values. The
 * record is the one whose fields the columns fill best. Nothing here is certain: a person decides.
 */
export function propose(
  columns: readonly InspectedColumn[],
  vocabulary: Vocabulary,
  tables: readonly CodeTable[] = [],
): Proposal {
  const knowledge = { vocabulary, tables };
  const drafts = PROPOSED.map((record) => draftFor(record, columns, knowledge));
  const best = drafts.reduce((found, one) => (one.score > found.score ? one : found));
  const isUnsure = best.columns.every(({ confidence = "low" }) => confidence === "low");
  const draft = isUnsure ? draftFor("person", columns, knowledge) : best;
  const { record, missing } = draft;
  const completed = draft.columns.map((one, index) => {
    const { profile } = columns[index] ?? {};
    if (one.term?.type === "day" && profile !== undefined) {
      const dayFormat = dayFormatOf(profile);
      return dayFormat === undefined ? one : { ...one, dayFormat };
    }
    if (one.term?.type !== "code" || profile === undefined) return one;
    const table = tableFor(one.term.field, profile, tables);
    return table === undefined ? one : { ...one, table };
  });
  return { record, columns: completed, missing, isUnsure };
}

interface Knowledge {
  readonly vocabulary: Vocabulary;
  readonly tables: readonly CodeTable[];
}

interface Draft extends Omit<Proposal, "isUnsure"> {
  readonly score: number;
}

/** Names first, so that a guess from values never takes a field from a column that names it. */
function draftFor(
  record: RecordKind,
  columns: readonly InspectedColumn[],
  { vocabulary, tables }: Knowledge,
): Draft {
  const { required, optional } = targetsOf(record);
  const all = new Set<string>([...required, ...optional]);
  const fields: Fields = { all, free: new Set(all) };
  const byName = namedProposals(columns, vocabulary, fields);
  const proposals = byName.map((one, index) => {
    const column = columns[index];
    const isOpen = one.term === undefined && one.taken === undefined && one.meaning === undefined;
    if (!isOpen || column === undefined) return one;
    const meant = meantByValues(column.profile, index === 0) ?? meantByCodes(column, tables);
    return valueProposal(column, meant, vocabulary, fields);
  });
  const missing = required.filter((field) => fields.free.has(field));
  const score = proposals.filter((one) => one.term !== undefined).length * 2 - missing.length;
  const terms = missing.flatMap((field) => termOf(field, vocabulary) ?? []);
  return { record, columns: proposals, missing: terms, score };
}

/** The fields of a record, and those of them that no column fills yet. */
interface Fields {
  readonly all: ReadonlySet<string>;
  readonly free: Set<string>;
}

/** Of two columns that name one field, the one whose values agree goes first. */
function namedProposals(
  columns: readonly InspectedColumn[],
  vocabulary: Vocabulary,
  fields: Fields,
): readonly ColumnProposal[] {
  const agrees = ({ name, profile }: InspectedColumn): boolean =>
    vocabulary.named(name).some((term) => supportOf(term, profile) === "agrees");
  const found = new Map<InspectedColumn, ColumnProposal>();
  for (const column of [...columns].sort((a, b) => Number(agrees(b)) - Number(agrees(a)))) {
    found.set(column, namedProposal(column, vocabulary, fields));
  }
  return columns.flatMap((column) => found.get(column) ?? []);
}

function namedProposal(
  { name, profile }: InspectedColumn,
  vocabulary: Vocabulary,
  { all, free }: Fields,
): ColumnProposal {
  const terms = vocabulary.named(name);
  const exact = terms.filter((term) => term.field === name);
  const term = [...exact, ...terms].find((one) => free.has(one.field));
  if (term === undefined) {
    const taken = terms.find((one) => all.has(one.field));
    const meaning = terms[0]?.zh ?? vocabulary.meaningOf(name);
    if (taken !== undefined) return { name, taken: taken.field };
    return meaning === undefined ? { name } : { name, meaning };
  }
  free.delete(term.field);
  return { name, term, ...judged[supportOf(term, profile)] };
}

const judged: Readonly<Record<Support, { reason: Reason; confidence: Confidence }>> = {
  agrees: { reason: "high", confidence: "high" },
  silent: { reason: "emptyColumn", confidence: "medium" },
  differs: { reason: "differing", confidence: "low" },
};

function valueProposal(
  { name }: InspectedColumn,
  meant: Meant | undefined,
  vocabulary: Vocabulary,
  { free }: Fields,
): ColumnProposal {
  const term = meant === undefined ? undefined : termOf(meant.field, vocabulary);
  if (meant === undefined || term === undefined || !free.has(term.field)) return { name };
  free.delete(term.field);
  return meant.isSure
    ? { name, term, reason: "byValues", confidence: "medium" }
    : { name, term, reason: "guessed", confidence: "low" };
}

function termOf(field: string, vocabulary: Vocabulary): Term | undefined {
  return vocabulary.named(field).find((term) => term.field === field);
}
