import { lastDay, yearAfter } from "../../domain/period.js";
import type { Job } from "../job.js";
import type { Correcting } from "./correcting.js";
import type { Gathered } from "./gathered.js";
import { type IntakeResult, intakeFile } from "./intake.js";
import type { IntakeFile } from "./intake-file.js";
import { type Delivery, readingOf } from "./read-delivery.js";
import { withRepeats } from "./repeated-files.js";

/** What is read, by which run, with what a person made of it. */
interface FilesPlan {
  readonly job: Job;
  readonly delivery: Delivery;
  readonly runId: number;
  readonly correcting: Correcting | undefined;
}

/** Reads the files of a delivery, one after another, in the order of the manifest. */
export async function readFiles(
  { job, delivery, runId, correcting }: FilesPlan,
  gathered: Gathered,
): Promise<readonly IntakeResult[]> {
  const results: IntakeResult[] = [];
  for (const delivered of intakeFilesOf(delivery, runId)) {
    // Of a loaded delivery only corrected rows are read: that its content came before is clear.
    const isLoaded = correcting?.isOfLoaded === true;
    const file = isLoaded ? delivered : await withRepeats(job.store, delivered);
    const planned = correcting === undefined ? file : await correcting.planned(file);
    if (planned === undefined) continue;
    await job.progress.step("read", file.path);
    results.push(await intakeFile(job, planned, delivery.mappings.crosswalks, gathered));
  }
  return results;
}

/** The files of a delivery as they are to be read. */
export function intakeFilesOf(delivery: Delivery, runId: number): readonly IntakeFile[] {
  const { pathOf, manifest, mappings, layouts, hashes } = delivery;
  const { divisions } = mappings;
  // A delivery may come late, and the next year's enrolments may be in it already.
  const latest = lastDay(yearAfter(manifest.month));
  return manifest.files.flatMap((file, at) => {
    const { path, rows: statedRows } = file;
    const layout = layouts.get(file);
    if (layout === undefined) return [];
    const [sha256, reading] = [hashes[at] ?? "", readingOf(mappings, layout)];
    const stated = { path, layout, runId, statedRows, sha256, reading };
    return [{ ...stated, plainPath: pathOf(path), divisions, latest }];
  });
}
