import { outcome } from "../../domain/intake.js";
import { partOf } from "../../domain/part.js";
import { problem } from "../../domain/problem.js";
import { Clusters } from "../../match/cluster.js";
import { type NameConflict, sameCertno, sameHouseholdMember } from "../../match/exact.js";
import { survivorOf } from "../../match/survivor.js";
import type { RowProblem } from "../../store/port/intake.js";
import type { CompareRow, MatchedRow } from "../../store/port/people.js";
import type { Store } from "../../store/store.js";

/** How many groups or rows one page holds. */
const PAGE = 5_000;

/** The name of a file by its number, for messages. */
export type FileNames = ReadonlyMap<number, string>;

/** What matching came to. */
export interface MatchReport {
  readonly people: number;
  /** Rows joined with another row, in one scheme and across schemes. */
  readonly mergedRows: number;
}

/**
 * Finds which staged rows are the same person by the exact rules, gives every person a number, and
 * loads one record each. People whom the database knows keep their numbers. The memory for this is
 * four bytes a row.
 */
export async function matchPeople(store: Store, files: FileNames): Promise<MatchReport> {
  const clusters = new Clusters(await store.people.stagedCount());
  const repeats: CompareRow[][] = [];
  await linkCertnos(store, clusters, files, repeats);
  await linkHouseholds(store, clusters, repeats);
  const { people, merged, crowded } = await number(store, clusters);
  for (let from = 0; from < crowded.length; from += PAGE) {
    const rows = await store.people.rowsOf(crowded.slice(from, from + PAGE));
    await store.people.setLeads(rows.map(survivorOf));
  }
  await store.people.loadPeople();
  await noteRepeated(store, repeats, files);
  return { people, mergedRows: merged };
}

async function linkCertnos(
  store: Store,
  clusters: Clusters,
  files: FileNames,
  repeats: CompareRow[][],
): Promise<void> {
  let after = "";
  for (;;) {
    const groups = await store.people.sameCertno(after, PAGE);
    const conflicts: NameConflict<CompareRow>[] = [];
    for (const group of groups) {
      const verdict = sameCertno(group);
      for (const [left, right] of verdict.links) clusters.link(left, right);
      conflicts.push(...verdict.conflicts);
      repeats.push(...repeatedLines(group));
    }
    await setAside(store, conflicts, files);
    const last = groups.at(-1)?.[0]?.certno;
    if (last === undefined) return;
    after = last;
  }
}

/** Rows of a number under several names wait for a person; they become nobody. */
async function setAside(
  store: Store,
  conflicts: readonly NameConflict<CompareRow>[],
  files: FileNames,
): Promise<void> {
  const problems = conflicts.map(({ row, other }): RowProblem => {
    const place = { file: files.get(row.fileId) ?? "", line: row.line, field: "certno" };
    const there = `${files.get(other.fileId) ?? ""}:${other.line}`;
    const values = { found: row.certno, other: there };
    return { ...row, problem: problem("certno-on-several-names", place, values) };
  });
  const rows = conflicts.map(({ row }) => ({ ...row, outcome: outcome.setAside }));
  await store.people.setAside(conflicts.map(({ row }) => row.rowNo));
  await store.intake.settleRows(rows, problems);
}

async function linkHouseholds(
  store: Store,
  clusters: Clusters,
  repeats: CompareRow[][],
): Promise<void> {
  for (let after = 0; ; after += PAGE) {
    const groups = await store.people.sameHouseholdMember(after, PAGE);
    if (groups.length === 0) return;
    for (const group of groups) {
      for (const [left, right] of sameHouseholdMember(group)) clusters.link(left, right);
      repeats.push(...repeatedLines(group));
    }
  }
}

/** Rows of one file whose lines are the same to the letter. */
function repeatedLines(group: readonly CompareRow[]): readonly CompareRow[][] {
  const byLine = new Map<string, CompareRow[]>();
  for (const row of group) {
    const key = `${row.fileId}|${row.lineHash}`;
    byLine.set(key, [...(byLine.get(key) ?? []), row]);
  }
  return [...byLine.values()].filter((rows) => rows.length > 1);
}

interface Numbered {
  /** New people. */
  readonly people: number;
  /** Rows that were joined with another. */
  readonly merged: number;
  /** New people of more than one row: their record is still to be chosen. */
  readonly crowded: readonly string[];
}

/** Gives every cluster a number in the order of its first row; people already known keep theirs. */
async function number(store: Store, clusters: Clusters): Promise<Numbered> {
  const numbers = new PersonNumbers(clusters, await store.people.known());
  numbers.serial = await store.people.lastSerial();
  for (let after = -1; ; ) {
    const rows = await store.people.stagedAfter(after, PAGE);
    await store.people.addMatches(rows.map((row) => numbers.matched(row)));
    const last = rows.at(-1)?.rowNo;
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
  readonly crowded: string[] = [];
  private readonly known = new Map<number, Person>();
  private readonly shared = new Map<number, Person>();

  constructor(
    private readonly clusters: Clusters,
    known: ReadonlyMap<number, Person>,
  ) {
    for (const [rowNo, person] of known) this.known.set(clusters.rootOf(rowNo), person);
  }

  matched(row: { readonly rowNo: number; readonly insuplcAdmdvs: string }): MatchedRow {
    const root = this.clusters.rootOf(row.rowNo);
    const before = this.known.get(root) ?? this.shared.get(root);
    if (before !== undefined) {
      this.merged += 1;
      return { rowNo: row.rowNo, ...before, isLead: false };
    }
    const person = this.next(row.insuplcAdmdvs);
    const isLead = !this.clusters.isShared(row.rowNo);
    if (!isLead) {
      this.shared.set(root, person);
      this.crowded.push(person.psnNo);
    }
    return { rowNo: row.rowNo, ...person, isLead };
  }

  private next(division: string): Person {
    this.serial += 1;
    this.people += 1;
    const psnNo = `${division}${String(this.serial).padStart(10, "0")}`;
    return { psnNo, partNo: partOf(psnNo) };
  }
}

/** Rows that repeat a line stay merged, and say with which line. */
async function noteRepeated(
  store: Store,
  repeats: readonly (readonly CompareRow[])[],
  files: FileNames,
): Promise<void> {
  const seen = new Set<string>();
  const problems = repeats.flatMap(([first, ...rest]) =>
    rest.flatMap((row): RowProblem[] => {
      const key = `${row.fileId}:${row.line}`;
      if (first === undefined || seen.has(key)) return [];
      seen.add(key);
      const place = { file: files.get(row.fileId) ?? "", line: row.line };
      return [{ ...row, problem: problem("row-repeated", place, { found: first.line }) }];
    }),
  );
  await store.intake.settleRows([], problems);
}
