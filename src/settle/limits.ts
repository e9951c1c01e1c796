import { least, most, partOf, subtract, timesCount, type Yuan, zero } from "../domain/money.js";
import type { Limit } from "../policy/law.js";
import { adjustedAmount } from "./adjust-amount.js";
import type { Bill } from "./bill.js";
import type { LimitPlan, Plan } from "./plan.js";
import { noParameter, rule } from "./rules.js";
import { usedOf } from "./year-to-date.js";

/** What a bill uses of one pool: of a limit that its row gives an amount of. */
export interface PoolUse {
  /** The number of the pool's name. */
  readonly pool: number;
  readonly counts: "payment" | "cost" | "sessions";
  /** Fen of cost, or sessions; payments are known only when they are posted. */
  readonly used: number;
}

/**
 * What of a cost the limits on cost and on sessions let through, in yuan, in the order of the
 * files (按费用封顶、按次数限额). Sessions beyond the limit are cut off in proportion.
 */
export function limitCost(bill: Bill, plan: Plan, cost: Yuan, uses: PoolUse[]): Yuan {
  let base = cost;
  for (const one of plan.limits) {
    const { counts } = one.limit;
    if (counts === "payment") continue;
    const room = roomOf(bill, one, cost, counts === "cost" ? base : bill.claim.sessions);
    if (room === undefined) continue;
    base = counts === "cost" ? within(bill, base, room) : cutSessions(bill, base, room);
    noteUse(bill, one, uses, counts === "cost" ? base : least(bill.claim.sessions as Yuan, room));
  }
  return base;
}

/**
 * What of a payment the limits on payments let through, in yuan, in the order of the files; in
 * whole units, where the law pays only those.
 */
export function limitPayment(
  bill: Bill,
  plan: Plan,
  { paid, cost }: { readonly paid: Yuan; readonly cost: Yuan },
  uses: PoolUse[],
): Yuan {
  let result = paid;
  for (const one of plan.limits) {
    if (one.limit.counts !== "payment") continue;
    const room = roomOf(bill, one, cost, result);
    if (room === undefined) continue;
    result = within(bill, result, room);
    noteUse(bill, one, uses, 0);
  }
  return cutDown(bill, result);
}

/** Funds that pay whole 角 or 元 leave the rest with the person. */
function cutDown(bill: Bill, paid: Yuan): Yuan {
  const rest = (paid % bill.question.law.payUnit) as Yuan;
  if (rest === zero) return paid;
  const whole = subtract(paid, rest);
  bill.step(rule["cut-down"], noParameter, paid, rest, whole);
  return whole;
}

/**
 * What is left of a limit for this bill; undefined where its row gives no amount, and then the bill
 * does not count into the pool. Lines are kept only where the limit bites into what is wanted.
 */
function roomOf(bill: Bill, plan: LimitPlan, cost: Yuan, wanted: number): Yuan | undefined {
  const { limit } = plan;
  const row = bill.find(limit.base, cost);
  if (row === undefined) return undefined;
  const { written } = bill;
  const isCount = limit.counts === "sessions";
  const given = isCount ? "sessions-limit" : "limit";
  if (row.value !== undefined) bill.step(rule[given], row.parameter, 0, 0, row.value);
  const amount = forMonths(bill, plan, adjustedAmount(bill, limit.adjustments, row.value, cost));
  if (amount === undefined) {
    bill.rewind(written);
    return undefined;
  }

  const used = limit.per === "stay" ? 0 : usedOf(bill.before, plan.poolOf(bill));
  const room = most(zero, subtract(amount, used as Yuan));
  if (wanted <= room) {
    bill.rewind(written);
    return room;
  }
  const name = isCount ? "sessions-room" : "limit-room";
  if (used > 0) bill.step(rule[name], noParameter, amount, used, room);
  return room;
}

/** A month's limit counts for each month of a long prescription (长期处方). */
function forMonths(bill: Bill, { limit }: LimitPlan, amount: Limit): Limit {
  const { months } = bill.claim;
  if (amount === undefined || limit.per !== "month" || months === 1) return amount;
  const whole = timesCount(amount, months);
  bill.step(rule["times-months"], noParameter, amount, months, whole);
  return whole;
}

function within(bill: Bill, wanted: Yuan, room: Yuan): Yuan {
  if (wanted <= room) return wanted;
  bill.step(rule.within, noParameter, wanted, room, room);
  return room;
}

function cutSessions(bill: Bill, cost: Yuan, room: number): Yuan {
  const { sessions } = bill.claim;
  if (sessions <= room) return cost;
  bill.step(rule["sessions-paid"], noParameter, sessions, room, room);
  const cut = partOf(cost, room, sessions);
  bill.step(rule["sessions-cut"], noParameter, cost, sessions, cut);
  return cut;
}

function noteUse(bill: Bill, plan: LimitPlan, uses: PoolUse[], used: number): void {
  const { per, counts } = plan.limit;
  if (per !== "stay") uses.push({ pool: plan.poolOf(bill), counts, used });
}
