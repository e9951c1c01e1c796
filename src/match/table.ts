import { type Column, ColumnMaker } from "./column.js";
import type { MatchField } from "./spec.js";

/**
 * The rows of one or two lists, each field as codes. Rows stand in the order of their list and then
 * of their id (by UTF-16 units), whatever the order in which they were read: everything that is
 * computed from a table is the same for the same rows.
 */
export interface MatchTable {
  readonly ids: readonly string[];
  /** How many rows are of the first list; the others are of the second. */
  readonly first: number;
  /** By the name of the field. */
  readonly columns: ReadonlyMap<string, Column>;
}

/** Collects rows for a table. */
export class TableBuilder {
  private readonly ids: [string[], string[]] = [[], []];
  private readonly makers: readonly ColumnMaker[];
  /** For every field, the place of the one in the same row that it is held to, or -1. */
  private readonly heldTo: readonly number[];

  constructor(private readonly fields: readonly MatchField[]) {
    this.makers = fields.map((field) => new ColumnMaker(field.kind));
    this.heldTo = fields.map(({ birth, unlike }) =>
      fields.findIndex(({ name }) => name === birth || name === unlike),
    );
  }

  /** Takes a row: its list, its id, and its cells in the order of the fields. */
  take(list: 0 | 1, id: string, cells: readonly string[]): void {
    this.ids[list].push(detached(id));
    this.makers.forEach((maker, at) => {
      const held = this.fields[this.heldTo[at] ?? -1];
      if (held === undefined) return maker.take(list, cells[at] ?? "");
      maker.takeBeside(list, cells[at] ?? "", cells[this.heldTo[at] ?? -1] ?? "", held.kind);
    });
  }

  finish(): MatchTable {
    const orders = this.ids.map(orderOf);
    const ids = orders.flatMap((order, list) =>
      Array.from(order, (at) => this.ids[list as 0 | 1][at] ?? ""),
    );
    const columns = this.makers.map((maker) => maker.finish(orders));
    const named = this.fields.map(({ name }, at) => [name, columns[at] as Column] as const);
    return { ids, first: this.ids[0].length, columns: new Map(named) };
  }
}

/** The places of some ids in the order of the ids. */
function orderOf(ids: readonly string[]): Int32Array {
  const places = Array.from(ids, (_, at) => at);
  const isSorted = ids.every((id, at) => at === 0 || (ids[at - 1] ?? "") <= id);
  if (!isSorted) {
    places.sort((left, right) => ((ids[left] ?? "") < (ids[right] ?? "") ? -1 : 1));
  }
  return Int32Array.from(places);
}

/** The same text in memory of its own: one cut out of a block of a file keeps the whole block. */
export function detached(text: string): string {
  const units: number[] = [];
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at));
  return text.length < 200 ? String.fromCharCode(...units) : text;
}
