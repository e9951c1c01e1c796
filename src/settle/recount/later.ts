import type { CountedPart, PayerSection } from "../../policy/law.js";
import type { Basic } from "./basic.js";
import type { Bill } from "./bill.js";
import { type Fen, larger, notBelowZero, part, smaller } from "./exact.js";
import {
  chargedOf,
  chosenRow,
  climbedOf,
  deductedOf,
  enteringOf,
  floorOf,
  ladderOf,
  payingRoomsOf,
} from "./section.js";

/** What a later payer did with a bill. */
export interface Later {
  /** Its own cost of the bill, after limits on cost. */
  readonly own: Fen;
  readonly deducted: Fen;
  readonly paid: Fen;
  /** What it puts on a ladder of the year. */
  readonly onLadder: Fen;
  readonly used: ReadonlyMap<string, Fen>;
  /** The pools of the limits that count its payment. */
  readonly payingPools: readonly string[];
  /** What all funds before it pay of this bill. */
  readonly funds: Fen;
  /** What it takes off the parts that were not paid yet. */
  readonly takes: Unpaid;
}

/** What nobody has paid yet: in scope, and the three parts out of scope. */
export interface Unpaid {
  readonly scope: Fen;
  readonly firstSelfPay: Fen;
  readonly overLimit: Fen;
  readonly fullSelfPay: Fen;
}

/** What the payers before have left behind. */
export interface Before {
  readonly basic: Basic;
  readonly unpaid: Unpaid;
  /** All that funds have paid on this bill so far. */
  readonly funds: Fen;
}

/** A payer after the basic fund on one bill; undefined where it does not look at the bill. */
export function laterOf(bill: Bill, payer: PayerSection, before: Before): Later | undefined {
  const takes = ownOf(bill, payer, before);
  const whole = takes.scope + takes.firstSelfPay + takes.overLimit + takes.fullSelfPay;
  if (payer.applies !== undefined && chosenRow(bill, payer.applies, whole)?.value !== true) {
    return undefined;
  }
  const { base: own, used } = enteringOf(bill, payer, whole);
  const { due, deducted } =
    own === 0n ? { due: 0n, deducted: 0n } : dueOf(bill, payer, { own, before });
  let paid = smaller(due, own);
  const rooms = payingRoomsOf(bill, payer, own);
  for (const { room } of rooms) paid = smaller(paid, room);
  paid -= paid % BigInt(bill.law.payUnit);
  const payingPools = rooms.flatMap(({ pool }) => pool ?? []);
  const onLadder = payer.ratio?.axis === "gross" ? own : own - deducted;
  const { funds } = before;
  return { own, deducted, paid, onLadder, used, payingPools, funds, takes };
}

interface Question {
  readonly own: Fen;
  readonly before: Before;
}

function dueOf(bill: Bill, payer: PayerSection, { own, before }: Question) {
  if (payer.target !== undefined) return { due: toTarget(bill, payer, own, before), deducted: 0n };
  const floor = (deducted: Fen): Fen => floorOf(bill, payer, { scope: own, base: own, deducted });
  if (payer.over === "year") {
    return { due: larger(yearDue(bill, payer, own), floor(0n)), deducted: 0n };
  }
  const { name, ratio } = payer;
  const deducted = deductedOf(bill, payer, own, name);
  const used = climbedOf(bill, payer);
  const from = used + (ratio?.axis === "gross" ? deducted : 0n);
  const earned = ladderOf(bill, payer, { from, upTo: from + own - deducted }, own);
  return { due: larger(earned, floor(deducted)), deducted };
}

/** What the ladder gives for the year's cost above the deductible, less what was paid on it. */
function yearDue(bill: Bill, payer: PayerSection, own: Fen): Fen {
  const cumulated = bill.sumOf("own", payer.name) + own;
  const charged = chargedOf(bill, payer, own);
  const above = notBelowZero(cumulated - charged);
  if (above === 0n) return 0n;
  const from = payer.ratio?.axis === "gross" ? charged : 0n;
  const earned = ladderOf(bill, payer, { from, upTo: from + above }, own);
  return notBelowZero(earned - bill.sumOf("paid", payer.name));
}

/** Tops up until the funds together have paid a share of the bill or of its in-scope cost. */
function toTarget(bill: Bill, payer: PayerSection, own: Fen, { basic, funds }: Before): Fen {
  const { target, over, name } = payer;
  const isTotal = target?.of === "total";
  let base = isTotal ? BigInt(bill.claim.medfeeSumamt) : basic.scope;
  let paid = funds;
  if (over === "year") {
    base += bill.sumOf("targetOf", name);
    paid += bill.sumOf("targetFunds", name);
  }
  const row = chosenRow(bill, target, own);
  return row === undefined ? 0n : notBelowZero(part(base, BigInt(row.value)) - paid);
}

/** The layer's own cost of this bill: what is left in scope, and the parts that the law counts. */
function ownOf(bill: Bill, payer: PayerSection, { basic, unpaid }: Before): Unpaid {
  const counts = (one: CountedPart, cost: Fen): boolean => isCounted(bill, payer, one, cost);
  let scope = unpaid.scope;
  const leave = (one: CountedPart, amount: Fen): void => {
    if (amount > 0n && !counts(one, scope)) scope = notBelowZero(scope - amount);
  };
  leave("deductible", basic.deducted);
  leave("firstShare", basic.first);
  leave("referralCut", basic.referralCut);
  const counted = (one: keyof Unpaid & CountedPart): Fen => {
    const amount = unpaid[one];
    return amount > 0n && counts(one, amount) ? amount : 0n;
  };
  const firstSelfPay = counted("firstSelfPay");
  const overLimit = counted("overLimit");
  return { scope, firstSelfPay, overLimit, fullSelfPay: counted("fullSelfPay") };
}

function isCounted(bill: Bill, { counts }: PayerSection, one: CountedPart, cost: Fen): boolean {
  const answer = counts[one];
  return typeof answer === "boolean" ? answer : chosenRow(bill, answer, cost)?.value === true;
}
