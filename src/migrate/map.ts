import { problem } from "../domain/problem.js";
import type { Crosswalks } from "./crosswalk.js";
import { type Examined, examine, maySuffer, type RuinedText } from "./forensics.js";
import type { Layout, MappedColumn } from "./layout.js";
import { MappedRow, type Slots, slotsOf } from "./mapped-row.js";
import { readingOf } from "./readings.js";

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
  const slots = slotsOf(layout);
  const constants = Object.values(layout.constants);
  const readers = layout.columns.map((column) => cellReader(column, slots, crosswalks));

  return (row) => {
    const mapped = new MappedRow(slots, constants);
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
    const place = { file, line: row.line };
    for (const read of readers) read(examined, mapped, place);
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

function cellReader(column: MappedColumn, slots: Slots, crosswalks: Crosswalks): CellReader {
  const read = readingOf(column, crosswalks);
  const { index, target, name, isRequired } = column;
  const slot = slots.get(target) ?? -1;
  return (cells, row, place) => {
    const raw = cells[index] ?? "";
    const reading = read(raw);
    if (reading.problem !== undefined) {
      const { code, values } = reading.problem;
      row.problems.push(problem(code, { ...place, field: name }, values));
    } else if (isRequired && raw.trim() === "") {
      row.problems.push(problem("field-missing", { ...place, field: name }));
    }
    if (reading.amount === undefined) row.setText(slot, reading.text ?? "");
    else row.addAmount(slot, reading.amount);
  };
}
