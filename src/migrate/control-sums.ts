import { addRead, nothingRead, type ReadAmount } from "../domain/money.js";
import type { Layout } from "./layout.js";
import type { MappedRow } from "./mapped-row.js";

/** A field whose money stands on every member's row but exists once a household. */
export const HOUSEHOLD_FIELD = "family_balc";

/**
 * Adds up the money of a file as its manifest states it: every amount of every row, those of rows
 * that are set aside included; the balance of a household once, by its first row. `households`
 * holds those that were counted, in this file and in those before it.
 */
export class ControlSums {
  private readonly sums = new Map<string, ReadAmount>();
  private readonly fields: readonly string[];

  constructor(
    private readonly layout: Layout,
    private readonly households: Set<string>,
  ) {
    const money = layout.columns.filter((column) => column.reading === "yuan");
    this.fields = [...new Set(money.map((column) => column.target))].sort();
  }

  take(row: MappedRow): void {
    for (const field of this.fields) {
      // The first row speaks for its household even when it says nothing.
      if (field === HOUSEHOLD_FIELD && !this.isFirst(row)) continue;
      const amount = row.amount(field);
      if (amount === nothingRead) continue;
      this.sums.set(field, addRead(this.sums.get(field) ?? nothingRead, amount));
    }
  }

  /** Every money field of the layout with its sum, in the order of their names. */
  totals(): readonly (readonly [field: string, sum: ReadAmount])[] {
    return this.fields.map((field) => [field, this.sums.get(field) ?? nothingRead]);
  }

  private isFirst(row: MappedRow): boolean {
    const number = row.text("household_no");
    // Whose the money is without a number nobody can tell: each row's counts.
    if (number === "") return true;
    const household = `${this.layout.source}|${number}`;
    if (this.households.has(household)) return false;
    this.households.add(household);
    return true;
  }
}
