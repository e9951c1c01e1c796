import { Listr } from "listr2";
import type { Progress } from "../jobs/job.js";
import { stepTexts } from "../text/steps.js";
import { type Lang, tell } from "../text/tell.js";

/** Progress that has to be told when the job is over, and whether its last step came to an end. */
export interface ScreenProgress extends Progress {
  end(isDone: boolean): Promise<void>;
}

/** Steps as a list on a terminal; silent where nobody watches, in a pipe or under `--json`. */
export function terminalProgress(lang: Lang, isWanted: boolean): ScreenProgress {
  if (!isWanted || !process.stdout.isTTY) return silent;
  let running: ShownStep | undefined;
  const endStep = async (isDone: boolean): Promise<void> => {
    await running?.end(isDone);
    running = undefined;
  };
  return {
    async step(name, detail = "") {
      await endStep(true);
      running = new ShownStep(tell(stepTexts[name], lang, { detail }));
      await nextTurn();
    },
    advance: (done, total) => running?.advance(done, total),
    end: endStep,
  };
}

const silent: ScreenProgress = {
  step: () => undefined,
  advance: () => undefined,
  end: async () => undefined,
};

/** How often a step's count is drawn at most. */
const DRAW_MS = 200;

/** One step on the screen: a list of one task that ends when it is told to. */
class ShownStep {
  private finish: (isDone: boolean) => void = () => undefined;
  private output: (text: string) => void = () => undefined;
  private readonly done: Promise<unknown>;
  private readonly began = Date.now();
  private drawn = 0;

  constructor(title: string) {
    const list = new Listr([
      {
        title,
        task: (_context, task) => {
          this.output = (text) => {
            task.output = text;
          };
          return new Promise<void>((resolve, reject) => {
            this.finish = (isDone) => (isDone ? resolve() : reject(new Error(title)));
          });
        },
      },
    ]);
    // A step that did not end is shown as such; the reason is told by the command.
    this.done = list.run().catch(() => undefined);
  }

  /** How far the step is, and, where the whole is known, how long it will still take. */
  advance(done: number, total?: number): void {
    const now = Date.now();
    if (now - this.drawn < DRAW_MS || done === 0) return;
    this.drawn = now;
    const left = Math.ceil(((now - this.began) * ((total ?? done) - done)) / done / 1000);
    this.output(total === undefined ? `${done}` : `${done} / ${total} · ${left} s`);
  }

  async end(isDone: boolean): Promise<void> {
    this.finish(isDone);
    await this.done;
  }
}

/** Lets the screen be drawn before the work goes on. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
