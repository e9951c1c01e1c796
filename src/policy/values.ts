import type { Ratio, Yuan } from "../domain/money.js";

/** The price of each session (or day) of a bill beyond `above` of them, up to the next band. */
export interface PriceBand {
  readonly above: number;
  readonly amount: Yuan;
  readonly parameter: number;
}

/** A deductible that is a share of the bill: of all of it, or of what is in scope. */
export interface ShareOfCost {
  readonly way: "ofTotal" | "ofScope";
  readonly by: Ratio;
  readonly floor: Yuan;
  readonly ceiling: Yuan | undefined;
}
