import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import { textWorkbook } from "../../io/xlsx-rows.js";
import { asRun, type Job } from "../job.js";
import { reviewSheets } from "./review-book.js";
import { queueOf, reviewEntries } from "./review-pairs.js";
import { WeightsOfRuns } from "./weights-of-run.js";

export interface ExportQuestion {
  /** Where the workbook is to be written; else it gets a name of its own under `private/`. */
  readonly out?: string | undefined;
}

export interface ExportReport {
  /** How many pairs wait, and in how many groups. */
  readonly pairs: number;
  readonly groups: number;
  /** Seen from the workspace. */
  readonly file: string;
}

/**
 * Writes the review queue as a workbook for the clerk. It holds personal data and is for its
 * owner's eyes only. A workbook that somebody may be filling in is never written over.
 */
export async function exportReview(job: Job, { out }: ExportQuestion): Promise<ExportReport> {
  const { store, workspace } = job;
  if (out !== undefined && existsSync(out)) throw new Refusal("file-exists", { found: out });
  const plan = { kind: "match-export", subject: "review", isWhole: true };
  return asRun(job, plan, async (runId) => {
    const queue = await queueOf(store);
    const { lang } = workspace;
    const weights = new WeightsOfRuns(store);
    const entries = reviewEntries(store, queue, (pair) => weights.stepsOf(pair), lang);
    const path = out ?? join(workspace.output, "private", `review-${runId}.xlsx`);
    const sheets = reviewSheets(entries, queue.length === 0, lang);
    await writeFileAtomic(path, textWorkbook(sheets), { mode: PRIVATE_MODE });
    const file = relative(workspace.root, path);
    const output = { path: file, sha256: await sha256Of(path), isPrivate: true };
    const groups = queue.reduce((most, { group }) => Math.max(most, group), 0);
    return { report: { pairs: queue.length, groups, file }, inputs: [], outputs: [output] };
  });
}
