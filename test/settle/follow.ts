import {
  add,
  addRatio,
  least,
  most,
  type Ratio,
  ratio,
  shareOf,
  subtract,
  sum,
  timesRatio,
  type Yuan,
  yuan,
  yuanText,
  zero,
} from "../../src/domain/money.js";
import type { Claim, YearToDate } from "../../src/domain/records.js";

/**
 * Goes through an explained bill with a pencil, as an auditor would who has nothing but the paper:
 * every line must be a true equation, and every number in it must be known from the claim, the
 * year before it, the law printed on the line, or the lines above. Gives back the lines that fail.
 */
export function followEquations(
  lines: readonly string[],
  facts: { readonly claim: Claim; readonly before: YearToDate },
): readonly string[] {
  const paper: Paper = { known: factsOf(facts), results: [], bands: noBands, share: ratio("0") };
  return lines.filter((text) => !follows(lineOf(text), paper));
}

/** One line, taken apart: the equation's two sides, and the law that the line cites. */
interface Line {
  readonly left: string;
  readonly right: string;
  /** The amounts of the left side, without a share that something is multiplied by. */
  readonly numbers: readonly string[];
  readonly law: string;
}

/** What has been read so far. */
interface Paper {
  readonly known: Set<string>;
  /** Results of the lines above, of which later lines may name the sum. */
  readonly results: Yuan[];
  /** The bands since the deductible: what went in, and what came out. */
  bands: { readonly base: Yuan; readonly amount: Yuan };
  share: Ratio;
}

const noBands = { base: zero, amount: zero };

function lineOf(text: string): Line {
  const [words = "", law = ""] = text.split(/ [〔[](?=.*[〕\]]$)/);
  const [, left = words, right = ""] = /^(.*) = (.*)$/.exec(words) ?? [];
  return { left, right, law, numbers: amountsIn(left.replace(/ × [\d.]+$/, "")) };
}

function follows(line: Line, paper: Paper): boolean {
  if (line.right.includes(" + ")) return isSum(line, paper);
  if (line.right === "") return isStatement(line, paper);

  const result = yuan(amountsIn(line.right)[0] ?? "");
  const areKnown = isBand(line) || line.numbers.every((number) => isKnown(number, line, paper));
  const isTrue = resultOf(line, paper) === result;
  paper.known.add(yuanText(result));
  paper.results.push(result);
  return areKnown && isTrue;
}

/** `total = part + part …`: at the top the bill, at the bottom the funds. */
function isSum({ numbers, right }: Line, { known }: Paper): boolean {
  for (const total of numbers) known.add(total);
  const parts = amountsIn(right);
  return parts.every((part) => known.has(part)) && sum(parts.map(yuan)) === yuan(numbers[0] ?? "");
}

/** A line without an equation: a value as the law gives it, or bands that share a known cost. */
function isStatement({ left, numbers, law }: Line, paper: Paper): boolean {
  if (!/各段合计|all bands/.test(left)) {
    for (const number of numbers) paper.known.add(number);
    return numbers.every((number) => law.includes(number));
  }
  const { base, amount } = paper.bands;
  const isKnownCost = paper.known.has(yuanText(base));
  paper.bands = noBands;
  paper.known.add(yuanText(amount));
  paper.results.push(amount);
  return isKnownCost && [base, amount].every((one) => numbers.includes(yuanText(one)));
}

function resultOf(line: Line, paper: Paper): Yuan | undefined {
  const [first = zero, second = zero] = line.numbers.slice(-2).map(yuan);
  if (line.left.includes(" × ")) return productOf(line, paper);
  if (/ 与 |smaller of/.test(line.left)) return least(first, second);
  if (line.left.includes(" − ")) return most(zero, subtract(first, second));
  return line.left.includes(" + ") ? add(first, second) : undefined;
}

/** The share must be the law's, or follow from the share of the line above and the law's value. */
function productOf(line: Line, paper: Paper): Yuan | undefined {
  const [words = "", factor = ""] = line.left.split(" × ");
  const share = ratio(factor);
  if (!sharesAfter(paper.share, line.law).includes(share)) return undefined;

  const base = yuan(amountsIn(words).at(-1) ?? "");
  const amount = shareOf(base, share);
  if (isBand(line)) {
    const { bands } = paper;
    paper.bands = { base: add(bands.base, base), amount: add(bands.amount, amount) };
  }
  paper.share = share;
  return amount;
}

/** Every share that may follow: without a citation only the whole. */
function sharesAfter(before: Ratio, law: string): readonly Ratio[] {
  const cited = / (\d(?:\.\d+)?)[;;]/.exec(law)?.[1];
  if (cited === undefined) return [ratio("1")];
  const value = ratio(cited);
  const lowered = before > value ? addRatio(before, ratio(`-${cited}`)) : ratio("0");
  return [value, addRatio(before, value), timesRatio(before, value), lowered];
}

function isBand({ left }: Line): boolean {
  return /大病分段|illness band/.test(left);
}

/** Known itself, or the sum of two or three results of the lines above. */
function isKnown(number: string, { law }: Line, { known, results }: Paper): boolean {
  if (known.has(number) || law.includes(number)) return true;
  const target = yuan(number);
  return results.some((one) =>
    [zero, ...results].some((two) => results.some((three) => sum([one, two, three]) === target)),
  );
}

function factsOf({ claim, before }: { readonly claim: Claim; readonly before: YearToDate }) {
  const amounts = [
    claim.medfeeSumamt,
    claim.fulamtOwnpayAmt,
    claim.overlmtSelfpay,
    claim.preselfpayAmt,
    claim.inscpScpAmt,
    before.inpatientPaid,
    before.outpatientPaid,
    before.outpatientDeducted,
    before.criticalBase,
    before.criticalPaid,
    before.aidPaid,
    zero,
  ];
  return new Set(amounts.map(yuanText));
}

function amountsIn(text: string): readonly string[] {
  return text.match(/-?\d+\.\d\d(?!\d)/g) ?? [];
}
