import type { DatedPerson, Origin, SourceEnrolment } from "../../domain/records.js";
import type { SourceKey } from "../../domain/source-key.js";

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
export interface EnrolmentRow extends SourceEnrolment {
  readonly partNo: number;
  readonly psnNo: string;
  readonly loadedAs: string;
}

/** A kept row with what names it in every database. */
export interface KeyedRow extends PersonRow {
  readonly key: SourceKey;
}

/** What rows say of their people, kept for ever: records are made of them, and made again. */
export interface KeptRowStore {
  /** The rows of some people, grouped by person, in the order of their places. */
  personRows(psnNos: readonly string[]): Promise<readonly (readonly KeyedRow[])[]>;
  enrolmentRows(psnNos: readonly string[]): Promise<readonly (readonly EnrolmentRow[])[]>;
  /** All kept rows after a place, in the order of their places. */
  personRowsAfter(after: Origin, limit: number): Promise<readonly KeyedRow[]>;
  /** The rows that a key names, in the order of their places. */
  personRowsOf(key: SourceKey): Promise<readonly KeyedRow[]>;
  /** The number under which a person is known now: of one merged away, that of the other. */
  currentNumber(psnNo: string): Promise<string>;
  /** The numbers that were merged into a person, the merged ones of these included. */
  aliases(psnNo: string): Promise<readonly string[]>;
}
