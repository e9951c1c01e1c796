import type { Day } from "../domain/period.js";
import type { Origin } from "../domain/records.js";

/** Where a mapped row stands, for its record and for the problems that cross-checks find. */
export interface RowOrigin extends Origin {
  readonly file: string;
  readonly source: string;
  /** No day in the row can be later. */
  readonly latest?: Day;
}
