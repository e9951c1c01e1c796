import { PARTS } from "../../domain/part.js";
import type { Month } from "../../domain/period.js";
import type { Job } from "../job.js";
import { readLaw } from "../law.js";
import { Past } from "./past.js";
import { settleRange } from "./settle-range.js";

const RANGE = 256;

/**
 * How many open claims of a month could be settled now: they are settled and counted, and nothing
 * is written. A claim that waits counts as soon as its cause is mended.
 */
export async function settleableCount({ store, workspace }: Job, month: Month): Promise<number> {
  const { pack, sha256 } = await readLaw(workspace);
  await store.claims.findPeople(month);
  const institutions = await store.registers.institutions();
  const past = await Past.open(store);
  // Nothing of it is written, so no run is named.
  const circumstances = { runId: 0, month, policy: sha256, pack, institutions };
  let count = 0;
  for (let part = 0; part < PARTS; part += RANGE) {
    const work = await store.claims.work(month, part, part + RANGE);
    const refunds = await past.refundSources(work);
    const lines = await past.lines.of(work.claims);
    count += settleRange(work, { ...circumstances, refunds, lines }).settled.length;
  }
  return count;
}
