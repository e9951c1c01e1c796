import assert from "node:assert";
import { add, subtract, sum, type Yuan, zero } from "../domain/money.js";

/**
 * The money of one hospital and month, or of several together: columns that only add up. `hifpPay`
 * and what becomes of it fall under the quota; `outsideQuota` passes through beside it.
 */
export interface BudgetFigures {
  /** 申报人次 */ readonly setlCnt: number;
  /** 申报医疗费总额 */ readonly medfeeSumamt: Yuan;
  /** 基金申报总额 */ readonly fundAppySum: Yuan;
  /** 其中总额内统筹基金 */ readonly hifpPay: Yuan;
  /** 其中大病、救助等(总额外) */ readonly outsideQuota: Yuan;
  /** 审核扣款: what the audit of the month found. */ readonly deduction: Yuan;
  /** 本月扣下: the part of it that this month's claim could bear. */ readonly deducted: Yuan;
  /** 核定基金额 */ readonly confirmed: Yuan;
  /** 月预算额度 */ readonly quota: Yuan;
  /** 额度内核定额 */ readonly accepted: Yuan;
  /** 本月超额(缓付) */ readonly deferred: Yuan;
  /** 质量保证金 */ readonly holdback: Yuan;
  /** 前期应扣 */ readonly recoverBefore: Yuan;
  /** 冲抵前期应扣 */ readonly recovered: Yuan;
  /** 结转以后应扣 */ readonly recoverAfter: Yuan;
  /** 总额内实拨 */ readonly quotaPayable: Yuan;
  /** 实拨金额 */ readonly payable: Yuan;
}

/** What a hospital was confirmed, paid and owed in the calendar year, this month included. */
export interface BudgetYear {
  /** 累计核定 */ readonly confirmed: Yuan;
  /** 累计拨付 */ readonly payable: Yuan;
  /** 累计缓付 */ readonly deferred: Yuan;
}

type Amount = Exclude<keyof BudgetFigures, "setlCnt">;

/** The column sums of many hospitals' months; they balance because every row does. */
export function budgetTotals(months: readonly BudgetFigures[]): BudgetFigures {
  const total = (key: Amount): Yuan => sum(months.map((month) => month[key]));
  const totals: BudgetFigures = {
    setlCnt: months.reduce((count, month) => count + month.setlCnt, 0),
    medfeeSumamt: total("medfeeSumamt"),
    fundAppySum: total("fundAppySum"),
    hifpPay: total("hifpPay"),
    outsideQuota: total("outsideQuota"),
    deduction: total("deduction"),
    deducted: total("deducted"),
    confirmed: total("confirmed"),
    quota: total("quota"),
    accepted: total("accepted"),
    deferred: total("deferred"),
    holdback: total("holdback"),
    recoverBefore: total("recoverBefore"),
    recovered: total("recovered"),
    recoverAfter: total("recoverAfter"),
    quotaPayable: total("quotaPayable"),
    payable: total("payable"),
  };
  assertBudgetBalances(totals);
  return totals;
}

/**
 * The equations of a hospital's month, exact to the fen. What was claimed is deducted, deferred,
 * held back, set against an old debt or paid, and nothing else; what had to be taken back is taken
 * now or carried on; the other payers' money passes through untouched. What is claimed may be below
 * zero, and with it what is confirmed, held back and recovered; nothing else is.
 */
export function assertBudgetBalances(figures: BudgetFigures): void {
  const { hifpPay, deducted, deferred, holdback, recovered, quotaPayable, payable } = figures;
  assert(
    figures.fundAppySum === add(hifpPay, figures.outsideQuota),
    "claimed = within the quota + outside it",
  );
  assert(
    hifpPay === sum([deducted, deferred, holdback, recovered, quotaPayable]),
    "claimed within the quota = deducted + deferred + held back + recovered + paid",
  );
  assert(
    add(figures.recoverBefore, figures.deduction) ===
      sum([deducted, recovered, figures.recoverAfter]),
    "to be taken back = deducted + recovered + carried on",
  );
  assert(figures.confirmed === subtract(hifpPay, deducted), "confirmed = claimed − deducted");
  assert(
    figures.confirmed === add(figures.accepted, deferred),
    "confirmed = within the quota + deferred",
  );
  assert(payable === add(quotaPayable, figures.outsideQuota), "paid = quota side + passed through");
  const never = ["deduction", "deducted", "quota", "deferred", "recoverBefore"] as const;
  const neither = ["recoverAfter", "payable"] as const;
  assert(
    [...never, ...neither].every((field) => figures[field] >= zero),
    "nothing that is deducted, deferred, owed or paid is below zero",
  );
}
