import type { Column } from "./column.js";
import type { MatchField } from "./spec.js";
import type { MatchTable } from "./table.js";

/** A value weighs at most so much more or less than a usual one (as a logarithm to the base 2). */
const MOST = 7;

/** How frequent values are, so that agreement in a rare one weighs more. */
export class Frequencies {
  /** Per field, how often two rows hold one value, of those that hold any. */
  readonly shared: readonly number[];
  private readonly adjusting: readonly Adjusting[];

  constructor(table: MatchTable, fields: readonly MatchField[]) {
    const columns = fields.map(({ name }) => table.columns.get(name) as Column);
    const counted = columns.map(countsOf);
    this.shared = counted.map(sharedOf);
    this.adjusting = fields.flatMap(({ byFrequency }, at) => {
      if (!byFrequency) return [];
      const [column, counts] = [columns[at] as Column, counted[at] as Float64Array];
      const weights = weightsOf(counts, this.shared[at] ?? 0);
      return [{ at, codes: column.codes, weights }];
    });
  }

  /** What the values of a pair that are equal weigh more (or less) than usual ones. */
  weight(row: number, levels: readonly number[]): number {
    let weight = 0;
    for (const { at, codes, weights } of this.adjusting) {
      if (levels[at] === 1) weight += weights[codes[row] as number] as number;
    }
    return weight;
  }
}

interface Adjusting {
  readonly at: number;
  readonly codes: Int32Array;
  /** By the code of the value. */
  readonly weights: Float64Array;
}

function countsOf({ codes, values }: Column): Float64Array {
  const counts = new Float64Array(values.length);
  for (const code of codes) counts[code] = (counts[code] as number) + 1;
  return counts;
}

/** Whole numbers are added, so their order does not matter. */
function sharedOf(counts: Float64Array): number {
  let [all, pairs] = [0, 0];
  for (let code = 1; code < counts.length; code++) {
    const count = counts[code] as number;
    all += count;
    pairs += (count * (count - 1)) / 2;
  }
  return all < 2 ? 0 : pairs / ((all * (all - 1)) / 2);
}

/** The usual value is the one that two rows share as often as any two rows share one. */
function weightsOf(counts: Float64Array, shared: number): Float64Array {
  const all = counts.subarray(1).reduce((sum, count) => sum + count, 0);
  return counts.map((count) => {
    if (shared === 0 || all < 2) return 0;
    const others = Math.max(1, count - 1) / (all - 1);
    return Math.min(MOST, Math.max(-MOST, Math.log2(shared / others)));
  });
}
