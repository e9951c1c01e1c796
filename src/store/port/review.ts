import type { PairPlace, WaitingPair } from "./decisions.js";

/** What the order of the queue depends on. */
export interface QueuedPair extends PairPlace {
  readonly probability: number;
  readonly leftPsnNo: string;
  readonly rightPsnNo: string;
}

export interface Household {
  readonly source: string;
  readonly householdNo: string;
}

/** What a review asks beyond the queue itself. */
export interface ReviewStore {
  /** Every pair that waits, without its records, after a place and in the order of the places. */
  queuedAfter(after: PairPlace, limit: number): Promise<readonly QueuedPair[]>;
  /** The pairs at these places, whether they wait or not, in the order asked for. */
  pairsAt(places: readonly PairPlace[]): Promise<readonly (WaitingPair | undefined)[]>;
  /** The heads of some households by the latest row: `householdKey` to name. */
  heads(households: readonly Household[]): Promise<ReadonlyMap<string, string>>;
}

/** One text for a household. */
export function householdKey({ source, householdNo }: Household): string {
  return JSON.stringify([source, householdNo]);
}
