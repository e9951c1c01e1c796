import { add, addRead, nothingRead, type ReadAmount, type Yuan, zero } from "../domain/money.js";
import { effectOf } from "../domain/problem.js";
import type { ProblemCode } from "../text/problems.js";
import type { SampleFileName } from "./files.js";
import type { DirtKind } from "./rates.js";
import type { SampleRow } from "./rows.js";

/** What one file holds in all. */
export interface FileTotals {
  rows: number;
  readonly money: Map<string, ReadAmount>;
}

/** Keeps count while the county is made: control totals, expected problems, hospitals' claims. */
export class Books {
  readonly files: ReadonlyMap<SampleFileName, FileTotals>;
  /** Rows by the problems that must set them aside. */
  readonly expected = new Map<ProblemCode, number>();
  /** Rows by the kind of dirt. */
  readonly spoiled = new Map<string, number>();
  /** How many people or claims each kind of dirt has befallen. */
  readonly befallen = new Map<DirtKind, number>();
  /** What each hospital will claim from the pooled fund. */
  readonly hospitals = new Map<string, Yuan>();

  constructor(files: readonly SampleFileName[]) {
    this.files = new Map(
      files.map((name) => [name, { rows: 0, money: new Map<string, ReadAmount>() }]),
    );
  }

  enter(row: SampleRow): void {
    const totals = this.files.get(row.file);
    if (totals !== undefined) {
      totals.rows += 1;
      for (const [field, amount] of row.money) {
        totals.money.set(field, addRead(totals.money.get(field) ?? nothingRead, amount));
      }
    }
    for (const code of waitsFor(row)) count(this.expected, code);
    if (row.spoiled !== "") count(this.spoiled, row.spoiled);
  }

  /** A person or a claim was spoiled. */
  befell(kind: DirtKind): void {
    count(this.befallen, kind);
  }

  claimed(fixmedinsCode: string, hifpPay: Yuan): void {
    this.hospitals.set(fixmedinsCode, add(this.hospitals.get(fixmedinsCode) ?? zero, hifpPay));
  }
}

/** Every problem that sets the row aside; the manifest accepts each. */
function waitsFor({ expected, reported }: SampleRow): readonly ProblemCode[] {
  const more = reported.filter((code) => effectOf(code) === "setAside");
  return expected === "" ? more : [expected, ...more];
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
