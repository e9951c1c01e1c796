import { negated } from "../../domain/amounts.js";
import { negate, yuanText } from "../../domain/money.js";
import { PARTS } from "../../domain/part.js";
import type { Month } from "../../domain/period.js";
import type { Amounts } from "../../domain/records.js";
import { Refusal } from "../../domain/refusal.js";
import { encodeSteps } from "../../settle/steps.js";
import { encodeYear } from "../../settle/year-to-date.js";
import type { SettledClaim, SettledRange } from "../../store/port/claims.js";
import type { RunOutput } from "../../store/port/runs.js";
import type { Store } from "../../store/store.js";
import { asRun, type Job } from "../job.js";
import { openMonth } from "../month/open-month.js";
import { type Correction, correctPerson } from "./correct-person.js";
import { CorrectionLines } from "./correction-lines.js";
import { type CorrectionReason, storedReason } from "./correction-reason.js";
import { Past } from "./past.js";
import { inForce } from "./posted-claim.js";

const RANGE = 64;

/** The open month that takes the differences, and perhaps a window claim that binds no more. */
export interface CorrectQuestion {
  readonly month: Month;
  readonly claim?: string | undefined;
  readonly reason?: string | undefined;
}

export interface CorrectReport {
  readonly month: Month;
  readonly isUnchanged: boolean;
  /** Claims that were posted anew, and their people. */
  readonly claims: number;
  readonly people: number;
  readonly reasons: Readonly<Partial<Record<CorrectionReason, number>>>;
  /** What the funds pay more than before; below zero where they get money back. */
  readonly difference: Readonly<Record<keyof Amounts, string>>;
  /** Claims that cannot be settled today: they stay as they are posted. */
  readonly unready: number;
  readonly outputs: readonly RunOutput[];
}

/**
 * Settles every person's year again in the order of the law and posts only the differences, in the
 * open month, as a reversal and a new entry. Closed months stay as they are. Named with a reason, a
 * window claim is settled by the centre from now on. A second run finds nothing.
 */
export async function correctSettlements(
  job: Job,
  question: CorrectQuestion,
): Promise<CorrectReport> {
  const { store } = job;
  const { month } = question;
  const row = await openMonth(store, month);
  const toCentre = await claimsToCentre(store, question);
  return asRun(job, { kind: "settle-correct", subject: month, isWhole: false }, async (runId) => {
    await job.progress.step("correct", month);
    const lines = new CorrectionLines(job, month, question.reason);
    const past = await Past.open(store);
    for (let part = 0; part < PARTS; part += RANGE) {
      const range = await correctRange({ store, past, lines, question, toCentre, runId }, part);
      if (range !== undefined) await store.claims.writeRange(range);
      job.progress.advance(part + RANGE, PARTS);
    }
    // Corrections do not settle a month's own claims; its budget is out of date with them.
    const state = row.state === "open" ? "open" : "settled";
    if (lines.claims > 0) await store.months.put({ ...row, state });
    const outputs = lines.isEmpty ? [] : [await lines.write()];
    return { report: reportOf(month, lines, outputs), inputs: [], outputs };
  });
}

interface Asked {
  readonly store: Store;
  readonly past: Past;
  readonly lines: CorrectionLines;
  readonly question: CorrectQuestion;
  readonly toCentre: ReadonlySet<number>;
  readonly runId: number;
}

async function correctRange(asked: Asked, part: number): Promise<SettledRange | undefined> {
  const { store, past, lines, question, toCentre } = asked;
  const histories = await store.claims.history(part, part + RANGE);
  if (histories.size === 0) return undefined;
  const people = await store.claims.insured(part, part + RANGE, [...histories.keys()]);
  const settled: SettledClaim[] = [];
  const years: SettledRange["years"][number][] = [];
  for (const [psnNo, history] of histories) {
    const person = people.get(psnNo);
    const partNo = history[0]?.claim.partNo;
    if (person === undefined || partNo === undefined) continue;
    const corrected = correctPerson(await past.of(history, person), history, toCentre);
    lines.add(person, history, corrected);
    for (const one of corrected.corrections) settled.push(...entriesOf(one, asked));
    for (const [year, after] of corrected.years) {
      const state = encodeYear(after);
      if (person.years.get(year) !== state) years.push({ partNo, psnNo, year, state });
    }
  }
  if (settled.length === 0 && years.length === 0) return undefined;
  return { month: question.month, settled, suspects: [], waiting: [], years };
}

/** The way back of what is in force, and what takes its place. */
function entriesOf(
  { historic, before, computed, reason }: Correction,
  { question: { reason: why }, runId }: Asked,
): readonly SettledClaim[] {
  const { claim, entries } = historic;
  const old = inForce(historic);
  const next = Math.max(...entries.map(({ entry }) => entry)) + 1;
  const both = { claim, reason: storedReason(reason, why), policy: old.policy, runId };
  return [
    {
      ...both,
      entry: next,
      kind: "reversal",
      cases: -1,
      settledBy: old.settledBy,
      medfeeSumamt: negate(claim.medfeeSumamt),
      posted: negated(before),
      steps: old.steps,
      shadow: old.shadow,
    },
    {
      ...both,
      entry: next + 1,
      kind: "corrected",
      cases: 1,
      settledBy: reason === "window" ? "centre" : old.settledBy,
      medfeeSumamt: claim.medfeeSumamt,
      posted: computed,
      steps: encodeSteps(computed.steps),
      shadow: "",
    },
  ];
}

/** The window claim that is named, with a reason; one that is not yet the centre's. */
async function claimsToCentre(
  store: Store,
  { claim: found, reason = "" }: CorrectQuestion,
): Promise<ReadonlySet<number>> {
  if (found === undefined) {
    if (reason.trim() !== "") throw new Refusal("correction-claim-missing");
    return new Set();
  }
  if (reason.trim() === "") throw new Refusal("correction-reason-missing", { found });
  const claim = await store.claims.find(found);
  const settlement = claim === undefined ? undefined : await store.claims.settlementOf(claim);
  if (claim === undefined) throw new Refusal("claim-unknown", { found });
  if (settlement?.settledBy !== "window" || claim.isRefund) {
    throw new Refusal("correction-not-window", { found });
  }
  return new Set([claim.claimId]);
}

function reportOf(
  month: Month,
  lines: CorrectionLines,
  outputs: readonly RunOutput[],
): CorrectReport {
  const difference = Object.entries(lines.difference).map(([field, more]) => {
    return [field, yuanText(more)] as const;
  });
  return {
    month,
    isUnchanged: lines.claims === 0,
    claims: lines.claims,
    people: lines.people,
    reasons: Object.fromEntries(lines.reasons),
    difference: Object.fromEntries(difference) as CorrectReport["difference"],
    unready: lines.unready,
    outputs,
  };
}
