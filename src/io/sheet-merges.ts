import { damaged } from "./damaged.js";
import type { CellRange } from "./workbook.js";

/** The merged ranges of a sheet, looked up by cell. */
export class Merges {
  private readonly byRow = new Map<number, CellRange[]>();

  /** Refuses a sheet in which merges cover more rows than any sheet needs. */
  constructor(path: string, ranges: readonly CellRange[]) {
    let covered = 0;
    for (const range of ranges) {
      covered += range.e.r - range.s.r + 1;
      if (covered > MOST_COVERED) {
        throw damaged(path, "tooLarge", { found: covered, expected: MOST_COVERED });
      }
      for (let at = range.s.r; at <= range.e.r; at++) {
        const known = this.byRow.get(at);
        if (known === undefined) this.byRow.set(at, [range]);
        else known.push(range);
      }
    }
  }

  /** The range that covers a cell; undefined for a cell of its own, and for a range's corner. */
  over(row: number, column: number): CellRange | undefined {
    return this.byRow
      .get(row)
      ?.find(({ s, e }) => s.c <= column && column <= e.c && !(s.r === row && s.c === column));
  }

  /** The ranges that cover some cell of a row. */
  ofRow(row: number): readonly CellRange[] {
    return this.byRow.get(row) ?? [];
  }
}

/** Every row of a full sheet once, which no printed list comes near. */
const MOST_COVERED = 1_048_576;
