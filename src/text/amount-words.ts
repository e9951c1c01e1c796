import { type Lang, type Text, tell } from "./tell.js";

/** The amounts of a settlement as a clerk names them, each with its field of the interface. */
const amountWords = {
  actPayDedc: { zh: "起付线 act_pay_dedc", en: "deductible act_pay_dedc" },
  hifpPay: { zh: "统筹基金 hifp_pay", en: "basic fund hifp_pay" },
  hifmiPay: { zh: "大病保险 hifmi_pay", en: "critical illness hifmi_pay" },
  mafPay: { zh: "医疗救助 maf_pay", en: "medical aid maf_pay" },
  othPay: { zh: "其他基金 oth_pay", en: "other funds oth_pay" },
  fundPaySumamt: { zh: "基金合计 fund_pay_sumamt", en: "all funds fund_pay_sumamt" },
  psnPartAmt: { zh: "个人负担 psn_part_amt", en: "the person psn_part_amt" },
} as const satisfies Record<string, Text>;

/** An amount by the name of its field in the records; a name that is none stays as it is. */
export function amountName(field: string, lang: Lang): string {
  const known = Object.hasOwn(amountWords, field) ? amountWords[field as AmountWord] : undefined;
  return known === undefined ? field : tell(known, lang);
}

type AmountWord = keyof typeof amountWords;
