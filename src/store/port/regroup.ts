import type { SettledBy } from "../../domain/codes.js";
import type { Yuan } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import type { Amounts, Origin, PersonRecord } from "../../domain/records.js";
import type { StoredClaim } from "./claims.js";
import type { EnrolmentRow, KeyedRow } from "./kept-rows.js";
import type { PersonChange } from "./lineage.js";
import type { StoredEnrolment, StoredIdentity } from "./loading.js";
import type { MonthState } from "./months.js";

/** A change of a person's records, with its number then and the run that made it. */
export interface NumberedChange extends PersonChange {
  readonly psnNo: string;
  readonly runId: number;
  /** Whose the row is now that says so; empty where no kept row stands there. */
  readonly holder: string;
}

/** A record that went from one number to another. */
export interface PersonMove extends Origin {
  readonly runId: number;
  readonly kind: "merge" | "split";
  readonly fromPsnNo: string;
  readonly toPsnNo: string;
}

/** What an old scheme had paid under one old number, in a year. */
export interface HeldBenefits extends Origin {
  readonly psnNo: string;
  readonly source: string;
  readonly legacyId: string;
  readonly year: number;
  readonly hifpPay: Yuan;
  readonly hifmiPay: Yuan;
}

/** A household's account with who holds it. */
export interface HeldAccount extends Origin {
  readonly psnNo: string;
  readonly source: string;
  readonly householdNo: string;
  readonly balance: Yuan;
}

/** A claim with whose it is now, and how it was settled, if it was. */
export interface HeldClaim {
  /** Its `psnNo` is the person whose it is now. */
  readonly claim: StoredClaim;
  readonly monthState: MonthState;
  readonly settled?: SettledAs;
}

/** The entry of a settled claim that is in force. */
export interface SettledAs {
  readonly settledBy: SettledBy;
  /** A refund took it back. */
  readonly isTakenBack: boolean;
  /** The month that it was settled in, and the state of that month. */
  readonly month: Month;
  readonly monthState: MonthState;
  readonly policy: string;
  readonly posted: Amounts;
  readonly steps: string;
  readonly shadow: string;
}

/** Everything of some people that goes along when their records are grouped otherwise. */
export interface Belongings {
  readonly changes: readonly NumberedChange[];
  readonly moves: readonly PersonMove[];
  readonly benefits: readonly HeldBenefits[];
  readonly accounts: readonly HeldAccount[];
  /** In the order of their months, and of the fold within a month. */
  readonly claims: readonly HeldClaim[];
  /** The numbers that lead to these people, each with where it leads. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** A person as its records make it. */
export interface MadePerson {
  readonly psnNo: string;
  readonly record: PersonRecord;
  readonly rows: readonly KeyedRow[];
  readonly enrolmentRows: readonly EnrolmentRow[];
  readonly enrolments: readonly StoredEnrolment[];
  readonly identities: readonly StoredIdentity[];
  readonly benefits: readonly HeldBenefits[];
  readonly accounts: readonly HeldAccount[];
  readonly claims: readonly HeldClaim[];
}

/** People before, and the same records as people after. */
export interface Regrouping {
  readonly runId: number;
  readonly kind: PersonMove["kind"];
  readonly before: readonly string[];
  readonly after: readonly MadePerson[];
  /** Open claims of which nobody can tell any more whose they are: their next settlement looks. */
  readonly nobodys: readonly HeldClaim[];
  /** The number that nobody had before, if there is one: its records stand for themselves now. */
  readonly newNumber?: string;
  readonly aliases: ReadonlyMap<string, string>;
}

/** People put together or taken apart: what they own, and writing it under other numbers. */
export interface RegroupStore {
  belongings(psnNos: readonly string[]): Promise<Belongings>;
  /** The record of a person, if the number is anybody's. */
  record(psnNo: string): Promise<PersonRecord | undefined>;
  /**
   * Writes people again under other numbers, all or nothing; what moved stands in the journal.
   * Their years are taken away: they are written again from the claims (`ClaimStore.writeRange`).
   */
  regroup(regrouping: Regrouping): Promise<void>;
  /** The records that came to a number or left it, the earliest first. */
  moves(psnNo: string): Promise<readonly PersonMove[]>;
  /** Where one record went. */
  movesOfRow(row: Origin): Promise<readonly PersonMove[]>;
  /** Whose a claim is now; empty while nobody is known. */
  claimHolder(claimId: number): Promise<string>;
}
