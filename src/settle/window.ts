import { amountFields } from "../domain/amounts.js";
import { add, sum, type Yuan, yuanText, zero } from "../domain/money.js";
import { type Place, type Problem, problem } from "../domain/problem.js";
import type { Amounts, Claim } from "../domain/records.js";

/** An amount that the window paid and the engine would not have paid so: a suspect for audit. */
export interface Difference {
  /** The amount's name, as the record has it. */
  readonly field: keyof Amounts;
  readonly paid: Yuan;
  readonly computed: Yuan;
}

/**
 * Whether the parts of a bill add up (standards.md 1.5 (a)) and none is below zero; what does not
 * becomes a problem at the claim's place. Exact to the fen, because what is posted has to balance.
 */
export function checkBill(claim: Claim, place: Place): readonly Problem[] {
  const parts = sum([
    claim.fulamtOwnpayAmt,
    claim.overlmtSelfpay,
    claim.preselfpayAmt,
    claim.inscpScpAmt,
  ]);
  return [
    ...negatives(claim, billFields, place),
    ...disagreement(place, {
      left: "medfee_sumamt",
      right: "fulamt_ownpay_amt + overlmt_selfpay + preselfpay_amt + inscp_scp_amt",
      found: claim.medfeeSumamt,
      expected: parts,
    }),
  ];
}

/**
 * Whether a window claim's amounts agree among themselves: its bill (a), the funds' sum (b), and
 * funds and person together (c). Whether they are right is for `compareWindow`.
 */
export function checkWindow(claim: Claim, amounts: Amounts, place: Place): readonly Problem[] {
  return [
    ...checkBill(claim, place),
    ...negatives(amounts, amountFields, place),
    ...disagreement(place, {
      left: "fund_pay_sumamt",
      right: "hifp_pay + hifmi_pay + maf_pay + oth_pay",
      found: amounts.fundPaySumamt,
      expected: sum([amounts.hifpPay, amounts.hifmiPay, amounts.mafPay, amounts.othPay]),
    }),
    ...disagreement(place, {
      left: "medfee_sumamt",
      right: "fund_pay_sumamt + psn_part_amt",
      found: claim.medfeeSumamt,
      expected: add(amounts.fundPaySumamt, amounts.psnPartAmt),
    }),
  ];
}

/** Where the window's amounts differ from the computed ones, field by field. */
export function compareWindow(paid: Amounts, computed: Amounts): readonly Difference[] {
  return amountFields
    .filter((field) => paid[field] !== computed[field])
    .map((field) => ({ field, paid: paid[field], computed: computed[field] }));
}

const billFields = [
  "fulamtOwnpayAmt",
  "overlmtSelfpay",
  "preselfpayAmt",
  "inscpScpAmt",
] as const satisfies readonly (keyof Claim)[];

function negatives<Field extends string>(
  record: Readonly<Record<Field, Yuan>>,
  fields: readonly Field[],
  place: Place,
): readonly Problem[] {
  return fields
    .filter((field) => record[field] < zero)
    .map((field) => {
      const at = { ...place, field: nationalName(field) };
      return problem("amount-negative", at, { found: yuanText(record[field]) });
    });
}

interface Equation {
  readonly left: string;
  readonly right: string;
  readonly found: Yuan;
  readonly expected: Yuan;
}

function disagreement(place: Place, equation: Equation): readonly Problem[] {
  const { left, right, found, expected } = equation;
  if (found === expected) return [];
  const values = { left, right, found: yuanText(found), expected: yuanText(expected) };
  return [problem("amounts-disagree", place, values)];
}

/** The name of the interface: `hifpPay` → `hifp_pay`. */
function nationalName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
