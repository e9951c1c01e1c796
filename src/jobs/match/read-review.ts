import type { DecisionKind } from "../../domain/match-decision.js";
import { type Place, type Problem, problem } from "../../domain/problem.js";
import type { ReadRow, ReadSheet } from "../../io/xlsx-cells.js";
import { type PairKey, parsePairKey } from "../../match/pair-key.js";
import type { ProblemCode } from "../../text/problems.js";
import { reviewChoices, reviewColumns, sideColumns, sideTexts } from "../../text/review.js";
import { type Lang, type Text, tell, type Values } from "../../text/tell.js";
import { type ReturnedSheet, returnedSheet } from "./returned-sheet.js";

/** A row of the review queue as it came back. */
export interface ReturnedPair {
  readonly place: Place;
  readonly key: PairKey;
  readonly keyText: string;
  readonly decision: DecisionKind | "later";
  readonly reason: string;
  /** Empty where nobody is named. */
  readonly reviewer: string;
  /** The number of the decision that it states to replace. */
  readonly replaces?: number;
  /** What the row shows of its records, where it still does. */
  readonly shown: Readonly<Partial<Record<ShownColumn, string>>>;
}

type ShownColumn = "leftName" | "rightName" | "leftId" | "rightId";

const QUEUE = {
  key: reviewColumns.key,
  decision: reviewColumns.decision,
  reason: reviewColumns.reason,
  reviewer: reviewColumns.reviewer,
  replaces: reviewColumns.replaces,
  leftName: sided("left", sideColumns.psnName),
  rightName: sided("right", sideColumns.psnName),
  leftId: sided("left", sideColumns.legacyId),
  rightId: sided("right", sideColumns.legacyId),
} as const satisfies Record<string, Text>;

type QueueColumn = keyof typeof QUEUE;

/** What must be filled in, or names the pair. */
const NEEDED: readonly QueueColumn[] = ["decision", "reason"];
const FILLED: readonly QueueColumn[] = ["key", "decision", "reason", "reviewer", "replaces"];

/** What the columns that show a record's name and number are headed by. */
export const shownColumns: Readonly<Record<ShownColumn, Text>> = QUEUE;

/** A review queue that came back. */
export interface ReturnedQueue {
  readonly pairs: readonly ReturnedPair[];
  readonly problems: readonly Problem[];
  /** How many rows of the queue carry no decision. */
  readonly undecided: number;
  /** How many sheets of a queue there were. */
  readonly sheets: number;
}

/**
 * Reads the sheets of a review queue that a clerk has filled in, whatever the order and number of
 * rows and columns they came back with; hidden rows count like others. Rows without a decision are
 * left out. Problems name sheet and row: a key or decision that is none, a missing reason, a
 * formula, a number that lost digits, a column that is gone. `lang` is that of the workspace's
 * files.
 */
export function readReview(name: string, sheets: readonly ReadSheet[], lang: Lang): ReturnedQueue {
  const reading = new Reading(name, lang);
  for (const sheet of sheets) reading.take(sheet);
  return reading;
}

class Reading implements ReturnedQueue {
  readonly pairs: ReturnedPair[] = [];
  readonly problems: Problem[] = [];
  undecided = 0;
  sheets = 0;

  constructor(
    private readonly name: string,
    private readonly lang: Lang,
  ) {}

  take(sheet: ReadSheet): void {
    const returned = returnedSheet<QueueColumn>(sheet, QUEUE, "key");
    if (returned === undefined) return;
    const missing = returned.missing.filter((column) => NEEDED.includes(column));
    // Corrections have keys of rows as well, and nothing to decide.
    if (missing.length > 0 && missing.length === NEEDED.length) return;
    this.sheets += 1;
    const file = `${this.name}/${sheet.name}`;
    for (const column of missing) {
      const values = { expected: tell(QUEUE[column], this.lang) };
      this.wrong("review-column-missing", { file, line: returned.headerRow }, values);
    }
    if (missing.length > 0) return;
    for (const row of returned.rows) this.takeRow(returned, row, { file, line: row.row });
  }

  private takeRow(sheet: ReturnedSheet<QueueColumn>, row: ReadRow, place: Place): void {
    const text = (column: QueueColumn): string => sheet.cell(row, column).text.trim();
    const keyText = text("key");
    const told = text("decision");
    // A line of somebody's own below the queue: no key, and nothing decided.
    if (keyText === "" && told === "") return;
    const before = this.problems.length;
    this.checkKinds(sheet, row, place);
    const key = parsePairKey(keyText);
    if (key === undefined) this.wrong("review-key-unknown", place, { found: keyText || "—" });
    const decision = choiceOf(told);
    if (decision === undefined) this.wrong("review-decision-unknown", place, { found: told });
    const reason = text("reason");
    const isDecided = decision === "same" || decision === "different";
    if (isDecided && reason === "") this.wrong("review-reason-missing", place, { found: told });
    const number = /^\D{0,8}([1-9]\d{0,8})\D{0,8}$/.exec(text("replaces"))?.[1];
    if (number === undefined && text("replaces") !== "") {
      this.wrong("review-replaces-unfit", place, { found: text("replaces") });
    }
    if (key === undefined || this.problems.length > before) return;
    if (decision === undefined || decision === "") {
      this.undecided += 1;
      return;
    }
    const shown = shownIn(sheet, row);
    const replaces = number === undefined ? {} : { replaces: Number(number) };
    const reviewer = text("reviewer");
    this.pairs.push({ place, key, keyText, decision, reason, reviewer, ...replaces, shown });
  }

  /** What was filled in must be text that stands there, not a formula, not half a number. */
  private checkKinds(sheet: ReturnedSheet<QueueColumn>, row: ReadRow, place: Place): void {
    for (const column of FILLED) {
      const { text: found, kind } = sheet.cell(row, column);
      const field = tell(QUEUE[column], this.lang);
      if (kind === "formula") this.wrong("correction-formula", { ...place, field }, { found });
      if (kind === "lossy") this.wrong("correction-cell-kind", { ...place, field }, { found });
    }
  }

  private wrong(code: ProblemCode, place: Place, values: Values): void {
    this.problems.push(problem(code, place, values));
  }
}

/** What was decided, in either language: the workbook may have gone through several hands. */
function choiceOf(told: string): keyof typeof reviewChoices | "" | undefined {
  if (told === "") return "";
  const choices = Object.entries(reviewChoices) as [keyof typeof reviewChoices, Text][];
  return choices.find(([, { zh, en }]) => [zh, en.toLowerCase()].includes(told.toLowerCase()))?.[0];
}

function shownIn(sheet: ReturnedSheet<QueueColumn>, row: ReadRow): ReturnedPair["shown"] {
  const columns = ["leftName", "rightName", "leftId", "rightId"] as const;
  const found = columns.flatMap((column) => {
    const cell = sheet.cell(row, column);
    return sheet.missing.includes(column) || cell.kind !== "text" ? [] : [[column, cell.text]];
  });
  return Object.fromEntries(found);
}

function sided(side: keyof typeof sideTexts, column: Text): Text {
  const told = (lang: "zh" | "en"): string => tell(sideTexts[side], lang, { name: column[lang] });
  return { zh: told("zh"), en: told("en") };
}
