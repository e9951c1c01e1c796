import type { MatchDecision } from "../../domain/match-decision.js";
import type { SourceKey } from "../../domain/source-key.js";
import { asWritten, type TextCell, type TextSheet } from "../../io/xlsx-rows.js";
import { entryKey, type StatedDecision } from "../../match/entry-key.js";
import { entryColumns, entryNotes, entryTexts } from "../../text/decision-book.js";
import { reviewChoices } from "../../text/review.js";
import { type Lang, tell } from "../../text/tell.js";

type Column = keyof typeof entryColumns;
const COLUMNS = Object.keys(entryColumns) as readonly Column[];

const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  ...{ key: 16, instead: 12, insteadReason: 24, reason: 36, state: 18 },
  ...{ leftPlace: 20, rightPlace: 20 },
};
const USUAL_WIDTH = 13;

/**
 * The journal of decisions as a workbook: a row for every entry in its order. It is read, it is
 * taken to another database, and an entry is revised in it by saying what is to hold instead.
 */
export function decisionSheets(
  entries: readonly MatchDecision[],
  lang: Lang,
): readonly TextSheet[] {
  const { name, heading, empty, ...lines } = entryNotes;
  const notes: TextSheet = {
    name: tell(name, lang),
    header: [tell(heading, lang)],
    widths: [100],
    rows: (entries.length === 0 ? [empty] : Object.values(lines)).map((line) => {
      return [{ text: tell(line, lang) }];
    }),
  };
  const replacedBy = new Map(entries.map((entry) => [entry.replaces, entry.decisionId]));
  const journal: TextSheet = {
    name: tell(entryTexts.sheet, lang),
    header: COLUMNS.map((column) => tell(entryColumns[column], lang)),
    widths: COLUMNS.map((column) => WIDTHS[column] ?? USUAL_WIDTH),
    choice: {
      column: COLUMNS.indexOf("instead"),
      values: [reviewChoices.same, reviewChoices.different].map((text) => tell(text, lang)),
    },
    frozen: COLUMNS.indexOf("id") + 1,
    isForReading: true,
    rows: entries.map((entry) => cellsOf(entry, replacedBy.get(entry.decisionId), lang)),
  };
  return [journal, notes];
}

function cellsOf(
  entry: MatchDecision,
  replacement: number | undefined,
  lang: Lang,
): readonly TextCell[] {
  const texts: Readonly<Record<Column, string>> = {
    ...{ instead: "", insteadReason: "", reviewer: "" },
    ...entryCells(entry, lang),
    origin: tell(entryTexts[entry.origin], lang),
    state:
      replacement === undefined
        ? tell(entryTexts.inForce, lang)
        : tell(entryTexts.replacedBy, lang, { id: replacement }),
  };
  return COLUMNS.map((column): TextCell => {
    const isToFill = ["instead", "insteadReason", "reviewer"].includes(column);
    return isToFill ? { text: "", look: "entry" } : { text: texts[column] };
  });
}

/** What a row must hold for its key to fit. */
function entryCells(entry: MatchDecision, lang: Lang) {
  const { decisionId, kind, left, right, decidedBy, decidedOn, reason, replaces } = entry;
  return {
    key: entryKey(asShown(entry)),
    id: String(decisionId),
    kind: tell(reviewChoices[kind], lang),
    ...{ decidedBy, decidedOn, reason },
    replaces: replaces === undefined ? "" : String(replaces),
    ...{ leftSource: left.source, leftLegacyId: left.legacyId },
    ...{ leftName: left.psnName, leftPlace: left.place },
    ...{ rightSource: right.source, rightLegacyId: right.legacyId },
    ...{ rightName: right.psnName, rightPlace: right.place },
  };
}

/** An entry as its cells give it back. */
export function asShown<Entry extends StatedDecision>(entry: Entry): Entry {
  const side = (key: SourceKey): SourceKey => ({
    source: shown(key.source),
    legacyId: shown(key.legacyId),
    psnName: shown(key.psnName),
    place: shown(key.place),
  });
  const { left, right, decidedBy, reason } = entry;
  return {
    ...entry,
    ...{ left: side(left), right: side(right) },
    ...{ decidedBy: shown(decidedBy), reason: shown(reason) },
  };
}

function shown(text: string): string {
  return asWritten(text).trim();
}
