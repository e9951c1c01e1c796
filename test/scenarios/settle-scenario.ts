import { expect } from "vitest";
import { sum, type Yuan, yuan, yuanText, zero } from "../../src/domain/money.js";
import { tellProblem } from "../../src/domain/problem.js";
import type { Amounts, Claim, Insured } from "../../src/domain/records.js";
import type { Law } from "../../src/policy/law.js";
import type { Pack } from "../../src/policy/pack.js";
import type { DeductiblesLeft } from "../../src/settle/bill.js";
import { benefitYearOf, cutDaysOf, lawFor } from "../../src/settle/dates.js";
import { classifyLines } from "../../src/settle/fee-lines.js";
import {
  type CutStays,
  type RecountQuestion,
  recountYear,
} from "../../src/settle/recount/recount.js";
import { type Settled, settleClaim } from "../../src/settle/settle.js";
import { splitBill } from "../../src/settle/split.js";
import { verifyTrace } from "../../src/settle/verify.js";
import { emptyYear, usedUnder, type YearToDate } from "../../src/settle/year-to-date.js";
import { claimOf, dayIn, insuredOf, partsOf } from "./claims.js";
import { feeLinesOf } from "./lines.js";
import type { ClaimFacts, Amounts as GivenAmounts, Scenario } from "./scenario.js";

/**
 * Settles the claims of a scenario in order, each in its year, and checks every amount that it
 * states; whatever it does not state is only held to the books of a bill. The recount has to reach
 * the same amounts, and the trace has to be true.
 */
export function checkClaims(scenario: Scenario, pack: Pack): void {
  const person = new ScenarioPerson(scenario, pack);
  const found = scenario.claims.map((facts, index) => person.settle(facts, index));
  expect(pickedLike(scenario, found)).toEqual(scenario.claims.map(({ gives }) => gives));
  person.recount();
}

class ScenarioPerson {
  private readonly insured: Insured;
  private readonly years = new Map<number, YearToDate>();
  private readonly asked = new Map<number, RecountQuestion[]>();
  private readonly computed = new Map<number, Amounts[]>();

  constructor(
    { person }: Scenario,
    private readonly pack: Pack,
  ) {
    this.insured = insuredOf(person, pack);
  }

  /** All amounts of a claim by field: its own, and what it was settled to. */
  settle(facts: ClaimFacts, index: number): GivenAmounts {
    const { pack, insured } = this;
    const plain = claimOf(facts, partsOf(facts), index, pack);
    const { law } = this.lawOf(plain);
    const lines = feeLinesOf(facts.lines ?? []);
    const classified =
      lines.length === 0 ? undefined : classifyLines(lines, { law, claim: plain, insured });
    const claim = { ...plain, ...classified?.header };
    const settlements =
      cutDaysOf(claim, law).length > 0 ? this.cut(claim, facts) : [this.one(claim, facts)];
    for (const [name, amount] of Object.entries(facts.year ?? {})) {
      const year = this.years.get(benefitYearOf(claim, law)) ?? emptyYear;
      expect(`${name} ${yuanText(usedUnder(year, name) as Yuan)}`).toBe(`${name} ${amount}`);
    }
    return { ...textsOf(claim), ...textsOf(summed(settlements)) };
  }

  /** Every year again, by the second implementation. */
  recount(): void {
    const cutStays: CutStays = new Map();
    for (const [year, questions] of this.asked) {
      const again = recountYear(questions, cutStays).map(({ amounts }) => textsOf(amounts));
      expect(again).toEqual((this.computed.get(year) ?? []).map((one) => textsOf(summed([one]))));
    }
  }

  /** A stay that the law cuts at a day: the second part goes on with the first. */
  private cut(claim: Claim, facts: ClaimFacts): readonly Amounts[] {
    const { law } = this.lawOf(claim);
    const [day, ...more] = cutDaysOf(claim, law);
    if (day === undefined || more.length > 0) throw new Error("one cut is all that is tried here");
    const spent = (facts.days ?? []).map((one) => ({
      feeOcurTime: dayIn(one.day),
      detItemFeeSumamt: yuan(one.cost),
    }));
    const parts = splitBill(claim, spent, day);
    if (parts === undefined) throw new Error("a stay that is cut needs its days");
    const [first, second] = parts;
    const { settlement, deductiblesLeft } = this.settledOne(first, facts, new Map());
    return [settlement, this.settledOne(second, facts, deductiblesLeft).settlement];
  }

  private one(claim: Claim, facts: ClaimFacts): Amounts {
    return this.settledOne(claim, facts).settlement;
  }

  private settledOne(claim: Claim, facts: ClaimFacts, deductiblesLeft?: DeductiblesLeft): Settled {
    const { law } = this.lawOf(claim);
    const year = benefitYearOf(claim, law);
    const question = {
      ...{ claim, insured: this.insured, law },
      ...(facts.posted === undefined ? {} : { posted: postedOf(facts, claim) }),
      ...(deductiblesLeft === undefined ? {} : { deductiblesLeft }),
    };
    const settled = settleClaim({ ...question, before: this.years.get(year) ?? emptyYear });
    this.asked.set(year, [...(this.asked.get(year) ?? []), question]);
    this.computed.set(year, [...(this.computed.get(year) ?? []), settled.settlement]);
    expect(settled.missing).toEqual([]);
    expect(verifyTrace(settled.settlement)).toEqual([]);
    this.years.set(year, settled.after);
    return settled;
  }

  private lawOf(claim: Claim): { readonly law: Law } {
    const { law, problems } = lawFor(claim, this.pack);
    if (law === undefined) throw new Error(problems.map((p) => tellProblem(p, "zh")).join("\n"));
    return { law };
  }
}

const settled = [
  ...["actPayDedc", "hifpPay", "hifmiPay", "mafPay", "othPay"],
  ...["fundPaySumamt", "psnPartAmt"],
] as readonly (keyof Amounts)[];

function summed(parts: readonly Amounts[]): Amounts {
  const entries = settled.map((field) => [field, sum(parts.map((part) => part[field]))]);
  return Object.fromEntries(entries) as Amounts;
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
  return {
    actPayDedc: given("actPayDedc"),
    ...{ hifpPay, hifmiPay, mafPay, othPay },
    fundPaySumamt,
    psnPartAmt,
  };
}
