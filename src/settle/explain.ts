import { type Ratio, ratio, ratioText, subtract, type Yuan, yuanText } from "../domain/money.js";
import type { Claim, Settlement, Step } from "../domain/records.js";
import type { Pack, PolicyValue } from "../policy/pack.js";
import { billTexts, type RuleName, rowTexts, ruleTexts, statusTexts } from "../text/rules.js";
import { type Lang, tell, type Values } from "../text/tell.js";
import { type RatioRule, shareAfter } from "./ratio.js";

/**
 * The bill as a clerk would say it: first what it is made of, then one line for each step with the
 * rule in words, the equation, and the value of the law with its article, status and place; then
 * who pays what. Nothing is settled again: the lines print the steps that were stored, with the
 * pack that they were settled under (its `values` are what the steps point at).
 */
export function explainSettlement(question: {
  readonly claim: BillParts;
  readonly settlement: Settlement;
  readonly pack: Pack;
  readonly lang: Lang;
}): readonly string[] {
  const { claim, settlement, pack, lang } = question;
  const amounts = amountValues(claim, settlement);
  return [
    tell(billTexts.whole, lang, amounts),
    ...stepLines(settlement.steps, pack, lang),
    tell(billTexts.funds, lang, amounts),
    tell(billTexts.person, lang, amounts),
  ];
}

/** What a bill is made of. */
type BillParts = Pick<
  Claim,
  "medfeeSumamt" | "fulamtOwnpayAmt" | "overlmtSelfpay" | "preselfpayAmt" | "inscpScpAmt"
>;

function amountValues(claim: BillParts, settlement: Settlement): Values {
  return {
    whole: yuanText(claim.medfeeSumamt),
    own: yuanText(claim.fulamtOwnpayAmt),
    over: yuanText(claim.overlmtSelfpay),
    first: yuanText(claim.preselfpayAmt),
    scope: yuanText(claim.inscpScpAmt),
    fund: yuanText(settlement.fundPaySumamt),
    hifp: yuanText(settlement.hifpPay),
    hifmi: yuanText(settlement.hifmiPay),
    maf: yuanText(settlement.mafPay),
    oth: yuanText(settlement.othPay),
    person: yuanText(settlement.psnPartAmt),
  };
}

function stepLines(steps: readonly Step[], pack: Pack, lang: Lang): readonly string[] {
  let share = ratio("0");
  return steps.map((step, index) => {
    const source = pack.values[step.parameter];
    if (isRatioRule(step.rule)) share = shareAfter(step.rule, share, shareIn(source));
    const before = steps[index - 1]?.amount ?? step.base;
    const line = tell(ruleTexts[step.rule as RuleName], lang, {
      base: yuanText(step.base),
      amount: yuanText(step.amount),
      before: yuanText(before),
      between: yuanText(distance(step.base, step.amount)),
      share: ratioText(share),
      value: source?.text ?? "",
      row: groupWords(source, lang),
    });
    return source === undefined ? line : withSource(line, source, lang);
  });
}

function withSource(line: string, source: PolicyValue, lang: Lang): string {
  const { label, row, text, status, cite, file } = source;
  return tell(billTexts.source, lang, {
    line,
    label: `${label} ${rowWords(row, lang)}`.trimEnd(),
    value: text,
    status: tell(statusTexts[status], lang),
    cite,
    file,
    place: source.line,
  });
}

function isRatioRule(rule: string): rule is RatioRule {
  return rule.startsWith("ratio-");
}

function shareIn(source: PolicyValue | undefined): Ratio {
  return ratio(source?.text ?? "1");
}

function distance(left: Yuan, right: Yuan): Yuan {
  return left > right ? subtract(left, right) : subtract(right, left);
}

/** The row of the law's table in words: `registeredPoor ratio` → `建档立卡人员比例`. */
function rowWords(row: string, lang: Lang): string {
  const words = row.split(" ").map((word) => {
    const text = rowTexts[word];
    return text === undefined ? word : tell(text, lang);
  });
  return words.join(lang === "zh" ? "" : " ");
}

/** Only whom the row is for, for a line that says already what the value does. */
function groupWords(source: PolicyValue | undefined, lang: Lang): string {
  const row = source?.row ?? "";
  return rowWords(row.startsWith("above ") ? row : (row.split(" ")[0] ?? ""), lang);
}
