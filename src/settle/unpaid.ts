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
  let outside = subtract(claim.medfeeSumamt, scope);
  const part = (amount: Yuan): Yuan => {
    const left = least(amount, outside);
    outside = subtract(outside, left);
    return left;
  };
  const firstSelfPay = part(claim.preselfpayAmt);
  const overLimit = part(claim.overlmtSelfpay);
  const fullSelfPay = part(claim.fulamtOwnpayAmt);
  return { scope: most(zero, subtract(scope, paid)), firstSelfPay, overLimit, fullSelfPay };
}

/** The bill after a payer: first its own cost in scope, then the parts that it counts. */
export function unpaidLess(unpaid: Unpaid, own: OwnCost, paid: Yuan): Unpaid {
  let left = paid;
  const less = (amount: Yuan, most: Yuan): Yuan => {
    const taken = least(left, most);
    left = subtract(left, taken);
    return subtract(amount, taken);
  };
  return {
    scope: less(unpaid.scope, own.inScope),
    firstSelfPay: less(unpaid.firstSelfPay, own.counted.firstSelfPay),
    overLimit: less(unpaid.overLimit, own.counted.overLimit),
    fullSelfPay: less(unpaid.fullSelfPay, own.counted.fullSelfPay),
  };
}

/** What of a bill is a payer's own cost, with a line for each part that the law names. */
export function ownCost(
  bill: Bill,
  { section: payer }: Plan<PayerSection>,
  unpaid: Unpaid,
  { basic, care }: { readonly basic: Basic; readonly care: Plan },
): OwnCost {
  const { scope } = unpaid;
  bill.step(rule.left, noParameter, basic.scope, subtract(basic.scope, scope), scope);
  const less = (part: keyof typeof uncountedRules, cost: Yuan, amount: Yuan): Yuan => {
    if (amount === zero || cost === zero) return cost;
    const { yes, parameter } = answerOf(bill, payer, part, scope);
    if (yes) return cost;
    const left = most(zero, subtract(cost, amount));
    bill.step(rule[uncountedRules[part]], parameter, cost, amount, left);
    return left;
  };
  let inScope = less("deductible", scope, basic.deducted);
  inScope = less("firstShare", inScope, basic.firstShare);
  if (payer.counts.referralCut !== true && bill.claim.referral === "unreferred") {
    inScope = less("referralCut", inScope, referralCutOf(bill, care, basic));
  }
  const counted = { firstSelfPay: zero, overLimit: zero, fullSelfPay: zero };
  let whole = inScope;
  for (const part of partsOutOfScope) {
    const amount = unpaid[part];
    const answer = amount === zero ? undefined : answerOf(bill, payer, part, scope);
    if (answer?.yes !== true) continue;
    bill.step(rule[countedRules[part]], answer.parameter, whole, amount, add(whole, amount));
    counted[part] = amount;
    whole = add(whole, amount);
  }
  return { whole, inScope, counted };
}

const partsOutOfScope = ["firstSelfPay", "overLimit", "fullSelfPay"] as const;

const countedRules = {
  firstSelfPay: "counted-first-self-pay",
  overLimit: "counted-over-limit",
  fullSelfPay: "counted-full-self-pay",
} as const;

const uncountedRules = {
  deductible: "uncounted-deductible",
  firstShare: "uncounted-first-share",
  referralCut: "uncounted-referral-cut",
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

/** Whether the law counts a part, and the parameter that says so; `left` is what was left. */
function answerOf(
  bill: Bill,
  payer: PayerSection,
  part: CountedPart,
  left: Yuan,
): { readonly yes: boolean; readonly parameter: number } {
  const answer = payer.counts[part];
  if (typeof answer === "boolean") return { yes: answer, parameter: noParameter };
  const row = bill.find(answer, left);
  const yes = row?.value ?? otherwise[part];
  if (yes === undefined) bill.miss(`${payer.name}.counts.${part}`);
  return { yes: yes === true, parameter: row?.parameter ?? noParameter };
}
