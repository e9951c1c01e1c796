import type { Random } from "./random.js";
import type { Kind } from "./rates.js";

/** One kind of dirt with the place in the stream where it is due next. */
interface Due<Name extends string> {
  readonly name: Name;
  /** One in so many. */
  readonly stretch: number;
  taken: number;
  at: number;
}

/**
 * Spreads kinds of dirt over a stream of people or claims: each kind once in every stretch of
 * 100,000 / rate, at a random place of it. So counts keep to their rates in small samples too, and
 * the first of each kind is due in the first quarter of the stream, however rare it is. A kind that
 * is due waits for the first one that it fits.
 */
export class Schedule<Name extends string> {
  private readonly dues: readonly Due<Name>[];
  private index = -1;
  private soonest = 0;

  constructor(
    private readonly random: Random,
    kinds: Readonly<Record<Name, Kind>>,
    expectedLength: number,
  ) {
    const quarter = Math.max(1, Math.floor(expectedLength / 4));
    this.dues = (Object.keys(kinds) as Name[]).map((name) => {
      const stretch = Math.round(100_000 / kinds[name].rate);
      return { name, stretch, taken: 0, at: random.below(Math.min(stretch, quarter)) };
    });
  }

  /** Goes on to the next one of the stream and says what is to be wrong with it, if anything. */
  next(fits: (name: Name) => boolean): Name | undefined {
    this.index += 1;
    if (this.index < this.soonest) return undefined;
    const due = this.dues.find((one) => one.at <= this.index && fits(one.name));
    if (due !== undefined) {
      due.taken += 1;
      due.at = due.taken * due.stretch + this.random.below(due.stretch);
    }
    this.soonest = Math.min(...this.dues.map((one) => one.at));
    return due?.name;
  }
}
