import assert from "node:assert";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TaskName } from "./work.js";

/** What one process took. */
export interface Measured {
  /** Wall-clock time of the whole process, its start included. */
  readonly seconds: number;
  /** Its highest resident memory in KiB; undefined where nobody can tell. */
  readonly peak: number | undefined;
  /** What it had to say. */
  readonly result: Readonly<Record<string, number>>;
}

const RUNS = 3;

/**
 * Runs a task of ours in a process of its own. This process must stay small: a child's highest
 * memory is never below what its parent had when it was started.
 */
export function runTask(task: TaskName, ...words: readonly string[]): Measured {
  const program = fileURLToPath(new URL("./work.js", import.meta.url));
  const { stdout, seconds } = timed(process.execPath, [program, task, ...words]);
  const { peak, ...result } = JSON.parse(stdout) as Record<string, number>;
  return { seconds, peak, result };
}

/** Runs a program, which must succeed, and takes the time. */
export function timed(
  program: string,
  words: readonly string[],
): { readonly stdout: string; readonly stderr: string; readonly seconds: number } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  const duration = (performance.now() - start) / 1000;
  assert(status === 0, `${program} ${words.join(" ")} ended with ${status}:\n${stderr}`);
  return { stdout, stderr, seconds: duration };
}

/** Both sides three times in turn, so that a slow minute of the machine hurts both. */
export function inTurn(
  ours: () => Measured,
  peer: (() => Measured) | undefined,
): { readonly ours: Measured; readonly peer: Measured | undefined } {
  const [left, right]: [Measured[], Measured[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    left.push(ours());
    if (peer !== undefined) right.push(peer());
  }
  return { ours: middleOf(left), peer: right.length === 0 ? undefined : middleOf(right) };
}

/** The run of median time, with the highest memory of all runs. */
function middleOf(runs: readonly Measured[]): Measured {
  const middle = [...runs].sort((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)];
  assert(middle !== undefined, "at least one run");
  const peaks = runs.flatMap(({ peak }) => (peak === undefined ? [] : [peak]));
  return { ...middle, peak: peaks.length === 0 ? undefined : Math.max(...peaks) };
}
