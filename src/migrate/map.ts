import { problem } from "../domain/problem.js";
import { rowNumber } from "../domain/row-number.js";
import { readText } from "./cells.js";
import type { MappedColumn } from "./column.js";
import type { Crosswalks } from "./crosswalk.js";
import type { CutRow } from "./cut-row.js";
import { rowExaminer } from "./examine-row.js";
import { type FieldFiller, fieldFillers } from "./fill-fields.js";
import type { RuinedText } from "./forensics.js";
import type { Layout } from "./layout.js";
import { MappedRow, slotsOf } from "./mapped-row.js";
import type { Knowledge } from "./readings.js";

/**
 * Makes the function that turns the rows of one file into national fields: one record a row, or one
 * for each group of columns in which anything stands. Problems per record: `row-field-count`,
 * `row-without-record`, `line-undecodable`, `character-private-use`, `character-twin-mapped`,
 * `text-garbled`, `field-missing`, `columns-disagree`, `date-unreadable`, `amount-unreadable`,
 * `count-unreadable`, `code-unknown`, `name-unreadable` and the `certno-…` findings; all of a
 * record, never only the first. A damaged cell is told of the records that it belongs to.
 */
export function rowMapper(
  layout: Layout,
  file: string,
  crosswalks: Crosswalks,
  ruined: RuinedText,
  facts: Pick<Knowledge, "divisions" | "latest"> = {},
): (row: CutRow) => readonly MappedRow[] {
  const slots = slotsOf(layout);
  const constants = Object.values(layout.constants);
  const known = { ...facts, crosswalks, unrepaired: layout.unrepaired };
  const fillersOf = (group: string): readonly FieldFiller[] => {
    const own = layout.columns.filter((one) => one.group === "" || one.group === group);
    return fieldFillers(own, slots, known);
  };
  const shapes = recordShapes(layout, fillersOf);
  // A line without any record still has what the records would share: its money is counted.
  const nothing = { part: 0, group: "", fillers: fillersOf(""), isPresent: () => false };
  const groupOf = new Map(layout.columns.map(({ index, group }) => [index, group]));

  const examineRow = rowExaminer(layout, known, ruined);

  return (row) => {
    const { cells, findings } = examineRow(row);
    if (cells === undefined) {
      const broken = new MappedRow(slots, constants);
      const place = { file, line: row.line };
      broken.problems.push(...findings.map(({ code, values }) => problem(code, place, values)));
      return [broken];
    }
    const present = shapes.filter((shape) => shape.isPresent(cells));
    const records = present.length === 0 ? [nothing] : present;
    return records.map(({ part, group, fillers }) => {
      const mapped = new MappedRow(slots, constants, part);
      const place = { file, line: rowNumber(row.line, part) };
      for (const { code, field, values } of findings) {
        const owner = groupOf.get(field ?? -1) ?? "";
        if (owner !== "" && owner !== group) continue;
        const label = field === undefined ? undefined : layout.columnLabels[field];
        const at = label === undefined ? place : { ...place, field: label };
        mapped.problems.push(problem(code, at, values));
      }
      if (present.length === 0) mapped.problems.push(problem("row-without-record", place));
      for (const fill of fillers) fill(cells, mapped, place);
      return mapped;
    });
  };
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
