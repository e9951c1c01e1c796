import { least, most, subtract, type Yuan, zero } from "../domain/money.js";
import { type Basic, type Bill, noParameter } from "./bill.js";
import { withinLimit } from "./cap.js";
import { putOnLadder } from "./inpatient.js";
import { payByRatio } from "./ratio.js";

/**
 * The basic fund on a visit (普通门诊统筹): a deductible once a year, one ratio, a yearly limit of
 * its own. Levels, identities and the place of care change nothing here.
 */
export function payOutpatient(bill: Bill): Basic {
  const deducted = takeYearlyDeductible(bill);
  const { value: share, parameter } = bill.law["outpatient.ratio"];
  const stages = [{ rule: "ratio-outpatient", parameter, share }] as const;
  const byRatio = payByRatio(bill, putOnLadder(bill, deducted), stages);
  const paid = withinLimit(bill, byRatio, {
    limit: bill.law["outpatient.cap"],
    used: bill.before.outpatientPaid,
    room: "cap-room",
    capped: "cap-paid",
  });
  return { deducted, paid };
}

function takeYearlyDeductible({ claim, before, law, steps }: Bill): Yuan {
  const { value, parameter } = law["outpatient.deductible"];
  if (value === zero) return zero;
  const used = before.outpatientDeducted;
  const room = most(zero, subtract(value, used));
  const base = claim.inscpScpAmt;
  const amount = least(base, room);
  steps.push({ rule: "deductible-room", parameter, base: used, amount: room });
  steps.push({ rule: "deductible-paid", parameter: noParameter, base, amount });
  return amount;
}
