import { BORROWED, isOfAnother, normalized } from "./normalized.js";
import type { MatchField } from "./spec.js";

/** All values of one field: a code for every row, and what the codes stand for; 0 is missing. */
export interface Column {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

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
  /** For every field, the place of the birth date that it is held to, or -1. */
  private readonly heldTo: readonly number[];

  constructor(private readonly fields: readonly MatchField[]) {
    this.makers = fields.map((field) => new ColumnMaker(field));
    this.heldTo = fields.map(({ birth }) => fields.findIndex(({ name }) => name === birth));
  }

  /** Takes a row: its list, its id, and its cells in the order of the fields. */
  take(list: 0 | 1, id: string, cells: readonly string[]): void {
    this.ids[list].push(detached(id));
    this.makers.forEach((maker, at) => {
      const held = this.heldTo[at] ?? -1;
      const birth = held < 0 ? "" : normalized(cells[held] ?? "", "day");
      maker.take(list, cells[at] ?? "", birth);
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

/** Gives every distinct value of a field its code. */
class ColumnMaker {
  private readonly values = [""];
  private readonly known = new Map<string, number>([["", 0]]);
  private readonly codes: [number[], number[]] = [[], []];

  constructor(private readonly field: MatchField) {}

  /** Takes a cell, and the birth date of its row where the field is held to it. */
  take(list: 0 | 1, cell: string, birth: string): void {
    // What is normal already stays as it is, so a cell that is known needs no other look.
    const code = this.known.get(cell) ?? this.codeOf(normalized(cell, this.field.kind));
    const value = this.values[code] ?? "";
    const isOthers = birth !== "" && isOfAnother(value, birth);
    this.codes[list].push(isOthers ? this.codeOf(value + BORROWED) : code);
  }

  finish(orders: readonly Int32Array[]): Column {
    const [first = [], second = []] = this.codes;
    const codes = new Int32Array(first.length + second.length);
    let row = 0;
    orders.forEach((order, list) => {
      const read = this.codes[list as 0 | 1];
      for (const at of order) codes[row++] = read[at] ?? 0;
    });
    return { codes, values: this.values };
  }

  private codeOf(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const code = this.values.length;
    const own = detached(text);
    this.values.push(own);
    this.known.set(own, code);
    return code;
  }
}

/** The same text in memory of its own: one cut out of a block of a file keeps the whole block. */
export function detached(text: string): string {
  const units: number[] = [];
  for (let at = 0; at < text.length; at++) units.push(text.charCodeAt(at));
  return text.length < 200 ? String.fromCharCode(...units) : text;
}
