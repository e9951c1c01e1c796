import { type BudgetMonth, type BudgetQuestion, budgetMonth } from "../../src/budget/month.js";
import { add, ratio, yuan } from "../../src/domain/money.js";
import type { Month } from "../../src/domain/period.js";
import type { HospitalMonth } from "../../src/domain/records.js";

/** What a row of a test states in yuan; what it leaves out is nothing. */
export interface Stated {
  readonly code?: string;
  readonly hifpPay: string;
  readonly outsideQuota?: string;
  readonly deduction?: string;
  readonly recoverBefore?: string;
  readonly quota?: string;
  readonly holdbackRatio?: string;
}

export function claimed({ code, hifpPay, outsideQuota = "0" }: Stated): HospitalMonth {
  const fundAppySum = add(yuan(hifpPay), yuan(outsideQuota));
  return {
    fixmedinsCode: code ?? "H15992100001",
    month: "2017-01" as Month,
    setlCnt: 12,
    medfeeSumamt: add(fundAppySum, yuan("1000.00")),
    fundAppySum,
    hifpPay: yuan(hifpPay),
    outsideQuota: yuan(outsideQuota),
  };
}

export function question(stated: Stated): BudgetQuestion {
  return {
    claimed: claimed(stated),
    deduction: yuan(stated.deduction ?? "0"),
    recoverBefore: yuan(stated.recoverBefore ?? "0"),
    quota: yuan(stated.quota ?? "1000000.00"),
    holdbackRatio: ratio(stated.holdbackRatio ?? "0.10"),
  };
}

export function budgetOf(stated: Stated): BudgetMonth {
  return budgetMonth(question(stated));
}
