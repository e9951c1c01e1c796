import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromFen, least, subtract, type Yuan, zero } from "../../src/domain/money.js";
import type { Amounts, Claim, Insured } from "../../src/domain/records.js";
import type { Law } from "../../src/policy/law.js";
import { type RecountQuestion, recountYear } from "../../src/settle/recount/recount.js";
import { type Settled, settleClaim } from "../../src/settle/settle.js";
import { stepsOf } from "../../src/settle/trace.js";
import { emptyYear } from "../../src/settle/year-to-date.js";
import { anyClaim, anyInsured, anyLaw } from "../settle/any.js";
import { smallLaw } from "../settle/laws.js";

const seed = 20180101;
const LAWS = 100;
const YEARS = 20;

/** Random laws, read by the parser; the same number gives the same law. */
function lawOf(number: number): Law {
  let state = (number + 7) * 2654435761;
  return smallLaw(
    anyLaw((limit) => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return Math.floor(((state >>> 8) / 2 ** 24) * limit);
    }),
  );
}

/** Five bills of a person's year; of some the window has paid something else than the law gives. */
const anyYear = fc.record({
  insured: anyInsured,
  bills: fc.array(
    fc.record({ claim: anyClaim, skew: fc.constantFrom(undefined, undefined, 0, 300, 99) }),
    { minLength: 5, maxLength: 5 },
  ),
});

// Every property is asked of 10,000 claims: 100 random laws, 20 years each, five claims a year.
// fast-check prints the seed and the smallest year that fails; the law is `lawOf(number)`.
describe("the recount agrees with the engine, whatever the law", () => {
  test("in every amount, and in the values of the law that it chose", () => {
    for (let number = 0; number < LAWS; number++) {
      const law = lawOf(number);
      const property = fc.property(anyYear, ({ insured, bills }) => {
        const { asked, settled } = settledInOrder(law, insured, bills);
        for (const [at, recounted] of recountYear(asked).entries()) {
          const { settlement } = settled[at] as Settled;
          expect(recounted.amounts).toEqual(amountsOf(settlement));
          const chosen = new Set(recounted.parameters);
          const used = stepsOf(settlement.steps).map((step) => step.parameter);
          expect(used.filter((one) => one >= 0 && !chosen.has(one))).toEqual([]);
        }
      });
      fc.assert(property, { seed: seed + number, numRuns: YEARS });
    }
  });
});

interface Bill {
  readonly claim: Claim;
  /** What the window took off the funds, in fen; undefined for a bill of the centre. */
  readonly skew: number | undefined;
}

function settledInOrder(law: Law, insured: Insured, bills: readonly Bill[]) {
  const asked: RecountQuestion[] = [];
  const settled: Settled[] = [];
  let before = emptyYear;
  for (const [at, { claim: drawn, skew }] of bills.entries()) {
    const claim = { ...drawn, claimId: at, mdtrtId: `V${at}` };
    const computed = settleClaim({ claim, insured, before, law });
    const posted = skew === undefined ? {} : { posted: skewed(computed.settlement, fromFen(skew)) };
    const one = settleClaim({ claim, insured, before, law, ...posted });
    before = one.after;
    asked.push({ claim, insured, law, ...posted });
    settled.push(one);
  }
  return { asked, settled };
}

/** The window paid less from the basic fund, and took less of the deductible. */
function skewed(settlement: Amounts, by: Yuan): Amounts {
  const less = least(by, settlement.hifpPay);
  return {
    ...amountsOf(settlement),
    actPayDedc: by === zero ? settlement.actPayDedc : zero,
    hifpPay: subtract(settlement.hifpPay, less),
    fundPaySumamt: subtract(settlement.fundPaySumamt, less),
    psnPartAmt: (settlement.psnPartAmt + less) as Yuan,
  };
}

function amountsOf(settlement: Amounts): Amounts {
  const { actPayDedc, hifpPay, hifmiPay, mafPay, othPay, fundPaySumamt, psnPartAmt } = settlement;
  return { actPayDedc, hifpPay, hifmiPay, mafPay, othPay, fundPaySumamt, psnPartAmt };
}
