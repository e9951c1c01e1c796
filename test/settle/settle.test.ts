import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { add, fromFen, sum, type Yuan, yuan, zero } from "../../src/domain/money.js";
import type { Amounts, Claim } from "../../src/domain/records.js";
import type { Law } from "../../src/policy/schema.js";
import { settleClaim } from "../../src/settle/settle.js";
import { decodeSteps, encodeSteps } from "../../src/settle/steps.js";
import { advance, emptyYear } from "../../src/settle/year-to-date.js";
import { anyAmount, anyClaim, anyInsured, anyYear, raised } from "./any.js";
import { claimOf, counting, insuredAs, lawWith, tongliao } from "./claims.js";

const runs = { seed: 20170101, numRuns: 10_000 };

// The shipped law, one with every other way that the language knows, and one between.
const otherLaw = lawWith(
  { file: "payers.yaml", from: "[basic, critical, aid]", to: "[basic, aid, critical]" },
  { file: "critical-illness.yaml", from: "value: gross", to: "value: net" },
  counting("Deductible", "no"),
  counting("OverLimit", "yes"),
  counting("Outpatient", "yes"),
  { file: "medical-aid.yaml", from: 'value: "no"', to: 'value: "yes"' },
  { file: "medical-aid.yaml", from: 'deductible: "0.00"', to: 'deductible: "500.00"' },
  { file: "offsite.yaml", from: 'multiply: "0.85"', to: 'subtract: "0.10"' },
  { file: "outpatient.yaml", from: 'value: "0.00"', to: 'value: "100.00"' },
);
const betweenLaw = lawWith(counting("FirstSelfPay", "no"), counting("OverLimit", "yes"));
const anyLaw: fc.Arbitrary<Law> = fc.constantFrom(tongliao, otherLaw, betweenLaw);

/** What no law lets a fund pay: full self-pay, and what else the given one does not count. */
function neverPaid(claim: Claim, law: Law): Yuan {
  const counts = (answer: { readonly value: string }, part: Yuan) =>
    answer.value === "yes" ? zero : part;
  return sum([
    claim.fulamtOwnpayAmt,
    counts(law["critical.countsFirstSelfPay"], claim.preselfpayAmt),
    counts(law["critical.countsOverLimit"], claim.overlmtSelfpay),
  ]);
}

describe("settling any claim", () => {
  test("the payers' shares sum to the bill, and none is below zero", () => {
    fc.assert(
      fc.property(anyClaim, anyInsured, anyYear, anyLaw, (claim, insured, before, law) => {
        const { settlement } = settleClaim({ claim, insured, before, law });
        const { hifpPay, hifmiPay, mafPay, othPay, psnPartAmt } = settlement;
        const payers = [hifpPay, hifmiPay, mafPay, othPay, psnPartAmt];
        expect(sum(payers)).toBe(claim.medfeeSumamt);
        expect(Math.min(...payers, settlement.actPayDedc)).toBeGreaterThanOrEqual(0);
        expect(add(hifpPay, mafPay)).toBeLessThanOrEqual(claim.inscpScpAmt);
        expect(psnPartAmt).toBeGreaterThanOrEqual(neverPaid(claim, law));
      }),
      runs,
    );
  });

  test("more cost in scope never means less from the funds, nor less for the person", () => {
    const question = [anyClaim, anyAmount, anyInsured, anyYear, anyLaw] as const;
    fc.assert(
      fc.property(...question, (claim, more, insured, before, law) => {
        const less = settleClaim({ claim, insured, before, law }).settlement;
        const dearer = raised(claim, more);
        const greater = settleClaim({ claim: dearer, insured, before, law }).settlement;
        expect(greater.fundPaySumamt).toBeGreaterThanOrEqual(less.fundPaySumamt);
        expect(greater.psnPartAmt).toBeGreaterThanOrEqual(less.psnPartAmt);
      }),
      runs,
    );
  });

  test("more paid first never means more from aid, nor less for the person", () => {
    const question = [anyClaim, anyAmount, anyInsured, anyYear, anyLaw] as const;
    fc.assert(
      fc.property(...question, (claim, more, insured, before, law) => {
        const dearer = {
          ...claim,
          preselfpayAmt: add(claim.preselfpayAmt, more),
          medfeeSumamt: add(claim.medfeeSumamt, more),
        };
        const less = settleClaim({ claim, insured, before, law }).settlement;
        const greater = settleClaim({ claim: dearer, insured, before, law }).settlement;
        expect(greater.hifpPay).toBe(less.hifpPay);
        expect(greater.hifmiPay).toBeGreaterThanOrEqual(less.hifmiPay);
        expect(greater.mafPay).toBeLessThanOrEqual(less.mafPay);
        expect(greater.psnPartAmt).toBeGreaterThanOrEqual(less.psnPartAmt);
      }),
      runs,
    );
  });

  test("full self-pay changes nothing but the person's part", () => {
    fc.assert(
      fc.property(anyClaim, anyAmount, anyInsured, anyYear, (claim, more, insured, before) => {
        const dearer = {
          ...claim,
          fulamtOwnpayAmt: add(claim.fulamtOwnpayAmt, more),
          medfeeSumamt: add(claim.medfeeSumamt, more),
        };
        const less = settleClaim({ claim, insured, before, law: tongliao }).settlement;
        const greater = settleClaim({ claim: dearer, insured, before, law: tongliao }).settlement;
        expect(greater).toEqual({ ...less, psnPartAmt: add(less.psnPartAmt, more) });
      }),
      runs,
    );
  });

  test("a year's limits hold over any number of claims", () => {
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 12 }), anyInsured, (claims, insured) => {
        let year = emptyYear;
        for (const claim of claims) {
          year = settleClaim({ claim, insured, before: year, law: tongliao }).after;
        }
        expect(year.inpatientPaid).toBeLessThanOrEqual(yuan("300000.00"));
        expect(year.outpatientPaid).toBeLessThanOrEqual(yuan("200.00"));
        expect(year.criticalPaid).toBeLessThanOrEqual(yuan("350000.00"));
      }),
      runs,
    );
  });

  test("a year settled on from stored amounts is the year settled in one go", () => {
    const question = [fc.array(anyClaim, { maxLength: 8 }), fc.nat(8), anyInsured] as const;
    fc.assert(
      fc.property(...question, (claims, cut, insured) => {
        const settle = (from: typeof emptyYear, some: typeof claims) => {
          const posted: Amounts[] = [];
          let year = from;
          for (const claim of some) {
            const answer = settleClaim({ claim, insured, before: year, law: tongliao });
            posted.push(answer.settlement);
            year = answer.after;
          }
          return { posted, year };
        };
        const whole = settle(emptyYear, claims);
        let year = emptyYear;
        for (const [index, claim] of claims.slice(0, cut).entries()) {
          const amounts = whole.posted[index] as Amounts;
          year = advance({ before: year, claim, amounts, law: tongliao });
        }
        const rest = settle(year, claims.slice(cut));
        expect(rest.posted).toEqual(whole.posted.slice(cut));
        expect(rest.year).toEqual(whole.year);
      }),
      runs,
    );
  });
});

describe("a claim that must not reach the engine", () => {
  const ask = (claim: ReturnType<typeof claimOf>) => () =>
    settleClaim({ claim, insured: insuredAs(), before: emptyYear, law: tongliao });

  test("a bill that does not add up", () => {
    expect(ask({ ...claimOf({ scope: "5000.00" }), medfeeSumamt: fromFen(1) })).toThrow(
      "a bill is the sum of its parts",
    );
  });

  test("a bill with a part below zero", () => {
    const claim = claimOf({ scope: "5000.00", whole: "4000.00" });
    expect(ask(claim)).toThrow("no part of a bill is below zero");
  });

  test("a kind of care without rules", () => {
    expect(ask(claimOf({ scope: "1.00", medType: "52" }))).toThrow("no rules for 医疗类别 52");
  });
});

describe("steps in their stored form", () => {
  test("come back as they went in", () => {
    fc.assert(
      fc.property(anyClaim, anyInsured, anyYear, anyLaw, (claim, insured, before, law) => {
        const { steps } = settleClaim({ claim, insured, before, law }).settlement;
        expect(decodeSteps(encodeSteps(steps))).toEqual(steps);
      }),
      runs,
    );
  });

  test("take at most 200 bytes a claim, on average over claims of all kinds", () => {
    const question = fc.tuple(anyClaim, anyInsured, anyYear);
    const sizes = fc
      .sample(question, { seed: 20170101, numRuns: 2000 })
      .map(([claim, insured, before]) => {
        const { steps } = settleClaim({ claim, insured, before, law: tongliao }).settlement;
        return encodeSteps(steps).length;
      });
    const total = sizes.reduce((left, right) => left + right, 0);
    expect(total / sizes.length).toBeLessThanOrEqual(200);
  });

  test("none are the empty text", () => {
    expect(encodeSteps([])).toBe("");
    expect(decodeSteps("")).toEqual([]);
  });

  test.each(["?1,2,3", "A", "A1,2", "A1,2,3,4"])("%s was never written by us", (text) => {
    expect(() => decodeSteps(text)).toThrow(`not a step: ${text}`);
  });
});
