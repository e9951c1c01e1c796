import { outcome } from "../../domain/intake.js";
import { problem } from "../../domain/problem.js";
import type { UpdateRules } from "../../domain/update-rule.js";
import type { RowProblem } from "../../store/port/intake.js";
import type { PersonUpdate } from "../../store/port/loading.js";
import type { MatchedFacts } from "../../store/port/people.js";
import type { Store } from "../../store/store.js";
import { type FieldDifference, updatesOf } from "../../unify/update.js";
import type { FileNames } from "./file-names.js";

/** How many rows one page holds. */
const PAGE = 5_000;

/** What a later delivery changed in the records of people who were known. */
export interface Updated {
  /** Rows that wait for a person, by their numbers. */
  readonly waiting: ReadonlySet<number>;
  /** Rows that changed anything. */
  readonly rows: number;
  /** People whose record was changed, and how often each field was. */
  readonly people: number;
  readonly fields: Readonly<Record<string, number>>;
}

/**
 * Holds the rows of known people to their records, by the rules of the delivery. What a rule lets a
 * row change is changed, as an entry beside the old value; a row with a difference that waits for
 * somebody changes nothing and is set aside (`differs-from-loaded`).
 */
export async function applyUpdates(
  store: Store,
  files: FileNames,
  rules: UpdateRules,
): Promise<Updated> {
  const waiting = new Set<number>();
  const people = new Set<string>();
  let changed = 0;
  const fields = new Map<string, number>();
  for (let after = -1; ; ) {
    const rows = await store.people.matchedFacts(after, PAGE);
    const latest = new Map<string, MatchedFacts["record"]>();
    const updates: PersonUpdate[] = [];
    const aside: { readonly row: MatchedFacts; readonly waits: readonly FieldDifference[] }[] = [];
    for (const row of rows) {
      // An earlier row of this page may have changed the record already.
      const record = latest.get(row.psnNo) ?? row.record;
      const { changes, waits } = updatesOf(record, row.row, rules, row.isSaid === 1);
      if (waits.length > 0) aside.push({ row, waits });
      if (changes.length > 0) changed += 1;
      const { partNo, psnNo, fileId, line } = row;
      for (const change of changes) {
        updates.push({ partNo, psnNo, fileId, line, ...change });
        fields.set(change.field, (fields.get(change.field) ?? 0) + 1);
        people.add(psnNo);
      }
      const after = changes.map(({ field, after: value }) => [field, value] as const);
      latest.set(psnNo, { ...record, ...Object.fromEntries(after) });
    }
    await store.people.updatePeople(updates);
    await setAsideRows(store, aside, files);
    for (const { row } of aside) waiting.add(row.rowNo);
    const last = rows.at(-1)?.rowNo;
    if (last === undefined) break;
    after = last;
  }
  const counts = [...fields].sort(([left], [right]) => (left < right ? -1 : 1));
  return { waiting, rows: changed, people: people.size, fields: Object.fromEntries(counts) };
}

async function setAsideRows(
  store: Store,
  aside: readonly { readonly row: MatchedFacts; readonly waits: readonly FieldDifference[] }[],
  files: FileNames,
): Promise<void> {
  const problems = aside.flatMap(({ row, waits }) =>
    waits.map(({ field, before, after }): RowProblem => {
      const place = { file: files.get(row.fileId) ?? "", line: row.line, field };
      const what = `${row.source} ${row.legacyId} ${field}`;
      const values = { what, expected: before === "" ? "—" : before, found: after };
      return { ...row, problem: problem("differs-from-loaded", place, values) };
    }),
  );
  await store.people.setAside(aside.map(({ row }) => row.rowNo));
  const ends = aside.map(({ row }) => ({ ...row, outcome: outcome.setAside }));
  await store.intake.settleRows(ends, problems);
}
