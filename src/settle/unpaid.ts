import { add, least, most, subtract, type Yuan, zero } from "../domain/money.js";
import type { Claim } from "../domain/records.js";
import type { CountedPart, PayerSection } from "../policy/law.js";
import { type Basic, referralCutOf } from "./basic.js";
import type { Bill } from "./bill.js";
import type { Plan } from "./plan.js";
import { noParameter, rule } from "./rules.js";

/**
 * What no fund has paid yet of a bill, in yuan: in scope, and the three parts out of scope. Every
 * part is paid at most once, whoever counts it.
 */
export interface Unpaid {
  readonly scope: Yuan;
  readonly firstSelfPay: Yuan;
  readonly overLimit: Yuan;
  readonly fullSelfPay: Yuan;
}

/** What a later payer counts of a bill: its own cost in scope, and parts out of scope. */
export interface OwnCost {
  /** All of it: the base of this layer on this bill. */
  readonly whole: Yuan;
  readonly inScope: Yuan;
  readonly counted: Readonly<Record<PartOutOfScope, Yuan>>;
}

type PartOutOfScope = "firstSelfPay" | "overLimit" | "fullSelfPay";

/**
 * The bill before the later payers; `paid` is what the basic fund paid. A package puts its price in
 * the place of the cost: what the price takes up is no longer out of scope.
 */
export function unpaidAfter(claim: Claim, scope: Yuan, paid: Yuan): Unpaid {
  const outside = subtract(claim.medfeeSumamt, scope);
  const firstSelfPay = least(claim.preselfpayAmt, outside);
  const beyondFirst = subtract(outside, firstSelfPay);
  const overLimit = least(claim.overlmtSelfpay, beyondFirst);
  const fullSelfPay = least(claim.fulamtOwnpayAmt, subtract(beyondFirst, overLimit));
  return { scope: most(zero, subtract(scope, paid)), firstSelfPay, overLimit, fullSelfPay };
}

/** The bill after a payer: first its own cost in scope, then the parts that it counts. */
export function unpaidLess(unpaid: Unpaid, own: OwnCost, paid: Yuan): Unpaid {
  if (paid === zero) return unpaid;
  const { counted } = own;
  const inScope = least(paid, own.inScope);
  const beyond = subtract(paid, inScope);
  const first = least(beyond, counted.firstSelfPay);
  const over = least(subtract(beyond, first), counted.overLimit);
  const full = least(subtract(subtract(beyond, first), over), counted.fullSelfPay);
  return {
    scope: subtract(unpaid.scope, inScope),
    firstSelfPay: subtract(unpaid.firstSelfPay, first),
    overLimit: subtract(unpaid.overLimit, over),
    fullSelfPay: subtract(unpaid.fullSelfPay, full),
  };
}

/** What of a bill is a payer's own cost, with a line for each part that the law names. */
export function ownCost(
  bill: Bill,
  { section: payer }: Plan<PayerSection>,
  unpaid: Unpaid,
  { basic, care }: { readonly basic: Basic; readonly care: Plan },
): OwnCost {
  const left = unpaid.scope;
  bill.step(rule.left, noParameter, basic.scope, subtract(basic.scope, left), left);
  let inScope = left;
  if (left > zero && basic.deducted > zero) {
    const answer = answerOf(bill, payer, "deductible", left);
    if (!answer.yes)
      inScope = without(bill, "uncounted-deductible", inScope, answer, basic.deducted);
  }
  if (left > zero && basic.firstShare > zero) {
    const answer = answerOf(bill, payer, "firstShare", left);
    if (!answer.yes)
      inScope = without(bill, "uncounted-first-share", inScope, answer, basic.firstShare);
  }
  if (left > zero && bill.claim.referral === "unreferred") {
    const answer = answerOf(bill, payer, "referralCut", left);
    const cut = answer.yes ? zero : referralCutOf(bill, care, basic);
    if (cut > zero) inScope = without(bill, "uncounted-referral-cut", inScope, answer, cut);
  }
  const firstSelfPay = countedOf(bill, payer, unpaid, { part: "firstSelfPay", sum: inScope });
  let whole = add(inScope, firstSelfPay);
  const overLimit = countedOf(bill, payer, unpaid, { part: "overLimit", sum: whole });
  whole = add(whole, overLimit);
  const fullSelfPay = countedOf(bill, payer, unpaid, { part: "fullSelfPay", sum: whole });
  const counted = { firstSelfPay, overLimit, fullSelfPay };
  return { whole: add(whole, fullSelfPay), inScope, counted };
}

/** The cost without a part that the law does not count, never below 0. */
function without(
  bill: Bill,
  name: "uncounted-deductible" | "uncounted-first-share" | "uncounted-referral-cut",
  cost: Yuan,
  { parameter }: Answer,
  amount: Yuan,
): Yuan {
  const result = most(zero, subtract(cost, amount));
  bill.step(rule[name], parameter, cost, amount, result);
  return result;
}

/** What is still unpaid of a part out of scope, where the law counts it. */
function countedOf(
  bill: Bill,
  payer: PayerSection,
  unpaid: Unpaid,
  { part, sum }: { readonly part: PartOutOfScope; readonly sum: Yuan },
): Yuan {
  const amount = unpaid[part];
  if (amount === zero) return zero;
  const { yes, parameter } = answerOf(bill, payer, part, unpaid.scope);
  if (!yes) return zero;
  bill.step(rule[countedRules[part]], parameter, sum, amount, add(sum, amount));
  return amount;
}

const countedRules = {
  firstSelfPay: "counted-first-self-pay",
  overLimit: "counted-over-limit",
  fullSelfPay: "counted-full-self-pay",
} as const;

/** What the law says of a part where a table of it has no row for this case. */
const otherwise: Readonly<Record<CountedPart, boolean | undefined>> = {
  deductible: undefined,
  firstSelfPay: undefined,
  overLimit: undefined,
  fullSelfPay: false,
  firstShare: true,
  referralCut: true,
};

interface Answer {
  readonly yes: boolean;
  readonly parameter: number;
}

const countedByDefault: Answer = { yes: true, parameter: noParameter };
const leftOutByDefault: Answer = { yes: false, parameter: noParameter };

/** Whether the law counts a part, and the parameter that says so; `left` is what was left. */
function answerOf(bill: Bill, payer: PayerSection, part: CountedPart, left: Yuan): Answer {
  const answer = payer.counts[part];
  if (typeof answer === "boolean") return answer ? countedByDefault : leftOutByDefault;
  const row = bill.find(answer, left);
  const yes = row?.value ?? otherwise[part];
  if (yes === undefined) bill.miss(`${payer.name}.counts.${part}`);
  return { yes: yes === true, parameter: row?.parameter ?? noParameter };
}
