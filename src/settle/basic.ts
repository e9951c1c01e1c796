import { most, shareOf, subtract, type Yuan, zero } from "../domain/money.js";
import type { Effect, Row } from "../policy/law.js";
import type { Bill } from "./bill.js";
import { deduct } from "./deductible.js";
import { paidWithout, payLadder, type Stretch, stretchOf } from "./ladder.js";
import { limitCost, limitPayment, type PoolUse } from "./limits.js";
import { packagePrice } from "./package-price.js";
import type { Plan } from "./plan.js";
import { noParameter, rule } from "./rules.js";
import { usedOf } from "./year-to-date.js";

/** What the basic fund made of a bill; later payers and the year ask for its parts. */
export interface Basic {
  /** The cost that it looked at: in-scope, or by the price of the package. */
  readonly scope: Yuan;
  /** 先行自付 of the whole in-scope cost, off-site. */
  readonly firstShare: Yuan;
  /** What of the scope the limits on cost let in. */
  readonly base: Yuan;
  readonly deducted: Yuan;
  readonly paid: Yuan;
  readonly uses: readonly PoolUse[];
  readonly stretch: Stretch;
}

/** The basic fund on one bill, in the order of policy.md 2.11. */
export function payBasic(bill: Bill, plan: Plan): Basic {
  const { section } = plan;
  const uses: PoolUse[] = [];
  const scope = scopeOf(bill, plan);
  const firstShare = firstShareOf(bill, plan, scope);
  const base = limitCost(bill, plan, subtract(scope, firstShare), uses);
  const { deducted } = deduct(bill, plan, base);
  const used = usedOf(bill.before, plan.ladder) as Yuan;
  const stretch =
    section.ratio === undefined
      ? { from: zero, upTo: zero, cost: base }
      : stretchOf(section.ratio, { cost: base, deducted, used });
  const paid = payStretch(bill, plan, { scope, base, deducted, stretch }, uses);
  return { scope, firstShare, base, deducted, paid, uses, stretch };
}

/** 按次付费: the price of a session instead of the cost, whatever the bill, or at most the bill. */
function scopeOf(bill: Bill, { section }: Plan): Yuan {
  const { inscpScpAmt, medfeeSumamt } = bill.claim;
  const row = section.package === undefined ? undefined : bill.find(section.package, inscpScpAmt);
  if (section.package === undefined || row === undefined) return inscpScpAmt;
  const price = packagePrice(bill, row.value, section.package.each);
  const most = section.package.takes === "fixed" ? medfeeSumamt : inscpScpAmt;
  if (price <= most) return price;
  bill.step(rule["package-most"], noParameter, price, most, most);
  return most;
}

function firstShareOf(bill: Bill, { section }: Plan, scope: Yuan): Yuan {
  const row = section.firstShare === undefined ? undefined : bill.find(section.firstShare, scope);
  if (row === undefined) return zero;
  const first = shareOf(scope, row.value);
  bill.step(rule["first-share"], row.parameter, scope, row.value, first);
  bill.step(rule["without-first-share"], noParameter, scope, first, subtract(scope, first));
  return first;
}

function payStretch(
  bill: Bill,
  plan: Plan,
  { scope, base, deducted, stretch }: Pick<Basic, "scope" | "base" | "deducted" | "stretch">,
  uses: PoolUse[],
): Yuan {
  const { section } = plan;
  if (section.ratio === undefined) return zero;
  const left = subtract(base, deducted);
  if (deducted > zero) bill.step(rule["on-ladder"], noParameter, base, deducted, left);
  const earned = left === zero ? zero : payLadder(bill, section, section.ratio, stretch);
  const paid = raiseToFloor(bill, plan, { scope, base, deducted, paid: earned });
  return limitPayment(bill, plan, { paid, cost: base }, uses);
}

/**
 * 最低支付比例 (保底): at least this share of the in-scope cost or of the whole bill, perhaps less the
 * deductible, whatever the ladder gives; but no more than what came in.
 */
export function raiseToFloor(
  bill: Bill,
  { section }: Plan,
  of: Pick<Basic, "scope" | "base" | "deducted" | "paid">,
): Yuan {
  const { floor } = section;
  const row = floor === undefined ? undefined : bill.find(floor, of.base);
  if (floor === undefined || row === undefined) return of.paid;
  const { written } = bill;
  let cost = floor.of === "total" ? bill.claim.medfeeSumamt : of.scope;
  if (floor.lessDeductible && of.deducted > zero) {
    bill.step(rule["floor-base"], noParameter, cost, of.deducted, subtract(cost, of.deducted));
    cost = subtract(cost, of.deducted);
  }
  let atLeast = shareOf(cost, row.value);
  bill.step(rule.floor, row.parameter, cost, row.value, atLeast);
  if (atLeast > of.base) {
    bill.step(rule.within, noParameter, atLeast, of.base, of.base);
    atLeast = of.base;
  }
  if (atLeast <= of.paid) {
    bill.rewind(written);
    return of.paid;
  }
  bill.step(rule.raised, noParameter, of.paid, atLeast, atLeast);
  return atLeast;
}

/**
 * What the adjustments for an unreferred stay cut off the payment (甘医保发〔2021〕80号), for a
 * later payer that does not make up for it.
 */
export function referralCutOf(bill: Bill, plan: Plan, { stretch }: Basic): Yuan {
  const { ratio } = plan.section;
  if (ratio === undefined || stretch.from === stretch.upTo) return zero;
  const paid = paidWithout(bill, ratio, stretch, () => false);
  const uncut = paidWithout(bill, ratio, stretch, isForUnreferred);
  const cut = most(zero, subtract(uncut, paid));
  if (cut > zero) bill.step(rule["referral-cut"], noParameter, uncut, paid, cut);
  return cut;
}

function isForUnreferred({ when }: Row<Effect>): boolean {
  return when.referral?.includes("unreferred") === true;
}
