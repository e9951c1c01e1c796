import { type Column, type ColumnMemory, columnOf, joinedColumns, memoryOf } from "./column.js";
import { ListMaker, type ListRows } from "./list-maker.js";
import type { MatchField } from "./spec.js";

/**
 * The rows of one or two lists, each field as codes. Rows stand in the order of their list and then
 * of their id (by UTF-16 units), whatever the order in which they were read: everything that is
 * computed from a table is the same for the same rows.
 */
export interface MatchTable {
  readonly ids: readonly string[];
  readonly size: number;
  /** How many rows are of the first list; the others are of the second. */
  readonly first: number;
  /** By the name of the field. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** Collects rows for a table. */
export class TableBuilder {
  private readonly lists: readonly [ListMaker, ListMaker];

  constructor(private readonly fields: readonly MatchField[]) {
    this.lists = [new ListMaker(fields), new ListMaker(fields)];
  }

  /** Takes a row: its list, its id (once a list), and its cells in the order of the fields. */
  take(list: 0 | 1, id: string, cells: readonly string[]): void {
    this.lists[list].take(id, cells);
  }

  finish(): MatchTable {
    return tableOfLists(
      this.fields,
      this.lists.map((list) => list.finish()),
    );
  }
}

/** The table of one or two lists. */
export function tableOfLists(
  fields: readonly MatchField[],
  [first, second]: readonly ListRows[],
): MatchTable {
  const ids = [...idsOf(first), ...idsOf(second)];
  const columns = fields.map(({ name }, at) => {
    const column = first?.columns[at] as Column;
    const other = second?.columns[at];
    const isAlone = other === undefined || other.codes.length === 0;
    return [name, isAlone ? column : joinedColumns(column, other)] as const;
  });
  return { ids, size: ids.length, first: first?.order.length ?? 0, columns: new Map(columns) };
}

function idsOf(list: ListRows | undefined): readonly string[] {
  return list === undefined ? [] : Array.from(list.order, (number) => list.ids.at(number));
}

/** A table as it lies in shared memory, without the ids. */
export interface TableMemory {
  readonly size: number;
  readonly first: number;
  readonly columns: readonly (readonly [name: string, column: ColumnMemory])[];
}

/** What another thread needs to compare the rows of a table. */
export function memoryOfTable({ size, first, columns }: MatchTable): TableMemory {
  return { size, first, columns: [...columns].map(([name, one]) => [name, memoryOf(one)]) };
}

/** The table of another thread; nobody there asks for the ids. */
export function tableOfMemory({ size, first, columns }: TableMemory): MatchTable {
  return { ids: [], size, first, columns: new Map(columns.map(([name, one]) => [name, columnOf(one)])) };
}
