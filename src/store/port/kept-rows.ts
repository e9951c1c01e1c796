import type { Origin } from "../../domain/records.js";
import type { SourceKey } from "../../domain/source-key.js";
import type { DatedPerson, HeldEnrolment } from "../../domain/source-rows.js";

/** What a loaded or merged row says of its person. */
export interface PersonRow extends DatedPerson {
  readonly partNo: number;
  /** The person whose row it is now. */
  readonly psnNo: string;
  /** The person number with which it was loaded. */
  readonly loadedAs: string;
  /** Whether the record was made of it; else it came later, and what it changed is an entry. */
  readonly givesRecord: boolean;
}

/** An enrolment that a row states of its person. */
export interface EnrolmentRow extends HeldEnrolment {
  readonly partNo: number;
  readonly psnNo: string;
  readonly loadedAs: string;
}

/** A kept row with what names it in every database. */
export interface KeyedRow extends PersonRow {
  readonly key: SourceKey;
}

/** What the model compares of a row, by the names of the facts, and what names the row. */
export interface ComparedRow extends Origin {
  readonly key: SourceKey;
  readonly facts: Readonly<Record<ComparedFact, string>>;
}

/** The facts that a comparison spec may name as columns. */
export const comparedFacts = [
  "psn_name",
  "certno",
  "brdy",
  "gend",
  "naty",
  "tel",
  "household_no",
  "head_relation",
  "insuplc_admdvs",
] as const;
export type ComparedFact = (typeof comparedFacts)[number];

/** A staged row, by its number in the delivery. */
export interface StagedRow extends ComparedRow {
  readonly rowNo: number;
}

/** A kept row with the person whose it is. */
export interface KnownPersonRow extends ComparedRow {
  readonly partNo: number;
  readonly psnNo: string;
}

/** What rows say of their people, kept for ever: records are made of them, and made again. */
export interface KeptRowStore {
  /** The rows of some people, grouped by person, in the order of their places. */
  personRows(psnNos: readonly string[]): Promise<readonly (readonly KeyedRow[])[]>;
  enrolmentRows(psnNos: readonly string[]): Promise<readonly (readonly EnrolmentRow[])[]>;
  /**
   * Staged rows that go on to become people, after a row number. A certificate number with a wrong
   * check digit is no fact, but it is compared as it was written; a household is one of its source.
   */
  stagedAfter(rowNo: number, limit: number): Promise<readonly StagedRow[]>;
  /** The same of all kept rows, after a place, in the order of their places. */
  knownAfter(after: Origin, limit: number): Promise<readonly KnownPersonRow[]>;
  /** All kept rows after a place, in the order of their places. */
  personRowsAfter(after: Origin, limit: number): Promise<readonly KeyedRow[]>;
  /** The kept rows that stand at some places. */
  personRowsAt(places: readonly Origin[]): Promise<readonly KeyedRow[]>;
  /** The rows that a key names, in the order of their places. */
  personRowsOf(key: SourceKey): Promise<readonly KeyedRow[]>;
  /** The rows of an old number, whatever their names, in the order of their places. */
  personRowsNumbered(source: string, legacyId: string): Promise<readonly KeyedRow[]>;
  /** The number under which a person is known now: of one merged away, that of the other. */
  currentNumber(psnNo: string): Promise<string>;
  /** The numbers that were merged into a person, the merged ones of these included. */
  aliases(psnNo: string): Promise<readonly string[]>;
}
