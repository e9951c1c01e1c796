import { relative } from "node:path";
import { Refusal } from "../../domain/refusal.js";
import type { Difference } from "../../store/port/acceptances.js";
import type { Run } from "../../store/port/runs.js";
import { asRun, type Job, type RunPlan, takePen } from "../job.js";
import { type ReadLaw, readLaw } from "../law.js";
import type { MappingInput } from "../mapping-input.js";
import { DeliveryDiffers } from "./check-totals.js";
import { Correcting, type CorrectingPlan } from "./correcting.js";
import { type Delivered, deliveryReports } from "./delivery-reports.js";
import { loadDelivery } from "./load.js";
import { refuseExisting, writeMissingCodes } from "./missing-codes.js";
import { readCorrections } from "./read-corrections.js";
import { type Delivery, readDelivery } from "./read-delivery.js";
import { intakeFilesOf } from "./read-files.js";
import type { MigrateReport } from "./report.js";
import { type Unpacked, withUnpacked } from "./unpacked.js";

/**
 * Loads a delivery: cut, decode, map, normalize → match → the six unifications → load → tally, as
 * one transaction. A second run of the same content changes nothing. With a workbook of corrected
 * rows these replace the rows they came from; of a delivery that is loaded already they are all
 * that is read, as a run of its own.
 */
export async function migrateDelivery(
  job: Job,
  folder: string,
  workbook?: string,
): Promise<MigrateReport> {
  return withUnpacked(async (unpacked) => {
    return migrate(job, await readAsked(job, { folder, workbook }, unpacked));
  });
}

async function migrate(job: Job, asked: Asked): Promise<MigrateReport> {
  const { delivery, law, base } = asked;
  if (!delivery.manifest.isSigned) throw new Refusal("totals-unsigned", { found: delivery.name });
  const repeated = await repeatedReport(job, asked);
  if (repeated !== undefined) return repeated;
  return asRun(job, planOf(job, asked), async (runId) => {
    // Another process may have loaded it between the question and the pen.
    const now = await job.store.runs.lastDone("migrate", delivery.hash);
    if (now?.runId !== base?.runId) throw new Refusal("database-busy");
    const loaded = await loadDelivery(job, delivery, law, runId, await correctingOf(job, asked));
    await job.progress.step("report");
    const reports = await deliveryReports(job, asked, loaded, "set-aside");
    const { outputs } = reports;
    const { matchInputs } = loaded;
    await archive(job, [...delivery.inputs, ...law.inputs, ...matchInputs]);
    return {
      report: { ...loaded.report, ...reports },
      inputs: [...delivery.inputs, ...law.inputs, ...matchInputs, ...workbookInput(asked)],
      outputs,
    };
  });
}

/**
 * The whole way without a trace in the database: the same report and the files of set-aside rows,
 * which a clerk can correct before anything is loaded; then everything is taken back. The codes
 * that no crosswalk has are listed in a new folder, if one is named.
 */
export async function checkDelivery(
  job: Job,
  folder: string,
  workbook?: string,
  missingCodes?: string,
): Promise<MigrateReport> {
  refuseExisting(missingCodes);
  return withUnpacked(async (unpacked) => {
    return check(job, await readAsked(job, { folder, workbook }, unpacked), missingCodes);
  });
}

async function check(
  job: Job,
  asked: Asked,
  missingCodes: string | undefined,
): Promise<MigrateReport> {
  const { delivery, law } = asked;
  const repeated = await repeatedReport(job, asked);
  if (repeated !== undefined) {
    const outputs = await writeMissingCodes(missingCodes, repeated.codes, job.workspace);
    return { ...repeated, isDry: true, outputs: [...repeated.outputs, ...outputs] };
  }
  await takePen(job.store);
  try {
    const runId = await job.store.runs.start({ ...NOBODY, subject: delivery.hash });
    const loaded = await loadDelivery(job, delivery, law, runId, await correctingOf(job, asked));
    await job.progress.step("report");
    const reports = await deliveryReports(job, asked, loaded, "check-set-aside");
    const isUnsigned = !delivery.manifest.isSigned;
    const missing = await writeMissingCodes(missingCodes, loaded.codes, job.workspace);
    const outputs = [...reports.outputs, ...missing];
    return { ...loaded.report, ...reports, isDry: true, isUnsigned, outputs };
  } finally {
    await job.store.rollback();
  }
}

/** What a delivery's files differ by from its control totals, after a rehearsal. */
export async function differencesIn(job: Job, folder: string): Promise<readonly Difference[]> {
  return withUnpacked(async (unpacked) => {
    return differences(job, await readAsked(job, { folder }, unpacked));
  });
}

async function differences(job: Job, { delivery, law }: Asked): Promise<readonly Difference[]> {
  await takePen(job.store);
  try {
    const runId = await job.store.runs.start({ ...NOBODY, subject: delivery.hash });
    await loadDelivery(job, delivery, law, runId);
    return [];
  } catch (error) {
    if (error instanceof DeliveryDiffers) return error.differences;
    throw error;
  } finally {
    await job.store.rollback();
  }
}

const NOBODY = { kind: "check", operator: "", systemUser: "", process: "", startedAt: "" };

/** A delivery, and perhaps a workbook of corrections. */
interface Question {
  readonly folder: string;
  readonly workbook?: string | undefined;
}

/** What is asked for, before anything is done. */
interface Asked extends Delivered {
  readonly folder: string;
  readonly law: ReadLaw;
}

async function readAsked(
  job: Job,
  { folder, workbook }: Question,
  unpacked: Unpacked,
): Promise<Asked> {
  await job.progress.step("manifest");
  const delivery = await readDelivery(folder, job.workspace, unpacked);
  const law = await readLaw(job.workspace);
  const corrections =
    workbook === undefined ? undefined : await readCorrections(workbook, delivery);
  const base = await job.store.runs.lastDone("migrate", delivery.hash);
  return { folder, delivery, law, corrections, base };
}

/** Corrections of a loaded delivery are a run of their own; the run that loaded it stays. */
function planOf(job: Job, { folder, delivery, corrections, base }: Asked): RunPlan {
  const place = relative(job.workspace.root, folder);
  const whole = { isWhole: true, folder: place };
  if (corrections === undefined || base === undefined) {
    return { kind: "migrate", subject: delivery.hash, ...whole };
  }
  return { kind: "migrate-corrections", subject: delivery.hash, ...whole };
}

async function correctingOf(
  { store }: Job,
  { corrections, base }: Asked,
): Promise<CorrectingPlan | undefined> {
  if (corrections === undefined) return undefined;
  if (base === undefined) return { corrections };
  const { runId } = base;
  return { corrections, base: { runId, files: await store.intake.files(runId) } };
}

function workbookInput({ corrections }: Asked) {
  if (corrections === undefined) return [];
  const { name: path, sha256 } = corrections;
  return [{ role: "corrections", path, sha256 } as const];
}

/** The report of the run that did all of this before; nothing where something is to be done. */
async function repeatedReport(job: Job, asked: Asked): Promise<MigrateReport | undefined> {
  const { base, delivery } = asked;
  if (base === undefined) return undefined;
  const plan = await correctingOf(job, asked);
  if (plan === undefined) return loadedReport(job, base, delivery);
  const trial = new Correcting(job.store, plan);
  let isAnything = false;
  for (const file of intakeFilesOf(delivery, 0)) {
    if ((await trial.planned(file)) !== undefined) isAnything = true;
  }
  trial.check();
  if (isAnything) return undefined;
  const report = JSON.parse(base.report) as MigrateReport;
  return { ...report, isRepeated: true, corrections: await trial.report(0), outputs: [] };
}

/** The report of the run that loaded this content, unless it would be read otherwise today. */
async function loadedReport(job: Job, before: Run, delivery: Delivery): Promise<MigrateReport> {
  const { runId: run, report } = before;
  const used = new Set((await job.store.runs.inputs(run)).map((one) => one.sha256));
  const changed = delivery.inputs.filter((one) => !used.has(one.sha256)).map((one) => one.path);
  if (changed.length > 0) {
    const values = { found: delivery.name, run, changed: changed.join(", ") };
    throw new Refusal("delivery-loaded", values);
  }
  return { ...(JSON.parse(report) as MigrateReport), isRepeated: true };
}

/** Keeps what explains the load: mappings, crosswalks, agreements and the law, by their content. */
async function archive(job: Job, inputs: readonly MappingInput[]): Promise<void> {
  const { runs, registers } = job.store;
  for (const { role, path, sha256, text } of inputs) {
    await runs.archive(sha256, text);
    if (role === "agreement") await registers.addAgreementFile(path, sha256);
  }
}
