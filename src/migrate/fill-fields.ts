import { exactText, type ReadAmount } from "../domain/money.js";
import { type Problem, problem } from "../domain/problem.js";
import { readText } from "./cells.js";
import type { MappedColumn } from "./column.js";
import type { MappedRow, Slots } from "./mapped-row.js";
import { type CellReading, type Knowledge, readingOf } from "./readings.js";
import type { Unrepaired } from "./repairs.js";

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
    const source = { column, read: cellOf(column, readingOf(column, known), known.unrepaired) };
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

/** A column with the function that reads its cell out of a row. */
interface CellSource {
  readonly column: MappedColumn;
  readonly read: (cells: readonly string[]) => Cell;
}

/** What a cell was read as. All its parts are always there: objects of one shape are fast. */
interface Cell {
  readonly text: string | undefined;
  readonly amount: ReadAmount | undefined;
  readonly problem: CellReading["problem"];
  /** Nothing stood in it, so that a required field is missing. */
  readonly isEmpty: boolean;
}

function cellOf(
  { index, take, usual }: MappedColumn,
  read: (raw: string) => CellReading,
  unrepaired: Unrepaired = new Set(),
): CellSource["read"] {
  return (cells) => {
    const whole = cells[index] ?? "";
    const part = take === undefined ? whole : partOf(whole, take.from, take.to);
    const isBlank = readText(part) === "";
    const reading = read(isBlank && usual !== "" ? usual : part);
    const { text, amount, problem: told } = reading;
    const isEmpty = (isBlank && usual === "") || reading.isNothing === true;
    if (told === undefined || !unrepaired.has(told.code)) {
      return { text, amount, problem: told, isEmpty };
    }
    return { text: "", amount, problem: notRepaired(told, whole, text), isEmpty };
  };
}

/** A repair that the mapping does without: a person decides. */
function notRepaired(
  { code }: NonNullable<CellReading["problem"]>,
  found: string,
  repaired = "",
): CellReading["problem"] {
  return { code: "repair-off", values: { found: found.trim(), repaired, repair: code } };
}

function partOf(text: string, from: number, to: number): string {
  return [...text.trim()].slice(from - 1, to).join("");
}

function alone({ column, read }: CellSource, slot: number): FieldFiller {
  return (cells, row, place) => {
    const cell = read(cells);
    tell(row, place, column, cell);
    if (cell.isEmpty && column.isRequired) row.problems.push(missing(column, place));
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
    for (const { column, read } of sources) {
      const cell = read(cells);
      tell(row, place, column, cell);
      if (cell.isEmpty && column.isRequired) row.problems.push(missing(column, place));
      const text = cell.text ?? "";
      if (text === "") continue;
      whole = whole === "" ? text : `${whole}${column.separator}${text}`;
    }
    row.setText(slot, whole);
  };
}

/** The first column that says something; those that check it must say the same. */
function chosen(sources: readonly CellSource[], slot: number): FieldFiller {
  return (cells, row, place) => {
    let taken: { readonly column: MappedColumn; readonly cell: Cell } | undefined;
    // A cell that cannot be read is told as such, and need not be called missing too.
    let isTold = false;
    for (const { column, read } of sources) {
      const isDone = taken !== undefined && column.role === "fallback";
      if (isDone) continue;
      const cell = read(cells);
      tell(row, place, column, cell);
      isTold ||= cell.problem !== undefined && !cell.isEmpty;
      if (isSilent(cell)) continue;
      if (taken === undefined) taken = { column, cell };
      else compare(taken, { column, cell }, row, place);
    }
    const [first] = sources;
    const isRequired = sources.some(({ column }) => column.isRequired);
    if (taken !== undefined) put(row, slot, taken.cell);
    else if (first !== undefined && isRequired && !isTold) {
      row.problems.push(missing(first.column, place));
    }
  };
}

function compare(
  one: { readonly column: MappedColumn; readonly cell: Cell },
  other: { readonly column: MappedColumn; readonly cell: Cell },
  row: MappedRow,
  place: RecordPlace,
): void {
  const [found, stated] = [textOf(other.cell), textOf(one.cell)];
  if (found === stated) return;
  const values = { found, expected: stated, other: one.column.name };
  row.problems.push(problem("columns-disagree", { ...place, field: other.column.name }, values));
}

function isSilent({ text = "", amount, isEmpty }: Cell): boolean {
  return isEmpty || (amount === undefined && text === "");
}

function textOf({ text = "", amount }: Cell): string {
  return amount === undefined ? text : exactText(amount);
}

function tell(row: MappedRow, place: RecordPlace, column: MappedColumn, cell: Cell): void {
  if (cell.problem === undefined) return;
  const { code, values } = cell.problem;
  row.problems.push(problem(code, { ...place, field: column.name }, values));
}

function missing({ name }: MappedColumn, place: RecordPlace): Problem {
  return problem("field-missing", { ...place, field: name });
}

function put(row: MappedRow, slot: number, cell: Cell): void {
  if (cell.amount === undefined) row.setText(slot, cell.text ?? "");
  else row.addAmount(slot, cell.amount);
}
