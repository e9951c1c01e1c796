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

/** What one adjustment does to an amount, a limit or (every band's) share. */
export type Effect =
  | { readonly way: "times"; readonly by: Ratio }
  | { readonly way: "plusAmount" | "minusAmount"; readonly by: Yuan }
  | { readonly way: "plusShare" | "minusShare"; readonly by: Ratio }
  | { readonly way: "replaceAmount"; readonly by: Limit }
  | { readonly way: "replaceShare"; readonly by: Ratio }
  | { readonly way: "atLeastAmount" | "atMostAmount"; readonly by: Yuan }
  | { readonly way: "atLeastShare" | "atMostShare"; readonly by: Ratio }
  | { readonly way: "minusEach"; readonly by: Yuan; readonly floor: Yuan }
  | { readonly way: "minusShareEach"; readonly by: Ratio; readonly most: Ratio }
  | { readonly way: "plusEachYear"; readonly by: Ratio; readonly most: Ratio }
  | ShareOfCost
  | { readonly way: "difference" };

/** An upper limit; undefined is 不封顶. */
export type Limit = Yuan | undefined;

/** What is paid of the cost on the ladder. */
export type Rate =
  | { readonly way: "share"; readonly share: Ratio }
  | { readonly way: "bands"; readonly bands: readonly Band[] }
  | { readonly way: "age"; readonly from: Ratio; readonly each: Ratio; readonly most: Ratio };

/** One band: `share` is paid of the stretch above `above`, up to the next band. */
export interface Band {
  readonly above: Yuan;
  readonly share: Ratio;
  readonly parameter: number;
}
