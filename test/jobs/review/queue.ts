import { join } from "node:path";
import type { ReviewReason } from "../../../src/domain/match-decision.js";
import type { Job } from "../../../src/jobs/job.js";
import { exportReview } from "../../../src/jobs/match/export-review.js";
import { migrateDelivery } from "../../../src/jobs/migrate/migrate-delivery.js";
import { miniJob, people, writeDelivery } from "../../problems/mini-delivery.js";
import { prescribe } from "../matched.js";

/** Five people of whom several may be one; two of them have the same name. */
export const LIST: readonly string[] = [
  "1,王玉,男,159921199001011231,1990-01-01,H1,,1",
  "2,王钰,男,159921199001011290,1990-01-01,H2,,1",
  "3,王玉,男,159921199001011232,1990-01-10,,,1",
  "4,李四,女,,1985-03-02,H4,,1",
  "5,李思,女,,1985-03-02,H4,,1",
];

/** A pair of the queue by the numbers of its records. */
export type Pair = readonly [
  left: string,
  right: string,
  probability: number,
  reason?: ReviewReason,
];

/** A county of five people with a queue of these pairs; the run of the queue is the loading. */
export async function reviewJob(pairs: readonly Pair[], list = LIST): Promise<Job> {
  const job = await miniJob();
  prescribe(job, "1e-12"); // the model asks nothing by itself
  await migrateDelivery(job, writeDelivery(job, [people(...list)]));
  await addPairs(job, pairs);
  return job;
}

export async function addPairs({ store }: Job, pairs: readonly Pair[]): Promise<void> {
  const rows = await store.rows.personRowsAfter({ fileId: 0, line: 0 }, 100);
  const rowOf = (number: string) => {
    const row = rows.find((one) => one.legacyId === number);
    if (row === undefined) throw new Error(`no record ${number}`);
    return row;
  };
  const entries = pairs.map(([one, other, probability, reason = "probability"]) => {
    const [left, right] = [rowOf(one), rowOf(other)];
    const place = ({ fileId, line }: typeof left) => ({ fileId, line });
    const places = { leftRow: place(left), rightRow: place(right) };
    return { left: left.key, right: right.key, ...places, probability, levels: {}, reason };
  });
  await store.decisions.addReviewPairs(1, entries);
}

/** Exports the queue; the path of the workbook. */
export async function exported(job: Job): Promise<string> {
  const { file } = await exportReview(job, {});
  return join(job.workspace.root, file);
}

/** The person of a record now. */
export async function numberOf({ store }: Job, legacyId: string): Promise<string> {
  const rows = await store.rows.personRowsAfter({ fileId: 0, line: 0 }, 100);
  return rows.find((row) => row.legacyId === legacyId)?.psnNo ?? "";
}
