import {
  addRatio,
  one,
  type Ratio,
  ratio,
  shareOf,
  timesRatio,
  type Yuan,
  zero,
} from "../domain/money.js";
import type { Cited } from "../policy/cited.js";
import { type Bill, isOffsiteStay, noParameter } from "./bill.js";
import { rowFor } from "./overlays.js";

/** The rules that set or change the share which the pooled fund pays. */
export type RatioRule =
  | "ratio-level"
  | "ratio-outpatient"
  | "ratio-overlay"
  | "ratio-offsite-factor"
  | "ratio-offsite-points"
  | "ratio-limit";

/** The share after one rule, and the parameter that the rule took. */
export interface RatioStage {
  readonly rule: RatioRule;
  readonly parameter: number;
  readonly share: Ratio;
}

/**
 * What the pooled fund pays of the cost on the ladder, in yuan. Each stage has a line that shows
 * what the ladder is worth at that share; only the last one, rounded once to the fen, is paid.
 */
export function payByRatio(bill: Bill, onLadder: Yuan, stages: readonly RatioStage[]): Yuan {
  let paid = zero;
  for (const { rule, parameter, share } of stages) {
    paid = shareOf(onLadder, share);
    bill.steps.push({ rule, parameter, base: onLadder, amount: paid });
  }
  return paid;
}

/**
 * The share for a stay: the level's ratio, raised for the person's identity, cut outside the
 * region, and no more than the whole (policy.md Q16), in this order.
 */
export function stayStages({ claim, insured, law }: Bill): readonly RatioStage[] {
  const stages: RatioStage[] = [];
  let share = none;
  const take = (rule: RatioRule, by: Cited<Ratio>): void => {
    share = shareAfter(rule, share, by.value);
    stages.push({ rule, parameter: by.parameter, share });
  };

  take("ratio-level", law["inpatient.ratio"][claim.dedcHospLv]);
  const overlay = rowFor(law["overlays.ratio"], insured);
  if (overlay !== undefined) take("ratio-overlay", overlay.by);
  if (isOffsiteStay(claim)) {
    const { way, by } = law["offsite.cut"][claim.isReferred ? "referred" : "unreferred"];
    take(way === "multiply" ? "ratio-offsite-factor" : "ratio-offsite-points", by);
  }
  if (share > one) take("ratio-limit", { value: one, parameter: noParameter });
  return stages;
}

/** How each rule changes the share: the one place that says it, for settling and for explaining. */
export function shareAfter(rule: RatioRule, share: Ratio, by: Ratio): Ratio {
  switch (rule) {
    case "ratio-level":
    case "ratio-outpatient":
      return by;
    case "ratio-overlay":
      return addRatio(share, by);
    case "ratio-offsite-factor":
      return timesRatio(share, by);
    case "ratio-offsite-points":
      return share > by ? addRatio(share, timesRatio(minusOne, by)) : none;
    case "ratio-limit":
      return one;
  }
}

const none = ratio("0");
const minusOne = ratio("-1");
