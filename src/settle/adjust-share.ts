import { addRatio, one, type Ratio, timesRatio, type Yuan } from "../domain/money.js";
import type { Adjustment, Effect, Row } from "../policy/law.js";
import type { Bill } from "./bill.js";
import { noParameter, rule } from "./rules.js";

/**
 * A share after all adjustments, held to 0 … 1 once at the end (policy.md Q16). Rows that `leftOut`
 * names do not count.
 */
export function adjustedShare(
  bill: Bill,
  adjustments: readonly Adjustment[],
  share: Ratio,
  cost: Yuan,
  leftOut?: (row: Row<Effect>) => boolean,
): Ratio {
  let result = share;
  for (const { table } of adjustments) {
    const row = bill.find(table, cost);
    if (row === undefined || leftOut?.(row) === true) continue;
    result = changedShare(bill, row, result);
  }
  if (result <= one) return result;
  bill.step(rule["share-whole"], noParameter, result, one, one);
  return one;
}

type ShareRule = `share-${"times" | "plus" | "minus" | "most" | "least"}`;

function changedShare(bill: Bill, { value: effect, parameter }: Row<Effect>, share: Ratio): Ratio {
  const write = (name: ShareRule, by: Ratio, after: Ratio) => {
    bill.step(rule[name], parameter, share, by, after);
    return after;
  };
  switch (effect.way) {
    case "times":
      return write("share-times", effect.by, timesRatio(share, effect.by));
    case "plusShare":
      return write("share-plus", effect.by, addRatio(share, effect.by));
    case "minusShare":
      return write("share-minus", effect.by, lessRatio(share, effect.by));
    case "atLeastShare":
      return write("share-least", effect.by, Math.max(share, effect.by) as Ratio);
    case "atMostShare":
      return write("share-most", effect.by, Math.min(share, effect.by) as Ratio);
    case "replaceShare":
      bill.step(rule["share-replace"], parameter, 0, 0, effect.by);
      return effect.by;
    case "plusEachYear": {
      const bonus = eachUpTo(bill, parameter, effect, bill.on.facts.years);
      return write("share-plus", bonus, addRatio(share, bonus));
    }
    default:
      return share;
  }
}

/** So many times a share, at most another. */
export function eachUpTo(
  bill: Bill,
  parameter: number,
  { by, most: limit }: { readonly by: Ratio; readonly most: Ratio },
  count: number,
): Ratio {
  const product = (by * count) as Ratio;
  bill.step(rule["share-each"], parameter, by, count, product);
  if (product <= limit) return product;
  bill.step(rule["share-most"], parameter, product, limit, limit);
  return limit;
}

/** Never below nothing. */
export function lessRatio(left: Ratio, right: Ratio): Ratio {
  return (left > right ? left - right : 0) as Ratio;
}
