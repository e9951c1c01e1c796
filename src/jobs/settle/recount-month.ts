import { join, relative } from "node:path";
import { add, yuanText } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import type { Amounts } from "../../domain/records.js";
import { csvPieces } from "../../io/csv.js";
import { PRIVATE_MODE, sha256Of, writeFileAtomic } from "../../io/files.js";
import { type Recounted, type RecountQuestion, recountYear } from "../../settle/recount/recount.js";
import { decodeShadow } from "../../settle/shadow.js";
import { decodeSteps } from "../../settle/steps.js";
import { stepsOf } from "../../settle/trace.js";
import type { StoredEntry } from "../../store/port/claims.js";
import type { RunOutput } from "../../store/port/runs.js";
import { recountHeader } from "../../text/recount.js";
import type { Job } from "../job.js";
import { type PersonPast, peopleWithPast } from "./fold-people.js";
import type { PastClaims } from "./past.js";
import { inForce } from "./posted-claim.js";

/** How a month's settlements stand up to the second implementation. */
export interface RecountReport {
  readonly month: Month;
  readonly recounted: number;
  readonly agreeing: number;
  /** Claims with other amounts, and claims with the same amounts by other parameters. */
  readonly otherAmounts: number;
  readonly otherParameters: number;
  /** Claims that could not be asked again, such as those of somebody no longer enrolled. */
  readonly unready: number;
  readonly outputs: readonly RunOutput[];
}

/**
 * Settles a month a second time with `recount`: from claims, archived law and earlier claims, in
 * the order in which they were settled, and holds amounts and parameters against what is stored.
 */
export async function recountMonth(job: Job, month: Month): Promise<RecountReport> {
  const { store, progress } = job;
  await progress.step("recount", month);
  const recount = new MonthRecount(job, month);
  for await (const person of peopleWithPast(store, progress)) recount.add(person);
  return recount.report();
}

type Settled = PastClaims["claims"][number];

class MonthRecount {
  private recounted = 0;
  private otherAmounts = 0;
  private otherParameters = 0;
  private unready = 0;
  private readonly rows: (readonly string[])[] = [];

  constructor(
    private readonly job: Job,
    private readonly month: Month,
  ) {}

  add({ past }: PersonPast): void {
    const { month } = this;
    this.unready += past.unready.filter(({ historic }) => inForce(historic).month === month).length;
    if (!past.claims.some(({ historic }) => inForce(historic).month === month)) return;
    this.person(inOrderOfSettlement(past.claims));
  }

  async report(): Promise<RecountReport> {
    const { month, recounted, otherAmounts, otherParameters, unready } = this;
    const outputs = this.rows.length === 0 ? [] : [await this.write()];
    const agreeing = recounted - otherAmounts - otherParameters;
    return { month, recounted, agreeing, otherAmounts, otherParameters, unready, outputs };
  }

  /** Every part of a claim is asked in its own year, the parts of one claim one after another. */
  private person(claims: readonly Settled[]): void {
    const years = new Map<number, RecountQuestion[]>();
    for (const { ready, historic, posted } of claims) {
      const binds = inForce(historic).settledBy === "window" && ready.parts.length === 1;
      for (const { question, year } of ready.parts) {
        const asked = years.get(year) ?? [];
        years.set(year, [...asked, { ...question, ...(binds ? { posted } : {}) }]);
      }
    }
    const found = new Map<number, Recounted>();
    for (const questions of years.values()) {
      for (const one of recountYear(questions)) {
        const before = found.get(one.claimId);
        found.set(one.claimId, before === undefined ? one : together(before, one));
      }
    }
    for (const { historic, claimId } of claims) {
      const entry = inForce(historic);
      const result = found.get(claimId);
      if (result === undefined || entry.month !== this.month) continue;
      this.compare(historic.claim.medinsSetlId, entry, result);
    }
  }

  private compare(medinsSetlId: string, entry: StoredEntry, result: Recounted): void {
    this.recounted += 1;
    const { computed } = decodeShadow(entry.shadow, entry.posted);
    const differing = fields.filter((field) => computed[field] !== result.amounts[field]);
    for (const field of differing) {
      const amounts = [computed[field], result.amounts[field]].map(yuanText);
      this.rows.push([medinsSetlId, field, ...amounts]);
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

/** The parts of one claim: amounts added up, and all the parameters that were chosen. */
function together(first: Recounted, second: Recounted): Recounted {
  const sums = fields.map((field) => [field, add(first.amounts[field], second.amounts[field])]);
  const parameters = [...first.parameters, ...second.parameters];
  return { ...first, amounts: Object.fromEntries(sums) as Amounts, parameters };
}

/**
 * Claims as the engine met them: month by month, each month in the order of the fold. Where a year
 * was corrected, what is in force was settled in the order of the fold alone.
 */
function inOrderOfSettlement(claims: PastClaims["claims"]): readonly Settled[] {
  const isCorrected = claims.some(({ historic }) => inForce(historic).kind === "corrected");
  if (isCorrected) return claims;
  const monthOf = ({ historic }: Settled): string => inForce(historic).month;
  return claims
    .map((one, at) => ({ one, at }))
    .sort((a, b) => {
      if (monthOf(a.one) === monthOf(b.one)) return a.at - b.at;
      return monthOf(a.one) < monthOf(b.one) ? -1 : 1;
    })
    .map(({ one }) => one);
}

const fields = [
  "actPayDedc",
  "hifpPay",
  "hifmiPay",
  "mafPay",
  "othPay",
  "fundPaySumamt",
  "psnPartAmt",
] as const satisfies readonly (keyof Amounts)[];
