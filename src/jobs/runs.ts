import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../domain/refusal.js";
import { sha256Of } from "../io/files.js";

export type { Run } from "../store/port/runs.js";

import type { Acceptance } from "../store/port/acceptances.js";
import type { LaterCount } from "../store/port/intake.js";
import type { Run, RunInput, RunOutput } from "../store/port/runs.js";
import type { Store } from "../store/store.js";
import { fingerprint, newestOutputs } from "./fingerprint.js";
import type { Job } from "./job.js";
import { acceptedIn } from "./migrate/accepted-differences.js";

/** Every run of a workspace, in order. */
export function listRuns(store: Store): Promise<readonly Run[]> {
  return store.runs.list();
}

/** A run with all that it read and wrote. */
export interface RunDetails extends Run {
  readonly inputs: readonly RunInput[];
  readonly outputs: readonly RunOutput[];
  /** Differences from control totals with which it loaded a delivery. */
  readonly acceptedDifferences: readonly Acceptance[];
  /** How many of its set-aside rows later runs have loaded, merged or dropped, file by file. */
  readonly correctedLater: readonly (Omit<LaterCount, "fileId"> & { readonly path: string })[];
}

export async function showRun(store: Store, runId: number): Promise<RunDetails> {
  const run = await store.runs.get(runId);
  if (run === undefined) throw new Refusal("run-unknown", { found: runId });
  const inputs = await store.runs.inputs(runId);
  const outputs = await store.runs.outputs(runId);
  const files = await store.intake.files(runId);
  const later = await store.intake.correctedLater(runId);
  const correctedLater = later.map(({ fileId, ...counts }) => {
    return { path: files.find((file) => file.fileId === fileId)?.path ?? "", ...counts };
  });
  return { ...run, inputs, outputs, acceptedDifferences: acceptedIn(run), correctedLater };
}

/** Neither a run nor a row was named. */
export function missingRun(): never {
  throw new Refusal("run-unknown", { found: "?" });
}

export interface Verification {
  /** SHA-256 over all facts: equal in two databases that hold the same. */
  readonly fingerprint: string;
  readonly outputs: number;
  /** Output files that are gone or not as they were written. */
  readonly changed: readonly string[];
}

/** Holds every output file to the hash it was written with, the newest run of a path counting. */
export async function verifyRuns({ store, workspace }: Job): Promise<Verification> {
  const newest = await newestOutputs(store);
  const changed: string[] = [];
  for (const [path, sha256] of newest) {
    const file = join(workspace.root, path);
    if (!existsSync(file) || (await sha256Of(file)) !== sha256) changed.push(path);
  }
  return { fingerprint: await fingerprint(store), outputs: newest.length, changed: changed.sort() };
}
