import {
  add,
  least,
  most,
  one,
  type Ratio,
  shareOf,
  subtract,
  timesCount,
  type Yuan,
  zero,
} from "../domain/money.js";
import type { Adjustment, Effect, Limit, Row, Table } from "../policy/law.js";
import type { ShareOfCost } from "../policy/values.js";
import { eachUpTo, lessRatio } from "./adjust-share.js";
import type { Bill } from "./bill.js";
import { noParameter, rule } from "./rules.js";

/** A table's row changes what the law gives; rows that fit count in the order of the law. */
interface Change {
  readonly effect: Effect;
  readonly parameter: number;
  readonly counts: Table<Effect>["counts"];
}

/**
 * A deductible or a limit after all its adjustments, in yuan, never below 0; undefined stays
 * without a limit until an adjustment replaces it.
 */
export function adjustedAmount(
  bill: Bill,
  adjustments: readonly Adjustment[],
  amount: Limit,
  cost: Yuan,
): Limit {
  let result = amount;
  for (const { table } of adjustments) {
    const row = bill.find(table, cost);
    if (row !== undefined) result = changedAmount(bill, changeOf(row, table), result);
  }
  return result;
}

function changeOf(row: Row<Effect>, table: Table<Effect>): Change {
  return { effect: row.value, parameter: row.parameter, counts: table.counts };
}

function changedAmount(bill: Bill, { effect, parameter, counts }: Change, amount: Limit): Limit {
  if (effect.way === "replaceAmount") {
    if (effect.by !== undefined) bill.step(rule["amount-replace"], parameter, 0, 0, effect.by);
    return effect.by;
  }
  if (amount === undefined) return undefined;
  switch (effect.way) {
    case "times":
      return written(bill, "amount-times", parameter, amount, effect.by);
    case "plusAmount":
      return written(bill, "amount-plus", parameter, amount, effect.by);
    case "minusAmount":
      return written(bill, "amount-minus", parameter, amount, effect.by);
    case "atLeastAmount":
      return written(bill, "amount-floor", parameter, amount, effect.by);
    case "atMostAmount":
      return written(bill, "amount-most", parameter, amount, effect.by);
    case "minusEach":
      return lessEach(bill, parameter, amount, { effect, further: furtherBy(bill, counts) });
    case "minusShareEach":
      return lessShareEach(bill, parameter, amount, { effect, further: furtherBy(bill, counts) });
    case "difference":
      return difference(bill, parameter, amount);
    case "ofTotal":
    case "ofScope":
      return partOfBill(bill, parameter, effect);
    default:
      return amount;
  }
}

/** How many admissions there were before this one. */
function furtherBy(bill: Bill, counts: Table<Effect>["counts"]): number {
  return bill.admissionBy(counts ?? "person") - 1;
}

/** −100 for each further admission, not below a floor, and never raised by the floor. */
function lessEach(
  bill: Bill,
  parameter: number,
  amount: Yuan,
  { effect, further }: { effect: Extract<Effect, { way: "minusEach" }>; further: number },
): Yuan {
  if (further === 0) return amount;
  const off = timesCount(effect.by, further);
  bill.step(rule["amount-each"], parameter, effect.by, further, off);
  const lowered = written(bill, "amount-minus", noParameter, amount, off);
  const floor = least(amount, effect.floor);
  return lowered >= floor ? lowered : written(bill, "amount-floor", parameter, lowered, floor);
}

/** −20 % of the amount for each further admission, at most 40 %. */
function lessShareEach(
  bill: Bill,
  parameter: number,
  amount: Yuan,
  { effect, further }: { effect: Extract<Effect, { way: "minusShareEach" }>; further: number },
): Yuan {
  if (further === 0) return amount;
  const off = eachUpTo(bill, parameter, effect, further);
  const result = shareOf(amount, lessRatio(one, off));
  bill.step(rule["amount-less-share"], noParameter, amount, off, result);
  return result;
}

/** On a referral upwards only what exceeds the deductible of the stay it was referred from. */
function difference(bill: Bill, parameter: number, amount: Yuan): Yuan {
  const { claim, before } = bill;
  if (claim.transferredFrom === "") return amount;
  const earlier = before.stays.find(({ mdtrtId }) => mdtrtId === claim.transferredFrom);
  if (earlier === undefined) return amount;
  return written(bill, "difference", parameter, amount, earlier.deducted);
}

/**
 * 起付线按当次费用的比例 (皖医保: 省外住院按总费用 20%,不足 2000 元按 2000 元,最高 1 万元).
 */
function partOfBill(bill: Bill, parameter: number, { way, by, floor, ceiling }: ShareOfCost): Yuan {
  const { medfeeSumamt, inscpScpAmt } = bill.claim;
  const part =
    way === "ofTotal"
      ? written(bill, "amount-of-total", parameter, medfeeSumamt, by)
      : written(bill, "amount-of-scope", parameter, inscpScpAmt, by);
  if (part < floor) return written(bill, "amount-floor", parameter, part, floor);
  if (ceiling === undefined || part <= ceiling) return part;
  return written(bill, "amount-most", parameter, part, ceiling);
}

type AmountRule =
  | `amount-${"times" | "plus" | "minus" | "floor" | "most" | "of-total" | "of-scope"}`
  | "difference";

function written(bill: Bill, name: AmountRule, parameter: number, base: Yuan, by: number): Yuan {
  const amount = afterAmountRule(name, base, by);
  bill.step(rule[name], parameter, base, by, amount);
  return amount;
}

function afterAmountRule(name: AmountRule, base: Yuan, by: number): Yuan {
  switch (name) {
    case "amount-times":
    case "amount-of-total":
    case "amount-of-scope":
      return shareOf(base, by as Ratio);
    case "amount-plus":
      return add(base, by as Yuan);
    case "amount-floor":
      return most(base, by as Yuan);
    case "amount-most":
      return least(base, by as Yuan);
    default:
      return most(zero, subtract(base, by as Yuan));
  }
}
