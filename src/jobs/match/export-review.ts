import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import { type TextSheet, textWorkbook } from "../../io/xlsx-rows.js";
import { asRun, type Job } from "../job.js";
import { decisionSheets } from "./decision-book.js";
import { reviewSheets } from "./review-book.js";
import { queueOf, reviewEntries } from "./review-pairs.js";
import { WeightsOfRuns } from "./weights-of-run.js";

export interface ExportQuestion {
  /** The journal of decisions instead of the queue. */
  readonly isJournal?: boolean;
  /** Where the workbook is to be written; else it gets a name of its own under `private/`. */
  readonly out?: string | undefined;
}

export interface ExportReport {
  /** How many pairs wait, and in how many groups; of a journal how many entries it has. */
  readonly pairs?: number;
  readonly groups?: number;
  readonly entries?: number;
  /** Seen from the workspace. */
  readonly file: string;
}

/**
 * Writes the review queue, or the journal of decisions, as a workbook for the clerk. It holds
 * personal data and is for its owner's eyes only. A workbook that somebody may be filling in is
 * never written over.
 */
export async function exportReview(job: Job, question: ExportQuestion): Promise<ExportReport> {
  const { out, isJournal = false } = question;
  if (out !== undefined && existsSync(out)) throw new Refusal("file-exists", { found: out });
  const { output, root } = job.workspace;
  const name = isJournal ? "decisions" : "review";
  const plan = { kind: "match-export", subject: name, isWhole: true };
  return asRun(job, plan, async (runId) => {
    const { sheets, counts } = isJournal ? await journalOf(job) : await queueIn(job);
    const path = out ?? join(output, "private", `${name}-${runId}.xlsx`);
    await writeFileAtomic(path, textWorkbook(sheets), { mode: PRIVATE_MODE });
    const file = relative(root, path);
    const written = { path: file, sha256: await sha256Of(path), isPrivate: true };
    return { report: { ...counts, file }, inputs: [], outputs: [written] };
  });
}

/** The sheets of a workbook, and what they hold. */
interface Book {
  readonly sheets: readonly TextSheet[];
  readonly counts: Omit<ExportReport, "file">;
}

async function queueIn({ store, workspace: { lang } }: Job): Promise<Book> {
  const queue = await queueOf(store);
  const weights = new WeightsOfRuns(store);
  const entries = reviewEntries(store, queue, (pair) => weights.stepsOf(pair), lang);
  const groups = queue.reduce((most, { group }) => Math.max(most, group), 0);
  const sheets = reviewSheets(entries, queue.length === 0, lang);
  return { sheets, counts: { pairs: queue.length, groups } };
}

async function journalOf({ store, workspace: { lang } }: Job): Promise<Book> {
  const entries = await store.decisions.all();
  return { sheets: decisionSheets(entries, lang), counts: { entries: entries.length } };
}
