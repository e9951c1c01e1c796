import type { SettledBy } from "../../domain/codes.js";
import type { ClaimRow } from "../../domain/intake.js";
import type { Yuan } from "../../domain/money.js";
import type { Day, Month } from "../../domain/period.js";
import type { Problem } from "../../domain/problem.js";
import type { Amounts } from "../../domain/records.js";

/** A claim in the database: as delivered, with the person once known. */
export interface StoredClaim extends ClaimRow {
  readonly claimId: number;
  readonly partNo: number;
  readonly psnNo: string;
}

/** A person of a range of parts, with what the law asks about them. */
export interface StoredInsured {
  readonly psnName: string;
  /** Under which names other records of theirs stand; absent for none. */
  readonly otherNames?: readonly string[];
  readonly brdy: Day;
  readonly enrolments: readonly {
    readonly insutype: string;
    readonly begndate: Day;
    readonly enddate: Day | "";
    readonly psnType: string;
    readonly insuplcAdmdvs: string;
  }[];
  readonly identities: readonly {
    readonly psnIdetType: string;
    readonly begndate: Day;
    readonly enddate: Day | "";
  }[];
  /** What each year has used up, as `encodeYear` writes it. */
  readonly years: ReadonlyMap<number, string>;
}

/** The open work of one range of parts: claims in the order of the fold, and their people. */
export interface Work {
  readonly claims: readonly StoredClaim[];
  readonly people: ReadonlyMap<string, StoredInsured>;
}

/**
 * Entries of a claim: it is settled once; a correction takes that back and posts it anew. What is
 * in force is the last that is no reversal.
 */
export type EntryKind = "settled" | "reversal" | "corrected";

/** What is posted for a claim, in whichever month is written. */
export interface Entry {
  /** 0 for the first of the claim. */
  readonly entry: number;
  readonly kind: EntryKind;
  /** Why it follows another; empty for the first. */
  readonly reason: string;
  /** 1, and -1 where a bill is taken back. */
  readonly cases: 1 | -1;
  readonly settledBy: SettledBy;
  readonly policy: string;
  /** The whole fee, below zero where it is taken back; and so the amounts. */
  readonly medfeeSumamt: Yuan;
  readonly posted: Amounts;
  readonly steps: string;
  /** What the engine computed, where the window's amounts bind; else empty. */
  readonly shadow: string;
  /** The run that posted it; 0 where that is not known any more. */
  readonly runId: number;
}

/** An entry that is to be posted. */
export interface SettledClaim extends Entry {
  readonly claim: StoredClaim;
  /** The claim that this refund takes back. */
  readonly refundOf?: number;
}

/** An entry with the month and the person under which it stands. */
export interface StoredEntry extends Entry {
  readonly month: Month;
  readonly psnNo: string;
}

/** A settled claim with all its entries, and the refund that took it back. */
export interface HistoricClaim {
  readonly claim: StoredClaim;
  readonly entries: readonly StoredEntry[];
  readonly refundedBy?: number;
}

export interface Suspect {
  readonly claimId: number;
  readonly field: string;
  readonly paid: Yuan;
  readonly computed: Yuan;
}

/** A suspect with what the clerk looks it up by. */
export interface SuspectRow extends Suspect {
  readonly medinsSetlId: string;
  readonly fixmedinsCode: string;
}

export interface WaitingClaim {
  readonly claimId: number;
  readonly problems: readonly Problem[];
}

/** What fee lines made of a bill. */
export interface ClassifiedBill {
  readonly claimId: number;
  readonly fulamtOwnpayAmt: Yuan;
  readonly overlmtSelfpay: Yuan;
  readonly preselfpayAmt: Yuan;
  readonly inscpScpAmt: Yuan;
}

/** What a range of parts came to, committed at once. */
export interface SettledRange {
  readonly month: Month;
  readonly settled: readonly SettledClaim[];
  /** The parts of bills that stated none, as their fee lines make them. */
  readonly classified?: readonly ClassifiedBill[];
  readonly suspects: readonly Suspect[];
  readonly waiting: readonly WaitingClaim[];
  readonly years: readonly {
    readonly partNo: number;
    readonly psnNo: string;
    readonly year: number;
    readonly state: string;
  }[];
}

/** A settled claim as it is shown and explained: the entry in force. */
export interface SettlementRow extends Amounts {
  readonly claim: StoredClaim;
  readonly month: Month;
  readonly kind: EntryKind;
  readonly reason: string;
  readonly settledBy: SettledBy;
  readonly policy: string;
  readonly steps: string;
  readonly shadow: string;
  /** The refund that took it back, by its settlement number. */
  readonly refundedBy?: string;
}

/** The sums of a month by who settled. */
export interface MonthTotals extends Amounts {
  readonly settledBy: "window" | "centre";
  /** Bills; what is taken back counts as one less. */
  readonly claims: number;
  /** Refunds among them, and bills that were posted anew. */
  readonly refunds: number;
  readonly corrected: number;
  readonly medfeeSumamt: Yuan;
}

/** A claim that was not added; the hash of the line that holds its number, if that is written. */
export interface RepeatedClaim {
  readonly row: ClaimRow;
  readonly lineHash: number | undefined;
}

export interface ClaimStore {
  /** Adds claims; returns those whose settlement number exists already, with its line's hash. */
  add(rows: readonly ClaimRow[]): Promise<readonly RepeatedClaim[]>;
  /** Finds the person of every claim of the month that has none yet. */
  findPeople(month: Month): Promise<void>;
  /** How many claims of the month (and carried into it) are not settled. */
  openCount(month: Month): Promise<number>;
  /** Claims that are open and have no person. */
  withoutPerson(month: Month, afterClaim: number, limit: number): Promise<readonly StoredClaim[]>;
  work(month: Month, fromPart: number, toPart: number): Promise<Work>;
  writeRange(range: SettledRange): Promise<void>;
  /**
   * All settled claims of the people of a range of parts, person by person in the order of the
   * fold; of some people only, where they are named.
   */
  history(
    fromPart: number,
    toPart: number,
    psnNos?: readonly string[],
  ): Promise<ReadonlyMap<string, readonly HistoricClaim[]>>;
  /** What the law asks about people of a range of parts. */
  insured(
    fromPart: number,
    toPart: number,
    psnNos: readonly string[],
  ): Promise<ReadonlyMap<string, StoredInsured>>;
  /**
   * The settled claims that a refund may take back: the one it names, or those of its visit and
   * person.
   */
  originalsOf(refund: StoredClaim): Promise<readonly HistoricClaim[]>;
  totals(month: Month): Promise<readonly MonthTotals[]>;
  /**
   * How many people have a bill or a refund of this run that stands before what an earlier run
   * settled for them in the same year; of bills that ended before `edge` only.
   */
  outOfTurn(month: Month, runId: number, edge: Day): Promise<number>;
  waitingByCode(month: Month): Promise<ReadonlyMap<string, number>>;
  waitingAfter(
    month: Month,
    afterClaim: number,
    limit: number,
  ): Promise<readonly { readonly claim: StoredClaim; readonly problems: readonly Problem[] }[]>;
  /** Suspects of a month that were neither corrected nor refunded since. */
  suspects(month: Month): Promise<{ readonly claims: number; readonly amount: Yuan }>;
  /** The suspects of a month after a claim, field by field. */
  suspectsAfter(
    month: Month,
    after: { readonly claimId: number; readonly field: string },
    limit: number,
  ): Promise<readonly SuspectRow[]>;
  find(medinsSetlId: string): Promise<StoredClaim | undefined>;
  settlementOf(claim: StoredClaim): Promise<SettlementRow | undefined>;
  waitingOf(claimId: number): Promise<readonly Problem[]>;
  /** The file and line that a claim was read from. */
  originOf(claim: StoredClaim): Promise<{ readonly path: string; readonly sha256: string }>;
}
