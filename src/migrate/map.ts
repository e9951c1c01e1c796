import { effectOf, problem } from "../domain/problem.js";
import { rowNumber } from "../domain/row-number.js";
import type { ProblemCode } from "../text/problems.js";
import type { Values } from "../text/tell.js";
import { readText } from "./cells.js";
import type { MappedColumn } from "./column.js";
import type { Crosswalks } from "./crosswalk.js";
import { type FieldFiller, fieldFillers } from "./fill-fields.js";
import { type Examined, examine, maySuffer, type RuinedText } from "./forensics.js";
import type { Layout } from "./layout.js";
import { MappedRow, slotsOf } from "./mapped-row.js";

/** A row as it was cut from its file. */
export interface CutRow {
  readonly line: number;
  readonly text: string;
  readonly fields: readonly string[];
  /** What the reader noticed about the row, or about one field of it (counted from 0). */
  readonly findings?: readonly ReaderFinding[];
}

export interface ReaderFinding {
  readonly code: ProblemCode;
  readonly field?: number;
  readonly values: Values;
}

/**
 * Makes the function that turns the rows of one file into national fields: one record a row, or one
 * for each group of columns in which anything stands. Problems per record: `row-field-count`,
 * `row-without-record`, `line-undecodable`, `character-private-use`, `character-twin-mapped`,
 * `text-garbled`, `field-missing`, `columns-disagree`, `date-unreadable`, `amount-unreadable`,
 * `code-unknown`, `name-unreadable` and the `certno-…` findings; all of a record, never only the
 * first. A damaged cell is told of the records that it belongs to.
 */
export function rowMapper(
  layout: Layout,
  file: string,
  crosswalks: Crosswalks,
  ruined: RuinedText,
): (row: CutRow) => readonly MappedRow[] {
  const slots = slotsOf(layout);
  const constants = Object.values(layout.constants);
  const fillersOf = (group: string): readonly FieldFiller[] => {
    const own = layout.columns.filter((one) => one.group === "" || one.group === group);
    return fieldFillers(own, slots, crosswalks);
  };
  const shapes = recordShapes(layout, fillersOf);
  // A line without any record still has what the records would share: its money is counted.
  const nothing = { part: 0, group: "", fillers: fillersOf(""), isPresent: () => false };
  const groupOf = new Map(layout.columns.map(({ index, group }) => [index, group]));
  const usedColumns = new Set(groupOf.keys());

  return (row) => {
    const expected = layout.columnNames.length;
    if (row.fields.length !== expected) {
      const values = { found: row.fields.length, expected };
      const broken = new MappedRow(slots, constants);
      broken.problems.push(problem("row-field-count", { file, line: row.line }, values));
      return [broken];
    }
    const damage = noticedInCells(row, usedColumns);
    const cells = examineRow(row, ruined, (index, found) => damage.push({ index, found }));
    const present = shapes.filter((shape) => shape.isPresent(cells));
    const records = present.length === 0 ? [nothing] : present;
    return records.map(({ part, group, fillers }) => {
      const mapped = new MappedRow(slots, constants, part);
      const place = { file, line: rowNumber(row.line, part) };
      for (const { index, found } of damage) {
        const owner = groupOf.get(index) ?? "";
        if (owner !== "" && owner !== group) continue;
        const field = layout.columnLabels[index] ?? "";
        mapped.problems.push(problem(found.code, { ...place, field }, found.values));
      }
      for (const one of row.findings ?? []) {
        if (one.field === undefined) mapped.problems.push(problem(one.code, place, one.values));
      }
      if (present.length === 0) mapped.problems.push(problem("row-without-record", place));
      for (const fill of fillers) fill(cells, mapped, place);
      return mapped;
    });
  };
}

interface CellDamage {
  readonly index: number;
  readonly found: Examined["problems"][number];
}

/** What the reader noticed in cells; what would set a row aside for an unused one is no loss. */
function noticedInCells({ findings = [] }: CutRow, used: ReadonlySet<number>): CellDamage[] {
  return findings.flatMap(({ code, field: index, values }) => {
    if (index === undefined || (!used.has(index) && effectOf(code) === "setAside")) return [];
    return [{ index, found: { code, values } }];
  });
}

/** One of the records that a line can hold. */
interface RecordShape {
  readonly part: number;
  readonly group: string;
  readonly fillers: readonly FieldFiller[];
  /** Whether anything stands in the columns of the record. */
  readonly isPresent: (cells: readonly string[]) => boolean;
}

function recordShapes(
  { columns, groups }: Layout,
  fillersOf: (group: string) => readonly FieldFiller[],
): readonly RecordShape[] {
  if (groups.length === 0) {
    return [{ part: 0, group: "", fillers: fillersOf(""), isPresent: () => true }];
  }
  return groups.map((group, at) => {
    const own = columns.filter((one) => one.group === group && one.index !== -1);
    const isPresent = (cells: readonly string[]): boolean =>
      own.some((one) => isFilled(cells[one.index] ?? "", one));
    return { part: at + 1, group, fillers: fillersOf(group), isPresent };
  });
}

/** An amount of nothing is what a register writes where nobody is. */
function isFilled(cell: string, { reading }: MappedColumn): boolean {
  const text = readText(cell);
  return text !== "" && !(reading === "yuan" && /^0(\.0*)?$/.test(text));
}

/** Looks for ruined text in every cell, mapped or not, and repairs what has a certain repair. */
function examineRow(
  row: CutRow,
  ruined: RuinedText,
  report: (index: number, found: Examined["problems"][number]) => void,
): readonly string[] {
  if (!maySuffer(row.text, ruined)) return row.fields;
  return row.fields.map((cell, index) => {
    const found = examine(cell, ruined);
    for (const one of found?.problems ?? []) report(index, one);
    return found?.text ?? cell;
  });
}
