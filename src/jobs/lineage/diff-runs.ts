import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { lineHash } from "../../domain/hash.js";
import { effectOf } from "../../domain/problem.js";
import { rowText } from "../../domain/row-number.js";
import { csvPieces } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import type { Run, RunOutput } from "../../store/port/runs.js";
import type { Store } from "../../store/store.js";
import { diffHeader, diffKinds } from "../../text/reports.js";
import { tell } from "../../text/tell.js";
import type { MigrateReport } from "../migrate/report.js";
import type { Workspace } from "../workspace.js";

/** One side of a comparison: a database and the run of a delivery in it. */
export interface DiffSide {
  readonly store: Store;
  readonly run: Run;
  /** How the user named it. */
  readonly name: string;
}

/** A figure of both sides. */
export interface DiffFigure {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What two rehearsals of a delivery came to, side by side. */
export interface DiffReport {
  readonly before: string;
  readonly after: string;
  /** Rows set aside before and not now: loaded or merged since, or no longer delivered. */
  readonly released: number;
  readonly gone: number;
  /** Rows set aside now and not before: of rows that were there, and of new ones. */
  readonly caught: number;
  readonly arrived: number;
  /** Rows set aside in both, for other reasons than before. */
  readonly changed: number;
  readonly same: number;
  /** By problem code, among the set-aside rows of both sides. */
  readonly codes: readonly DiffFigure[];
  readonly totals: readonly DiffFigure[];
  readonly outputs: readonly RunOutput[];
}

/**
 * Compares what two runs of a delivery set aside. A row is the same row when its file has the same
 * name and its text is the same to the letter, wherever it stands now. Every row that differs is
 * listed in a file for its owner's eyes.
 */
export async function diffRuns(
  workspace: Workspace,
  before: DiffSide,
  after: DiffSide,
): Promise<DiffReport> {
  const [left, right] = [await rowsOf(before), await rowsOf(after)];
  const differing = await differences(left, right, before, after);
  const count = (kind: DiffKind): number => differing.filter((one) => one.kind === kind).length;
  const total = [...left.values()].reduce((sum, rows) => sum + rows.length, 0);
  const gone = count("released") + count("gone");
  return {
    before: before.name,
    after: after.name,
    released: count("released"),
    gone: count("gone"),
    caught: count("caught"),
    arrived: count("arrived"),
    changed: count("changed"),
    same: total - gone - count("changed"),
    codes: figures(codesOf(left), codesOf(right)),
    totals: totalsOf(before.run, after.run),
    outputs: [await written(workspace, before, after, differing)],
  };
}

export type DiffKind = keyof typeof diffKinds;

interface Compared {
  readonly path: string;
  readonly line: number;
  readonly raw: string;
  readonly codes: string;
}

interface Difference {
  readonly kind: DiffKind;
  readonly before?: Compared;
  readonly after?: Compared;
}

/** Set-aside rows by what they are; lines that stand several times are as many rows. */
type RowsByKey = ReadonlyMap<string, readonly Compared[]>;

const PAGE = 2_000;

async function rowsOf({ store, run }: DiffSide): Promise<RowsByKey> {
  const rows = new Map<string, Compared[]>();
  for (let after = { fileId: 0, line: 0 }; ; ) {
    const page = await store.intake.setAsideAfter(run.runId, after, PAGE);
    for (const { path, line, raw, problems } of page) {
      const reasons = problems
        .map((one) => one.code)
        .filter((code) => effectOf(code) === "setAside");
      const codes = [...new Set(reasons)].sort().join(" ");
      const key = keyOf(path, raw);
      const same = rows.get(key) ?? [];
      same.push({ path, line, raw, codes });
      rows.set(key, same);
    }
    const last = page.at(-1);
    if (last === undefined) return rows;
    after = last;
  }
}

function keyOf(path: string, raw: string): string {
  return createHash("sha1").update(`${path}\0${raw}`).digest("base64");
}

async function differences(
  left: RowsByKey,
  right: RowsByKey,
  before: DiffSide,
  after: DiffSide,
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  const [lost, fresh]: [Compared[], Compared[]] = [[], []];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [olds, news] = [left.get(key) ?? [], right.get(key) ?? []];
    for (const [at, old] of olds.entries()) {
      const now = news[at];
      if (now === undefined) lost.push(old);
      else if (now.codes !== old.codes) found.push({ kind: "changed", before: old, after: now });
    }
    fresh.push(...news.slice(olds.length));
  }
  const [there, here] = [await presentIn(after, lost), await presentIn(before, fresh)];
  for (const row of lost) found.push({ kind: there.has(row) ? "released" : "gone", before: row });
  for (const row of fresh) found.push({ kind: here.has(row) ? "caught" : "arrived", after: row });
  return found.sort(byPlace);
}

/** Those of some rows that the other side was delivered too: their files hold the same line. */
async function presentIn(
  { store, run }: DiffSide,
  rows: readonly Compared[],
): Promise<ReadonlySet<Compared>> {
  const present = new Set<Compared>();
  const byPath = new Map<string, Compared[]>();
  for (const row of rows) {
    const wanted = byPath.get(row.path) ?? [];
    wanted.push(row);
    byPath.set(row.path, wanted);
  }
  for (const file of await store.intake.files(run.runId)) {
    const wanted = byPath.get(file.path) ?? [];
    if (wanted.length === 0) continue;
    const hashes = wanted.map(({ line, raw }) => lineHash(line, raw));
    const held = await store.lineage.heldHashes(file.fileId, hashes);
    for (const [at, row] of wanted.entries()) if (held.has(hashes[at] ?? -1)) present.add(row);
  }
  return present;
}

function byPlace(left: Difference, right: Difference): number {
  const [a, b] = [left.before ?? left.after, right.before ?? right.after];
  if (a === undefined || b === undefined) return 0;
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line;
}

function codesOf(rows: RowsByKey): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { codes } of [...rows.values()].flat()) {
    for (const code of codes.split(" ")) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

function figures(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): readonly DiffFigure[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.map((name) => {
    return { name, before: String(before[name] ?? 0), after: String(after[name] ?? 0) };
  });
}

/** Rows, people and money of both reports. */
function totalsOf(before: Run, after: Run): readonly DiffFigure[] {
  const [left, right] = [before, after].map((run) => JSON.parse(run.report) as MigrateReport);
  const rows = (
    report: MigrateReport | undefined,
    key: "read" | "loaded" | "merged" | "setAside",
  ) => String((report?.files ?? []).reduce((sum, file) => sum + file[key], 0));
  const keys = ["read", "loaded", "merged", "setAside"] as const;
  const money = new Map<string, { before: string; after: string }>();
  for (const [side, report] of [
    ["before", left],
    ["after", right],
  ] as const) {
    for (const line of report?.money ?? []) {
      for (const key of ["carried", "setAside"] as const) {
        const name = `${line.kind} ${line.place} ${key}`;
        const figure = money.get(name) ?? { before: "0.00", after: "0.00" };
        money.set(name, { ...figure, [side]: line[key] });
      }
    }
  }
  return [
    ...keys.map((key) => ({ name: key, before: rows(left, key), after: rows(right, key) })),
    { name: "people", before: String(left?.people ?? 0), after: String(right?.people ?? 0) },
    ...[...money].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => ({ name, ...one })),
  ];
}

async function written(
  { output, root, lang }: Workspace,
  before: DiffSide,
  after: DiffSide,
  found: readonly Difference[],
): Promise<RunOutput> {
  const name = `diff-${before.run.subject.slice(0, 8)}-${after.run.subject.slice(0, 8)}`;
  const numbered = `${name}-${before.run.runId}-${after.run.runId}.csv`;
  const path = join(output, "private", numbered);
  const rows = found.map(({ kind, before: old, after: now }) => [
    tell(diffKinds[kind], lang),
    (old ?? now)?.path ?? "",
    old === undefined ? "" : rowText(old.line),
    now === undefined ? "" : rowText(now.line),
    old?.codes ?? "",
    now?.codes ?? "",
    (old ?? now)?.raw ?? "",
  ]);
  const content = csvPieces([diffHeader[lang], ...rows], {
    bom: true,
    textColumns: new Set([1, 6]),
  });
  await writeFileAtomic(path, content, { mode: PRIVATE_MODE });
  return { path: relative(root, path), sha256: await sha256Of(path), isPrivate: true };
}
