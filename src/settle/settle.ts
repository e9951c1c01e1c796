import assert from "node:assert";
import { add, most, subtract, type Yuan, zero } from "../domain/money.js";
import type { Amounts, Claim, Settlement, YearToDate } from "../domain/records.js";
import type { LaterPayer } from "../policy/groups.js";
import { type Bill, careOf, type Question } from "./bill.js";
import { countedOutOfScope, criticalCostOf } from "./critical-cost.js";
import { payCriticalIllness } from "./critical-illness.js";
import { payInpatient } from "./inpatient.js";
import { payMedicalAid } from "./medical-aid.js";
import { payOutpatient } from "./outpatient.js";
import { advance } from "./year-to-date.js";

/**
 * Settles one claim: the order of the law on one screen (policy.md 2.11). Each payer takes from
 * what the earlier ones left of the in-scope cost, critical illness also from the parts out of
 * scope that it counts, and the person bears the rest of the bill. What critical illness paid is
 * taken off the in-scope cost first, so that medical aid never pays the same yuan again.
 *
 * Out: the amounts with the steps that led there, and the year after the claim. The claim's own
 * amounts must add up (`checkBill`) and its 医疗类别 must have rules (`careOf`).
 */
export function settleClaim(question: Question): {
  readonly settlement: Settlement;
  readonly after: YearToDate;
} {
  const { claim, insured, before, law } = question;
  assertBill(claim);
  const bill: Bill = { claim, insured, before, law, steps: [] };

  const basic = careOf(claim) === "outpatient" ? payOutpatient(bill) : payInpatient(bill);
  const posted = { actPayDedc: basic.deducted, hifpPay: basic.paid, hifmiPay: zero, mafPay: zero };
  let left = subtract(claim.inscpScpAmt, basic.paid);
  for (const payer of law["payers.order"].value) {
    const { field, reach, pay } = laterPayers[payer];
    const within = reach(bill, left);
    const paid = pay(bill, within, posted);
    assert(paid >= zero && paid <= within, "a payer takes from what earlier ones left");
    posted[field] = paid;
    left = most(zero, subtract(left, paid));
  }

  const settlement = concluded(bill, posted);
  return { settlement, after: advance({ before, claim, amounts: settlement, law }) };
}

/** What has been posted so far, while the later payers still add to it. */
type Posted = Pick<Amounts, "actPayDedc" | "hifpPay" | "hifmiPay" | "mafPay">;

interface Payer {
  readonly field: "hifmiPay" | "mafPay";
  /** What it may pay on, in yuan, of what the earlier payers left of the in-scope cost. */
  readonly reach: (bill: Bill, left: Yuan) => Yuan;
  readonly pay: (bill: Bill, within: Yuan, posted: Posted) => Yuan;
}

/** The payers after the basic fund; the law says in which order they come. */
const laterPayers: Readonly<Record<LaterPayer, Payer>> = {
  critical: {
    field: "hifmiPay",
    reach: (bill, left) => add(left, countedOutOfScope(bill)),
    pay: (bill, within, posted) => {
      const added = criticalCostOf({ claim: bill.claim, posted, law: bill.law });
      return payCriticalIllness(bill, added, within);
    },
  },
  aid: { field: "mafPay", reach: (_bill, left) => left, pay: payMedicalAid },
};

/** The books of one bill: the funds pay what the law lets them, the person the whole rest. */
function concluded(bill: Bill, posted: Posted): Settlement {
  const { claim, steps } = bill;
  const { actPayDedc, hifpPay, hifmiPay, mafPay } = posted;
  const fundPaySumamt = add(add(hifpPay, hifmiPay), mafPay);
  const psnPartAmt = subtract(claim.medfeeSumamt, fundPaySumamt);
  const counted = countedOutOfScope(bill);
  const payable = add(claim.inscpScpAmt, counted);
  const ownPart = subtract(outOfScope(claim), counted);
  assert(add(hifpPay, mafPay) <= claim.inscpScpAmt, "fund and aid pay in-scope cost only");
  assert(fundPaySumamt <= payable, "the funds pay what is in scope or counted");
  assert(psnPartAmt >= ownPart, "the person bears at least what is neither");
  return {
    claimId: claim.claimId,
    actPayDedc,
    hifpPay,
    hifmiPay,
    mafPay,
    othPay: zero,
    fundPaySumamt,
    psnPartAmt,
    steps,
  };
}

function assertBill(claim: Claim): void {
  assert(careOf(claim) !== undefined, `no rules for 医疗类别 ${claim.medType}`);
  assert(
    claim.fulamtOwnpayAmt >= zero &&
      claim.overlmtSelfpay >= zero &&
      claim.preselfpayAmt >= zero &&
      claim.inscpScpAmt >= zero,
    "no part of a bill is below zero",
  );
  const whole = add(outOfScope(claim), claim.inscpScpAmt);
  assert(whole === claim.medfeeSumamt, "a bill is the sum of its parts");
}

function outOfScope(claim: Claim): Yuan {
  return add(add(claim.fulamtOwnpayAmt, claim.overlmtSelfpay), claim.preselfpayAmt);
}
