import { addRead, nothingRead, type ReadAmount } from "../domain/money.js";
import { type Problem, problem } from "../domain/problem.js";
import type { Crosswalks } from "./crosswalk.js";
import { type Examined, examine, maySuffer, type RuinedText } from "./forensics.js";
import type { Layout, MappedColumn } from "./layout.js";
import { readingOf } from "./readings.js";

/** One row as national fields: text by field, amounts apart, and all that is wrong with it. */
export interface MappedRow {
  readonly text: Record<string, string>;
  readonly amounts: Record<string, ReadAmount>;
  readonly problems: Problem[];
}

/** A row as it was cut from its file. */
export interface CutRow {
  readonly line: number;
  readonly text: string;
  readonly fields: readonly string[];
}

/**
 * Makes the function that turns the rows of one file into national fields. Problems per row:
 * `row-field-count`, `line-undecodable`, `character-private-use`, `character-twin-mapped`,
 * `text-garbled`, `field-missing`, `date-unreadable`, `amount-unreadable`, `code-unknown`,
 * `name-unreadable` and the `certno-…` findings; all of a row, never only the first.
 */
export function rowMapper(
  layout: Layout,
  file: string,
  crosswalks: Crosswalks,
  ruined: RuinedText,
): (row: CutRow) => MappedRow {
  const readers = layout.columns.map((column) => cellReader(column, crosswalks));

  return (row) => {
    const mapped: MappedRow = { text: { ...layout.constants }, amounts: {}, problems: [] };
    const expected = layout.columnNames.length;
    if (row.fields.length !== expected) {
      const place = { file, line: row.line };
      const values = { found: row.fields.length, expected };
      mapped.problems.push(problem("row-field-count", place, values));
      return mapped;
    }
    const examined = examineRow(row, layout, ruined, (at, one) =>
      mapped.problems.push(problem(one.code, { file, line: row.line, field: at }, one.values)),
    );
    for (const read of readers) read(examined, mapped, { file, line: row.line });
    return mapped;
  };
}

/** Looks for ruined text in every cell, mapped or not, and repairs what has a certain repair. */
function examineRow(
  row: CutRow,
  layout: Layout,
  ruined: RuinedText,
  report: (field: string, found: Examined["problems"][number]) => void,
): readonly string[] {
  if (!maySuffer(row.text, ruined)) return row.fields;
  return row.fields.map((cell, index) => {
    const found = examine(cell, ruined);
    for (const one of found?.problems ?? []) report(layout.columnNames[index] ?? "", one);
    return found?.text ?? cell;
  });
}

interface RowPlace {
  readonly file: string;
  readonly line: number;
}

type CellReader = (cells: readonly string[], row: MappedRow, place: RowPlace) => void;

function cellReader(column: MappedColumn, crosswalks: Crosswalks): CellReader {
  const read = readingOf(column, crosswalks);
  const { index, target, name, isRequired } = column;
  return (cells, row, place) => {
    const raw = cells[index] ?? "";
    const reading = read(raw);
    const at = { ...place, field: name };
    if (reading.problem !== undefined) {
      row.problems.push(problem(reading.problem.code, at, reading.problem.values));
    } else if (isRequired && raw.trim() === "") {
      row.problems.push(problem("field-missing", at));
    }
    if (reading.amount === undefined) row.text[target] = reading.text ?? "";
    else row.amounts[target] = addRead(row.amounts[target] ?? nothingRead, reading.amount);
  };
}
