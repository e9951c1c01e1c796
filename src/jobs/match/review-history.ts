import { type SourceKey, sourceKeyText } from "../../domain/source-key.js";
import type { StoredDecision } from "../../store/port/decisions.js";
import type { KeyedRow } from "../../store/port/kept-rows.js";
import type { PersonChange } from "../../store/port/lineage.js";
import { reviewChoices, reviewTexts } from "../../text/review.js";
import { type Lang, tell, type Values } from "../../text/tell.js";

/** What is known of the person of a record from before. */
export interface PersonHistory {
  /** All records of the person. */
  readonly rows: readonly KeyedRow[];
  readonly changes: readonly PersonChange[];
  /** Numbers that were merged into this one. */
  readonly aliases: readonly string[];
}

/** The entries of the journal by the records that they name. */
export class DecisionsOfRecords {
  private readonly byKey = new Map<string, StoredDecision[]>();
  private readonly replacedBy = new Map<number, number>();

  constructor(entries: readonly StoredDecision[]) {
    for (const entry of entries) {
      for (const key of [entry.left, entry.right]) {
        const text = sourceKeyText(key);
        this.byKey.set(text, [...(this.byKey.get(text) ?? []), entry]);
      }
      if (entry.replaces !== undefined) this.replacedBy.set(entry.replaces, entry.decisionId);
    }
  }

  /** Every entry that names one of these records, once, the earliest first. */
  of(keys: readonly SourceKey[]): readonly StoredDecision[] {
    const found = keys.flatMap((key) => this.byKey.get(sourceKeyText(key)) ?? []);
    return [...new Set(found)].sort((one, other) => one.decisionId - other.decisionId);
  }

  /** The entry that an entry was replaced by. */
  replacementOf({ decisionId }: StoredDecision): number | undefined {
    return this.replacedBy.get(decisionId);
  }
}

/**
 * The history of a pair in words: what was decided about any record of either person, their other
 * records, what later deliveries changed, numbers they had before.
 */
export function historyTexts(
  { left, right }: Readonly<Record<"left" | "right", PersonHistory & { readonly row: KeyedRow }>>,
  decisions: DecisionsOfRecords,
  lang: Lang,
): readonly string[] {
  const keys = [...left.rows, ...right.rows].map((row) => row.key);
  const decided = decisions.of(keys).map((entry) => decisionText(entry, decisions, lang));
  return [...decided, ...personTexts(left, "left", lang), ...personTexts(right, "right", lang)];
}

function decisionText(entry: StoredDecision, decisions: DecisionsOfRecords, lang: Lang): string {
  const { decisionId: id, decidedOn: day, decidedBy: who, kind, reason } = entry;
  const decision = tell(reviewChoices[kind], lang);
  const [one, other] = [recordText(entry.left), recordText(entry.right)];
  const told = say("decided", lang, { id, day, who, decision, reason, one, other });
  const replacement = decisions.replacementOf(entry);
  if (replacement === undefined) return told;
  return `${told} ${say("replacedBy", lang, { id: replacement })}`;
}

/** A record as a clerk finds it again: source, old number (or file and row) and name. */
export function recordText({ source, legacyId, psnName, place }: SourceKey): string {
  return [source, legacyId || place, psnName].filter((part) => part !== "").join(" ");
}

function personTexts(
  { row, rows, changes, aliases }: PersonHistory & { readonly row: KeyedRow },
  where: "left" | "right",
  lang: Lang,
): readonly string[] {
  const side = say(where, lang);
  const others = rows.filter((one) => one.fileId !== row.fileId || one.line !== row.line);
  const facts = new Set(others.map((one) => factsText(one)));
  facts.delete(factsText(row));
  return [
    ...[...facts].map((found) => say("otherRow", lang, { side, facts: found })),
    ...changes.map(({ field, before, after }) => {
      return say("changed", lang, { side, field, before: before || "—", after: after || "—" });
    }),
    ...aliases.map((found) => say("alias", lang, { side, found })),
  ];
}

function factsText({ key, certno, brdy }: KeyedRow): string {
  return [recordText(key), certno, brdy].filter((part) => part !== "").join(" ");
}

function say(name: keyof typeof reviewTexts, lang: Lang, values: Values = {}): string {
  return tell(reviewTexts[name], lang, values);
}
