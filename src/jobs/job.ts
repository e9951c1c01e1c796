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

/**
 * Runs work that changes data as one line of the journal. A second run at the same time is refused;
 * a run whose process is gone is marked as abandoned and this one goes on. A refusal or a mistake
 * of ours ends the run as refused, and nothing of its work stays.
 */
export async function asRun<Report>(
  job: Job,
  kind: string,
  subject: string,
  work: (runId: number) => Promise<RunRecord<Report>>,
): Promise<Report> {
  const { runs } = job.store;
  await makeRoom(job.store);
  const runId = await runs.start({
    kind,
    subject,
    operator: job.operator,
    systemUser: userInfo().username,
    process: `${hostname()}:${process.pid}`,
    startedAt: now(),
  });
  try {
    const { report, inputs, outputs } = await work(runId);
    await runs.addInputs(runId, inputs);
    await runs.setOutputs(runId, outputs);
    await runs.end(runId, "done", JSON.stringify(report), now());
    return report;
  } catch (error) {
    await job.store.rollback();
    const reason = error instanceof Refusal ? error.reason(job.workspace.lang) : String(error);
    await runs.end(runId, "refused", JSON.stringify({ reason }), now());
    throw error;
  }
}

/** Takes the pen for work of many batches that stays or goes as a whole. */
export async function takePen(store: Store): Promise<void> {
  if (!(await store.begin())) throw busy(await store.runs.running());
}

async function makeRoom(store: Store): Promise<void> {
  const running = await store.runs.running();
  if (running === undefined) return;
  if (isAlive(running)) throw busy(running);
  await store.runs.end(running.runId, "abandoned", "", now());
}

function busy(running: Run | undefined): Refusal {
  return new Refusal("run-in-progress", {
    run: running?.runId ?? "?",
    kind: running?.kind ?? "?",
    process: running?.process ?? "?",
    operator: running?.operator ?? "?",
  });
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
