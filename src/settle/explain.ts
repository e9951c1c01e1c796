import { type Ratio, ratioText, type Yuan, yuanText } from "../domain/money.js";
import type { Claim, Settlement } from "../domain/records.js";
import type { Pack, PolicyValue } from "../policy/pack.js";
import { bandStartWords, conditionWords } from "../policy/words.js";
import { billTexts, statusTexts } from "../text/bill.js";
import { ruleTexts } from "../text/rules.js";
import { type Lang, tell, type Values } from "../text/tell.js";
import type { Operation } from "./rules.js";
import { stepsOf, type TracedStep } from "./trace.js";

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
  const steps = stepsOf(settlement.steps);
  return [
    tell(billTexts.whole, lang, amounts),
    ...(steps.length === 0 ? [tell(billTexts.none, lang)] : []),
    ...stepLines(steps, pack, lang),
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

/** A line for each step; a stay that was cut begins each of its parts with a line of its own. */
function stepLines(steps: readonly TracedStep[], pack: Pack, lang: Lang): readonly string[] {
  const isPart = ({ rule, by }: TracedStep): boolean => rule === "section" && by === 0;
  const isCut = steps.filter(isPart).length > 1;
  let part = 0;
  return steps.flatMap((step) => {
    const line = stepLine(step, pack, lang);
    if (!isCut || !isPart(step)) return [line];
    part += 1;
    return [tell(billTexts.part, lang, { part }), line];
  });
}

function stepLine(step: TracedStep, pack: Pack, lang: Lang): string {
  const source = pack.values[step.parameter];
  const label =
    step.rule === "section" ? sectionLabel(step, pack, lang) : labelOf(source, pack, lang);
  const line = tell(ruleTexts[step.rule], lang, { ...numbersOf(step), label });
  return source === undefined ? line : sourced(line, source, lang);
}

/** A section's place: 0 is the basic fund with its care, a payer's place counts from 1. */
function sectionLabel({ base, by }: TracedStep, { names }: Pack, lang: Lang): string {
  const { cares, payers } = names.labels;
  if (by > 0) return [...payers.values()][by - 1] ?? String(by);
  return tell(billTexts.basic, lang, { label: [...cares.values()][base] ?? String(base) });
}

/** The parameter's name in the law, with its row where it has several. */
function labelOf(source: PolicyValue | undefined, { names }: Pack, lang: Lang): string {
  if (source === undefined) return tell(billTexts.unnamed, lang);
  const { label, when = {}, above } = source;
  const cases = conditionWords(when, names, lang);
  const row = above === undefined ? cases : `${cases} ${bandStartWords(above, lang)}`;
  return `${label} ${row.trim()}`.trimEnd();
}

/** The step's numbers as amounts, shares or counts, as its rule takes them. */
export function numbersOf({ operation, base, by, amount }: TracedStep): Values {
  const [first, second, result] = kinds[operation];
  return { base: first(base), by: second(by), amount: result(amount) };
}

type Kind = (number: number) => string;
const money: Kind = (number) => yuanText(number as Yuan);
const share: Kind = (number) => ratioText(number as Ratio);
const count: Kind = (number) => String(number);

const kinds: Readonly<Record<Operation, readonly [Kind, Kind, Kind]>> = {
  given: [money, money, money],
  givenShare: [share, share, share],
  givenCount: [count, count, count],
  plus: [money, money, money],
  minus: [money, money, money],
  least: [money, money, money],
  most: [money, money, money],
  times: [money, count, money],
  share: [money, share, money],
  lessShare: [money, share, money],
  part: [money, count, money],
  minusCount: [count, count, count],
  leastCount: [count, count, count],
  eachShare: [share, count, share],
  timesShare: [share, share, share],
  plusShare: [share, share, share],
  minusShare: [share, share, share],
  leastShare: [share, share, share],
  mostShare: [share, share, share],
  bands: [money, money, money],
  section: [count, count, money],
};

/** A line with the value of the law behind it: as it is written, status, article and place. */
export function sourced(line: string, source: PolicyValue, lang: Lang): string {
  const { text, status, cite, file } = source;
  return tell(billTexts.source, lang, {
    line,
    value: text,
    status: tell(statusTexts[status], lang),
    cite,
    file,
    place: source.line,
  });
}
