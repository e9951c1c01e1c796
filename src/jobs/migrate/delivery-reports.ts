import type { Run, RunOutput } from "../../store/port/runs.js";
import { reportDuplicates } from "../duplicates/report-duplicates.js";
import type { Job } from "../job.js";
import { acceptedNotes } from "./accepted-differences.js";
import { fittedLayout } from "./delivered-file.js";
import type { Loaded } from "./load.js";
import type { Corrections } from "./read-corrections.js";
import type { Delivery } from "./read-delivery.js";
import type { MigrateReport } from "./report.js";
import { type ReportedFile, writeReports } from "./write-reports.js";

/** A delivery whose rows are loaded, for good or to try. */
export interface Delivered {
  readonly delivery: Delivery;
  readonly corrections: Corrections | undefined;
  /** The run that loaded this delivery, if it is loaded. */
  readonly base: Run | undefined;
}

/**
 * Writes what is reported of a delivery: the rows that wait, and everybody who is enrolled more
 * than once with what that costs.
 */
export async function deliveryReports(
  job: Job,
  delivered: Delivered,
  loaded: Loaded,
  kind: "set-aside" | "check-set-aside",
): Promise<
  Pick<MigrateReport, "duplicates" | "employees"> & { readonly outputs: readonly RunOutput[] }
> {
  const plan = await reportPlan(job, delivered, loaded, kind);
  const waiting = await writeReports(job, plan);
  const { summary: duplicates, outputs } = await reportDuplicates(job, {
    law: loaded.duplicateLaw,
    month: delivered.delivery.manifest.month,
    suffix: plan.name.slice(kind.length + 1),
    isDry: kind !== "set-aside",
  });
  const employees = await job.store.duplicates.employees(loaded.report.runId);
  const listed = employees.rows > 0 ? { employees } : {};
  return { duplicates, ...listed, outputs: [...waiting, ...outputs] };
}

/**
 * What is reported: all rows of the delivery that still wait, also where this run has read only
 * some. Files are named by what was delivered, so that another attempt writes the same ones.
 */
async function reportPlan(
  { store, workspace }: Job,
  { delivery, corrections, base }: Delivered,
  { files, report }: Loaded,
  kind: string,
): Promise<Parameters<typeof writeReports>[1]> {
  const { manifest, mappings, hash, pathOf } = delivery;
  const loaded = base === undefined ? [] : await store.intake.files(base.runId);
  const before: ReportedFile[] = [];
  for (const file of loaded) {
    const layout = mappings.layouts.get(file.layout);
    if (layout === undefined) continue;
    const { path } = file;
    const fitted = await fittedLayout({ plainPath: pathOf(path), path, layout });
    before.push({ ...file, layout: fitted });
  }
  const suffix =
    corrections === undefined || base === undefined ? "" : `-${corrections.sha256.slice(0, 8)}`;
  const name = `${kind}-${manifest.month}-${hash.slice(0, 8)}${suffix}`;
  const notes = acceptedNotes(report.acceptedDifferences, workspace.lang);
  const { later, runId } = report;
  const hasChanges = later !== undefined && later.updated + later.ended + later.stopped > 0;
  const plan = { delivery, files: base === undefined ? files : before, name, notes };
  return hasChanges ? { ...plan, changesOf: runId } : plan;
}
