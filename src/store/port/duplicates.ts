import type { Yuan } from "../../domain/money.js";
import type { Day } from "../../domain/period.js";

/** A person with several rows of enrolments in normal status. */
export interface EnrolledPerson {
  readonly partNo: number;
  readonly psnNo: string;
  /** 人员姓名 */ readonly psnName: string;
  /** 证件号码 */ readonly certno: string;
  /** First day of the enrolment in the unified scheme that runs; empty where none does. */
  readonly running: Day | "";
}

/** What was paid under one old number of a person in a year, before the switch and since. */
export interface YearOfBenefits {
  readonly psnNo: string;
  readonly source: string;
  readonly legacyId: string;
  readonly year: number;
  readonly paid: Yuan;
}

/** How many people are on the lists of the employee scheme that a run read. */
export interface EmployeeCount {
  readonly rows: number;
  /** Rows that are somebody of the resident scheme. */
  readonly residents: number;
}

/** People who are enrolled more than once (重复参保). */
export interface DuplicateStore {
  /** Those after a person, in the order of their keys. */
  people(
    after: { readonly partNo: number; readonly psnNo: string },
    limit: number,
  ): Promise<readonly EnrolledPerson[]>;
  benefits(psnNos: readonly string[]): Promise<readonly YearOfBenefits[]>;
  /** Whether the delivery that is being loaded states any enrolment of these types. */
  isAnyStaged(insutypes: readonly string[]): Promise<boolean>;
  employees(runId: number): Promise<EmployeeCount>;
}
