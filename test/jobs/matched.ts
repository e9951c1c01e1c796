import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Day } from "../../src/domain/period.js";
import type { Job } from "../../src/jobs/job.js";
import { asRun } from "../../src/jobs/job.js";
import { undoMerge } from "../../src/jobs/match/undo-merge.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { MigrateReport } from "../../src/jobs/migrate/report.js";
import type { NewDecision, WaitingPair } from "../../src/store/port/decisions.js";
import { miniJob, people, writeDelivery } from "../problems/mini-delivery.js";

/**
 * A workspace that prescribes weights by which a name and a birth date are enough to call two
 * records one person, as they are where everything else is missing in a long list.
 */
export async function matchingJob(): Promise<Job> {
  const job = await miniJob();
  const spec = join(job.workspace.mappings, "match/people.yaml");
  const outcomes = "outcomes: { wrong: 20, missed: 3000 }";
  writeFileSync(spec, readFileSync(spec, "utf8").replace(/^outcomes: .*$/m, outcomes));
  prescribe(job, "0.001");
  return job;
}

/** Prescribes the shipped weights, but for how often any two records are one person. */
export function prescribe({ workspace }: Job, prior: string): void {
  const folder = join(workspace.mappings, "match");
  const text = readFileSync(join(folder, "default-weights.yaml"), "utf8");
  const changed = text.replace(/^prior: \[(.*)\]$/m, (_, shares: string) => {
    return `prior: [${shares.split(", ").map(() => prior)}]`;
  });
  writeFileSync(join(folder, "weights.yaml"), changed);
}

/** Number, name, sex, certificate number, birth date, household, family account, state. */
export function deliver(job: Job, ...lines: readonly string[]): Promise<MigrateReport> {
  return migrateDelivery(job, writeDelivery(job, [people(...lines)]));
}

/** The person number of every loaded row, by its old number; of several rows the distinct ones. */
export async function numbers(job: Job): Promise<Readonly<Record<string, string>>> {
  const rows = await job.store.rows.personRowsAfter({ fileId: 0, line: 0 }, 10_000);
  const found = new Map<string, Set<string>>();
  for (const { legacyId, psnNo } of rows) {
    found.set(legacyId, (found.get(legacyId) ?? new Set()).add(psnNo.slice(-2)));
  }
  return Object.fromEntries([...found].sort().map(([id, own]) => [id, [...own].sort().join(" ")]));
}

/** The pairs that wait, by old numbers: `1-3 two-people`. */
export async function waiting(job: Job): Promise<readonly string[]> {
  const pairs = await job.store.decisions.waitingPairs({ leftRow: nowhere, rightRow: nowhere }, 99);
  return pairs
    .map(({ left, right, reason }: WaitingPair) => {
      return `${[left.legacyId, right.legacyId].sort().join("-")} ${reason}`;
    })
    .sort();
}

const nowhere = { fileId: 0, line: 0 };

/** Enters a decision about two records by their old numbers, without doing anything else. */
export function decide(
  job: Job,
  kind: NewDecision["kind"],
  left: string,
  right: string,
  psnName = "张三",
): Promise<readonly number[]> {
  const key = (legacyId: string) => ({ source: "ncms", legacyId, psnName, place: "" });
  const who = { decidedBy: "乙", decidedOn: "2017-02-01" as Day, reason: "电话核实" };
  const keys = { left: key(left), right: key(right) };
  return asRun(job, { kind: "match-import", subject: "test", isWhole: true }, async (runId) => {
    const report = await job.store.decisions.add(runId, [
      { kind, ...keys, ...who, origin: "review" },
    ]);
    return { report, inputs: [], outputs: [] };
  });
}

/** Splits a record off its person, as somebody would who knows better. */
export async function splitOff(job: Job, psnNo: string, legacyId: string): Promise<void> {
  const choices = [{ kind: "number", source: "ncms", legacyId, psnName: "" } as const];
  await undoMerge(job, { psnNo, choices, decisions: [], reason: "两个人" });
}
