import assert from "node:assert";
import { add, type Yuan, zero } from "../domain/money.js";
import type { PayerSection } from "../policy/law.js";
import type { Basic } from "./basic.js";
import type { Bill } from "./bill.js";
import { type LayerWork, payLayer } from "./layer.js";
import type { LawPlan, Plan } from "./plan.js";
import { noParameter, rule } from "./rules.js";
import { ownCost, unpaidAfter, unpaidLess } from "./unpaid.js";

/** What a later payer made of a bill; the year after the bill asks for its parts. */
export interface LayerPaid extends LayerWork {
  readonly paid: Yuan;
  /** What all funds before it pay of this bill. */
  readonly funds: Yuan;
}

/**
 * What each later payer pays, in the order of the law; undefined for one that does not look at this
 * bill. With `posted` amounts they take the place of the computed ones, payer by payer.
 */
export function payLaterPayers(
  bill: Bill,
  plan: LawPlan,
  asked: {
    readonly care: Plan;
    readonly basic: Basic;
    readonly posted?: readonly Yuan[];
  },
): readonly (LayerPaid | undefined)[] {
  const { care, basic, posted } = asked;
  const layers: (LayerPaid | undefined)[] = [];
  let unpaid = unpaidAfter(bill.claim, basic.scope, basic.paid);
  let funds = basic.paid;
  for (const payer of plan.payers) {
    if (isLeftOut(bill, payer)) {
      layers.push(undefined);
      continue;
    }
    const section = bill.written;
    bill.step(rule.section, noParameter, care.section.place, payer.section.place + 1, 0);
    const own = ownCost(bill, payer, unpaid, asked);
    if (!applies(bill, payer, own.whole)) {
      bill.rewind(section);
      layers.push(undefined);
      continue;
    }
    const work = payLayer(bill, payer, { own: own.whole, scope: basic.scope, funds });
    if (work.due < zero || work.due > own.whole) assert.fail("a payer takes what others left");
    const paid = posted?.[payer.turn] ?? work.due;
    // Rules that end without a sum of their own have said nothing.
    if (own.whole === zero || (work.due === zero && bill.last > 0)) bill.rewind(section);
    else bill.conclude(section, paid);
    const { due, own: cost, deducted, uses } = work;
    layers.push({ due, own: cost, deducted, uses, paid, funds });
    unpaid = unpaidLess(unpaid, own, paid);
    funds = add(funds, paid);
  }
  return layers;
}

/**
 * Most bills are none of a payer's business, whatever they cost: this is told first. A top-up to
 * nothing is none; over a year it counts all the same, because somebody may come to have one.
 */
function isLeftOut(bill: Bill, payer: Plan<PayerSection>): boolean {
  const { applies: whom, target, over } = payer.section;
  if (whom?.asksCost === false && !applies(bill, payer, zero)) return true;
  if (over !== "bill" || target === undefined || target.asksCost) return false;
  return bill.find(target, zero)?.value === 0;
}

/** A table that says for whom it pays leaves out everybody else. */
function applies(bill: Bill, { section }: Plan<PayerSection>, own: Yuan): boolean {
  return section.applies === undefined || bill.find(section.applies, own)?.value === true;
}
