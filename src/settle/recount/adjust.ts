import type { Yuan } from "../../domain/money.js";
import type { Adjusted, Adjustment, Effect, Limit, Row } from "../../policy/law.js";
import type { Bill } from "./bill.js";
import { rowFor } from "./choose.js";
import { type Fen, larger, type Millionths, notBelowZero, part, smaller, WHOLE } from "./exact.js";

/**
 * An amount or limit of the law with its adjustments in their order; undefined is 不封顶. `found`
 * is undefined where no row of the base table fits: the rule says nothing about this case.
 */
export function amountOf(
  bill: Bill,
  { base, adjustments }: Adjusted<Limit> | Adjusted<Yuan>,
  cost: Fen,
): { readonly found: boolean; readonly amount: Fen | undefined } {
  const row: Row<Limit> | undefined = rowFor(base, bill.facts, bill.moment(base.counts, cost));
  if (row === undefined) return { found: false, amount: undefined };
  bill.choose(row.parameter);
  let amount = row.value === undefined ? undefined : BigInt(row.value);
  for (const { effect, admission } of effectsOn(bill, adjustments, cost)) {
    amount = adjusted(amount, effect, { bill, admission });
  }
  return { found: true, amount };
}

/** A share of the law with its adjustments, held to the whole once, at the end (policy.md Q16). */
export function shareOf(
  bill: Bill,
  share: Millionths,
  adjustments: readonly Adjustment[],
  cost: Fen,
): Millionths {
  let now = share;
  for (const { effect } of effectsOn(bill, adjustments, cost)) now = changed(now, effect, bill);
  return smaller(now, WHOLE);
}

interface Chosen {
  readonly effect: Effect;
  readonly admission: number;
}

/** The rows of the adjustments that fit, in order; without a fitting row nothing changes. */
function effectsOn(bill: Bill, adjustments: readonly Adjustment[], cost: Fen): readonly Chosen[] {
  return adjustments.flatMap(({ table }): readonly Chosen[] => {
    const moment = bill.moment(table.counts, cost);
    const row = rowFor(table, bill.facts, moment);
    if (row === undefined || bill.isIgnored(row.when)) return [];
    bill.choose(row.parameter);
    return [{ effect: row.value, admission: moment.admission }];
  });
}

interface Question {
  readonly bill: Bill;
  readonly admission: number;
}

function adjusted(
  amount: Fen | undefined,
  effect: Effect,
  { bill, admission }: Question,
): Fen | undefined {
  if (effect.way === "replaceAmount") {
    return effect.by === undefined ? undefined : BigInt(effect.by);
  }
  if (amount === undefined) return undefined;
  const further = BigInt(admission - 1);
  switch (effect.way) {
    case "times":
      return part(amount, BigInt(effect.by));
    case "plusAmount":
      return amount + BigInt(effect.by);
    case "minusAmount":
      return notBelowZero(amount - BigInt(effect.by));
    case "atLeastAmount":
      return larger(amount, BigInt(effect.by));
    case "atMostAmount":
      return smaller(amount, BigInt(effect.by));
    case "minusEach": {
      const lowered = notBelowZero(amount - BigInt(effect.by) * further);
      return smaller(amount, larger(lowered, BigInt(effect.floor)));
    }
    case "minusShareEach": {
      const off = smaller(BigInt(effect.by) * further, BigInt(effect.most));
      return part(amount, notBelowZero(WHOLE - off));
    }
    case "ofTotal":
    case "ofScope": {
      const { medfeeSumamt, inscpScpAmt } = bill.claim;
      const cost = BigInt(effect.way === "ofTotal" ? medfeeSumamt : inscpScpAmt);
      const raised = larger(part(cost, BigInt(effect.by)), BigInt(effect.floor));
      return effect.ceiling === undefined ? raised : smaller(raised, BigInt(effect.ceiling));
    }
    case "difference":
      return notBelowZero(amount - bill.deductedBeforeReferral());
    default:
      return amount;
  }
}

function changed(share: Millionths, effect: Effect, bill: Bill): Millionths {
  switch (effect.way) {
    case "times":
      return part(share, BigInt(effect.by));
    case "plusShare":
      return share + BigInt(effect.by);
    case "minusShare":
      return notBelowZero(share - BigInt(effect.by));
    case "atLeastShare":
      return larger(share, BigInt(effect.by));
    case "atMostShare":
      return smaller(share, BigInt(effect.by));
    case "replaceShare":
      return BigInt(effect.by);
    case "plusEachYear":
      return share + smaller(BigInt(effect.by) * BigInt(bill.facts.years), BigInt(effect.most));
    default:
      return share;
  }
}
