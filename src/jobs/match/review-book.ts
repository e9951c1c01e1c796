import type { TextCell, TextSheet } from "../../io/xlsx-rows.js";
import { differing } from "../../match/differing.js";
import { pairKey } from "../../match/pair-key.js";
import {
  reviewChoices,
  reviewColumns,
  reviewNotes,
  reviewReasonTexts,
  reviewTexts,
  type SideColumn,
  sideColumns,
  sideTexts,
} from "../../text/review.js";
import { type Lang, tell } from "../../text/tell.js";
import type { ReviewEntry } from "./review-entry.js";
import { contrastOf, differenceTexts, recordTexts, weightTexts } from "./review-words.js";

const FRONT = Object.keys(reviewColumns) as readonly (keyof typeof reviewColumns)[];
const SIDES = Object.keys(sideColumns) as readonly SideColumn[];

/** How wide the columns are; the others are as wide as they need to be read. */
const WIDTHS: Readonly<Partial<Record<keyof typeof reviewColumns | SideColumn, number>>> = {
  ...{ key: 14, decision: 12, reason: 24, reviewer: 10, replaces: 10, group: 6, probability: 12 },
  ...{ why: 26, differences: 30, weights: 44, history: 40 },
  ...{ psnName: 12, certno: 21, brdy: 12, gend: 6, enrolments: 22, place: 24, psnNo: 18, tel: 13 },
};
const USUAL_WIDTH = 14;

/**
 * The review queue as a workbook: a row for every pair, what is to be filled in first, then what
 * speaks for and against, then the two records column by column beside each other. A queue that is
 * empty says so in the notes.
 */
export function reviewSheets(
  entries: AsyncIterable<ReviewEntry>,
  isEmpty: boolean,
  lang: Lang,
): readonly TextSheet[] {
  const { name: _name, heading: _heading, empty, ...lines } = reviewNotes;
  const queue: TextSheet = {
    name: tell(reviewTexts.sheet, lang),
    header: reviewHeader(lang),
    widths: [...FRONT, ...SIDES.flatMap((one) => [one, one])].map(
      (column) => WIDTHS[column] ?? USUAL_WIDTH,
    ),
    choice: {
      column: FRONT.indexOf("decision"),
      values: Object.values(reviewChoices).map((text) => tell(text, lang)),
    },
    frozen: FRONT.indexOf("replaces") + 1,
    isForReading: true,
    rows: rowsOf(entries, lang),
  };
  return [queue, notesSheet(isEmpty ? [empty] : Object.values(lines), lang)];
}

/** The header of the queue. */
export function reviewHeader(lang: Lang): readonly string[] {
  const front = FRONT.map((column) => tell(reviewColumns[column], lang));
  return [...front, ...SIDES.flatMap((column) => sideHeaders(column, lang))];
}

/** The headers of the left and the right column of what a record says. */
export function sideHeaders(column: SideColumn, lang: Lang): readonly [string, string] {
  const name = tell(sideColumns[column], lang);
  return [tell(sideTexts.left, lang, { name }), tell(sideTexts.right, lang, { name })];
}

async function* rowsOf(
  entries: AsyncIterable<ReviewEntry>,
  lang: Lang,
): AsyncGenerator<readonly TextCell[]> {
  for await (const entry of entries) yield cellsOf(entry, lang);
}

function cellsOf(entry: ReviewEntry, lang: Lang): readonly TextCell[] {
  const { pair, group, history } = entry;
  const left = recordTexts(entry.left, lang);
  const right = recordTexts(entry.right, lang);
  const differences = differenceTexts(left, right, lang);
  const toFill: TextCell = { text: "", look: "entry" };
  return [
    { text: pairKey(pair) },
    ...[toFill, toFill, toFill, toFill],
    { text: String(group) },
    { text: pair.probability.toFixed(4) },
    { text: tell(reviewReasonTexts[pair.reason], lang) },
    { text: differences.join("\n") || tell(reviewTexts.none, lang) },
    { text: weightTexts(entry, lang).join("\n") },
    { text: history.join("\n") },
    ...SIDES.flatMap((column) => contrasted(column, left, right)),
  ];
}

type Texts = Readonly<Record<SideColumn, string>>;

/** The two cells of a column, coloured where they differ, the differing characters in red. */
function contrasted(column: SideColumn, left: Texts, right: Texts): readonly TextCell[] {
  const [one, other] = [left[column], right[column]];
  switch (contrastOf(column, left, right)) {
    case "equal":
    case "uncompared":
      return [{ text: one }, { text: other }];
    case "oneSided":
      return [
        { text: one, look: "faint" },
        { text: other, look: "faint" },
      ];
    case "differs": {
      const found = differing(one, other);
      return [
        { text: one, look: "marked", strong: found.left },
        { text: other, look: "marked", strong: found.right },
      ];
    }
  }
}

function notesSheet(lines: readonly Parameters<typeof tell>[0][], lang: Lang): TextSheet {
  return {
    name: tell(reviewNotes.name, lang),
    header: [tell(reviewNotes.heading, lang)],
    widths: [100],
    rows: lines.map((line) => [{ text: tell(line, lang) }]),
  };
}
