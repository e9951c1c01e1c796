import { add, most, shareOf, subtract, type Yuan, zero } from "../domain/money.js";
import type { PayerSection } from "../policy/law.js";
import { raiseToFloor } from "./basic.js";
import type { Bill } from "./bill.js";
import { deduct, deductibleOf } from "./deductible.js";
import { payLadder, stretchOf } from "./ladder.js";
import { limitCost, limitPayment, type PoolUse } from "./limits.js";
import type { Plan } from "./plan.js";
import { noParameter, rule } from "./rules.js";
import { usedOf } from "./year-to-date.js";

/** What a later payer's rules made of a bill. */
export interface LayerWork {
  /** What it pays by the law. */
  readonly due: Yuan;
  /** Its own cost that the limits on cost let in. */
  readonly own: Yuan;
  readonly deducted: Yuan;
  readonly uses: readonly PoolUse[];
}

/** What a later payer is asked: its own cost, and what stands in the bill so far. */
export interface LayerQuestion {
  readonly own: Yuan;
  readonly scope: Yuan;
  /** What all funds before it pay of this bill. */
  readonly funds: Yuan;
}

/**
 * A payer after the basic fund, in yuan: on the bill, on the year's cumulated cost less what it
 * paid before, or as a top-up to a share. It never pays more than its own cost of this bill.
 */
export function payLayer(bill: Bill, plan: Plan<PayerSection>, asked: LayerQuestion): LayerWork {
  const uses: PoolUse[] = [];
  const own = limitCost(bill, plan, asked.own, uses);
  const { due, deducted } = own === zero ? nothing : dueOf(bill, plan, own, asked);
  const wanted = due <= own ? due : ownMost(bill, due, own);
  return { due: limitPayment(bill, plan, { paid: wanted, cost: own }, uses), own, deducted, uses };
}

const nothing: Due = { due: zero, deducted: zero };

function dueOf(bill: Bill, plan: Plan<PayerSection>, own: Yuan, asked: LayerQuestion): Due {
  const { target, over } = plan.section;
  if (target !== undefined) return { due: payTarget(bill, plan, own, asked), deducted: zero };
  return over === "year" ? payYear(bill, plan, own) : payBill(bill, plan, own);
}

function ownMost(bill: Bill, due: Yuan, own: Yuan): Yuan {
  bill.step(rule["within-own"], noParameter, due, own, own);
  return own;
}

interface Due {
  readonly due: Yuan;
  readonly deducted: Yuan;
}

/** 按次: the deductible off this bill's own cost, then the ladder and the floor. */
function payBill(bill: Bill, plan: Plan<PayerSection>, own: Yuan): Due {
  const { section } = plan;
  const { deducted } = deduct(bill, plan, own, section.name);
  if (section.ratio === undefined) return { due: zero, deducted };
  const left = subtract(own, deducted);
  if (deducted > zero) bill.step(rule["on-ladder"], noParameter, own, deducted, left);
  const used = usedOf(bill.before, plan.ladder) as Yuan;
  const stretch = stretchOf(section.ratio, { cost: own, deducted, used });
  const earned = left === zero ? zero : payLadder(bill, section, section.ratio, stretch);
  return {
    due: raiseToFloor(bill, plan, { scope: own, base: own, deducted, paid: earned }),
    deducted,
  };
}

/**
 * 年度累计: what the ladder gives for the year's cumulated cost above the one deductible, less what
 * was paid on it already. It may so catch up what was paid too little before.
 */
function payYear(bill: Bill, plan: Plan<PayerSection>, own: Yuan): Due {
  const { section } = plan;
  if (section.ratio === undefined) return nothing;
  const earlier = usedOf(bill.before, plan.base) as Yuan;
  const cumulated = add(earlier, own);
  if (earlier > zero) bill.step(rule.cumulated, noParameter, earlier, own, cumulated);
  const deductible = deductibleOf(bill, plan, own);
  const above = most(zero, subtract(cumulated, deductible));
  if (deductible > zero) bill.step(rule.above, noParameter, cumulated, deductible, above);
  if (above === zero) return nothing;

  const axis = { per: "stay", axis: section.ratio.axis } as const;
  const { from, upTo } = stretchOf(axis, { cost: cumulated, deducted: deductible, used: zero });
  const earned = payLadder(bill, section, section.ratio, { from, upTo, cost: own });
  const before = usedOf(bill.before, plan.paid) as Yuan;
  const due = most(zero, subtract(earned, before));
  if (before > zero) bill.step(rule["less-paid"], noParameter, earned, before, due);
  const paid = raiseToFloor(bill, plan, { scope: own, base: own, deducted: zero, paid: due });
  return { due: paid, deducted: zero };
}

/** 兜底: until all funds together have paid this share of the bill's, or the year's, cost. */
function payTarget(
  bill: Bill,
  plan: Plan<PayerSection>,
  own: Yuan,
  { scope, funds }: LayerQuestion,
): Yuan {
  const { target, over } = plan.section;
  const row = target === undefined ? undefined : bill.find(target, own);
  if (target === undefined || row === undefined) return zero;
  let of = target.of === "total" ? bill.claim.medfeeSumamt : scope;
  let paid = funds;
  if (over === "year") {
    of = cumulate(bill, "cumulated", plan.targetOf, of);
    paid = cumulate(bill, "funds-cumulated", plan.targetFunds, funds);
  }
  const wanted = shareOf(of, row.value);
  bill.step(rule.target, row.parameter, of, row.value, wanted);
  const due = most(zero, subtract(wanted, paid));
  bill.step(rule["target-due"], noParameter, wanted, paid, due);
  return due;
}

function cumulate(
  bill: Bill,
  name: "cumulated" | "funds-cumulated",
  pool: number,
  amount: Yuan,
): Yuan {
  const earlier = usedOf(bill.before, pool) as Yuan;
  if (earlier === zero) return amount;
  bill.step(rule[name], noParameter, earlier, amount, add(earlier, amount));
  return add(earlier, amount);
}
