import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Month } from "../domain/period.js";
import { packageRoot } from "../io/files.js";
import type { Lang } from "../text/tell.js";
import { type BudgetReport, budgetOfMonth } from "./budget/budget-month.js";
import { fingerprint } from "./fingerprint.js";
import { initWorkspace } from "./init-workspace.js";
import type { Job } from "./job.js";
import { migrateDelivery } from "./migrate/migrate-delivery.js";
import { readDelivery } from "./migrate/read-delivery.js";
import type { MigrateReport } from "./migrate/report.js";
import { withUnpacked } from "./migrate/unpacked.js";
import { type CloseReport, closeMonth } from "./month/close-month.js";
import { type SettleReport, settleMonth } from "./settle/settle-month.js";
import { findWorkspace, type Workspace } from "./workspace.js";

export interface DemoReport {
  readonly workspace: string;
  readonly migrated: MigrateReport;
  readonly settled: SettleReport;
  readonly budgeted: BudgetReport;
  readonly closed: CloseReport;
  readonly fingerprint: string;
}

/** The sample county that is shipped. */
const SAMPLE = "samples/county";

/**
 * Makes a fresh workspace for the demonstration, the last one's being removed: every demonstration
 * begins at the beginning and comes to the same figures.
 */
export async function freshWorkspace(operator: string, lang: Lang): Promise<Workspace> {
  const folder = join(packageRoot(), "demo");
  if (existsSync(folder)) await rm(folder, { recursive: true });
  await initWorkspace({ folder, region: undefined, operator, lang, hasSecondPerson: false });
  return findWorkspace(folder);
}

/**
 * The main job on the sample county: legacy files to a closed month and the hospitals' payments.
 */
export async function demonstrate(job: Job): Promise<DemoReport> {
  const folder = join(packageRoot(), SAMPLE);
  const { manifest } = await withUnpacked((unpacked) =>
    readDelivery(folder, job.workspace, unpacked),
  );
  const month: Month = manifest.month;
  const migrated = await migrateDelivery(job, folder);
  const settled = await settleMonth(job, month);
  const budgeted = await budgetOfMonth(job, month);
  const closed = await closeMonth(job, month);
  await job.progress.step("fingerprint");
  return {
    workspace: job.workspace.root,
    migrated,
    settled,
    budgeted,
    closed,
    fingerprint: await fingerprint(job.store),
  };
}
