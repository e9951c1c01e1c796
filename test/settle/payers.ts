import { yuanText } from "../../src/domain/money.js";
import type { Law } from "../../src/policy/law.js";
import { type Facts, insuredAs, settled } from "./claims.js";
import type { Parameters } from "./laws.js";

const bands = `[{ bands: [ { above: "0.00", share: "0.60" },
  { above: "50000.00", share: "0.65" }, { above: "100000.00", share: "0.75" } ] }]`;

export function critical(more: Parameters = {}, axis = "gross"): Parameters {
  return {
    "critical.over": "year",
    "critical.deductible": { value: '"14000.00"', form: "per: year" },
    "critical.ratio": { value: bands, form: `per: year, axis: ${axis}` },
    "critical.limit.critical": { value: '"350000.00"', form: "per: year, counts: payment" },
    ...counting("critical"),
    ...more,
  };
}

/** What a payer counts unless the test says otherwise: the deductible, nothing out of scope. */
export function counting(payer: string): Parameters {
  return {
    [`${payer}.counts.deductible`]: "yes",
    [`${payer}.counts.firstSelfPay`]: "no",
    [`${payer}.counts.overLimit`]: "no",
  };
}

/** A stay of which the basic fund pays nothing, so that a layer's own cost is the bill. */
export const unpaid: Parameters = {
  "inpatient.deductible": { value: '"0.00"', form: "per: stay" },
  "inpatient.ratio": '"0"',
};

export const aid: Parameters = {
  "aid.over": "bill",
  "aid.applies": "[{ identity: [destitute, minLiving, poor], choose: yes }, { choose: no }]",
  "aid.deductible": {
    value: '[{ identity: [destitute, minLiving], amount: "0.00" }, { amount: "3000.00" }]',
    form: "per: stay",
  },
  "aid.ratio": `[{ identity: destitute, share: "1" }, { identity: minLiving, share: "0.70" },
    { share: "0.50" }]`,
  "aid.limit.aid": {
    value: `[{ identity: destitute, limit: none },
      { identity: minLiving, cost: "over 13000.00", limit: "30000.00" },
      { identity: minLiving, limit: "15000.00" }, { limit: "12000.00" }]`,
    form: "per: year, counts: payment",
  },
  ...counting("aid"),
};

/** Pooled fund, critical illness, aid, other payers, person. */
export const amountsOf = (facts: Facts, law: Law, ...identities: readonly string[]) => {
  const { settlement } = settled(facts, { law, insured: insuredAs(...identities) });
  const { hifpPay, hifmiPay, mafPay, othPay, psnPartAmt } = settlement;
  return [hifpPay, hifmiPay, mafPay, othPay, psnPartAmt].map(yuanText);
};
