import { type Column, ColumnMaker } from "./column.js";
import type { MatchField } from "./spec.js";
import { Texts } from "./texts.js";

/** The rows of one list as they were read, each field as codes. */
export interface ListRows {
  readonly ids: ListIds;
  /** In the order of the fields. */
  readonly columns: readonly Column[];
}

/** The ids of a list, and its rows in the order of the ids (by UTF-16 units). */
export interface ListIds {
  readonly texts: readonly string[];
  readonly order: Int32Array;
}

/** Collects the ids of a list. */
export class IdMaker {
  private readonly ids = new Texts();

  /** Takes the id of the next row; returns the place of an earlier row that has it, or -1. */
  take(id: string): number {
    const known = this.ids.find(id);
    if (known === 0) this.ids.numberOf(id);
    return known - 1;
  }

  finish(): ListIds {
    const texts = [...this.ids].slice(1);
    return { texts, order: orderOf(texts) };
  }
}

/** Collects what the rows of a list state, or some fields of it. */
export class ListMaker {
  private readonly makers: readonly (ColumnMaker | undefined)[];
  /** For every field, the place of the one in the same row that it is held to, or -1. */
  private readonly heldTo: readonly number[];

  constructor(
    private readonly fields: readonly MatchField[],
    isTaken: (at: number) => boolean = () => true,
  ) {
    this.makers = fields.map(({ kind }, at) => (isTaken(at) ? new ColumnMaker(kind) : undefined));
    this.heldTo = fields.map(({ birth, unlike }) =>
      fields.findIndex(({ name }) => name === birth || name === unlike),
    );
  }

  /** Takes a row: its cells in the order of the fields. */
  take(cells: readonly string[]): void {
    for (let at = 0; at < this.makers.length; at++) {
      const maker = this.makers[at];
      if (maker === undefined) continue;
      const beside = this.heldTo[at] as number;
      const held = this.fields[beside];
      if (held === undefined) maker.take(cells[at] ?? "");
      else maker.takeBeside(cells[at] ?? "", cells[beside] ?? "", held.kind);
    }
  }

  /** The columns in the order of the fields; those that were not taken are absent. */
  finish(): readonly (Column | undefined)[] {
    return this.makers.map((maker) => maker?.finish());
  }
}

/** The places of rows in the order of their ids. */
function orderOf(texts: readonly string[]): Int32Array {
  const places = Array.from(texts, (_, at) => at);
  const isSorted = texts.every((text, at) => at === 0 || (texts[at - 1] ?? "") <= text);
  if (!isSorted) {
    places.sort((left, right) => ((texts[left] ?? "") < (texts[right] ?? "") ? -1 : 1));
  }
  return Int32Array.from(places);
}
