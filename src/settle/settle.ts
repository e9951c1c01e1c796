import assert from "node:assert";
import { add, subtract, type Yuan, zero } from "../domain/money.js";
import type { Amounts, Claim, Settlement, YearToDate } from "../domain/records.js";
import type { LaterPayer } from "../policy/groups.js";
import { type Bill, careOf, type Question } from "./bill.js";
import { payCriticalIllness } from "./critical-illness.js";
import { payInpatient } from "./inpatient.js";
import { payMedicalAid } from "./medical-aid.js";
import { payOutpatient } from "./outpatient.js";
import { advance, criticalCostOf } from "./year-to-date.js";

/**
 * Settles one claim: the order of the law on one screen (policy.md 2.11). Each payer takes from
 * what the earlier ones left of the in-scope cost, and the person bears the rest of the bill.
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
    const { field, pay } = laterPayers[payer];
    const paid = pay(bill, left, posted);
    posted[field] = paid;
    left = subtract(left, paid);
    assert(paid >= zero && left >= zero, "a payer takes from what earlier ones left");
  }

  const settlement = concluded(bill, posted);
  return { settlement, after: advance({ before, claim, amounts: settlement, law }) };
}

/** What has been posted so far, while the later payers still add to it. */
type Posted = Pick<Amounts, "actPayDedc" | "hifpPay" | "hifmiPay" | "mafPay">;

interface Payer {
  readonly field: "hifmiPay" | "mafPay";
  readonly pay: (bill: Bill, left: Yuan, posted: Posted) => Yuan;
}

/** The payers after the basic fund; the law says in which order they come. */
const laterPayers: Readonly<Record<LaterPayer, Payer>> = {
  critical: {
    field: "hifmiPay",
    pay: (bill, left, posted) => {
      const added = criticalCostOf({ claim: bill.claim, posted, law: bill.law });
      return payCriticalIllness(bill, added, left);
    },
  },
  aid: { field: "mafPay", pay: payMedicalAid },
};

/** The books of one bill: the funds pay in-scope cost, the person the whole rest. */
function concluded({ claim, steps }: Bill, posted: Posted): Settlement {
  const { actPayDedc, hifpPay, hifmiPay, mafPay } = posted;
  const fundPaySumamt = add(add(hifpPay, hifmiPay), mafPay);
  const psnPartAmt = subtract(claim.medfeeSumamt, fundPaySumamt);
  assert(fundPaySumamt <= claim.inscpScpAmt, "the funds pay in-scope cost only");
  assert(psnPartAmt >= outOfScope(claim), "the person bears at least what is out of scope");
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
