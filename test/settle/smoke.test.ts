import { expect, test } from "vitest";
import { stepsOf } from "../../src/settle/trace.js";
import { verifyTrace } from "../../src/settle/verify.js";
import { asTexts, insuredAs, settled } from "./claims.js";
import { smallLaw } from "./laws.js";

test("smoke", () => {
  const law = smallLaw({
    names: [
      "identities: { poor: 低保 }",
      "payers: { critical: { label: 大病, field: hifmi_pay }, aid: { label: 救助, field: maf_pay } }",
    ],
    parameters: {
      "critical.over": "year",
      "critical.deductible": { value: '"1000.00"', form: "per: year" },
      "critical.ratio": {
        value:
          '[{ bands: [{ above: "0.00", share: "0.60" }, { above: "2000.00", share: "0.70" }] }]',
        form: "per: year, axis: gross",
      },
      "critical.counts.deductible": "yes",
      "critical.counts.firstSelfPay": "yes",
      "critical.counts.overLimit": "no",
      "aid.over": "bill",
      "aid.applies": "[{ identity: poor, choose: yes }, { choose: no }]",
      "aid.ratio": '"0.50"',
      "aid.counts.deductible": "yes",
      "aid.counts.firstSelfPay": "no",
      "aid.counts.overLimit": "no",
      "inpatient.limit.annual": { value: '"20000.00"', form: "per: year, counts: payment" },
    },
  });
  const one = settled({ scope: "30000.00" }, { law, insured: insuredAs("poor") });
  console.log(
    asTexts(one.settlement),
    one.missing,
    stepsOf(one.settlement.steps),
    verifyTrace(one.settlement),
  );
  expect(1).toBe(1);
});
