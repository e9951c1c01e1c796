import { least, most, subtract, timesCount, type Yuan, zero } from "../domain/money.js";
import { adjustedAmount } from "./adjust-amount.js";
import type { Bill } from "./bill.js";
import type { Plan } from "./plan.js";
import { noParameter, rule } from "./rules.js";
import { usedOf } from "./year-to-date.js";

/** What the law charges, and what of it this bill's cost is enough for (起付线), in yuan. */
export interface Deductible {
  readonly due: Yuan;
  readonly deducted: Yuan;
}

/**
 * The deductible of a section on a cost: the table's row, its adjustments in order, less what the
 * month or the year has deducted already, within the year's own limit of deductibles.
 */
export function deduct(bill: Bill, plan: Plan, cost: Yuan, payer = ""): Deductible {
  const due = dueOf(bill, plan, cost, payer);
  const deducted = least(cost, due);
  if (plan.isStay) bill.deductiblesLeft?.set(payer, subtract(due, deducted));
  // A section without a deductible, or one that is waived by its own row, says so in that row.
  if (due > zero) bill.step(rule.deducted, noParameter, cost, due, deducted);
  return { due, deducted };
}

function dueOf(bill: Bill, plan: Plan, cost: Yuan, payer: string): Yuan {
  if (plan.section.deductible === undefined) return zero;
  if (bill.claim.continuesStay && plan.isStay) {
    // A payer that had nothing to do with the parts before charges its deductible now.
    const { deductiblesLeft } = bill;
    const left = deductiblesLeft === undefined ? zero : deductiblesLeft.get(payer);
    if (left !== undefined) {
      bill.step(rule.continued, noParameter, 0, 0, left);
      return left;
    }
  }
  const due = lessTaken(bill, plan, deductibleOf(bill, plan, cost));
  return withinYear(bill, plan, due, cost);
}

/** The table's deductible after its adjustments, whatever was deducted before. */
export function deductibleOf(bill: Bill, plan: Plan, cost: Yuan): Yuan {
  const { deductible, name } = plan.section;
  if (deductible === undefined) return zero;
  const row = bill.find(deductible.base, cost);
  if (row === undefined) {
    bill.miss(`${name}.deductible`);
    return zero;
  }
  bill.step(rule.deductible, row.parameter, 0, 0, row.value);
  return adjustedAmount(bill, deductible.adjustments, row.value, cost) ?? zero;
}

function lessTaken(bill: Bill, plan: Plan, amount: Yuan): Yuan {
  const per = plan.section.deductible?.per ?? "stay";
  if (per === "stay" || per === "visit") return amount;
  const { months } = bill.claim;
  let due = amount;
  if (per === "month" && months !== 1) {
    due = timesCount(amount, months);
    bill.step(rule["times-months"], noParameter, amount, months, due);
  }
  const pool = per === "year" ? plan.deducted : plan.deductedInMonth.numberOf(bill.month);
  const taken = usedOf(bill.before, pool) as Yuan;
  if (taken === zero || due === zero) return due;
  const left = most(zero, subtract(due, taken));
  bill.step(rule["less-taken"], noParameter, due, taken, left);
  return left;
}

function withinYear(bill: Bill, plan: Plan, due: Yuan, cost: Yuan): Yuan {
  const { yearlyDeductible } = plan.section;
  if (yearlyDeductible === undefined) return due;
  const row = bill.find(yearlyDeductible, cost);
  if (row?.value === undefined) return due;
  const taken = usedOf(bill.before, plan.deducted) as Yuan;
  const room = most(zero, subtract(row.value, taken));
  if (due <= room) return due;
  bill.step(rule["yearly-room"], row.parameter, row.value, taken, room);
  bill.step(rule.within, noParameter, due, room, room);
  return room;
}
