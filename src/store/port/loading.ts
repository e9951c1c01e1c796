import type { HouseholdStatement, PaidBenefits } from "../../domain/intake.js";
import type { ReadAmount } from "../../domain/money.js";
import type { Day } from "../../domain/period.js";
import type { Origin, SourceEnrolment } from "../../domain/records.js";
import type { HeldEnrolment } from "../../domain/source-rows.js";
import type { CompareRow, PersonFields } from "./compared-rows.js";

/** A change of a person's record by a row. */
export interface PersonUpdate extends Origin {
  readonly partNo: number;
  readonly psnNo: string;
  readonly field: keyof PersonFields;
  readonly before: string;
  readonly after: string;
}

/** The end of a running enrolment, by a row or by a list that leaves the person out (line 0). */
export interface EnrolmentEnd extends Origin {
  readonly partNo: number;
  readonly psnNo: string;
  readonly insutype: string;
  readonly begndate: Day;
  readonly enddate: Day;
}

/** A person with the enrolments that the delivery states for them. */
export interface PersonEnrolments {
  readonly partNo: number;
  readonly psnNo: string;
  readonly brdy: Day;
  readonly rows: readonly HeldEnrolment[];
}

/** A staged enrolment that a running one contradicts; `rowNo` is the person on the same line. */
export interface StoppedEnrolment extends SourceEnrolment {
  readonly enrolmentNo: number;
  readonly rowNo: number | null;
  readonly partNo: number;
  readonly psnNo: string;
  /** The first day of the running enrolment, and the register on whose row it rests. */
  readonly begndate: Day;
  readonly basisSource: string;
}

/** A staged enrolment that runs, of a person whose unified one was ended. */
export interface ReturnedEnrolment extends SourceEnrolment {
  readonly enrolmentNo: number;
  readonly rowNo: number | null;
  readonly enddate: Day;
}

export interface StoredEnrolment extends Origin {
  readonly partNo: number;
  readonly psnNo: string;
  readonly insutype: string;
  readonly begndate: Day;
  readonly enddate: Day | "";
  readonly psnType: string;
  readonly insuplcAdmdvs: string;
}

export interface StoredIdentity extends Origin {
  readonly partNo: number;
  readonly psnNo: string;
  readonly psnIdetType: string;
  readonly begndate: Day;
}

/** A row with last year's benefits; `psnNo` is empty when it was set aside. */
export interface PaidRow extends PaidBenefits, Origin {
  readonly rowNo: number;
  readonly source: string;
  readonly legacyId: string;
  readonly psnNo: string;
  readonly partNo: number;
  readonly insuplcAdmdvs: string;
  /** The same content brought the row before. */
  readonly isRepeated: boolean;
}

/** From staged rows to people: loading and unifying. */
export interface LoadingStore {
  /**
   * One sorted copy of the matched rows into the tables of people: what every row says, and the
   * records of new people of one row.
   */
  loadPeople(): Promise<void>;
  /** Ends all matched rows that lead no record as merged. */
  endMerged(): Promise<void>;
  /** Keeps the lists of the employee scheme, whole. */
  keepEmployees(): Promise<void>;
  /** Keeps what the staged enrolments of known people say. */
  keepEnrolments(): Promise<void>;
  /** Finds the person of every enrolment that stands in a file of its own. */
  findEnrolled(): Promise<void>;
  enrolledWithoutPerson(after: Origin, limit: number): Promise<readonly SourceEnrolment[]>;
  /**
   * Staged enrolments that have stopped, of people whose unified enrolment is loaded and runs,
   * without those that state again a loaded one on which it does not rest. An old enrolment begins
   * on `lastOldDay` at the latest.
   */
  stoppedOtherwise(lastOldDay: Day, limit: number): Promise<readonly StoppedEnrolment[]>;
  /** Staged enrolments that run, of people whose unified enrolment was ended. */
  returned(limit: number): Promise<readonly ReturnedEnrolment[]>;
  /** Takes enrolments out of the staging. */
  dropEnrolments(enrolmentNos: readonly number[]): Promise<void>;
  peopleWithoutEnrolment(after: number, limit: number): Promise<readonly CompareRow[]>;
  enrolments(fromPart: number, toPart: number): Promise<readonly PersonEnrolments[]>;
  /** Adds what is not there yet; tells for each whether it was new. */
  addCoverage(
    enrolments: readonly StoredEnrolment[],
    identities: readonly StoredIdentity[],
  ): Promise<{ readonly enrolled: readonly boolean[]; readonly identified: readonly boolean[] }>;
  balances(
    after: { readonly source: string; readonly householdNo: string },
    limit: number,
  ): Promise<readonly (readonly HouseholdStatement[])[]>;
  /** Rows with a balance and without a household, after a row number. */
  withoutHousehold(afterRow: number, limit: number): Promise<readonly HouseholdStatement[]>;
  /** Opens accounts; of households that have one already, its balance by the holder's row. */
  addFamilyAccounts(
    accounts: readonly { readonly holder: HouseholdStatement; readonly balance: ReadAmount }[],
  ): Promise<ReadonlyMap<number, ReadAmount>>;
  paid(afterRow: number, limit: number): Promise<readonly PaidRow[]>;
  addHistory(rows: readonly PaidRow[], year: number): Promise<void>;
  /** Changes records; the old values stay readable as changes. */
  updatePeople(updates: readonly PersonUpdate[]): Promise<void>;
  endEnrolments(ends: readonly EnrolmentEnd[]): Promise<void>;
  /**
   * The running enrolments of a division that rest on a register, of people of whom no row of this
   * delivery states any number: after an enrolment, in the order of their keys.
   */
  absent(
    list: AbsentQuestion,
    after: RunningEnrolment,
    limit: number,
  ): Promise<readonly RunningEnrolment[]>;
}
/** Whose absence is asked for: of a register, in a division (the beginning of its code). */
export interface AbsentQuestion {
  readonly source: string;
  readonly division: string;
}

export interface RunningEnrolment {
  readonly partNo: number;
  readonly psnNo: string;
  readonly insutype: string;
  readonly begndate: Day;
}
