import type { Random } from "./random.js";

/** One kind of dirt with the place in the stream where it is due next. */
interface Due<Name extends string> {
  readonly name: Name;
  /** Of 100,000. */
  readonly rate: number;
  taken: number;
  at: number;
}

/**
 * Spreads kinds of dirt over a stream of people or claims: each kind once in every stretch of
 * 100,000 / rate, at a random place of it. So counts keep to their rates in small samples too, and
 * the first of each kind is due in the first quarter of the stream, however rare it is. A kind that
 * is due waits for the first one that it fits; one without a rate never comes.
 */
export class Schedule<Name extends string> {
  private readonly dues: readonly Due<Name>[];
  private index = -1;
  private soonest = 0;

  constructor(
    private readonly random: Random,
    rates: Readonly<Record<Name, number>>,
    expectedLength: number,
  ) {
    const quarter = Math.max(1, Math.floor(expectedLength / 4));
    const names = (Object.keys(rates) as Name[]).filter((name) => rates[name] > 0);
    this.dues = names.map((name) => {
      const rate = rates[name];
      return { name, rate, taken: 0, at: random.below(Math.min(stretchOf(rate), quarter)) };
    });
  }

  /** Goes on to the next one of the stream and says what is to be wrong with it, if anything. */
  next(fits: (name: Name) => boolean): Name | undefined {
    this.index += 1;
    if (this.index < this.soonest) return undefined;
    const due = this.dues.find((one) => one.at <= this.index && fits(one.name));
    if (due !== undefined) {
      due.taken += 1;
      const start = Math.floor((due.taken * WHOLE) / due.rate);
      due.at = start + this.random.below(stretchOf(due.rate));
    }
    this.soonest = Math.min(...this.dues.map((one) => one.at));
    return due?.name;
  }

  /** How many of a kind there were so far. */
  taken(name: Name): number {
    return this.dues.find((one) => one.name === name)?.taken ?? 0;
  }
}

const WHOLE = 100_000;

/** One in so many. */
function stretchOf(rate: number): number {
  return Math.max(1, Math.floor(WHOLE / rate));
}
