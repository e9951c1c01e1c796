import assert from "node:assert";
import { partOf } from "../../domain/part.js";
import type { Clusters } from "../../match/cluster.js";
import type { MatchedRow } from "../../store/port/people.js";
import type { Store } from "../../store/store.js";
import type { JoinedRow } from "../match/match-delivery.js";

/** How many rows one page holds. */
const PAGE = 5_000;

/** What numbering came to. */
export interface Numbered {
  /** New people. */
  readonly people: number;
  /** Rows that were joined with another. */
  readonly merged: number;
  /** Rows of lists of the employee scheme that are people of the resident scheme. */
  readonly employees: number;
  /** New people of more than one row: their record is still to be chosen. */
  readonly crowded: readonly string[];
}

/**
 * Gives every cluster a number in the order of its first row; people already known keep theirs. A
 * row of a list of the employee scheme makes nobody a resident: it goes to whom it was found to be.
 */
export async function numberPeople(
  store: Store,
  clusters: Clusters,
  known: readonly JoinedRow[],
): Promise<Numbered> {
  const numbers = new PersonNumbers(clusters, known);
  numbers.serial = await store.people.lastSerial();
  for (let after = -1; ; ) {
    const rows = await store.people.stagedAfter(after, PAGE);
    await store.people.addMatches(rows.map((row) => numbers.matched(row)));
    const last = rows.at(-1)?.rowNo;
    if (last === undefined) break;
    after = last;
  }
  for (let after = -1; ; ) {
    const rows = await store.people.employeesAfter(after, PAGE);
    await store.people.addMatches(rows.flatMap((rowNo) => numbers.employed(rowNo)));
    const last = rows.at(-1);
    if (last === undefined) return numbers;
    after = last;
  }
}

interface Person {
  readonly partNo: number;
  readonly psnNo: string;
}

/** Hands out person numbers: the division of the first row, and a serial of ten digits. */
class PersonNumbers implements Numbered {
  serial = 0;
  people = 0;
  merged = 0;
  employees = 0;
  readonly crowded: string[] = [];
  /** Rows that are another record of a loaded person. */
  private readonly others: ReadonlySet<number>;
  private readonly known = new Map<number, Person>();
  private readonly shared = new Map<number, Person>();

  constructor(
    private readonly clusters: Clusters,
    known: readonly JoinedRow[],
  ) {
    this.others = new Set(known.flatMap((row) => (row.isRestated ? [] : [row.rowNo])));
    for (const { rowNo, partNo, psnNo } of known) {
      const root = clusters.rootOf(rowNo);
      const before = this.known.get(root)?.psnNo ?? psnNo;
      assert(before === psnNo, `row ${rowNo} is ${psnNo}, its cluster is ${before}`);
      this.known.set(root, { partNo, psnNo });
    }
  }

  matched(row: { readonly rowNo: number; readonly insuplcAdmdvs: string }): MatchedRow {
    const root = this.clusters.rootOf(row.rowNo);
    const before = this.known.get(root) ?? this.shared.get(root);
    if (before !== undefined) {
      this.merged += 1;
      const isOther = this.others.has(row.rowNo);
      return { rowNo: row.rowNo, ...before, isLead: false, isOther };
    }
    const person = this.next(row.insuplcAdmdvs);
    const isLead = !this.clusters.isShared(row.rowNo);
    if (!isLead) {
      this.shared.set(root, person);
      this.crowded.push(person.psnNo);
    }
    return { rowNo: row.rowNo, ...person, isLead, isOther: false };
  }

  employed(rowNo: number): readonly MatchedRow[] {
    const root = this.clusters.rootOf(rowNo);
    const person = this.known.get(root) ?? this.shared.get(root);
    if (person === undefined) return [];
    this.employees += 1;
    return [{ rowNo, ...person, isLead: false, isOther: true }];
  }

  private next(division: string): Person {
    this.serial += 1;
    this.people += 1;
    const psnNo = `${division}${String(this.serial).padStart(10, "0")}`;
    return { psnNo, partNo: partOf(psnNo) };
  }
}
