import { join, relative } from "node:path";
import { amountFields, isSame, negated } from "../../domain/amounts.js";
import { yuanText, zero } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import { csvPieces } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import type { Recounted } from "../../settle/recount/recount.js";
import { decodeShadow } from "../../settle/shadow.js";
import { decodeSteps } from "../../settle/steps.js";
import { stepsOf } from "../../settle/trace.js";
import type { StoredClaim, StoredEntry } from "../../store/port/claims.js";
import type { RunOutput } from "../../store/port/runs.js";
import type { Store } from "../../store/store.js";
import { amountName } from "../../text/amount-words.js";
import { recountHeader } from "../../text/recount.js";
import type { Job } from "../job.js";
import { type PersonPast, peopleWithPast } from "./fold-people.js";
import { inForce } from "./posted-claim.js";
import { recountPerson } from "./replay.js";
import { checkSettled } from "./settled-month.js";

/** How a month's settlements stand up to the second implementation. */
export interface RecountReport {
  readonly month: Month;
  readonly recounted: number;
  readonly agreeing: number;
  /** Claims with other amounts, and claims with the same amounts by other parameters. */
  readonly otherAmounts: number;
  readonly otherParameters: number;
  /** Refunds, and how many of them cancel what they take back to the fen. */
  readonly refunds: number;
  readonly cancelling: number;
  /** Claims that could not be asked again, such as those of somebody no longer enrolled. */
  readonly unready: number;
  readonly outputs: readonly RunOutput[];
}

/**
 * Settles a month a second time with `recount`: from claims, archived law and earlier claims, each
 * run with the year as it met it, and holds amounts and parameters against what is stored. Claims
 * that were taken back later are recounted too: they were posted in this month.
 */
export async function recountMonth(job: Job, month: Month): Promise<RecountReport> {
  const { store, progress } = job;
  await checkSettled(store, month);
  await progress.step("recount", month);
  const recount = new MonthRecount(job, month, await correctionsOf(store));
  for await (const person of peopleWithPast(store, progress, WITH_REFUNDED)) recount.add(person);
  return recount.report();
}

const WITH_REFUNDED = { withRefunded: true } as const;

/** The runs that settled everybody's year again, whether they found anything or not. */
async function correctionsOf(store: Store): Promise<readonly number[]> {
  const runs = await store.runs.list();
  const done = runs.filter(({ kind, state }) => kind === "settle-correct" && state === "done");
  return done.map(({ runId }) => runId);
}

class MonthRecount {
  private recounted = 0;
  private otherAmounts = 0;
  private otherParameters = 0;
  private unready = 0;
  private refunds = 0;
  private cancelling = 0;
  private readonly rows: (readonly string[])[] = [];

  constructor(
    private readonly job: Job,
    private readonly month: Month,
    private readonly corrections: readonly number[],
  ) {}

  add({ history, past }: PersonPast): void {
    const asked = past.claims.filter(({ historic }) => inForce(historic).month === this.month);
    this.unready += past.unready.filter((one) => inForce(one.historic).month === this.month).length;
    for (const { claim, entries } of history) {
      const [entry] = entries;
      if (claim.isRefund && entry?.month === this.month) this.refund(claim, entry, history);
    }
    const { corrections } = this;
    const found = recountPerson({ history, claims: past.claims, corrections }, asked);
    for (const { historic, claimId } of asked) {
      const result = found.get(claimId);
      if (result === undefined) this.unready += 1;
      else this.compare(historic.claim.medinsSetlId, inForce(historic), result);
    }
  }

  async report(): Promise<RecountReport> {
    const { month, recounted, otherAmounts, otherParameters, unready, refunds, cancelling } = this;
    const outputs = this.rows.length === 0 ? [] : [await this.write()];
    const agreeing = recounted - otherAmounts - otherParameters;
    const found = { recounted, agreeing, otherAmounts, otherParameters, unready };
    return { month, ...found, refunds, cancelling, outputs };
  }

  /** A refund posts nothing but what it takes back. */
  private refund(
    { claimId, medinsSetlId }: StoredClaim,
    { posted }: StoredEntry,
    history: PersonPast["history"],
  ): void {
    this.refunds += 1;
    const original = history.find(({ refundedBy }) => refundedBy === claimId);
    const expected = original && negated(inForce(original).posted);
    if (expected !== undefined && isSame(posted, expected)) {
      this.cancelling += 1;
      return;
    }
    const { lang } = this.job.workspace;
    for (const field of amountFields) {
      const amounts = [posted[field], expected?.[field] ?? zero].map(yuanText);
      this.rows.push([medinsSetlId, amountName(field, lang), ...amounts]);
    }
  }

  private compare(medinsSetlId: string, entry: StoredEntry, result: Recounted): void {
    this.recounted += 1;
    const { computed } = decodeShadow(entry.shadow, entry.posted);
    const differing = amountFields.filter((field) => computed[field] !== result.amounts[field]);
    for (const field of differing) {
      const amounts = [computed[field], result.amounts[field]].map(yuanText);
      const name = amountName(field, this.job.workspace.lang);
      this.rows.push([medinsSetlId, name, ...amounts]);
    }
    if (differing.length > 0) {
      this.otherAmounts += 1;
      return;
    }
    const chosen = new Set(result.parameters);
    const used = stepsOf(decodeSteps(entry.steps)).map((step) => step.parameter);
    const strange = used.filter((parameter) => parameter >= 0 && !chosen.has(parameter));
    if (strange.length === 0) return;
    this.otherParameters += 1;
    this.rows.push([medinsSetlId, "parameter", strange.join(" "), result.parameters.join(" ")]);
  }

  private async write(): Promise<RunOutput> {
    const { output, root, lang } = this.job.workspace;
    const path = join(output, "private", `recount-${this.month}.csv`);
    const rows = [recountHeader[lang], ...this.rows];
    const content = csvPieces(rows, { bom: true, textColumns: new Set([0, 1]) });
    await writeFileAtomic(path, content, { mode: PRIVATE_MODE });
    return { path: relative(root, path), sha256: await sha256Of(path), isPrivate: true };
  }
}
