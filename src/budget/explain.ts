import { ratioText, yuanText } from "../domain/money.js";
import {
  agreementMethodNames,
  agreementStatusNames,
  budgetExplanation,
  budgetRules,
} from "../text/statement.js";
import { type Lang, tell, type Values } from "../text/tell.js";
import type { Agreement } from "./agreement.js";
import type { BudgetMonth } from "./month.js";

/**
 * A hospital's month as a clerk would say it: the terms with their source, the quota, then line by
 * line from what was claimed to what is paid. Prints what the month carries and computes nothing.
 */
export function explainBudgetMonth(question: {
  readonly budget: BudgetMonth;
  readonly agreement: Agreement;
  readonly lang: Lang;
}): readonly string[] {
  const { budget, agreement, lang } = question;
  const shared = valuesOf(budget);
  const steps = budget.steps.map(({ rule, base, amount }) => {
    const values = { ...shared, base: yuanText(base), amount: yuanText(amount) };
    return tell(budgetRules[rule], lang, values);
  });
  return [
    tell(budgetExplanation.terms, lang, termsOf(budget, agreement, lang)),
    tell(budgetExplanation.quota, lang, { ...shared, ...weightsOf(budget, agreement) }),
    ...steps,
    tell(budgetExplanation.payable, lang, shared),
  ];
}

function valuesOf(budget: BudgetMonth): Values {
  return {
    quota: yuanText(budget.quota),
    holdbackRatio: ratioText(budget.holdbackRatio),
    recoverBefore: yuanText(budget.recoverBefore),
    deduction: yuanText(budget.deduction),
    payable: yuanText(budget.payable),
  };
}

function termsOf(budget: BudgetMonth, agreement: Agreement, lang: Lang): Values {
  return {
    name: agreement.fixmedinsName,
    code: agreement.fixmedinsCode,
    month: budget.month,
    method: tell(agreementMethodNames[agreement.method], lang),
    status: tell(agreementStatusNames[agreement.status], lang),
    cite: agreement.cite,
    file: agreement.place.file,
    line: agreement.place.line ?? "",
  };
}

function weightsOf(budget: BudgetMonth, agreement: Agreement): Values {
  const weights = agreement.monthlyWeights;
  return {
    yearlyQuota: yuanText(agreement.yearlyQuota),
    weight: weights[Number(budget.month.slice(5)) - 1] ?? 0,
    weights: weights.reduce((total, weight) => total + weight, 0),
  };
}
