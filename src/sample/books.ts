import { add, addRead, nothingRead, type ReadAmount, type Yuan, zero } from "../domain/money.js";
import type { ProblemCode } from "../text/problems.js";
import { type SampleFileName, sampleFiles } from "./files.js";
import type { SampleRow } from "./rows.js";

/** What one file holds in all. */
export interface FileTotals {
  rows: number;
  readonly money: Map<string, ReadAmount>;
}

/** Keeps count while the county is made: control totals, expected problems, hospitals' claims. */
export class Books {
  readonly files: ReadonlyMap<SampleFileName, FileTotals> = new Map(
    (Object.keys(sampleFiles) as SampleFileName[]).map((name) => [
      name,
      { rows: 0, money: new Map<string, ReadAmount>() },
    ]),
  );
  /** Rows by the problem that must set them aside. */
  readonly expected = new Map<ProblemCode, number>();
  /** Rows by the kind of dirt. */
  readonly spoiled = new Map<string, number>();
  /** What each hospital will claim from the pooled fund. */
  readonly hospitals = new Map<string, Yuan>();

  enter(row: SampleRow): void {
    const totals = this.files.get(row.file);
    if (totals !== undefined) {
      totals.rows += 1;
      for (const [field, amount] of row.money) {
        totals.money.set(field, addRead(totals.money.get(field) ?? nothingRead, amount));
      }
    }
    if (row.expected !== "") count(this.expected, row.expected);
    if (row.spoiled !== "") count(this.spoiled, row.spoiled);
  }

  claimed(fixmedinsCode: string, hifpPay: Yuan): void {
    this.hospitals.set(fixmedinsCode, add(this.hospitals.get(fixmedinsCode) ?? zero, hifpPay));
  }
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
