import assert from "node:assert";
import {
  type Column,
  type ColumnMemory,
  columnOf,
  joinedColumns,
  memoryOf,
  reordered,
} from "./column.js";
import { IdMaker, ListMaker, type ListRows } from "./list-maker.js";
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
  private readonly ids = [new IdMaker(), new IdMaker()] as const;
  private readonly lists: readonly [ListMaker, ListMaker];

  constructor(private readonly fields: readonly MatchField[]) {
    this.lists = [new ListMaker(fields), new ListMaker(fields)];
  }

  /** Takes a row: its list, its id (once a list), and its cells in the order of the fields. */
  take(list: 0 | 1, id: string, cells: readonly string[]): void {
    const earlier = this.ids[list].take(id);
    assert(earlier === -1, `id ${id} stands twice in a list`);
    this.lists[list].take(cells);
  }

  finish(): MatchTable {
    const lists = this.lists.map((list, at) => ({
      ids: (this.ids[at] as IdMaker).finish(),
      columns: list.finish() as readonly Column[],
    }));
    return tableOfLists(this.fields, lists);
  }
}

/** The table of one or two lists. */
export function tableOfLists(
  fields: readonly MatchField[],
  lists: readonly ListRows[],
): MatchTable {
  const ids = lists.flatMap(({ ids: { texts, order } }) =>
    Array.from(order, (place) => texts[place] ?? ""),
  );
  const columns = fields.map(({ name }, at) => {
    const [first, second] = lists.map(({ ids: { order }, columns: read }) =>
      reordered(read[at] as Column, order),
    );
    const isAlone = second === undefined || second.codes.length === 0;
    return [name, isAlone ? (first as Column) : joinedColumns(first as Column, second)] as const;
  });
  const first = lists[0]?.ids.order.length ?? 0;
  return { ids, size: ids.length, first, columns: new Map(columns) };
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
  return {
    ids: [],
    size,
    first,
    columns: new Map(columns.map(([name, one]) => [name, columnOf(one)])),
  };
}
