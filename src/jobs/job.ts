import { hostname, userInfo } from "node:os";
import { Refusal } from "../domain/refusal.js";
import type { Run, RunInput, RunOutput } from "../store/port/runs.js";
import type { Store } from "../store/store.js";
import type { StepName } from "../text/steps.js";
import type { Workspace } from "./workspace.js";

/** Who watches a job: a terminal, a log, or nobody. */
export interface Progress {
  /** A step begins; the one before it has ended. Waiting for it lets the screen catch up. */
  step(name: StepName, detail?: string): Promise<void> | undefined;
  /** How far the step has come, in its own units. */
  advance(done: number, total?: number): void;
}

/** What every job is given: ports and circumstances, as arguments. */
export interface Job {
  readonly store: Store;
  readonly workspace: Workspace;
  readonly operator: string;
  readonly progress: Progress;
}

/** What a run has to tell the journal. */
export interface RunRecord<Report> {
  readonly report: Report;
  readonly inputs: readonly RunInput[];
  readonly outputs: readonly RunOutput[];
}

/** What a run is, before it begins. */
export interface RunPlan {
  readonly kind: string;
  /** What it works on: a delivery's hash, a month. */
  readonly subject: string;
  /** Whether all of it, its line in the journal included, stays or goes as one transaction. */
  readonly isWhole: boolean;
  /** Where the delivery lies, seen from the workspace. */
  readonly folder?: string;
}

/**
 * Runs work that changes data as one line of the journal. A second run at the same time is refused;
 * a run whose process is gone is marked as abandoned and this one goes on. After a refusal or a
 * mistake of ours the run stands as refused, and of a whole run nothing stays.
 */
export async function asRun<Report>(
  job: Job,
  plan: RunPlan,
  work: (runId: number) => Promise<RunRecord<Report>>,
): Promise<Report> {
  const { store } = job;
  const runId = await startRun(job, plan);
  try {
    if (plan.isWhole) await takePen(store);
    const { report, inputs, outputs } = await work(runId);
    await store.runs.addInputs(runId, inputs);
    await store.runs.setOutputs(runId, outputs);
    await store.runs.end(runId, "done", JSON.stringify(report), now());
    if (plan.isWhole) await store.commit();
    return report;
  } catch (error) {
    await store.rollback();
    const reason = error instanceof Refusal ? error.reason(job.workspace.lang) : String(error);
    // Where even this cannot be written, the next run finds the process gone; the first error
    // counts.
    await store.runs
      .end(runId, "refused", JSON.stringify({ reason }), now())
      .catch(() => undefined);
    throw error;
  }
}

/** Takes the pen for work of many batches that stays or goes as a whole. */
export async function takePen(store: Store): Promise<void> {
  if (await store.begin()) return;
  const running = await store.runs.running();
  throw running === undefined ? new Refusal("database-busy") : busy(running);
}

/** Writes the line of a run that begins, for others to see. */
async function startRun({ store, operator }: Job, plan: RunPlan): Promise<number> {
  await takePen(store);
  try {
    await makeRoom(store);
    const runId = await store.runs.start({
      kind: plan.kind,
      subject: plan.subject,
      folder: plan.folder ?? "",
      operator,
      systemUser: userInfo().username,
      process: `${hostname()}:${process.pid}`,
      startedAt: now(),
    });
    await store.commit();
    return runId;
  } catch (error) {
    await store.rollback();
    throw error;
  }
}

async function makeRoom(store: Store): Promise<void> {
  const running = await store.runs.running();
  if (running === undefined) return;
  if (isAlive(running)) throw busy(running);
  await store.runs.end(running.runId, "abandoned", "", now());
}

function busy({ runId, kind, process: worker, operator }: Run): Refusal {
  return new Refusal("run-in-progress", { run: runId, kind, process: worker, operator });
}

/** Whether the process of a run still works; on another machine nobody can tell, so it counts. */
function isAlive(run: Run): boolean {
  const [host, pid] = run.process.split(":");
  if (host !== hostname()) return true;
  if (Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function now(): string {
  return new Date().toISOString();
}
