import { expect } from "vitest";
import { type Yuan, yuan, yuanText, zero } from "../../src/domain/money.js";
import type { Amounts, Claim, YearToDate } from "../../src/domain/records.js";
import { tellProblem } from "../../src/domain/problem.js";
import type { Pack } from "../../src/policy/pack.js";
import { benefitYearOf, lawFor } from "../../src/settle/dates.js";
import { settleClaim } from "../../src/settle/settle.js";
import { verifyTrace } from "../../src/settle/verify.js";
import { emptyYear } from "../../src/settle/year-to-date.js";
import { claimOf, insuredOf, partsOf } from "./claims.js";
import type { ClaimFacts, Amounts as GivenAmounts, Scenario } from "./scenario.js";

/**
 * Settles the claims of a scenario in order, each in its year, and checks every amount that it
 * states; whatever it does not state is only held to the books of a bill.
 */
export function checkClaims(scenario: Scenario, pack: Pack): void {
  const insured = insuredOf(scenario.person, pack);
  const years = new Map<number, YearToDate>();
  const found = scenario.claims.map((facts, index) => {
    const claim = claimOf(facts, partsOf(facts), index, pack);
    const { law, problems } = lawFor(claim, pack);
    if (law === undefined) throw new Error(problems.map((p) => tellProblem(p, "zh")).join("\n"));
    const year = benefitYearOf(claim, law);
    const before = years.get(year) ?? emptyYear;
    const posted = facts.posted === undefined ? {} : { posted: postedOf(facts, claim) };
    const settled = settleClaim({ claim, insured, before, law, ...posted });
    expect(settled.missing).toEqual([]);
    expect(verifyTrace(settled.settlement)).toEqual([]);
    years.set(year, settled.after);
    return { ...textsOf(claim), ...textsOf(settled.settlement) };
  });
  expect(pickedLike(scenario, found)).toEqual(scenario.claims.map(({ gives }) => gives));
}

/** Of what was found, the fields that the scenario states. */
function pickedLike(
  { claims }: Scenario,
  found: readonly GivenAmounts[],
): readonly Record<string, string | undefined>[] {
  return claims.map(({ gives }, index) =>
    Object.fromEntries(Object.keys(gives).map((field) => [field, found[index]?.[field]])),
  );
}

function textsOf(amounts: Claim | Amounts): GivenAmounts {
  const entries = Object.entries(amounts as unknown as Record<string, unknown>);
  return Object.fromEntries(
    entries
      .filter(([field, value]) => amountField.test(field) && typeof value === "number")
      .map(([field, value]) => [field, yuanText(value as Yuan)]),
  );
}

const amountField = /^(hifpPay|hifmiPay|mafPay|othPay|actPayDedc|.*(Amt|Sumamt|Selfpay))$/;

function postedOf({ posted = {} }: ClaimFacts, claim: Claim): Amounts {
  const given = (field: string): Yuan => yuan(posted[field] ?? "0");
  const [hifpPay, hifmiPay] = [given("hifpPay"), given("hifmiPay")];
  const [mafPay, othPay] = [given("mafPay"), given("othPay")];
  const fundPaySumamt = (hifpPay + hifmiPay + mafPay + othPay) as Yuan;
  const psnPartAmt = (claim.medfeeSumamt - fundPaySumamt) as Yuan;
  if (psnPartAmt < zero) throw new Error("a window paid more than the bill");
  return { actPayDedc: given("actPayDedc"), ...{ hifpPay, hifmiPay, mafPay, othPay }, fundPaySumamt, psnPartAmt };
}
