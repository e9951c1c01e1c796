import { describe, expect, test } from "vitest";
import { plainCare } from "../../src/domain/care-facts.js";
import { add, sum, yuan } from "../../src/domain/money.js";
import type { Day } from "../../src/domain/period.js";
import type { Amounts, Claim } from "../../src/domain/records.js";
import { faultyAmounts } from "../../src/sample/window.js";
import { simpleWindow } from "./window-stub.js";

const claim: Claim = {
  claimId: 1,
  psnNo: "1",
  medinsSetlId: "S1",
  mdtrtId: "V1",
  settledBy: "window",
  fixmedinsCode: "H15992100001",
  dedcHospLv: "2",
  medType: "21",
  ...plainCare,
  begndate: "2017-01-02" as Day,
  enddate: "2017-01-09" as Day,
  setlDay: "2017-01-09" as Day,
  medfeeSumamt: yuan("5000.00"),
  fulamtOwnpayAmt: yuan("300.00"),
  overlmtSelfpay: yuan("0.00"),
  preselfpayAmt: yuan("200.00"),
  inscpScpAmt: yuan("4500.00"),
};
const poor = { psnType: "15", identities: ["registeredPoor"] };
const other = { psnType: "15", identities: [] };

describe("faultyAmounts", () => {
  // Deductible and pooled fund: a poor person has half the deductible of 450.00 and 65 %.
  test.each([
    ["window-deductible-twice", poor, "450.00", "2553.75"],
    ["window-overlay-missed", poor, "450.00", "2430.00"],
    ["window-other-level", poor, "100.00", "2860.00"],
  ] as const)("%s: deducts %s, the fund pays %s", (kind, person, deducted, fund) => {
    const faulty = faultyOf(kind, person, [claim]);
    expect(faulty?.actPayDedc).toBe(yuan(deducted));
    expect(faulty?.hifpPay).toBe(yuan(fund));
    expect(faulty === undefined ? undefined : payersOf(faulty)).toBe(claim.medfeeSumamt);
  });

  test("is nothing where the fault would change nothing", () => {
    expect(faultyOf("window-overlay-missed", other, [claim])).toBeUndefined();
    const small = { ...claim, inscpScpAmt: yuan("100.00"), preselfpayAmt: yuan("4600.00") };
    expect(faultyOf("window-deductible-twice", other, [small])).toBeUndefined();
    const visit = { ...claim, medType: "11" };
    expect(faultyOf("window-other-level", other, [visit])).toBeUndefined();
    expect(faultyOf("amounts-disagree", other, [claim])).toBeUndefined();
  });
});

function faultyOf(
  kind: Parameters<typeof faultyAmounts>[0],
  person: typeof poor | typeof other,
  claims: readonly Claim[],
): Amounts | undefined {
  const right = simpleWindow(person, claims).at(-1);
  if (right === undefined) throw new Error("a window pays every claim");
  return faultyAmounts(kind, right, { person, claims, windowAmounts: simpleWindow });
}

function payersOf(amounts: Amounts): number {
  const { hifpPay, hifmiPay, mafPay, othPay, fundPaySumamt, psnPartAmt } = amounts;
  expect(sum([hifpPay, hifmiPay, mafPay, othPay])).toBe(fundPaySumamt);
  return add(fundPaySumamt, psnPartAmt);
}
