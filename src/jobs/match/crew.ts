import assert from "node:assert";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Transferable, Worker } from "node:worker_threads";
import { Refusal } from "../../domain/refusal.js";
import { packageRoot } from "../../io/files.js";
import { columnOf } from "../../match/column.js";
import type { Hanzi, HanziTables } from "../../match/hanzi.js";
import { type Linked, type LinkOptions, linking } from "../../match/link.js";
import type { PartResult } from "../../match/part.js";
import type { MatchSpec } from "../../match/spec.js";
import { type MatchTable, memoryOfTable } from "../../match/table.js";
import type { ListTask, TakenList } from "./take-list.js";
import type { Answer, Answers, Setting, Task } from "./worker.js";

/** More threads than this do not pay: what one thread has to do alone takes the time. */
const MOST = 4;

/** How many threads are taken where nobody says: one a processor. */
export function usualWorkers(): number {
  return Math.min(MOST, availableParallelism());
}

/**
 * Threads that share the work of a linkage. Who does what depends on who is free; what comes of it
 * does not. They run what was built, so that they are found from wherever the program is started.
 */
export class Crew {
  private readonly members: readonly Member[];

  constructor(workers: number) {
    this.members = Array.from({ length: workers }, () => new Member());
  }

  /** Reads lists or parts of them, each by one member. */
  async read(tasks: readonly ListTask[]): Promise<readonly TakenList[]> {
    const read = await this.share(tasks.map((list): Task<"list"> => ({ kind: "list", list })));
    return read.map(({ ids, columns }) => {
      return { ids, columns: columns.map((one) => one && columnOf(one)) };
    });
  }

  /** Links a table as `link` does: the result is the same to the last digit. */
  async link(
    table: MatchTable,
    spec: MatchSpec,
    { hanzi, tables }: { readonly hanzi: Hanzi; readonly tables: HanziTables },
    options: LinkOptions,
  ): Promise<Linked> {
    const { pairing } = options;
    const setting: Setting = { table: memoryOfTable(table), spec, pairing, tables };
    for (const member of this.members) await member.do({ kind: "setting", setting });
    const steps = linking(table, spec, hanzi, options);
    for (let step = steps.next(); ; ) {
      if (step.done === true) return step.value;
      const { parts, meanwhile } = step.value;
      const work = this.share(parts.map((part): Task<"part"> => ({ kind: "part", part })));
      meanwhile?.();
      step = steps.next((await work) as readonly PartResult[]);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.members.map((member) => member.close()));
  }

  /** Whoever is free takes the next task; the results are in the order of the tasks. */
  private async share<Kind extends keyof Answers>(
    tasks: readonly Task<Kind>[],
  ): Promise<readonly Answers[Kind][]> {
    const results: Answers[Kind][] = [];
    let next = 0;
    await Promise.all(
      this.members.map(async (member) => {
        for (let at = next++; at < tasks.length; at = next++) {
          results[at] = await member.do(tasks[at] as Task<Kind>);
        }
      }),
    );
    return results;
  }
}

/** One thread, which does one thing at a time. */
class Member {
  private readonly worker = new Worker(join(packageRoot(), "dist/src/jobs/match/worker.js"));

  async do<Kind extends keyof Answers>(task: Task<Kind>): Promise<Answers[Kind]> {
    const answer = await new Promise<Answer<Kind>>((resolve, reject) => {
      this.worker.removeAllListeners();
      this.worker.once("message", resolve);
      this.worker.once("error", reject);
      this.worker.once("exit", (code) => reject(new Error(`a worker ended with ${code}`)));
      this.worker.postMessage(task, [] as Transferable[]);
    });
    if ("refused" in answer) {
      throw new Refusal(answer.refused.code, answer.refused.values);
    }
    assert("result" in answer);
    return answer.result;
  }

  async close(): Promise<void> {
    this.worker.removeAllListeners();
    await this.worker.terminate();
  }
}
