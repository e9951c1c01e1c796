import { add, most, subtract, type Yuan, zero } from "../domain/money.js";
import type { PayerSection } from "../policy/law.js";
import type { Basic } from "./basic.js";
import type { Bill } from "./bill.js";
import type { LayerPaid } from "./later-payers.js";
import type { PoolUse } from "./limits.js";
import type { LawPlan, Plan } from "./plan.js";
import {
  offsiteStays,
  stays,
  staysAtLevel,
  staysForDisease,
  staysInHospital,
} from "./tally-names.js";
import { GrowingYear, type YearToDate } from "./year-to-date.js";

/**
 * The year after a bill, from the amounts that bind: what the window posted, else what was
 * computed. Years depend on nothing else (decision 6). A payer of `layers` that is undefined did
 * not look at the bill, and a window that paid all the same leaves no trace in its pools.
 */
export function advance(
  bill: Bill,
  plan: LawPlan,
  made: {
    readonly care: Plan;
    readonly basic: Basic;
    readonly layers: readonly (LayerPaid | undefined)[];
  },
): YearToDate {
  const { care, basic, layers } = made;
  const year = new GrowingYear(bill.before);
  if (care.isStay) addAdmission(year, bill);
  if (care.isStay && plan.asksDifference) year.addStay(bill.claim.mdtrtId, basic.deducted);
  addDeducted(year, bill, care, basic.deducted);
  addLadder(year, care, basic.base, basic.deducted);
  addUses(year, basic.uses, basic.paid);
  for (const payer of plan.payers) {
    const layer = layers[payer.turn];
    if (layer !== undefined) addLayer(year, bill, payer, layer, basic);
  }
  return year.done();
}

/** 住院次数 of the person, at this level, in this hospital, for this disease, and off-site. */
function addAdmission(year: GrowingYear, { claim }: Bill): void {
  if (claim.continuesStay) return;
  year.add(stays, 1);
  year.add(staysAtLevel.numberOf(claim.dedcHospLv), 1);
  year.add(staysInHospital.numberOf(claim.fixmedinsCode), 1);
  if (claim.diseCodg !== "") year.add(staysForDisease.numberOf(claim.diseCodg), 1);
  if (claim.place !== "local") year.add(offsiteStays, 1);
}

function addDeducted(year: GrowingYear, bill: Bill, plan: Plan, deducted: Yuan): void {
  if (deducted === zero) return;
  year.add(plan.deducted, deducted);
  if (plan.section.deductible?.per === "month") {
    year.add(plan.deductedInMonth.numberOf(bill.month), deducted);
  }
}

function addLadder(year: GrowingYear, plan: Plan, base: Yuan, deducted: Yuan): void {
  const { ratio } = plan.section;
  if (ratio?.per !== "year") return;
  year.add(plan.ladder, ratio.axis === "gross" ? base : most(zero, subtract(base, deducted)));
}

function addUses(year: GrowingYear, uses: readonly PoolUse[], paid: Yuan): void {
  for (const { pool, counts, used } of uses) year.add(pool, counts === "payment" ? paid : used);
}

function addLayer(
  year: GrowingYear,
  bill: Bill,
  plan: Plan<PayerSection>,
  { own, deducted, paid, funds, uses }: LayerPaid,
  { scope }: Basic,
): void {
  const { over, target } = plan.section;
  addUses(year, uses, paid);
  if (over === "bill") {
    addDeducted(year, bill, plan, deducted);
    addLadder(year, plan, own, deducted);
  } else if (target === undefined) {
    year.add(plan.base, own);
    year.add(plan.paid, paid);
  } else {
    year.add(plan.targetOf, target.of === "total" ? bill.claim.medfeeSumamt : scope);
    year.add(plan.targetFunds, add(funds, paid));
  }
}
