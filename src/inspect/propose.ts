import { type RecordKind, recordKinds, targetsOf } from "../migrate/targets.js";
import type { ColumnProfile } from "./column-profile.js";
import type { Term, Vocabulary } from "./glossary.js";
import { meantByValues, type Support, supportOf } from "./support.js";

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

/**
 * Drafts a layout from the headers, by every name that the glossary knows, and from the values. The
 * record is the one whose fields the columns fill best. Nothing here is certain: a person decides.
 */
export function propose(columns: readonly InspectedColumn[], vocabulary: Vocabulary): Proposal {
  const drafts = recordKinds.map((record) => draftFor(record, columns, vocabulary));
  const best = drafts.reduce((found, one) => (one.score > found.score ? one : found));
  const isUnsure = best.columns.every(({ confidence = "low" }) => confidence === "low");
  const draft = isUnsure ? draftFor("person", columns, vocabulary) : best;
  const { record, missing } = draft;
  return { record, columns: draft.columns, missing, isUnsure };
}

interface Draft extends Omit<Proposal, "isUnsure"> {
  readonly score: number;
}

/** Names first, so that a guess from values never takes a field from a column that names it. */
function draftFor(
  record: RecordKind,
  columns: readonly InspectedColumn[],
  vocabulary: Vocabulary,
): Draft {
  const { required, optional } = targetsOf(record);
  const free = new Set<string>([...required, ...optional]);
  const byName = namedProposals(columns, vocabulary, free);
  const proposals = byName.map((one, index) => {
    const column = columns[index];
    const isOpen = one.term === undefined && one.taken === undefined && column !== undefined;
    return isOpen ? valueProposal(column, index, vocabulary, free) : one;
  });
  const missing = required.filter((field) => free.has(field));
  const score = proposals.filter((one) => one.term !== undefined).length * 2 - missing.length;
  const terms = missing.flatMap((field) => termOf(field, vocabulary) ?? []);
  return { record, columns: proposals, missing: terms, score };
}

/** Of two columns that name one field, the one whose values agree goes first. */
function namedProposals(
  columns: readonly InspectedColumn[],
  vocabulary: Vocabulary,
  free: Set<string>,
): readonly ColumnProposal[] {
  const agrees = ({ name, profile }: InspectedColumn): boolean =>
    vocabulary.named(name).some((term) => supportOf(term, profile) === "agrees");
  const found = new Map<InspectedColumn, ColumnProposal>();
  for (const column of [...columns].sort((a, b) => Number(agrees(b)) - Number(agrees(a)))) {
    found.set(column, namedProposal(column, vocabulary, free));
  }
  return columns.flatMap((column) => found.get(column) ?? []);
}

function namedProposal(
  { name, profile }: InspectedColumn,
  vocabulary: Vocabulary,
  free: Set<string>,
): ColumnProposal {
  const terms = vocabulary.named(name);
  const exact = terms.filter((term) => term.field === name);
  const term = [...exact, ...terms].find((one) => free.has(one.field));
  if (term === undefined) {
    const other = terms[0];
    return other === undefined ? { name } : { name, taken: other.field };
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
  { name, profile }: InspectedColumn,
  index: number,
  vocabulary: Vocabulary,
  free: Set<string>,
): ColumnProposal {
  const meant = meantByValues(profile, index === 0);
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
