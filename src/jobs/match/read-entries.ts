import type { DecisionKind } from "../../domain/match-decision.js";
import { readDay } from "../../domain/period.js";
import { type Place, type Problem, problem } from "../../domain/problem.js";
import type { ReadRow, ReadSheet } from "../../io/xlsx-cells.js";
import { entryKey, entryNumber, type StatedDecision } from "../../match/entry-key.js";
import { entryColumns } from "../../text/decision-book.js";
import type { ProblemCode } from "../../text/problems.js";
import { reviewChoices } from "../../text/review.js";
import { type Text, tell, type Values } from "../../text/tell.js";
import type { GivenBack } from "./resolve-pairs.js";
import type { ReturnedDecision } from "./returned-decision.js";
import { type ReturnedSheet, returnedSheet } from "./returned-sheet.js";

type Column = keyof typeof entryColumns;

/** What a row of the journal may be without: what nobody filled in, and what only informs. */
const FREE: readonly Column[] = [
  ...(["instead", "insteadReason", "reviewer", "state", "origin"] as const),
  ...(["leftPlace", "rightPlace", "replaces"] as const),
];

/** The decisions of a journal that came back, or came from another database. */
export interface ReturnedEntries {
  /** In the order of their numbers; after them what is to hold instead of some. */
  readonly decisions: readonly ReturnedDecision[];
  readonly problems: readonly Problem[];
  /** How many sheets of a journal there were. */
  readonly sheets: number;
}

/**
 * Reads the sheets of a journal of decisions: entries as they were written (a changed one is
 * `decision-entry-changed`), and what somebody wants to hold instead of one.
 */
export function readEntries(
  name: string,
  sheets: readonly ReadSheet[],
  givenBack: GivenBack,
): ReturnedEntries {
  const reading = new Reading(name, givenBack);
  for (const sheet of sheets) reading.take(sheet);
  return reading;
}

class Reading implements ReturnedEntries {
  readonly problems: Problem[] = [];
  sheets = 0;
  private readonly entries: ReturnedDecision[] = [];
  private readonly instead: ReturnedDecision[] = [];

  constructor(
    private readonly name: string,
    private readonly givenBack: GivenBack,
  ) {}

  get decisions(): readonly ReturnedDecision[] {
    const numbered = [...this.entries];
    numbered.sort((one, other) => (one.entry ?? 0) - (other.entry ?? 0));
    return [...numbered, ...this.instead];
  }

  take(sheet: ReadSheet): void {
    const returned = returnedSheet<Column>(sheet, entryColumns, "key");
    if (returned === undefined) return;
    this.sheets += 1;
    const file = `${this.name}/${sheet.name}`;
    const missing = returned.missing.filter((column) => !FREE.includes(column));
    for (const column of missing) {
      const values = { expected: tell(entryColumns[column], this.givenBack.lang) };
      this.wrong("review-column-missing", { file, line: returned.headerRow }, values);
    }
    if (missing.length > 0) return;
    for (const row of returned.rows) this.takeRow(returned, row, { file, line: row.row });
  }

  private takeRow(sheet: ReturnedSheet<Column>, row: ReadRow, place: Place): void {
    const text = (column: Column): string => sheet.cell(row, column).text.trim();
    if (text("key") === "" && text("instead") === "") return;
    const stated = statedIn(text);
    if (stated === undefined || entryKey(stated) !== text("key")) {
      this.wrong("decision-entry-changed", place, { found: text("key") || "—" });
      return;
    }
    const { decisionId, ...decision } = stated;
    const entry = { ...decision, entry: decisionId, isOfJournal: true, place };
    this.entries.push({ ...entry, origin: "file" });
    this.takeInstead(text, stated, place);
  }

  /** What is to hold instead of an entry replaces it. */
  private takeInstead(
    text: (column: Column) => string,
    { decisionId, left, right }: StatedDecision,
    place: Place,
  ): void {
    const told = text("instead");
    if (told === "") return;
    const kind = kindOf(told);
    const reason = text("insteadReason");
    if (kind === undefined) this.wrong("review-decision-unknown", place, { found: told });
    else if (reason === "") this.wrong("review-reason-missing", place, { found: told });
    else {
      const by = { decidedBy: text("reviewer") || this.givenBack.by, decidedOn: this.givenBack.on };
      const replaces = { replaces: decisionId, isOfJournal: true };
      this.instead.push({ kind, left, right, ...by, reason, origin: "review", ...replaces, place });
    }
  }

  private wrong(code: ProblemCode, place: Place, values: Values): void {
    this.problems.push(problem(code, place, values));
  }
}

/** The entry that stands in a row; nothing where it cannot be one. */
function statedIn(text: (column: Column) => string): StatedDecision | undefined {
  const decisionId = entryNumber(text("key"));
  const kind = kindOf(text("kind"));
  const decidedOn = readDay(text("decidedOn"));
  if (decisionId === undefined || kind === undefined || decidedOn === undefined) return undefined;
  const side = (which: "left" | "right") => ({
    source: text(`${which}Source`),
    legacyId: text(`${which}LegacyId`),
    psnName: text(`${which}Name`),
    place: text(`${which}Place`),
  });
  const replaces = text("replaces");
  return {
    ...{ decisionId, kind, left: side("left"), right: side("right") },
    ...{ decidedBy: text("decidedBy"), decidedOn, reason: text("reason") },
    ...(replaces === "" ? {} : { replaces: Number(replaces) }),
  };
}

function kindOf(told: string): DecisionKind | undefined {
  const fits = ({ zh, en }: Text): boolean => told === zh || told === en;
  return (["same", "different"] as const).find((kind) => fits(reviewChoices[kind]));
}
