import assert from "node:assert";
import { basename } from "node:path";
import type { MatchDecision } from "../../domain/match-decision.js";
import { type Day, dayOf } from "../../domain/period.js";
import { type Problem, problem } from "../../domain/problem.js";
import { Refusal } from "../../domain/refusal.js";
import { sha256Of } from "../../io/files.js";
import { readCells } from "../../io/xlsx-cells.js";
import type { NewDecision } from "../../store/port/decisions.js";
import type { RunOutput } from "../../store/port/runs.js";
import type { Store } from "../../store/store.js";
import { asRun, type Job } from "../job.js";
import type { MergeConsequences } from "./merge-consequences.js";
import { type DecidedMerges, mergeDecided, numbersOf } from "./merge-decided.js";
import { writeMerges } from "./merge-files.js";
import type { MergedPeople } from "./merge-people.js";
import { type KnownPerson, newDecisions } from "./new-decisions.js";
import { readEntries } from "./read-entries.js";
import { readReview } from "./read-review.js";
import { resolvePairs } from "./resolve-pairs.js";
import type { ReturnedDecision } from "./returned-decision.js";
import { queueOf } from "./review-pairs.js";

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
  /** Who was put together: the number that stays, and the one that leads to it now. */
  readonly merged: readonly Pick<MergedPeople, "kept" | "gone">[];
  /** What that means in money. */
  readonly consequences?: Omit<MergeConsequences, "settlements">;
  readonly outputs: readonly RunOutput[];
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
  const { store, operator, workspace } = job;
  const sheets = await readCells(path);
  const givenBack = { by: operator, on: today(), lang: workspace.lang };
  const queue = readReview(basename(path), sheets, workspace.lang);
  const journal = readEntries(basename(path), sheets, givenBack);
  if (queue.sheets + journal.sheets === 0) {
    refuseUnfit(path, [problem("review-sheet-missing", { file: basename(path) })]);
  }
  refuseUnfit(path, [...queue.problems, ...journal.problems]);
  const plan = { kind: "match-import", subject: sha256, isWhole: true };
  return asRun(job, plan, async (runId) => {
    const resolved = await resolvePairs(store, queue.pairs, givenBack);
    refuseUnfit(path, resolved.problems);
    const decisions = [...journal.decisions, ...resolved.decisions];
    const people = await peopleNamed(store, decisions);
    const found = newDecisions(decisions, await store.decisions.all(), people);
    refuseUnfit(path, found.problems);
    const numbers = await store.decisions.add(runId, found.entries.map(withoutNumber));
    const expected = found.entries.map((entry) => entry.decisionId);
    assert.deepEqual(numbers, expected, "entries have the numbers that were foreseen");
    const merges = await mergeDecided(job, runId, found.inForce);
    const outputs = merges === undefined ? [] : [await writeMerges(job, runId, merges)];
    const later = queue.pairs.filter((pair) => pair.decision === "later").length;
    const report: ImportReport = {
      file: basename(path),
      same: found.entries.filter((one) => one.kind === "same").length,
      different: found.entries.filter((one) => one.kind === "different").length,
      known: found.known,
      undecided: queue.undecided + later,
      merged: (merges?.merged ?? []).map(numbersOnly),
      ...(merges === undefined ? {} : { consequences: summed(merges) }),
      outputs,
      waiting: (await queueOf(store)).length,
    };
    return { report, inputs: [{ role: "review", path: basename(path), sha256 }], outputs };
  });
}

function numbersOnly({ kept, gone }: MergedPeople): ImportReport["merged"][number] {
  return { kept, gone };
}

function summed({ consequences }: DecidedMerges): Omit<MergeConsequences, "settlements"> {
  const { settlements: _listed, ...sums } = consequences;
  return sums;
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

function withoutNumber({ decisionId: _id, ...decision }: MatchDecision): NewDecision {
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
