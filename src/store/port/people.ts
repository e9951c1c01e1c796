import type { PersonRecord } from "../../domain/records.js";
import type { DatedPerson } from "../../domain/source-rows.js";
import type { CompareRow, PersonFields } from "./compared-rows.js";
import type { HouseholdStore } from "./households.js";
import type { LoadingStore } from "./loading.js";

export interface MatchedRow {
  readonly rowNo: number;
  readonly partNo: number;
  readonly psnNo: string;
  /** Whether this row alone gives the person's record. */
  readonly isLead: boolean;
  /** Whether it is another record of a loaded person: it is not held to theirs. */
  readonly isOther: boolean;
}

/** A row whose certificate number belongs to a person of another name. */
export interface KnownOtherwise extends CompareRow {
  readonly partNo: number;
  readonly psnNo: string;
  readonly knownName: string;
  /** Whether its old number belongs to that person too. */
  readonly isSameNumber: boolean;
}

/** A row that leads to a person whom the database knows. */
export interface KnownRow {
  readonly rowNo: number;
  readonly partNo: number;
  readonly psnNo: string;
}

/** The same, and whether the row's old number and name are those of a row of that person. */
export interface RecognisedRow extends KnownRow {
  readonly isSameNumber: boolean;
}

/** A row of a known person with its own facts, and those of the person's record. */
export interface MatchedOtherwise extends CompareRow {
  readonly gend: string;
  readonly record: { readonly certno: string; readonly brdy: string; readonly gend: string };
}

/** A row of a known person beside the person's record, field by field. */
export interface MatchedFacts extends CompareRow {
  readonly partNo: number;
  readonly psnNo: string;
  readonly row: PersonFields;
  readonly record: PersonFields;
  /** Its register said the same of who it is in a row that was loaded: 1, else 0. */
  readonly isSaid: number;
}

/** A staged row with its number and its person. */
export interface NumberedPerson extends DatedPerson {
  readonly rowNo: number;
  readonly partNo: number;
  readonly psnNo: string;
}

/** The record of a new person, and the row that leads it. */
export interface LoadedRecord {
  readonly partNo: number;
  readonly psnNo: string;
  readonly rowNo: number;
  readonly record: PersonRecord;
}

/** From staged rows to people: what matching asks. Pages go by row or by key. */
export interface MatchingStore {
  stagedCount(): Promise<number>;
  /** Groups of rows with one certificate number, whole groups only, after a number. */
  sameCertno(after: string, limit: number): Promise<readonly (readonly CompareRow[])[]>;
  /** Groups of rows with one source, household, name and birth date. */
  sameHouseholdMember(after: number, limit: number): Promise<readonly (readonly CompareRow[])[]>;
  /**
   * Rows of people whom the database knows already, by old number or certificate number: once for
   * every person to whom a row leads. An old number that several people share does not speak
   * against the one whom the certificate number names.
   */
  known(): Promise<readonly RecognisedRow[]>;
  /** Rows whose certificate number the database knows under another name, with that person. */
  knownOtherwise(afterRow: number, limit: number): Promise<readonly KnownOtherwise[]>;
  /** Rows by their numbers. */
  compareRows(rowNos: readonly number[]): Promise<readonly CompareRow[]>;
  /** Rows that become nobody, and are nobody's any more if they were matched. */
  setAside(rowNos: readonly number[]): Promise<void>;
  /** Rows that go on to become people, after a row number. */
  stagedAfter(
    rowNo: number,
    limit: number,
  ): Promise<readonly { readonly rowNo: number; readonly insuplcAdmdvs: string }[]>;
  /** Rows of lists of the employee scheme, after a row number. */
  employeesAfter(rowNo: number, limit: number): Promise<readonly number[]>;
  /** The highest serial of a person number given so far. */
  lastSerial(): Promise<number>;
  addMatches(rows: readonly MatchedRow[]): Promise<void>;
  /** Matched rows whose certificate number, birth date or sex is not that of the loaded record. */
  matchedOtherwise(afterRow: number, limit: number): Promise<readonly MatchedOtherwise[]>;
  /** Matched rows that state any field otherwise than the loaded record, with both. */
  matchedFacts(afterRow: number, limit: number): Promise<readonly MatchedFacts[]>;
  /** Takes rows as those of a person although their name is another. */
  linkRenamed(rows: readonly KnownRow[]): Promise<void>;
  /** The rows of some people, grouped by person. */
  rowsOf(psnNos: readonly string[]): Promise<readonly (readonly NumberedPerson[])[]>;
  /** Loads the records of new people of several rows; each names the row that counts as loaded. */
  addRecords(records: readonly LoadedRecord[]): Promise<void>;
}

export interface PeopleStore extends MatchingStore, LoadingStore, HouseholdStore {}
