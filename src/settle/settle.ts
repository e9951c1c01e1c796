import assert from "node:assert";
import { add, subtract, zero } from "../domain/money.js";
import type { Amounts, Claim, Settlement } from "../domain/records.js";
import { advance } from "./advance.js";
import { type Basic, payBasic } from "./basic.js";
import { Bill, type DeductiblesLeft, type Question } from "./bill.js";
import { caseOf } from "./case.js";
import { type LayerPaid, payLaterPayers } from "./later-payers.js";
import { type LawPlan, type Plan, planOf } from "./plan.js";
import { isAsComputed, postedByPayer } from "./posted.js";
import { rule } from "./rules.js";
import type { YearToDate } from "./year-to-date.js";

/** One bill, settled. */
export interface Settled {
  /** What the law gives; for a window claim it stands beside what was posted. */
  readonly settlement: Settlement;
  /** The year after the claim: fed by what was posted, else by what was computed. */
  readonly after: YearToDate;
  /** Of a part of a split stay: what is left to deduct, for the next part. */
  readonly deductiblesLeft: DeductiblesLeft;
  /** Keys of required tables that have no row for this case: such a claim has to wait. */
  readonly missing: readonly string[];
}

/**
 * Settles one claim: the order of the law on one screen (policy.md 2.11). The basic fund pays by
 * the section of the care; each later payer, in the law's order, takes its own cost from what the
 * earlier ones left; the person bears the rest. Care of the kind "none" is the person's alone.
 */
export function settleClaim(question: Question): Settled {
  const { claim, law } = question;
  assertBill(claim);
  const plan = planOf(law);
  const on = caseOf(question);
  const kind = law.careKind.find(on);
  const care = kind === undefined ? undefined : plan.cares.get(kind.value);
  law.chooseCare(on, kind?.value ?? "");
  const bill = new Bill(question, on);
  if (kind === undefined) bill.miss("care.kind");
  if (kind === undefined || care === undefined) return paidByPerson(bill);

  const section = bill.written;
  bill.step(rule.section, kind.parameter, care.section.place, 0, 0);
  const basic = payBasic(bill, care);
  bill.conclude(section, basic.paid);

  const layers = payLaterPayers(bill, plan, { care, basic });
  const settlement = concluded(bill, plan, basic, layers);
  const deductiblesLeft = bill.deductiblesLeft ?? NONE;
  const after = fedYear(bill, plan, { care, basic, layers }, settlement);
  return { settlement, after, deductiblesLeft, missing: bill.missing };
}

const NONE: DeductiblesLeft = new Map();

/** The year after: a window's amounts bind, and what they left is what later payers looked at. */
function fedYear(
  bill: Bill,
  plan: LawPlan,
  made: {
    readonly care: Plan;
    readonly basic: Basic;
    readonly layers: readonly (LayerPaid | undefined)[];
  },
  computed: Amounts,
): YearToDate {
  const { posted } = bill.question;
  if (posted === undefined || isAsComputed(posted, computed)) return advance(bill, plan, made);
  const { written } = bill;
  const { care } = made;
  const basic = { ...made.basic, deducted: posted.actPayDedc, paid: posted.hifpPay };
  const paid = postedByPayer(plan.payers, posted, made.layers);
  const layers = payLaterPayers(bill, plan, { care, basic, posted: paid });
  bill.rewind(written);
  return advance(bill, plan, { care, basic, layers });
}

/** The books of one bill: the funds pay what the law lets them, the person the whole rest. */
function concluded(
  bill: Bill,
  plan: LawPlan,
  basic: Basic,
  layers: readonly (LayerPaid | undefined)[],
): Settlement {
  const { claim } = bill;
  let [hifmiPay, mafPay, othPay] = [zero, zero, zero];
  for (const { section, turn } of plan.payers) {
    const paid = layers[turn]?.paid ?? zero;
    if (section.field === "hifmiPay") hifmiPay = add(hifmiPay, paid);
    else if (section.field === "mafPay") mafPay = add(mafPay, paid);
    else othPay = add(othPay, paid);
  }
  const fundPaySumamt = add(add(basic.paid, hifmiPay), add(mafPay, othPay));
  const psnPartAmt = subtract(claim.medfeeSumamt, fundPaySumamt);
  if (psnPartAmt < zero) assert.fail("all funds together pay no more than the bill");
  if (basic.paid > basic.scope) assert.fail("the basic fund pays in-scope cost only");
  if (basic.deducted > basic.base) assert.fail("the deductible is part of the cost");
  return {
    claimId: claim.claimId,
    actPayDedc: basic.deducted,
    hifpPay: basic.paid,
    hifmiPay,
    mafPay,
    othPay,
    fundPaySumamt,
    psnPartAmt,
    steps: bill.steps(),
  };
}

function paidByPerson(bill: Bill): Settled {
  const { claimId, medfeeSumamt } = bill.claim;
  const funds = { hifpPay: zero, hifmiPay: zero, mafPay: zero, othPay: zero, fundPaySumamt: zero };
  const amounts = { actPayDedc: zero, ...funds, psnPartAmt: medfeeSumamt };
  const settlement = { claimId, ...amounts, steps: bill.steps() };
  const deductiblesLeft = bill.deductiblesLeft ?? NONE;
  return { settlement, after: bill.before, deductiblesLeft, missing: bill.missing };
}

/** 医疗费总额 is the sum of its four parts (standards.md 1.5 (a)), none of them below zero. */
function assertBill(claim: Claim): void {
  const { fulamtOwnpayAmt, overlmtSelfpay, preselfpayAmt, inscpScpAmt, medfeeSumamt } = claim;
  if (fulamtOwnpayAmt < 0 || overlmtSelfpay < 0 || preselfpayAmt < 0 || inscpScpAmt < 0) {
    assert.fail("no part of a bill is below zero");
  }
  const whole = fulamtOwnpayAmt + overlmtSelfpay + preselfpayAmt + inscpScpAmt;
  if (whole !== medfeeSumamt) assert.fail("a bill is the sum of its parts");
}
