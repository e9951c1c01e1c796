import type { Job } from "../../src/jobs/job.js";
import { migrateDelivery } from "../../src/jobs/migrate/migrate-delivery.js";
import type { RefusalCode } from "../../src/text/refusals.js";
import { type MiniFile, people, writeDelivery } from "../problems/mini-delivery.js";

/** What the user reads about a refusal; `…` stands for the workspace or its folder. */
export interface Told {
  readonly code: RefusalCode;
  readonly zh: string;
  readonly zhNext: string;
  readonly en: string;
  readonly enNext: string;
}

/** One refusal: the job that earns it, started by 甲 in a new workspace, and what is told. */
export interface RefusalRow extends Told {
  readonly ask: (job: Job) => Promise<unknown>;
}

/** A register of one person. */
export const person = people("1,张三,男,,1990-01-01,,,1");

/** Loads a small delivery, its manifest perhaps changed. */
export function load(
  job: Job,
  files: readonly MiniFile[],
  change?: (manifest: string) => string,
): Promise<unknown> {
  return migrateDelivery(job, writeDelivery(job, files, change));
}
