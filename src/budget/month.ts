import assert from "node:assert";
import {
  add,
  least,
  most,
  type Ratio,
  shareOf,
  subtract,
  type Yuan,
  zero,
} from "../domain/money.js";
import type { Month } from "../domain/period.js";
import type { HospitalMonth } from "../domain/records.js";
import type { BudgetRule } from "../text/statement.js";
import { assertBudgetBalances, type BudgetFigures } from "./figures.js";

/** What a hospital's month is computed from. All amounts in fen; only a claim may be below zero. */
export interface BudgetQuestion {
  /** Below zero where refunds and corrections take back more than the month claims. */
  readonly claimed: HospitalMonth;
  /** 审核扣款 found for this month. */
  readonly deduction: Yuan;
  /** 前期应扣: still to be recovered from earlier months, the `recoverAfter` of the last one. */
  readonly recoverBefore: Yuan;
  /** 月预算额度, see `monthlyQuota`. */
  readonly quota: Yuan;
  /** 质量保证金比例 */
  readonly holdbackRatio: Ratio;
}

/** One line of the explanation: a rule took a base and gave, set off or added an amount. */
export interface BudgetStep {
  readonly rule: BudgetRule;
  readonly base: Yuan;
  readonly amount: Yuan;
}

/** A hospital's month under total control, with the steps that lead from claimed to paid. */
export interface BudgetMonth extends BudgetFigures {
  /** 定点医药机构编号 */ readonly fixmedinsCode: string;
  readonly month: Month;
  /** 质量保证金比例 */ readonly holdbackRatio: Ratio;
  readonly steps: readonly BudgetStep[];
}

/**
 * What becomes of a hospital's claims of one month under total control with cap and defer, in the
 * pattern of the agreement text of Harbin (哈尔滨): an audit's deduction comes first; the claim is
 * accepted up to the month's quota and what is above waits for the clearing of the year; of the
 * accepted part a share is held back until the yearly score; from the rest the debts of earlier
 * months are recovered. A deduction larger than the claim becomes such a debt itself. Critical
 * illness, medical aid and other payers pass through in full: they neither count towards the quota
 * nor answer for a debt of the pooled fund. A hospital pays nothing in: where refunds and
 * corrections take back more than the month claims, the holdback shrinks by its share, and the rest
 * is a debt too – `recovered` is then below zero, and the payment zero.
 */
export function budgetMonth(question: BudgetQuestion): BudgetMonth {
  const { claimed, deduction, recoverBefore, quota, holdbackRatio } = question;
  assertFit(question);

  const deducted = least(deduction, most(zero, claimed.hifpPay));
  const confirmed = subtract(claimed.hifpPay, deducted);
  const accepted = least(confirmed, quota);
  const holdback = shareOf(accepted, holdbackRatio);
  const due = subtract(accepted, holdback);
  const recovered = least(recoverBefore, add(due, least(zero, claimed.outsideQuota)));
  const quotaPayable = subtract(due, recovered);

  const figures: BudgetFigures = {
    setlCnt: claimed.setlCnt,
    medfeeSumamt: claimed.medfeeSumamt,
    fundAppySum: claimed.fundAppySum,
    hifpPay: claimed.hifpPay,
    outsideQuota: claimed.outsideQuota,
    deduction,
    deducted,
    confirmed,
    quota,
    accepted,
    deferred: most(zero, subtract(confirmed, quota)),
    holdback,
    recoverBefore,
    recovered,
    recoverAfter: subtract(add(recoverBefore, deduction), add(deducted, recovered)),
    quotaPayable,
    payable: add(quotaPayable, claimed.outsideQuota),
  };
  assertBudgetBalances(figures);

  const { fixmedinsCode, month } = claimed;
  return { ...figures, fixmedinsCode, month, holdbackRatio, steps: budgetSteps(figures) };
}

/** What is asked about a claim is never below zero; a claim itself may be. */
function assertFit({ deduction, recoverBefore, quota, holdbackRatio }: BudgetQuestion): void {
  assert(deduction >= zero && recoverBefore >= zero, "what is taken back is not below zero");
  assert(quota >= zero, "a quota is not below zero");
  assert(holdbackRatio >= 0 && holdbackRatio <= 1_000_000, "a holdback is a share of the whole");
}

/**
 * A waterfall: each step begins with what the step before it left over, from the fund's claim to
 * the payment. All of it is told, also a step that took nothing; a debt only when there is one. The
 * steps follow from the figures alone, so a stored month is explained without computing it again.
 */
export function budgetSteps(figures: BudgetFigures): readonly BudgetStep[] {
  const { hifpPay, confirmed, accepted, quotaPayable, recovered } = figures;
  const known = add(figures.recoverBefore, figures.deduction);
  const owed = subtract(known, least(zero, recovered));
  const steps: readonly BudgetStep[] = [
    { rule: "outside-quota", base: figures.fundAppySum, amount: figures.outsideQuota },
    { rule: "deduction", base: hifpPay, amount: figures.deducted },
    { rule: "quota", base: confirmed, amount: figures.deferred },
    { rule: "holdback", base: accepted, amount: figures.holdback },
    {
      rule: recovered < zero ? "return" : "recovery",
      base: subtract(accepted, figures.holdback),
      amount: recovered,
    },
    { rule: "pass-through", base: quotaPayable, amount: figures.outsideQuota },
  ];
  const rule = recovered < zero ? "carry-return" : "carry";
  const carried: BudgetStep = { rule, base: owed, amount: figures.recoverAfter };
  return owed === zero ? steps : [...steps, carried];
}
