import type { ReadAmount } from "../../domain/money.js";
import { closeMoney, countMoney, type MoneyTally, noMoney } from "../../migrate/tally.js";

/** Money by county and old scheme, `159921 ncms`. */
export type MoneyByPlace = ReadonlyMap<string, MoneyTally>;

/** Counts money of one kind as it goes somewhere, place by place. */
export class MoneyCount {
  private readonly tallies = new Map<string, MoneyTally>();

  /** Adds an amount of a place where it went. */
  add(place: string, amount: ReadAmount, end: "carried" | "repeated" | "setAside"): void {
    this.tallies.set(place, countMoney(this.tallies.get(place) ?? noMoney, amount, end));
  }

  /**
   * Every place in order; what was read is carried, repeated or set aside, or nothing is loaded.
   */
  closed(label: string): MoneyByPlace {
    for (const [place, tally] of this.tallies) closeMoney(`${label} ${place}`, tally);
    return new Map([...this.tallies].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
