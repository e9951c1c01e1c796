import { certnoStates } from "../certno-state.js";
import type { Column } from "../column.js";
import type { Hanzi } from "../hanzi.js";
import type { MatchField } from "../spec.js";
import { isSilent, knownOf, STATES, type Test, testOf } from "./tests.js";

/** How many pairs of values are remembered with their level. */
const REMEMBERED = 2 ** 18;

/**
 * Compares two values of a field: 0 where one is missing, 1 for the first level of the spec, and so
 * on; one more than there are levels where none holds (`differ`). What was compared lately is
 * remembered, which changes the time that it takes and nothing else.
 */
export class Comparison {
  /** The level of values that differ. */
  readonly differ: number;
  /** What is compared, by row: the code of the value, with its state where values have one. */
  private readonly codes: Int32Array;
  private readonly tests: readonly Test[];
  /** Of two different values, whether they say nothing at all. */
  private readonly silent: Test | undefined;
  private readonly pairs = new Float64Array(REMEMBERED).fill(-1);
  private readonly levels = new Uint8Array(REMEMBERED);
  private readonly size: number;
  private readonly borrowed: number;
  private readonly hasStates: boolean;

  constructor(field: MatchField, { codes, values, states }: Column, hanzi: Hanzi) {
    this.hasStates = states !== undefined;
    this.codes =
      states === undefined
        ? codes
        : codes.map((code, row) => (code === 0 ? 0 : code * STATES + (states[row] as number)));
    this.size = values.length * (this.hasStates ? STATES : 1);
    const known = knownOf(values, hanzi);
    this.tests = field.levels.slice(1).map((level) => testOf(level, known));
    this.silent = this.hasStates ? isSilent(known) : undefined;
    this.differ = field.levels.length + 1;
    this.borrowed = field.levels.findIndex(({ test }) => test === "borrowed") + 1;
  }

  /** The level on which two rows agree. */
  level(leftRow: number, rightRow: number): number {
    const left = this.codes[leftRow] as number;
    const right = this.codes[rightRow] as number;
    if (left === 0 || right === 0) return 0;
    if (left === right && !this.hasStates) return 1;
    const pair = left < right ? left * this.size + right : right * this.size + left;
    const place = (pair ^ (pair / 0x40000)) & (REMEMBERED - 1);
    if (this.pairs[place] === pair) return this.levels[place] as number;
    const level = this.compare(left, right);
    this.pairs[place] = pair;
    this.levels[place] = level;
    return level;
  }

  private compare(left: number, right: number): number {
    if (this.hasStates) {
      const isSame = Math.floor(left / STATES) === Math.floor(right / STATES);
      if (isSame) return this.levelOfSame(left % STATES, right % STATES);
      if (this.silent?.(left, right) === true) return 0;
    }
    for (let at = 0; at < this.tests.length; at++) {
      if ((this.tests[at] as Test)(left, right)) return at + 2;
    }
    return this.differ;
  }

  /**
   * The level of one number in two rows. One that is borrowed in both rows (the head's, entered for
   * each of two children) is nobody's of the two: it says nothing.
   */
  private levelOfSame(left: number, right: number): number {
    const count = [left, right].filter((state) => state === certnoStates.borrowed).length;
    if (count === 2) return 0;
    return count === 1 && this.borrowed > 0 ? this.borrowed : 1;
  }
}
