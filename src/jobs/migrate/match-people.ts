import { outcome } from "../../domain/intake.js";
import { problem } from "../../domain/problem.js";
import { rowText } from "../../domain/row-number.js";
import type { UpdateRules } from "../../domain/update-rule.js";
import { Clusters } from "../../match/cluster.js";
import { type NameConflict, sameCertno, sameHouseholdMember } from "../../match/exact.js";
import { recordOf } from "../../match/record.js";
import type { SurvivorRules } from "../../match/survivor-rules.js";
import type { RowProblem } from "../../store/port/intake.js";
import type { CompareRow, KnownOtherwise, LoadedRecord } from "../../store/port/people.js";
import type { Store } from "../../store/store.js";
import { applyUpdates, type Updated } from "./apply-updates.js";
import { checkHouseholds } from "./check-households.js";
import type { FileNames } from "./file-names.js";
import { findKnown, setAsideChanged } from "./known-people.js";
import { numberPeople } from "./person-numbers.js";

/** How many groups or rows one page holds. */
const PAGE = 5_000;

/** What a delivery may change in loaded records, and how new records are made. */
interface MatchRules {
  readonly rules: UpdateRules | undefined;
  readonly survivors: SurvivorRules;
}

/** What matching came to. */
export interface MatchReport {
  readonly people: number;
  /** Rows joined with another row, in one scheme and across schemes. */
  readonly mergedRows: number;
  /** Rows of people whom the database knew. */
  readonly knownRows: number;
  /** What was changed in records that were loaded. */
  readonly updated: Updated;
}

/**
 * Finds which staged rows are the same person by the exact rules, gives every person a number, and
 * loads one record each. People whom the database knows keep their numbers; rows that lead to two
 * of them, or say something else than their record, are set aside. The memory for this is
 * four bytes a row.
 */
export async function matchPeople(
  store: Store,
  files: FileNames,
  { rules, survivors }: MatchRules,
): Promise<MatchReport> {
  const clusters = new Clusters(await store.people.stagedCount());
  const repeats: CompareRow[][] = [];
  await checkHouseholds(store, files);
  await setAsideKnown(store, files, rules);
  await linkCertnos(store, clusters, files, repeats);
  await linkHouseholds(store, clusters, repeats);
  const { known, waiting } = await findKnown(store, clusters, files);
  const { people, merged, crowded } = await numberPeople(store, clusters, known);
  const updated =
    rules === undefined
      ? { waiting: await setAsideChanged(store, files), rows: 0, people: 0, fields: {} }
      : await applyUpdates(store, files, rules);
  await store.people.loadPeople();
  await makeRecords(store, crowded, survivors);
  await store.people.endMerged();
  const isMerged = ({ rowNo }: CompareRow) => !waiting.has(rowNo) && !updated.waiting.has(rowNo);
  const stillRepeated = repeats.map((rows) => rows.filter(isMerged));
  await noteRepeated(store, stillRepeated, files);
  const mergedRows = merged - updated.waiting.size;
  return { people, mergedRows, knownRows: known.length, updated };
}

/**
 * Rows whose number belongs to somebody of another name whom the database knows already. Where the
 * rules let a delivery correct names, and the old number is that person's too, it is that person.
 */
async function setAsideKnown(
  store: Store,
  files: FileNames,
  rules: UpdateRules | undefined,
): Promise<void> {
  const isRenamed = (row: KnownOtherwise): boolean =>
    rules?.psn_name === "update" && row.isSameNumber;
  for (let after = -1; ; ) {
    const rows = await store.people.knownOtherwise(after, PAGE);
    await store.people.linkRenamed(rows.filter(isRenamed));
    const strangers = rows.filter((row) => !isRenamed(row));
    const conflicts = strangers.map((row) => ({ row, there: row.psnNo }));
    await setAside(store, conflicts, files);
    const last = rows.at(-1)?.rowNo;
    if (last === undefined) return;
    after = last;
  }
}

/** Makes the records of new people of several rows. */
async function makeRecords(
  store: Store,
  psnNos: readonly string[],
  rules: SurvivorRules,
): Promise<void> {
  for (let from = 0; from < psnNos.length; from += PAGE) {
    const people = await store.people.rowsOf(psnNos.slice(from, from + PAGE));
    const records = people.map((rows): LoadedRecord => {
      const { record, lead } = recordOf(rows, rules);
      const { partNo, psnNo, rowNo } = lead;
      return { partNo, psnNo, rowNo, record };
    });
    await store.people.addRecords(records);
  }
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
    const named = conflicts.map(({ row, other }) => ({ row, there: placeOf(other, files) }));
    await setAside(store, named, files);
    const last = groups.at(-1)?.[0]?.certno;
    if (last === undefined) return;
    after = last;
  }
}

/** Rows of a number under several names wait for a person; they become nobody. */
async function setAside(
  store: Store,
  conflicts: readonly { readonly row: CompareRow; readonly there: string }[],
  files: FileNames,
): Promise<void> {
  const problems = conflicts.map(({ row, there }): RowProblem => {
    const place = { file: files.get(row.fileId) ?? "", line: row.line, field: "certno" };
    const values = { found: row.certno, other: there };
    return { ...row, problem: problem("certno-on-several-names", place, values) };
  });
  const rows = conflicts.map(({ row }) => ({ ...row, outcome: outcome.setAside }));
  await store.people.setAside(conflicts.map(({ row }) => row.rowNo));
  await store.intake.settleRows(rows, problems);
}

function placeOf(row: CompareRow, files: FileNames): string {
  return `${files.get(row.fileId) ?? ""}:${rowText(row.line)}`;
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
      return [{ ...row, problem: problem("row-repeated", place, { found: rowText(first.line) }) }];
    }),
  );
  await store.intake.settleRows([], problems);
}
