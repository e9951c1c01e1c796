import { Refusal } from "../../domain/refusal.js";
import type { Run } from "../../store/port/runs.js";
import { asRun, type Job, takePen } from "../job.js";
import { type ReadLaw, readLaw } from "../law.js";
import { loadDelivery } from "./load.js";
import { type Delivery, readDelivery } from "./read-delivery.js";
import type { MigrateReport } from "./report.js";
import { writeReports } from "./write-reports.js";

/**
 * Loads a delivery: cut, decode, map, normalize → match → the six unifications → load → tally, as
 * one transaction. A second run of the same content changes nothing.
 */
export async function migrateDelivery(job: Job, folder: string): Promise<MigrateReport> {
  await job.progress.step("manifest");
  const delivery = await readDelivery(folder, job.workspace);
  if (!delivery.manifest.isSigned) throw new Refusal("totals-unsigned", { found: delivery.name });
  const law = await readLaw(job.workspace);
  const before = await job.store.runs.lastDone("migrate", delivery.hash);
  if (before !== undefined) return repeatedReport(job, before, delivery);
  const plan = { kind: "migrate", subject: delivery.hash, isWhole: true };
  return asRun(job, plan, async (runId) => {
    // Another process may have loaded it between the question and the pen.
    if ((await job.store.runs.lastDone("migrate", delivery.hash)) !== undefined) {
      throw new Refusal("database-busy");
    }
    const counted = await loadDelivery(job, delivery, law, runId);
    await job.progress.step("report");
    const outputs = await writeReports(job, runId, delivery);
    await archive(job, delivery, law);
    return {
      report: { ...counted, outputs },
      inputs: [...delivery.inputs, ...law.inputs],
      outputs,
    };
  });
}

/** The whole way without a trace: the same report, and then everything is taken back. */
export async function checkDelivery(job: Job, folder: string): Promise<MigrateReport> {
  await job.progress.step("manifest");
  const delivery = await readDelivery(folder, job.workspace);
  const law = await readLaw(job.workspace);
  const before = await job.store.runs.lastDone("migrate", delivery.hash);
  if (before !== undefined) {
    return { ...(await repeatedReport(job, before, delivery)), isDry: true };
  }
  await takePen(job.store);
  try {
    const runId = await job.store.runs.start({ ...NOBODY, subject: delivery.hash });
    const isUnsigned = !delivery.manifest.isSigned;
    return { ...(await loadDelivery(job, delivery, law, runId)), isDry: true, isUnsigned };
  } finally {
    await job.store.rollback();
  }
}

const NOBODY = { kind: "check", operator: "", systemUser: "", process: "", startedAt: "" };

/** The report of the run that loaded this content, unless it would be read otherwise today. */
async function repeatedReport(job: Job, before: Run, delivery: Delivery): Promise<MigrateReport> {
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
async function archive(job: Job, delivery: Delivery, law: ReadLaw): Promise<void> {
  const { runs, registers } = job.store;
  for (const { role, path, sha256, text } of [...delivery.inputs, ...law.inputs]) {
    await runs.archive(sha256, text);
    if (role === "agreement") await registers.addAgreementFile(path, sha256);
  }
}
