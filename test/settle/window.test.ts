import { describe, expect, test } from "vitest";
import { yuan, zero } from "../../src/domain/money.js";
import { tellProblem } from "../../src/domain/problem.js";
import type { Amounts, Claim } from "../../src/domain/records.js";
import { checkBill, checkWindow, compareWindow } from "../../src/settle/window.js";
import { claimOf } from "./claims.js";

const claim = claimOf({ scope: "5000.00", whole: "6000.00" });
const paid: Amounts = {
  actPayDedc: yuan("450.00"),
  hifpPay: yuan("3412.50"),
  hifmiPay: zero,
  mafPay: yuan("100.00"),
  othPay: zero,
  fundPaySumamt: yuan("3512.50"),
  psnPartAmt: yuan("2487.50"),
};
const place = { file: "claims.csv", line: 7 };

function found(facts: Partial<Claim>, amounts: Partial<Amounts>): readonly string[] {
  const problems = checkWindow({ ...claim, ...facts }, { ...paid, ...amounts }, place);
  return problems.map((one) => tellProblem(one, "en"));
}

describe("the identities of a window claim (standards.md 1.5)", () => {
  test("a sound claim has no problem", () => {
    expect(found({}, {})).toEqual([]);
  });

  test("(a) the bill is the sum of its parts", () => {
    expect(found({ preselfpayAmt: yuan("0.01") }, {})).toEqual([
      "claims.csv:7 medfee_sumamt and fulamt_ownpay_amt + overlmt_selfpay + preselfpay_amt" +
        " + inscp_scp_amt disagree: 6000.00 ≠ 6000.01; check the bill with the hospital",
    ]);
  });

  test("(b) the funds' total is the sum of the funds", () => {
    expect(found({}, { hifmiPay: yuan("1.00") })).toEqual([
      "claims.csv:7 fund_pay_sumamt and hifp_pay + hifmi_pay + maf_pay + oth_pay disagree:" +
        " 3512.50 ≠ 3513.50; check the bill with the hospital",
    ]);
  });

  test("(c) funds and person together pay the bill", () => {
    expect(found({}, { psnPartAmt: yuan("2487.49") })).toEqual([
      "claims.csv:7 medfee_sumamt and fund_pay_sumamt + psn_part_amt disagree:" +
        " 6000.00 ≠ 5999.99; check the bill with the hospital",
    ]);
  });

  test("nothing is below zero, even where the sums agree", () => {
    expect(found({}, { mafPay: yuan("-1.00"), othPay: yuan("101.00") })).toEqual([
      "claims.csv:7 [maf_pay] the amount -1.00 is below zero, which is not expected here;" +
        " reversals go another way",
    ]);
  });

  test("a bill of the centre is checked for (a) alone", () => {
    expect(checkBill(claim, place)).toEqual([]);
    const wrong = { ...claim, inscpScpAmt: yuan("4000.00") };
    expect(checkBill(wrong, place)).toMatchObject([{ code: "amounts-disagree", place }]);
  });
});

describe("what the window paid beside what the law gives", () => {
  test("agrees", () => {
    expect(compareWindow(paid, { ...paid })).toEqual([]);
  });

  test("differs, field by field, in the order of the record", () => {
    const computed = { ...paid, hifpPay: yuan("3187.50"), psnPartAmt: yuan("2712.50") };
    expect(compareWindow(paid, computed)).toEqual([
      { field: "hifpPay", paid: yuan("3412.50"), computed: yuan("3187.50") },
      { field: "psnPartAmt", paid: yuan("2487.50"), computed: yuan("2712.50") },
    ]);
  });
});
