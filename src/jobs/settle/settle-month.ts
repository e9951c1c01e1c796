import { yuanText } from "../../domain/money.js";
import { PARTS } from "../../domain/part.js";
import { type Day, firstDay, type Month } from "../../domain/period.js";
import { Refusal } from "../../domain/refusal.js";
import { assumedValues } from "../../policy/dated.js";
import type { MonthTotals } from "../../store/port/claims.js";
import type { RunOutput } from "../../store/port/runs.js";
import type { Store } from "../../store/store.js";
import { acceptedByDeliveries, type NotAccepted, notAccepted } from "../accept.js";
import { asRun, type Job } from "../job.js";
import { type ReadLaw, readLaw } from "../law.js";
import { openMonth } from "../month/open-month.js";
import { Past } from "./past.js";
import { settleRange } from "./settle-range.js";
import { writeSuspects } from "./suspects.js";
import { waitForPeople, writeWaiting } from "./waiting.js";

/** How many parts are settled and committed at once. */
const RANGE = 64;

const LAST_DAY = "9999-12-31" as Day;

/** The sums of a month, as exact text. */
export interface SettledTotals {
  readonly settledBy: "window" | "centre";
  readonly claims: number;
  readonly refunds: number;
  readonly corrected: number;
  readonly medfeeSumamt: string;
  readonly hifpPay: string;
  readonly hifmiPay: string;
  readonly mafPay: string;
  readonly othPay: string;
  readonly fundPaySumamt: string;
  readonly psnPartAmt: string;
}

export interface SettleReport {
  readonly month: Month;
  /** Whether there was anything to settle; a second run has nothing. */
  readonly isUnchanged: boolean;
  readonly totals: readonly SettledTotals[];
  /** Claims that wait, by reason. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly waitingClaims: number;
  /** Reasons for which more claims wait than the deliveries' manifests accept. */
  readonly notAccepted: readonly NotAccepted[];
  /** Window claims whose amounts differ from ours, and by how much the funds paid more. */
  readonly suspects: { readonly claims: number; readonly paidMore: string };
  /** People whose bills came in after later ones were settled: the year has to be set in order. */
  readonly outOfTurn: number;
  readonly assumedValues: number;
  readonly outputs: readonly RunOutput[];
}

/**
 * Settles every open claim of a month, by ranges of parts, each committed as a whole: a run that
 * dies goes on where it was. Claims that wait are tried again. A second run changes nothing.
 */
export async function settleMonth(job: Job, month: Month): Promise<SettleReport> {
  const { store } = job;
  const { state } = await openMonth(store, month);
  const law = await readLaw(job.workspace);
  if (state !== "open" && (await store.claims.openCount(month)) === 0) {
    return reportOf(job, month, law, []);
  }
  return asRun(job, { kind: "settle", subject: month, isWhole: false }, async (runId) => {
    const row = await openMonth(store, month);
    await checkOrder(store, month);
    await store.claims.findPeople(month);
    const before = await store.claims.openCount(month);
    const isFirst = (await store.claims.totals(month)).length === 0;
    await settleAll(job, { runId, month, law });
    const isUnchanged = row.state !== "open" && before === (await store.claims.openCount(month));
    // New claims make the hospitals' months out of date: they are budgeted again.
    if (!isUnchanged) await store.months.put({ ...row, state: "settled" });
    const outputs = [await writeWaiting(job, month), await writeSuspects(job, month)];
    // Of a month that is settled for the first time, only bills of earlier months are late.
    const edge = isFirst ? firstDay(month) : LAST_DAY;
    const outOfTurn = await store.claims.outOfTurn(month, runId, edge);
    const report = { ...(await reportOf(job, month, law, outputs)), isUnchanged, outOfTurn };
    return { report, inputs: law.inputs, outputs };
  });
}

/**
 * A person's year is a fold in order, and settlements are never edited: no month before its turn.
 */
async function checkOrder(store: Store, month: Month): Promise<void> {
  const months = await store.months.list();
  const earlier = months.find((one) => one.month < month && one.state === "open");
  if (earlier !== undefined) {
    throw new Refusal("month-unsettled-before", { month, earlier: earlier.month });
  }
}

interface Asked {
  readonly runId: number;
  readonly month: Month;
  readonly law: ReadLaw;
}

async function settleAll(job: Job, { runId, month, law }: Asked): Promise<void> {
  const { store, progress } = job;
  await progress.step("settle", month);
  for (const { sha256, text } of law.inputs) await store.runs.archive(sha256, text);
  await store.runs.archive(law.sha256, law.bundle);
  await waitForPeople(store, month);
  const institutions = await store.registers.institutions();
  const past = await Past.open(store);
  const circumstances = { runId, month, policy: law.sha256, pack: law.pack, institutions };
  for (let part = 0; part < PARTS; part += RANGE) {
    const work = await store.claims.work(month, part, part + RANGE);
    if (work.claims.length > 0) {
      const refunds = await past.refundSources(work);
      const lines = await past.lines.of(work.claims);
      await store.claims.writeRange(settleRange(work, { ...circumstances, refunds, lines }));
    }
    progress.advance(part + RANGE, PARTS);
  }
}

async function reportOf(
  job: Job,
  month: Month,
  { pack }: ReadLaw,
  outputs: readonly RunOutput[],
): Promise<SettleReport> {
  const { claims } = job.store;
  const totals = await claims.totals(month);
  const suspects = await claims.suspects(month);
  const waiting = await claims.waitingByCode(month);
  return {
    month,
    isUnchanged: true,
    outOfTurn: 0,
    totals: totals.map(textOf),
    waiting: Object.fromEntries(waiting),
    notAccepted: notAccepted(waiting, await acceptedByDeliveries(job.store)),
    waitingClaims: await claims.openCount(month),
    suspects: { claims: suspects.claims, paidMore: yuanText(suspects.amount) },
    assumedValues: assumedValues(pack).length,
    outputs,
  };
}

function textOf(totals: MonthTotals): SettledTotals {
  const { settledBy, claims, refunds, corrected } = totals;
  return {
    ...{ settledBy, claims, refunds, corrected },
    medfeeSumamt: yuanText(totals.medfeeSumamt),
    hifpPay: yuanText(totals.hifpPay),
    hifmiPay: yuanText(totals.hifmiPay),
    mafPay: yuanText(totals.mafPay),
    othPay: yuanText(totals.othPay),
    fundPaySumamt: yuanText(totals.fundPaySumamt),
    psnPartAmt: yuanText(totals.psnPartAmt),
  };
}
