import assert from "node:assert";
import { basename } from "node:path";
import { type Day, dayOf } from "../../domain/period.js";
import type { Problem } from "../../domain/problem.js";
import { Refusal } from "../../domain/refusal.js";
import type { SourceKey } from "../../domain/source-key.js";
import { sha256Of } from "../../io/files.js";
import type { NewDecision } from "../../store/port/decisions.js";
import type { Store } from "../../store/store.js";
import { asRun, type Job } from "../job.js";
import { type MergedPeople, mergePeople } from "./merge-people.js";
import { type KnownPerson, newDecisions } from "./new-decisions.js";
import { readReview } from "./read-review.js";
import { resolvePairs } from "./resolve-pairs.js";
import type { ReturnedDecision } from "./returned-decision.js";

/** What a workbook of decisions came to. */
export interface ImportReport {
  readonly file: string;
  /** Entries that were added to the journal. */
  readonly same: number;
  readonly different: number;
  /** Decisions that the journal held already. */
  readonly known: number;
  /** Rows of the queue without a decision, or with: not yet. */
  readonly undecided: number;
  readonly merged: readonly MergedPeople[];
  /** Pairs that wait on. */
  readonly waiting: number;
}

/**
 * Reads decisions back from a workbook, adds what is new to the journal and puts together the
 * people who are one by it. All or nothing: with one row that does not fit, or one decision that
 * contradicts another, nothing is taken. The same workbook again changes nothing.
 */
export async function importDecisions(job: Job, path: string): Promise<ImportReport> {
  const sha256 = await sha256Of(path);
  const returned = await readReview(path, job.workspace.lang);
  refuseUnfit(path, returned.problems);
  const plan = { kind: "match-import", subject: sha256, isWhole: true };
  return asRun(job, plan, async (runId) => {
    const { store, operator } = job;
    const givenBack = { by: operator, on: today(), lang: job.workspace.lang };
    const { decisions, problems } = await resolvePairs(store, returned.pairs, givenBack);
    refuseUnfit(path, problems);
    const people = await peopleNamed(store, decisions);
    const found = newDecisions(decisions, await store.decisions.all(), people);
    refuseUnfit(path, found.problems);
    await store.decisions.add(runId, found.fresh.map(asEntry));
    const merged = await mergeDecided(job, runId, found.fresh);
    const counts = await store.decisions.waitingCounts();
    const later = returned.pairs.filter((pair) => pair.decision === "later").length;
    const report: ImportReport = {
      file: basename(path),
      same: found.fresh.filter((one) => one.kind === "same").length,
      different: found.fresh.filter((one) => one.kind === "different").length,
      known: found.known,
      undecided: returned.undecided + later,
      merged,
      waiting: Object.values(counts).reduce((sum, count) => sum + count, 0),
    };
    return { report, inputs: [{ role: "review", path: basename(path), sha256 }], outputs: [] };
  });
}

/** The day on the calendar of whoever sits here. */
function today(): Day {
  const now = new Date();
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  assert(day !== undefined, "today is a day");
  return day;
}

/** How many problems a refusal names. */
const MOST_TOLD = 50;

function refuseUnfit(path: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const values = { found: path, count: problems.length };
  throw new Refusal("decisions-unfit", values, problems.slice(0, MOST_TOLD));
}

function asEntry({ place: _place, ...decision }: ReturnedDecision): NewDecision {
  return decision;
}

/** The loaded people whose records the decisions name, with all their records. */
async function peopleNamed(
  store: Store,
  decisions: readonly ReturnedDecision[],
): Promise<readonly KnownPerson[]> {
  const numbers = new Set<string>();
  for (const { left, right } of decisions) {
    for (const key of [left, right]) {
      for (const psnNo of await numbersOf(store, key)) numbers.add(psnNo);
    }
  }
  const people = await store.rows.personRows([...numbers].sort());
  return people.map((rows) => ({ psnNo: rows[0]?.psnNo ?? "", keys: rows.map((row) => row.key) }));
}

/** The people whose records a key names: none where its delivery is not loaded. */
async function numbersOf(store: Store, key: SourceKey): Promise<readonly string[]> {
  return [...new Set((await store.rows.personRowsOf(key)).map((row) => row.psnNo))];
}

/** Puts together the people who are one by the decisions; whom another merge took along is done. */
async function mergeDecided(
  job: Job,
  runId: number,
  fresh: readonly ReturnedDecision[],
): Promise<readonly MergedPeople[]> {
  const merged: MergedPeople[] = [];
  for (const { kind, left, right } of fresh) {
    if (kind !== "same") continue;
    const numbers = [...(await numbersOf(job.store, left)), ...(await numbersOf(job.store, right))];
    const [first, ...others] = new Set(numbers);
    for (const other of others) {
      const people = await mergePeople(job, runId, first ?? other, other);
      if (people !== undefined) merged.push(people);
    }
  }
  return merged;
}
