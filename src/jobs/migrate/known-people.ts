import { outcome } from "../../domain/intake.js";
import { type Problem, problem } from "../../domain/problem.js";
import { differencesFrom } from "../../match/against-known.js";
import type { CompareRow } from "../../store/port/compared-rows.js";
import type { RowProblem } from "../../store/port/intake.js";
import type { Store } from "../../store/store.js";
import type { MatchedDelivery } from "../match/match-delivery.js";
import type { FileNames } from "./file-names.js";

/** How many rows one page holds. */
const PAGE = 5_000;

/** Rows that wait for a person, by their numbers. */
type Waiting = ReadonlySet<number>;

/**
 * Sets aside the rows whose own numbers lead to two people whom the database knows
 * (`person-known-twice`): the certificate number says one person, the old number another.
 */
export async function setAsideContradicting(
  store: Store,
  contradicting: MatchedDelivery["contradicting"],
  files: FileNames,
): Promise<Waiting> {
  const people = new Map<number, readonly [string, string]>();
  for (const { rowNos, psnNos } of contradicting) {
    for (const rowNo of rowNos) people.set(rowNo, psnNos);
  }
  const waiting = [...people.keys()].sort((one, other) => one - other);
  for (let from = 0; from < waiting.length; from += PAGE) {
    const rows = await store.people.compareRows(waiting.slice(from, from + PAGE));
    await setRowsAside(store, rows, (row) => {
      const [found = "", other = ""] = people.get(row.rowNo) ?? [];
      return [problem("person-known-twice", placeOf(row, files), { found, other })];
    });
  }
  return new Set(waiting);
}

/**
 * Sets aside the rows of known people that state another certificate number, birth date or sex than
 * their record (`differs-from-loaded`); the record stays as it is.
 */
export async function setAsideChanged(store: Store, files: FileNames): Promise<Waiting> {
  const waiting = new Set<number>();
  for (let after = -1; ; ) {
    const rows = await store.people.matchedOtherwise(after, PAGE);
    const changed = rows.filter((row) => differencesFrom(row.record, row).length > 0);
    for (const { rowNo } of changed) waiting.add(rowNo);
    await setRowsAside(store, changed, (row) =>
      differencesFrom(row.record, row).map(({ field, expected, found }) => {
        const what = `${row.source} ${row.legacyId} ${field}`;
        const values = { what, expected: expected === "" ? "—" : expected, found };
        return problem("differs-from-loaded", { ...placeOf(row, files), field }, values);
      }),
    );
    const last = rows.at(-1)?.rowNo;
    if (last === undefined) return waiting;
    after = last;
  }
}

/** Rows that become nobody until a person has decided. */
async function setRowsAside<Row extends CompareRow>(
  store: Store,
  rows: readonly Row[],
  problemsOf: (row: Row) => readonly Problem[],
): Promise<void> {
  const problems = rows.flatMap((row) =>
    problemsOf(row).map((one): RowProblem => ({ ...row, problem: one })),
  );
  const ends = rows.map((row) => ({ ...row, outcome: outcome.setAside }));
  await store.people.setAside(rows.map((row) => row.rowNo));
  await store.intake.settleRows(ends, problems);
}

function placeOf(row: CompareRow, files: FileNames): { file: string; line: number } {
  return { file: files.get(row.fileId) ?? "", line: row.line };
}
