import { subtract, type Yuan } from "../domain/money.js";
import { type Basic, type Bill, noParameter } from "./bill.js";
import { withinLimit } from "./cap.js";
import { takeDeductible } from "./deductible.js";
import { payByRatio, stayStages } from "./ratio.js";

/** The basic fund on a stay: deductible, ratio, yearly cap (policy.md 2.11, steps 5 to 8). */
export function payInpatient(bill: Bill): Basic {
  const deducted = takeDeductible(bill);
  const byRatio = payByRatio(bill, putOnLadder(bill, deducted), stayStages(bill));
  const paid = withinLimit(bill, byRatio, {
    limit: bill.law["inpatient.cap"],
    used: bill.before.inpatientPaid,
    room: "cap-room",
    capped: "cap-paid",
  });
  return { deducted, paid };
}

/** The in-scope cost that is left for the ratio once the deductible is taken. */
export function putOnLadder({ claim, steps }: Bill, deducted: Yuan): Yuan {
  const base = claim.inscpScpAmt;
  const amount = subtract(base, deducted);
  steps.push({ rule: "on-ladder", parameter: noParameter, base, amount });
  return amount;
}
