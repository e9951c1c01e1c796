import { Listr, type ListrTaskWrapper } from "listr2";
import type { Progress } from "../jobs/job.js";
import { stepTexts } from "../text/steps.js";
import { type Lang, tell } from "../text/tell.js";

/** Progress that has to be told when the job is over. */
export interface ScreenProgress extends Progress {
  end(): Promise<void>;
}

/** How often a step's count is drawn at most. */
const DRAW_MS = 100;

type Task = Pick<ListrTaskWrapper<unknown, never, never>, "output" | "title">;

/** Steps as a list on a terminal; silent where nobody watches, in a pipe or under `--json`. */
export function terminalProgress(lang: Lang, isWanted: boolean): ScreenProgress {
  if (!isWanted || !process.stdout.isTTY) return silent;
  let running: { finish: () => void; done: Promise<unknown>; task: Task | undefined } | undefined;
  let drawn = 0;
  const endStep = async (): Promise<void> => {
    running?.finish();
    await running?.done;
    running = undefined;
  };
  return {
    step(name, detail = "") {
      running?.finish();
      const title = tell(stepTexts[name], lang, { detail });
      running = begin(title);
    },
    advance(done, total) {
      if (running?.task === undefined || Date.now() - drawn < DRAW_MS) return;
      drawn = Date.now();
      running.task.output = total === undefined ? `${done}` : `${done} / ${total}`;
    },
    end: endStep,
  };
}

const silent: ScreenProgress = {
  step: () => undefined,
  advance: () => undefined,
  end: async () => undefined,
};

function begin(title: string): {
  finish: () => void;
  done: Promise<unknown>;
  task: Task | undefined;
} {
  let finish = (): void => undefined;
  const step: { finish: () => void; done: Promise<unknown>; task: Task | undefined } = {
    finish: () => finish(),
    done: Promise.resolve(),
    task: undefined,
  };
  const list = new Listr([
    {
      title,
      task: (_context, task) => {
        step.task = task as unknown as Task;
        return new Promise<void>((resolve) => {
          finish = resolve;
        });
      },
    },
  ]);
  step.done = list.run();
  return step;
}
