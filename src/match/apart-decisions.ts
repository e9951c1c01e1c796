import type { MatchDecision } from "../domain/match-decision.js";
import { type SourceKey, sourceKeyText } from "../domain/source-key.js";
import { type Contradiction, DecisionJournal } from "./decisions.js";

/** What a split says for ever, without the numbers that the journal gives. */
export type ApartEntry = Omit<MatchDecision, "decisionId">;

/** The entries of a split, or what they cannot stand beside. */
export interface ApartEntries {
  readonly entries: readonly ApartEntry[];
  readonly contradiction?: Contradiction;
  /** Records of both halves that have one name for the journal: no entry tells them apart. */
  readonly alike: readonly SourceKey[];
}

/**
 * The entries that keep two halves apart on every later run: each decision that is taken back is
 * replaced by its opposite, and every record of one half must not be joined with any of the other.
 * What the journal says already is not said again.
 */
export function apartEntries(question: {
  readonly journal: readonly MatchDecision[];
  readonly leaving: readonly SourceKey[];
  readonly staying: readonly SourceKey[];
  readonly takenBack: readonly MatchDecision[];
  readonly by: Pick<MatchDecision, "decidedBy" | "decidedOn" | "reason">;
}): ApartEntries {
  const { journal: before, takenBack, by } = question;
  const [leaving, staying] = [distinct(question.leaving), distinct(question.staying)];
  const kept = new Set(staying.map(sourceKeyText));
  const alike = leaving.filter((key) => kept.has(sourceKeyText(key)));
  if (alike.length > 0) return { entries: [], alike };
  const journal = new DecisionJournal();
  for (const entry of before) journal.add(entry);
  const entries: ApartEntry[] = [];
  let decisionId = Math.max(0, ...before.map((entry) => entry.decisionId));
  const said = { kind: "different", origin: "undo", ...by } as const;
  const wanted: ApartEntry[] = [
    ...takenBack.map(({ left, right, decisionId: replaces }) => ({
      ...said,
      left,
      right,
      replaces,
    })),
    ...leaving.flatMap((left) => staying.map((right) => ({ ...said, left, right }))),
  ];
  for (const entry of wanted) {
    if (entry.replaces === undefined && journal.says(entry.left, entry.right) === "different") {
      continue;
    }
    decisionId += 1;
    const contradiction = journal.add({ ...entry, decisionId });
    if (contradiction !== undefined) return { entries: [], contradiction, alike };
    entries.push(entry);
  }
  return { entries, alike };
}

function distinct(keys: readonly SourceKey[]): readonly SourceKey[] {
  return [...new Map(keys.map((key) => [sourceKeyText(key), key])).values()];
}
