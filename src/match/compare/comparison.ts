import type { Hanzi } from "../hanzi.js";
import { BORROWED } from "../normalized.js";
import type { MatchField } from "../spec.js";
import type { Column } from "../table.js";
import { knownOf, type Test, testOf } from "./tests.js";

/** How many pairs of values are remembered with their level. */
const REMEMBERED = 2 ** 18;

/**
 * Compares two values of a field: 0 where one is missing, 1 for the first level of the spec, and so
 * on; one more than there are levels where none holds (`differ`). What was compared lately is
 * remembered, which changes the time that it takes and nothing else.
 */
export class Comparison {
  readonly codes: Int32Array;
  /** The level of values that differ. */
  readonly differ: number;
  private readonly tests: readonly Test[];
  private readonly pairs = new Float64Array(REMEMBERED).fill(-1);
  private readonly levels = new Uint8Array(REMEMBERED);
  private readonly size: number;
  /**
   * The level on which each value agrees with itself. A number that is borrowed in both rows (the
   * head's, entered for each of two children) is nobody's of the two: it says nothing.
   */
  private readonly own: Uint8Array;

  constructor(field: MatchField, column: Column, hanzi: Hanzi) {
    const { values } = column;
    const known = knownOf(values, hanzi);
    this.codes = column.codes;
    this.size = column.values.length;
    this.tests = field.levels.slice(1).map((level) => testOf(level, known));
    this.differ = field.levels.length + 1;
    this.own = Uint8Array.from(values, (value) => {
      return value === "" || value.endsWith(BORROWED) ? 0 : 1;
    });
  }

  /** The level on which two rows agree. */
  level(leftRow: number, rightRow: number): number {
    const left = this.codes[leftRow] as number;
    const right = this.codes[rightRow] as number;
    if (left === right) return this.own[left] as number;
    if (left === 0 || right === 0) return 0;
    const pair = left < right ? left * this.size + right : right * this.size + left;
    const place = (pair ^ (pair / 0x40000)) & (REMEMBERED - 1);
    if (this.pairs[place] === pair) return this.levels[place] as number;
    const level = this.compare(left, right);
    this.pairs[place] = pair;
    this.levels[place] = level;
    return level;
  }

  private compare(left: number, right: number): number {
    for (let at = 0; at < this.tests.length; at++) {
      if ((this.tests[at] as Test)(left, right)) return at + 2;
    }
    return this.differ;
  }
}
