import { addRead, nothingRead, type ReadAmount } from "../domain/money.js";
import type { Problem } from "../domain/problem.js";
import type { Layout } from "./layout.js";

/** Which field of a layout has which place in its rows: rows are arrays, for speed. */
export type Slots = ReadonlyMap<string, number>;

/** The places of a layout's fields: its constants first, then its columns. */
export function slotsOf(layout: Layout): Slots {
  const fields = [...Object.keys(layout.constants), ...layout.columns.map((one) => one.target)];
  return new Map([...new Set(fields)].map((field, slot) => [field, slot]));
}

/** One row as national fields: text or amount by field, and all that is wrong with it. */
export class MappedRow {
  readonly problems: Problem[] = [];
  private readonly texts: string[];
  private readonly amounts: ReadAmount[] = [];

  constructor(
    private readonly slots: Slots,
    constants: readonly string[],
    /** Which record of its line it is; 0 where a line holds one. */
    readonly part = 0,
  ) {
    this.texts = constants.slice();
  }

  /** The canonical text of a field; empty when the row has none. */
  text(field: string): string {
    const slot = this.slots.get(field);
    return slot === undefined ? "" : (this.texts[slot] ?? "");
  }

  /** Whether a column or constant of the layout fills the field. */
  has(field: string): boolean {
    return this.slots.has(field);
  }

  /** The amount of a field; nothing when the row has none. */
  amount(field: string): ReadAmount {
    const slot = this.slots.get(field);
    return slot === undefined ? nothingRead : (this.amounts[slot] ?? nothingRead);
  }

  /** Whether the row states an amount of the field; an empty cell states none. */
  statesAmount(field: string): boolean {
    const slot = this.slots.get(field);
    const amount = slot === undefined ? undefined : this.amounts[slot];
    return amount !== undefined && amount !== nothingRead;
  }

  /** The fields whose amount has more places than the fen. */
  finerThanFen(): readonly string[] {
    const isFiner = (slot: number): boolean => (this.amounts[slot]?.residual ?? "0") !== "0";
    return [...this.slots].filter(([, slot]) => isFiner(slot)).map(([field]) => field);
  }

  setText(slot: number, text: string): void {
    this.texts[slot] = text;
  }

  /** Several columns may add up in one field. */
  addAmount(slot: number, amount: ReadAmount): void {
    const before = this.amounts[slot];
    this.amounts[slot] = before === undefined ? amount : addRead(before, amount);
  }
}
