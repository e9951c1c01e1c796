import type { Origin } from "../../domain/records.js";
import type { FeeLineRow, VisitRow } from "../../domain/visits.js";

/** A record that was not added, and where its like was read; that line's hash, if it is written. */
export interface Repeated<Row extends Origin> {
  readonly row: Row;
  readonly first: Origin;
  readonly lineHash: number | undefined;
}

/** Visits and what they cost, as old systems registered them. */
export interface VisitStore {
  /** Adds visits; returns those whose number stands already for their source. */
  addVisits(rows: readonly VisitRow[]): Promise<readonly Repeated<VisitRow>[]>;
  /** Adds fee lines; returns those whose number stands already for their visit. */
  addFeeLines(rows: readonly FeeLineRow[]): Promise<readonly Repeated<FeeLineRow>[]>;
  visit(source: string, mdtrtId: string): Promise<VisitRow | undefined>;
  /** The fee lines of a visit in the order of their numbers. */
  feeLines(source: string, mdtrtId: string): Promise<readonly FeeLineRow[]>;
}
