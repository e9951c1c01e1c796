import type { MatchDecision } from "../../domain/match-decision.js";
import type { SourceKey } from "../../domain/source-key.js";
import type { Store } from "../../store/store.js";
import type { Job } from "../job.js";
import { type MergeConsequences, mergeConsequences, peopleAsMade } from "./merge-consequences.js";
import { type MergedPeople, mergePeople } from "./merge-people.js";

/** Who was put together, and what it means in money. */
export interface DecidedMerges {
  readonly merged: readonly MergedPeople[];
  readonly consequences: MergeConsequences;
}

/**
 * Puts together the people who are one by decisions that are in force, inside the transaction of
 * its caller. Whom another merge took along is done; a record whose delivery is not loaded waits
 * for it.
 */
export async function mergeDecided(
  job: Job,
  runId: number,
  decisions: readonly MatchDecision[],
): Promise<DecidedMerges | undefined> {
  const pairs = await pairsOf(job.store, decisions);
  const numbers = [...new Set(pairs.flat())].sort();
  if (numbers.length === 0) return undefined;
  const before = await peopleAsMade(job, numbers);
  const merged: MergedPeople[] = [];
  for (const [one, other] of pairs) {
    const people = await mergePeople(job, runId, one, other);
    if (people !== undefined) merged.push(people);
  }
  const gone = new Set(merged.map((people) => people.gone));
  const left = numbers.filter((psnNo) => !gone.has(psnNo));
  const after = await peopleAsMade(job, left);
  return { merged, consequences: await mergeConsequences(job, before, after) };
}

/** The loaded people whom a decision makes one, two by two. */
async function pairsOf(store: Store, decisions: readonly MatchDecision[]) {
  const pairs: (readonly [string, string])[] = [];
  for (const { kind, left, right } of decisions) {
    if (kind !== "same") continue;
    const [first, ...others] = new Set([
      ...(await numbersOf(store, left)),
      ...(await numbersOf(store, right)),
    ]);
    if (first !== undefined) pairs.push(...others.map((other) => [first, other] as const));
  }
  return pairs;
}

/** The people whose records a key names: none where its delivery is not loaded. */
export async function numbersOf(store: Store, key: SourceKey): Promise<readonly string[]> {
  return [...new Set((await store.rows.personRowsOf(key)).map((row) => row.psnNo))];
}
