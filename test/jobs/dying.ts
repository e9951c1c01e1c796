import type { Job } from "../../src/jobs/job.js";
import type { StepName } from "../../src/text/steps.js";

/** A job that dies when a step begins, or when a step has gone on so often. */
export function dying(job: Job, at: StepName, advances: number): Job {
  let step = "";
  let left = advances;
  const die = (): void => {
    if (step === at && left === 0) throw new Error("the power is gone");
  };
  const progress = {
    step: (name: StepName) => {
      step = name;
      die();
      return undefined;
    },
    advance: (): void => {
      if (step === at) left -= 1;
      die();
    },
  };
  return { ...job, progress };
}
