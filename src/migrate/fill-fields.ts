import { exactText, nothingRead } from "../domain/money.js";
import { type Problem, problem } from "../domain/problem.js";
import { readText } from "./cells.js";
import type { MappedColumn } from "./column.js";
import type { MappedRow, Slots } from "./mapped-row.js";
import { type CellReading, type Knowledge, readingOf } from "./readings.js";

/** Where a record stands in its file. */
export interface RecordPlace {
  readonly file: string;
  readonly line: number;
}

/** Fills one field of a record from the cells of its row. */
export type FieldFiller = (cells: readonly string[], row: MappedRow, place: RecordPlace) => void;

/**
 * Makes the functions that fill the fields of a record, one a field, from all columns that it has:
 * added up, joined, the first that is not empty, or held against each other (`columns-disagree`).
 */
export function fieldFillers(
  columns: readonly MappedColumn[],
  slots: Slots,
  known: Knowledge,
): readonly FieldFiller[] {
  const byTarget = new Map<string, CellSource[]>();
  for (const column of columns) {
    const source = { column, raw: rawOf(column), read: readingOf(column, known) };
    byTarget.set(column.target, [...(byTarget.get(column.target) ?? []), source]);
  }
  return [...byTarget].map(([target, sources]) => {
    const slot = slots.get(target) ?? -1;
    const [first] = sources;
    if (first?.column.role === "sum") return summed(sources, slot);
    if (first?.column.role === "join") return joined(sources, slot);
    return sources.length === 1 && first !== undefined ? alone(first, slot) : chosen(sources, slot);
  });
}

/** A column, what it takes from the cells of a row, and how that is read, for a whole city. */
interface CellSource {
  readonly column: MappedColumn;
  readonly raw: (cells: readonly string[]) => string;
  readonly read: (raw: string) => CellReading;
}

/** The text that a column reads: its cell or a part of it, or the default where that is empty. */
function rawOf({ index, take, usual }: MappedColumn): CellSource["raw"] {
  if (take === undefined && usual === "") return (cells) => cells[index] ?? "";
  return (cells) => {
    const whole = cells[index] ?? "";
    const part = take === undefined ? whole : partOf(whole, take.from, take.to);
    return usual !== "" && readText(part) === "" ? usual : part;
  };
}

function partOf(text: string, from: number, to: number): string {
  return [...text.trim()].slice(from - 1, to).join("");
}

function alone({ column, raw, read }: CellSource, slot: number): FieldFiller {
  const { isRequired } = column;
  return (cells, row, place) => {
    const text = raw(cells);
    const cell = read(text);
    if (cell.problem !== undefined) tell(row, place, column, cell.problem);
    if (isRequired && isEmpty(text, cell)) row.problems.push(missing(column, place));
    put(row, slot, cell);
  };
}

/** Every amount is added; a required one that is empty is missing. */
function summed(sources: readonly CellSource[], slot: number): FieldFiller {
  const fillers = sources.map((source) => alone(source, slot));
  return (cells, row, place) => {
    for (const fill of fillers) fill(cells, row, place);
  };
}

/** The texts with what each says stands before it; empty ones are left out. */
function joined(sources: readonly CellSource[], slot: number): FieldFiller {
  return (cells, row, place) => {
    let whole = "";
    for (const { column, raw, read } of sources) {
      const written = raw(cells);
      const cell = read(written);
      if (cell.problem !== undefined) tell(row, place, column, cell.problem);
      if (column.isRequired && isEmpty(written, cell)) row.problems.push(missing(column, place));
      const { text = "" } = cell;
      if (text === "") continue;
      whole = whole === "" ? text : `${whole}${column.separator}${text}`;
    }
    row.setText(slot, whole);
  };
}

/** A column that spoke, and what it said. */
interface Spoken {
  readonly column: MappedColumn;
  readonly cell: CellReading;
}

/** The first column that says something; those that check it must say the same. */
function chosen(sources: readonly CellSource[], slot: number): FieldFiller {
  const [first] = sources;
  const isRequired = sources.some(({ column }) => column.isRequired);
  return (cells, row, place) => {
    let taken: Spoken | undefined;
    // A cell that cannot be read is told as such, and need not be called missing too.
    let isTold = false;
    for (const { column, raw, read } of sources) {
      if (taken !== undefined && column.role === "fallback") continue;
      const text = raw(cells);
      const cell = read(text);
      const isNothing = isEmpty(text, cell);
      if (cell.problem !== undefined) tell(row, place, column, cell.problem);
      isTold ||= cell.problem !== undefined && !isNothing;
      if (isNothing || (cell.amount === undefined && (cell.text ?? "") === "")) continue;
      if (taken === undefined) taken = { column, cell };
      else compare(taken, { column, cell }, row, place);
    }
    if (taken !== undefined) put(row, slot, taken.cell);
    else if (first !== undefined && isRequired && !isTold) {
      row.problems.push(missing(first.column, place));
    }
  };
}

function compare(one: Spoken, other: Spoken, row: MappedRow, place: RecordPlace): void {
  const [found, stated] = [textOf(other.cell), textOf(one.cell)];
  if (found === stated) return;
  const values = { found, expected: stated, other: one.column.name };
  row.problems.push(problem("columns-disagree", { ...place, field: other.column.name }, values));
}

/** Whether nothing stood in a cell; a crosswalk may give even that a meaning. */
function isEmpty(raw: string, { text, amount, isNothing }: CellReading): boolean {
  if (isNothing === true) return true;
  const hasNothing = amount === undefined ? (text ?? "") === "" : amount === nothingRead;
  return hasNothing && readText(raw) === "";
}

function textOf({ text = "", amount }: CellReading): string {
  return amount === undefined ? text : exactText(amount);
}

function tell(
  row: MappedRow,
  place: RecordPlace,
  { name }: MappedColumn,
  { code, values }: NonNullable<CellReading["problem"]>,
): void {
  row.problems.push(problem(code, { ...place, field: name }, values));
}

function missing({ name }: MappedColumn, place: RecordPlace): Problem {
  return problem("field-missing", { ...place, field: name });
}

function put(row: MappedRow, slot: number, cell: CellReading): void {
  if (cell.amount === undefined) row.setText(slot, cell.text ?? "");
  else row.addAmount(slot, cell.amount);
}
