import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, sum, zero } from "../../src/domain/money.js";
import type { Claim, Insured } from "../../src/domain/records.js";
import type { Law, Section } from "../../src/policy/law.js";
import { type Settled, settleClaim } from "../../src/settle/settle.js";
import { decodeSteps, encodeSteps } from "../../src/settle/steps.js";
import { verifyTrace } from "../../src/settle/verify.js";
import {
  decodeYear,
  emptyYear,
  encodeYear,
  usedUnder,
  type YearToDate,
} from "../../src/settle/year-to-date.js";
import { anyAmount, anyClaim, anyInsured, anyLaw, raised } from "./any.js";
import { settled } from "./claims.js";
import { type Parameters, smallLaw } from "./laws.js";

const seed = 20170101;
const LAWS = 100;
const YEARS = 25;

/** Random laws, read by the parser; the same number gives the same law. */
const laws = Array.from({ length: LAWS }, (_, number) => smallLaw(parametersOf(number)));

function parametersOf(number: number): Parameters {
  let state = (number + 1) * 2654435761;
  return anyLaw((limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * limit);
  });
}

/** A year of a person: four claims in order, 10,000 of them over all laws. */
const anyYear = fc.record({
  insured: anyInsured,
  claims: fc.array(anyClaim, { minLength: 4, maxLength: 4 }),
});

function settledAll(
  law: Law,
  insured: Insured,
  claims: readonly Claim[],
  year: YearToDate = emptyYear,
): readonly Settled[] {
  let before = year;
  return claims.map((claim) => {
    const one = settleClaim({ claim, insured, before, law });
    before = one.after;
    return one;
  });
}

function forAnyYear(
  check: (year: { law: Law; insured: Insured; claims: readonly Claim[] }) => void,
): void {
  for (const [number, law] of laws.entries()) {
    const property = fc.property(anyYear, ({ insured, claims }) => check({ law, insured, claims }));
    fc.assert(property, { seed: seed + number, numRuns: YEARS });
  }
}

// Every property is asked of 10,000 claims: 100 random laws, 25 years each, four claims a year.
// fast-check prints the seed and the smallest year that fails; the law is `parametersOf(number)`.
describe("whatever the law", () => {
  test("the payers sum to the bill, and the trace is true line by line", () => {
    forAnyYear(({ law, insured, claims }) => {
      for (const [index, { settlement, missing }] of settledAll(law, insured, claims).entries()) {
        const { hifpPay, hifmiPay, mafPay, othPay, fundPaySumamt, psnPartAmt } = settlement;
        expect(missing).toEqual([]);
        expect(sum([hifpPay, hifmiPay, mafPay, othPay])).toBe(fundPaySumamt);
        expect(add(fundPaySumamt, psnPartAmt)).toBe(claims[index]?.medfeeSumamt);
        expect(Math.min(hifpPay, hifmiPay, mafPay, othPay, psnPartAmt)).toBeGreaterThanOrEqual(0);
        expect(verifyTrace(settlement)).toEqual([]);
        expect(decodeSteps(encodeSteps(settlement.steps))).toEqual(settlement.steps);
      }
    });
  });

  test("no layer pays what an earlier one paid: all together no more than what they count", () => {
    forAnyYear(({ law, insured, claims }) => {
      const counts = law.payers.map((payer) => payer.counts);
      const isCounted = (part: "firstSelfPay" | "overLimit" | "fullSelfPay", claim: Claim) =>
        counts.some((one) => saysYes(one[part])) ? claim : undefined;
      // A fixed price of a session is paid whatever part of the bill is in scope.
      const isFixed = [...law.cares.values()].some((care) => care.package?.takes === "fixed");
      for (const [index, { settlement }] of settledAll(law, insured, claims).entries()) {
        const claim = claims[index];
        if (claim === undefined) throw new Error("a settlement for every claim");
        expect(settlement.fundPaySumamt).toBeLessThanOrEqual(claim.medfeeSumamt);
        if (isFixed) continue;
        const most = sum([
          claim.inscpScpAmt,
          isCounted("firstSelfPay", claim)?.preselfpayAmt ?? zero,
          isCounted("overLimit", claim)?.overlmtSelfpay ?? zero,
          isCounted("fullSelfPay", claim)?.fulamtOwnpayAmt ?? zero,
        ]);
        expect(settlement.hifpPay).toBeLessThanOrEqual(claim.inscpScpAmt);
        expect(settlement.fundPaySumamt).toBeLessThanOrEqual(most);
      }
    });
  });

  test("batches change nothing: a year stored and read between any two claims is the same", () => {
    forAnyYear(({ law, insured, claims }) => {
      let before: YearToDate = emptyYear;
      const stored = claims.map((claim) => {
        const one = settleClaim({ claim, insured, before: decodeYear(encodeYear(before)), law });
        before = one.after;
        return one.settlement;
      });
      const whole = settledAll(law, insured, claims);
      expect(stored).toEqual(whole.map((one) => one.settlement));
      expect(encodeYear(before)).toBe(encodeYear(whole.at(-1)?.after ?? emptyYear));
    });
  });

  test("what a window paid like us feeds the year like ours", () => {
    forAnyYear(({ law, insured, claims }) => {
      let before: YearToDate = emptyYear;
      for (const claim of claims) {
        const { settlement, after } = settleClaim({ claim, insured, before, law });
        const posted = { ...settlement };
        expect(settleClaim({ claim, insured, before, law, posted }).after).toEqual(after);
        before = after;
      }
    });
  });

  test("no year is paid more than its limits, whoever pays", () => {
    forAnyYear(({ law, insured, claims }) => {
      const after = settledAll(law, insured, claims).at(-1)?.after ?? emptyYear;
      const limits = [...law.cares.values(), ...law.payers].flatMap((one) => one.limits);
      const yearly = limits.filter(({ per, counts }) => per === "year" && counts !== "sessions");
      for (const { pool } of yearly) {
        // Sections that share a pool may each have an amount of their own.
        const rows = yearly.filter((one) => one.pool === pool).flatMap((one) => one.base.rows);
        const most = Math.max(...rows.map((row) => row.value ?? 0));
        expect(usedUnder(after, `limit:${pool}`)).toBeLessThanOrEqual(most);
      }
    });
  });

  // None of these laws has a row that asks `cost`, the rule that allows it all the same (below).
  test("more cost never means less, from the basic fund or from all together", () => {
    for (const [number, law] of laws.entries()) {
      if ([...law.cares.values()].some(deductsOfWhatIsCutOff)) continue;
      const asked = fc.property(anyInsured, anyClaim, anyAmount, (insured, claim, more) => {
        const paid = (one: Claim) =>
          settleClaim({ claim: one, insured, before: emptyYear, law }).settlement;
        const [less, most] = [paid(claim), paid(raised(claim, more))];
        expect(most.hifpPay).toBeGreaterThanOrEqual(less.hifpPay);
        expect(most.fundPaySumamt).toBeGreaterThanOrEqual(less.fundPaySumamt);
      });
      fc.assert(asked, { seed: seed + number, numRuns: 100 });
    }
  });
});

/**
 * A deductible that is a share of the bill grows on where a limit or a package lets no more of the
 * cost in: with it more cost may pay less, so that it has a test of its own (below).
 */
function deductsOfWhatIsCutOff({ deductible, limits, package: price }: Section): boolean {
  const effects = deductible?.adjustments.flatMap(({ table }) => table.rows) ?? [];
  const isShare = effects.some(({ value }) => value.way === "ofTotal" || value.way === "ofScope");
  return isShare && (price !== undefined || limits.some(({ counts }) => counts !== "payment"));
}

function saysYes(answer: Law["payers"][number]["counts"]["deductible"]): boolean {
  return typeof answer === "boolean" ? answer : answer.rows.some((row) => row.value);
}

// The rule that allows less for more: where a table asks the cost of the bill, its row changes at
// the edge, and a limit or a share may fall; so does the share of a slab ladder of consumables.
test("a row that asks the cost may pay less for more", () => {
  const law = smallLaw({
    "inpatient.deductible": { value: '"0.00"', form: "per: stay" },
    "inpatient.ratio": '[{ cost: "up to 1000.00", share: "0.90" }, { share: "0.50" }]',
  });
  const paid = ["1000.00", "1000.01"].map(
    (scope) => settled({ scope }, { law }).settlement.hifpPay,
  );
  expect(paid).toEqual([900_00, 500_01]);
});

// The laws of these properties are none in which nothing happens.
test("every payer pays something under many of the laws", () => {
  const paid = { hifpPay: 0, hifmiPay: 0, mafPay: 0, othPay: 0 };
  const fields = Object.keys(paid) as (keyof typeof paid)[];
  forAnyYear(({ law, insured, claims }) => {
    for (const { settlement } of settledAll(law, insured, claims)) {
      for (const field of fields) if (settlement[field] > 0) paid[field] += 1;
    }
  });
  expect(Math.min(...Object.values(paid))).toBeGreaterThan(500);
});

test("a deductible of a share of the bill may pay less for more, above a limit on cost", () => {
  const law = smallLaw({
    "inpatient.deductible": { value: '"0.00"', form: "per: stay" },
    "inpatient.deductible.adjust.share": '[{ ofTotal: "0.20" }]',
    "inpatient.ratio": '"1"',
    "inpatient.limit.cost": { value: '"1000.00"', form: "per: year, counts: cost" },
  });
  const paid = ["1000.00", "2000.00"].map(
    (scope) => settled({ scope }, { law }).settlement.hifpPay,
  );
  expect(paid).toEqual([800_00, 600_00]);
});
