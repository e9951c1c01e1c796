import type { PaidBenefits } from "../domain/intake.js";
import { add, exactText, yuanText } from "../domain/money.js";

/** Where the benefits of a row go; where they differ, the first field that does, in yuan. */
export type BenefitsEnd =
  | { readonly kind: "carried" }
  | { readonly kind: "repeated" }
  | {
      readonly kind: "differs";
      readonly field: string;
      readonly expected: string;
      readonly found: string;
    };

/**
 * Unification 3, last year's benefits of one person under one old number: stated once they are
 * carried, stated again in the same figures they are repeated, and other figures wait for a person.
 * Equal means to the last place, as far as the places of the first statement are known.
 */
export function benefitsEnd(stated: PaidBenefits): BenefitsEnd {
  const { before, hifpPay, hifmiPay, residual } = stated;
  if (before === undefined) return { kind: "carried" };
  if (before.hifpPay !== hifpPay) {
    return differs("hifp_pay", yuanText(before.hifpPay), yuanText(hifpPay));
  }
  if (before.hifmiPay !== hifmiPay) {
    return differs("hifmi_pay", yuanText(before.hifmiPay), yuanText(hifmiPay));
  }
  if (before.residual === undefined || before.residual === residual) return { kind: "repeated" };
  const amount = add(hifpPay, hifmiPay);
  const [expected, found] = [before.residual, residual].map((places) =>
    exactText({ amount, residual: places }),
  );
  return differs("hifp_pay + hifmi_pay", expected ?? "", found ?? "");
}

function differs(field: string, expected: string, found: string): BenefitsEnd {
  return { kind: "differs", field, expected, found };
}
