import { most, shareOf, subtract, type Yuan, zero } from "../domain/money.js";
import { type Bill, careOf, noParameter } from "./bill.js";
import { withinLimit } from "./cap.js";
import { rowFor } from "./overlays.js";

/**
 * Medical aid (医疗救助) on one bill, in yuan: of what the earlier payers left of the in-scope cost,
 * less the deductible of the person's tier, the tier's share, within its yearly limit.
 */
export function payMedicalAid(bill: Bill, left: Yuan): Yuan {
  const { claim, insured, law, steps } = bill;
  const tier = rowFor(law["aid.tiers"], insured);
  if (tier === undefined || left === zero) return zero;
  if (careOf(claim) === "outpatient" && law["aid.countsOutpatient"].value === "no") return zero;

  const whole = claim.inscpScpAmt;
  steps.push({ rule: "aid-left", parameter: noParameter, base: whole, amount: left });
  const base = most(zero, subtract(left, tier.deductible.value));
  if (base !== left) {
    const { parameter } = tier.deductible;
    steps.push({ rule: "aid-base", parameter, base: left, amount: base });
  }
  const wanted = shareOf(base, tier.ratio.value);
  const { parameter } = tier.ratio;
  steps.push({ rule: "aid-ratio", parameter, base, amount: wanted });
  return withinLimit(bill, wanted, {
    limit: tier.yearlyLimit,
    used: bill.before.aidPaid,
    room: "aid-room",
    capped: "aid-capped",
  });
}
