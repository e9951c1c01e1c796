import assert from "node:assert";
import type { Month } from "../../domain/period.js";
import type { Problem } from "../../domain/problem.js";
import type { Pack } from "../../policy/pack.js";
import { settleParts } from "../../settle/settle-parts.js";
import { encodeShadow } from "../../settle/shadow.js";
import { encodeSteps } from "../../settle/steps.js";
import { compareWindow } from "../../settle/window.js";
import { decodeYear, emptyYear, encodeYear, type YearToDate } from "../../settle/year-to-date.js";
import type {
  HistoricClaim,
  SettledClaim,
  SettledRange,
  StoredClaim,
  StoredInsured,
  Suspect,
  WaitingClaim,
  Work,
} from "../../store/port/claims.js";
import type { Institution } from "../../store/port/registers.js";
import type { BillLines } from "./fee-lines.js";
import { type FoldedClaim, foldYears } from "./person-years.js";
import { readyOf } from "./ready.js";
import type { Ready } from "./ready-claim.js";
import { matchRefund } from "./refund.js";
import { ruleMissing } from "./rule-missing.js";

/** What the settlement of a range needs beside its work. */
export interface Circumstances {
  /** The run that posts it. */
  readonly runId: number;
  readonly month: Month;
  readonly policy: string;
  readonly pack: Pack;
  readonly institutions: ReadonlyMap<string, Institution>;
  /** For refunds: what they may take back, and the past of their people. */
  readonly refunds: RefundSources;
  /** The fee lines of bills that are settled by them. */
  readonly lines: ReadonlyMap<number, BillLines>;
}

export interface RefundSources {
  /** Settled claims that a refund may mean, by the refund's claim id. */
  readonly originals: ReadonlyMap<number, readonly HistoricClaim[]>;
  /** The settled claims of a person, as the fold takes them. */
  readonly past: ReadonlyMap<string, readonly FoldedClaim[]>;
}

export const noRefunds: RefundSources = { originals: new Map(), past: new Map() };

/**
 * Settles the open claims of a range of parts, in the order of the fold. Window amounts bind: they
 * are posted and fed to the year; the engine's own amounts are kept beside them, and differences
 * are suspects. A refund posts what it takes back, and the year is as if that had never been. A
 * claim that cannot be settled waits with all its reasons and takes nothing of the year.
 */
export function settleRange(work: Work, circumstances: Circumstances): SettledRange {
  const range = new RangeUnderWork(work, circumstances);
  for (const claim of work.claims) range.settle(claim);
  return range.done();
}

class RangeUnderWork {
  private readonly settled: SettledClaim[] = [];
  private readonly classified: NonNullable<SettledRange["classified"]>[number][] = [];
  private readonly suspects: Suspect[] = [];
  private readonly waiting: WaitingClaim[] = [];
  private readonly years = new Map<string, SettledYear>();
  /** What this range has settled of people with refunds. */
  private readonly past = new Map<string, FoldedClaim[]>();
  private readonly refunded = new Set<number>();

  constructor(
    private readonly work: Work,
    private readonly circumstances: Circumstances,
  ) {
    for (const [psnNo, claims] of circumstances.refunds.past) this.past.set(psnNo, [...claims]);
  }

  settle(stored: StoredClaim): void {
    const person = this.work.people.get(stored.psnNo);
    assert(person !== undefined, `claim ${stored.claimId} has a person in the database`);
    const problems = stored.isRefund ? this.refund(stored) : this.bill(stored, person);
    if (problems.length > 0) this.waiting.push({ claimId: stored.claimId, problems });
  }

  done(): SettledRange {
    const { settled, suspects, waiting } = this;
    assert(
      settled.length + waiting.length === this.work.claims.length,
      "every claim is settled or waits",
    );
    const years = [...this.years.values()].map(({ after, ...one }) => {
      return { ...one, state: encodeYear(after) };
    });
    const { classified } = this;
    return { month: this.circumstances.month, settled, classified, suspects, waiting, years };
  }

  private bill(stored: StoredClaim, person: StoredInsured): readonly Problem[] {
    const lines = this.circumstances.lines.get(stored.claimId);
    const ready = readyOf(stored, person, this.circumstances, lines);
    if (!("parts" in ready)) return ready;
    const yearBefore = (year: number) => this.yearBefore(stored.psnNo, person, year);
    const {
      settlement: computed,
      after,
      missing,
    } = settleParts(ready.parts, yearBefore, ready.posted);
    if (missing.length > 0) return missing.map((key) => ruleMissing(stored, key));
    const differences = stored.paid === undefined ? [] : compareWindow(stored.paid, computed);
    for (const one of differences) this.suspects.push({ claimId: stored.claimId, ...one });
    const posted = stored.paid ?? computed;
    this.settled.push({
      claim: stored,
      ...FIRST,
      runId: this.circumstances.runId,
      cases: 1,
      settledBy: stored.settledBy,
      policy: this.circumstances.policy,
      medfeeSumamt: stored.medfeeSumamt,
      posted,
      steps: encodeSteps(computed.steps),
      shadow: encodeShadow(differences),
    });
    if (ready.header !== undefined) {
      this.classified.push({ claimId: stored.claimId, ...ready.header });
    }
    this.remember(stored, ready, posted);
    for (const [year, one] of after) this.setYear(stored, year, one);
    return [];
  }

  private refund(stored: StoredClaim): readonly Problem[] {
    const matched = matchRefund(stored, this.originals(stored));
    if (!("original" in matched)) return [matched];
    const { original, posted } = matched;
    const { claimId: refundOf, medinsSetlId } = original.claim;
    this.refunded.add(refundOf);
    this.settled.push({
      claim: stored,
      ...FIRST,
      runId: this.circumstances.runId,
      reason: `refund ${medinsSetlId}`,
      cases: -1,
      settledBy: stored.settledBy,
      policy: this.circumstances.policy,
      medfeeSumamt: stored.medfeeSumamt,
      posted,
      steps: "",
      shadow: "",
      refundOf,
    });
    const past = this.past.get(stored.psnNo) ?? [];
    const parts = past.find((one) => one.claimId === refundOf)?.ready.parts ?? [];
    const kept = past.filter((one) => one.claimId !== refundOf);
    this.past.set(stored.psnNo, kept);
    const years = foldYears(kept);
    for (const { year } of parts) this.setYear(stored, year, years.get(year) ?? emptyYear);
    return [];
  }

  /** What was settled before this run, and in it. */
  private originals(refund: StoredClaim): readonly HistoricClaim[] {
    const before = this.circumstances.refunds.originals.get(refund.claimId) ?? [];
    const now = this.settled.filter(({ claim }) => isMeant(claim, refund)).map(historic);
    return [...before, ...now].filter(({ claim }) => !this.refunded.has(claim.claimId));
  }

  /** Only people with a refund need their past. */
  private remember({ psnNo, claimId }: StoredClaim, ready: Ready, posted: FoldedClaim["posted"]) {
    this.past.get(psnNo)?.push({ claimId, ready, posted });
  }

  private setYear({ partNo, psnNo }: StoredClaim, year: number, after: YearToDate): void {
    this.years.set(`${psnNo} ${year}`, { partNo, psnNo, year, after });
  }

  private yearBefore(psnNo: string, person: StoredInsured, year: number): YearToDate {
    const known = this.years.get(`${psnNo} ${year}`)?.after;
    return known ?? decodeYear(person.years.get(year) ?? "");
  }
}

interface SettledYear {
  readonly partNo: number;
  readonly psnNo: string;
  readonly year: number;
  readonly after: YearToDate;
}

const FIRST = { entry: 0, kind: "settled", reason: "" } as const;

function isMeant(claim: StoredClaim, refund: StoredClaim): boolean {
  if (claim.isRefund) return false;
  if (refund.initMedinsSetlId !== "") return claim.medinsSetlId === refund.initMedinsSetlId;
  const isSameVisit = claim.mdtrtId === refund.mdtrtId && claim.psnNo === refund.psnNo;
  return isSameVisit && claim.fixmedinsCode === refund.fixmedinsCode;
}

function historic({ claim, refundOf: _refundOf, ...entry }: SettledClaim): HistoricClaim {
  const { psnNo } = claim;
  return { claim, entries: [{ ...entry, psnNo, month: claim.month }] };
}
