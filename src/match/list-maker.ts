import { type Column, ColumnMaker, type ColumnMemory, columnOf, memoryOf } from "./column.js";
import { Numbers } from "./numbers.js";
import type { MatchField } from "./spec.js";
import { Texts, type TextsMemory } from "./texts.js";

/** The rows of one list, each field as codes; in the order of their ids (by UTF-16 units). */
export interface ListRows {
  readonly ids: Texts;
  /** By row, the number of its id. */
  readonly order: Int32Array;
  /** In the order of the fields. */
  readonly columns: readonly Column[];
}

/** Collects the rows of one list. */
export class ListMaker {
  private readonly ids = new Texts();
  private readonly places = new Numbers();
  private readonly makers: readonly ColumnMaker[];
  /** For every field, the place of the one in the same row that it is held to, or -1. */
  private readonly heldTo: readonly number[];

  constructor(private readonly fields: readonly MatchField[]) {
    this.makers = fields.map((field) => new ColumnMaker(field.kind));
    this.heldTo = fields.map(({ birth, unlike }) =>
      fields.findIndex(({ name }) => name === birth || name === unlike),
    );
  }

  /** How many rows were taken. */
  get length(): number {
    return this.places.length;
  }

  /** The place of the row with an id, counted from 0; -1 where no row has it. */
  placeOf(id: string): number {
    return this.ids.find(id) - 1;
  }

  /** Takes a row: its id, which no other row may have, and its cells in the order of the fields. */
  take(id: string, cells: readonly string[]): void {
    this.places.add(this.ids.numberOf(id));
    for (let at = 0; at < this.makers.length; at++) {
      const maker = this.makers[at] as ColumnMaker;
      const beside = this.heldTo[at] as number;
      const held = this.fields[beside];
      if (held === undefined) maker.take(cells[at] ?? "");
      else maker.takeBeside(cells[at] ?? "", cells[beside] ?? "", held.kind);
    }
  }

  finish(): ListRows {
    const order = orderOf(this.ids, this.places.finish());
    const columns = this.makers.map((maker) => maker.finish(order));
    return { ids: this.ids, order: order.map((place) => this.places.at(place)), columns };
  }
}

/** The rows of a list as they lie in shared memory. */
export interface ListMemory {
  readonly ids: TextsMemory;
  readonly order: Int32Array;
  readonly columns: readonly ColumnMemory[];
}

export function memoryOfList({ ids, order, columns }: ListRows): ListMemory {
  return { ids: ids.memory, order, columns: columns.map(memoryOf) };
}

export function listOfMemory({ ids, order, columns }: ListMemory): ListRows {
  return { ids: Texts.of(ids), order, columns: columns.map(columnOf) };
}

/** The places of rows in the order of their ids. */
function orderOf(ids: Texts, numbers: Int32Array): Int32Array {
  const texts = Array.from(numbers, (number) => ids.at(number));
  const places = Array.from(texts, (_, at) => at);
  const isSorted = texts.every((text, at) => at === 0 || (texts[at - 1] ?? "") <= text);
  if (!isSorted) {
    places.sort((left, right) => ((texts[left] ?? "") < (texts[right] ?? "") ? -1 : 1));
  }
  return Int32Array.from(places);
}
