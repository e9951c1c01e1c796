import { outcome } from "../../domain/intake.js";
import { problem } from "../../domain/problem.js";
import { rowText } from "../../domain/row-number.js";
import type { AlikeNames } from "../../match/alike-names.js";
import { type NameConflict, sameCertno, sameHouseholdMember } from "../../match/exact.js";
import type { RowPair } from "../../match/join-exact.js";
import type { CompareRow } from "../../store/port/compared-rows.js";
import type { RowProblem } from "../../store/port/intake.js";
import type { Store } from "../../store/store.js";
import type { FileNames } from "./file-names.js";

/** How many groups one page holds. */
const PAGE = 5_000;

/** What the exact rules say of the rows of a delivery. */
export interface RulePairs {
  /** Row numbers of one person. */
  readonly pairs: readonly RowPair[];
  /** Rows of one file whose lines are the same to the letter. */
  readonly repeats: readonly (readonly CompareRow[])[];
}

/**
 * Asks the exact rules about the rows of a delivery. Rows of a number under several names are set
 * aside (`certno-on-several-names`): nobody can tell from them whose number it is; unless the names
 * may well be one.
 */
export async function rulePairs(
  store: Store,
  files: FileNames,
  isAlike: AlikeNames,
): Promise<RulePairs> {
  const pairs: RowPair[] = [];
  const repeats: CompareRow[][] = [];
  await pairCertnos({ store, files, isAlike }, pairs, repeats);
  await pairHouseholds(store, pairs, repeats);
  return { pairs, repeats };
}

async function pairCertnos(
  {
    store,
    files,
    isAlike,
  }: {
    readonly store: Store;
    readonly files: FileNames;
    readonly isAlike: AlikeNames;
  },
  pairs: RowPair[],
  repeats: CompareRow[][],
): Promise<void> {
  let after = "";
  for (;;) {
    const groups = await store.people.sameCertno(after, PAGE);
    const conflicts: NameConflict<CompareRow>[] = [];
    for (const group of groups) {
      const verdict = sameCertno(group, isAlike);
      pairs.push(...everyPair(verdict.links));
      conflicts.push(...verdict.conflicts);
      repeats.push(...repeatedLines(group));
    }
    const named = conflicts.map(({ row, other }) => ({ row, there: placeOf(other, files) }));
    await setAsideNamed(store, named, files);
    const last = groups.at(-1)?.[0]?.certno;
    if (last === undefined) return;
    after = last;
  }
}

/** More rows than this are joined by way of the first one. */
const CROWD = 16;

/**
 * Every pair of the rows that a rule has linked with the first of them: where a decision keeps two
 * of them apart, a third one is linked with each of both.
 */
function everyPair(links: readonly RowPair[]): readonly RowPair[] {
  const [first] = links;
  if (first === undefined || links.length === 1 || links.length >= CROWD) return links;
  const rows = [first[0], ...links.map(([, row]) => row)];
  return rows.flatMap((row, at) => rows.slice(at + 1).map((other): RowPair => [row, other]));
}

/** Rows of a number under several names wait for a person; they become nobody. */
export async function setAsideNamed(
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

async function pairHouseholds(
  store: Store,
  pairs: RowPair[],
  repeats: CompareRow[][],
): Promise<void> {
  for (let after = 0; ; after += PAGE) {
    const groups = await store.people.sameHouseholdMember(after, PAGE);
    if (groups.length === 0) return;
    for (const group of groups) {
      pairs.push(...everyPair(sameHouseholdMember(group)));
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
export async function noteRepeated(
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
