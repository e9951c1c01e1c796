import type { CountedPart, PayerSection } from "../../policy/law.js";
import type { Basic } from "./basic.js";
import type { Bill } from "./bill.js";
import { type Fen, notBelowZero, part, smaller } from "./exact.js";
import { chosenRow, deductedOf, ladderOf, roomsOf } from "./section.js";

/** What a later payer did with a bill. */
export interface Later {
  readonly own: Fen;
  readonly deducted: Fen;
  readonly paid: Fen;
  /** The pools of the limits that count its payment. */
  readonly payingPools: readonly string[];
}

/** What the payers before have left behind. */
export interface Before {
  readonly basic: Basic;
  /** All that funds have paid on this bill so far. */
  readonly funds: Fen;
}

/** A payer after the basic fund on one bill, on what the earlier ones left. */
export function laterOf(bill: Bill, payer: PayerSection, before: Before): Later {
  const own = ownOf(bill, payer, before);
  const applies = chosenRow(bill, payer.applies, own);
  if (payer.applies !== undefined && applies?.value !== true) return NOTHING;
  const { due, deducted } = dueOf(bill, payer, { own, before });
  let paid = smaller(due, own);
  const rooms = roomsOf(bill, payer, "payment", own);
  for (const { room } of rooms) paid = smaller(paid, room);
  return { own, deducted, paid, payingPools: rooms.map(({ pool }) => pool) };
}

const NOTHING: Later = { own: 0n, deducted: 0n, paid: 0n, payingPools: [] };

interface Question {
  readonly own: Fen;
  readonly before: Before;
}

function dueOf(bill: Bill, payer: PayerSection, { own, before }: Question) {
  if (payer.target !== undefined) return { due: toTarget(bill, payer, before), deducted: 0n };
  const { name, over, ratio } = payer;
  const paidBefore = over === "year" ? bill.sumOf("paid", name) : 0n;
  const cumulated = over === "year" ? bill.sumOf("own", name) + own : own;
  const deducted = deductedOf(bill, payer, cumulated);
  const from = ratio?.axis === "gross" ? deducted : 0n;
  const stretch = { from, upTo: from + cumulated - deducted };
  const earned = ladderOf(bill, payer, stretch, own);
  const floor = chosenRow(bill, payer.floor, own);
  const atLeast = floor === undefined ? 0n : part(own, BigInt(floor.value));
  const due = notBelowZero(earned - paidBefore);
  return { due: due < atLeast ? atLeast : due, deducted };
}

/** Tops up until the funds together have paid a share of the bill or of its in-scope cost. */
function toTarget(bill: Bill, payer: PayerSection, { basic, funds }: Before): Fen {
  const { target, over } = payer;
  const whole = (total: Fen, scope: Fen): Fen => (target?.of === "total" ? total : scope);
  let base = whole(BigInt(bill.claim.medfeeSumamt), basic.scope);
  let paid = funds;
  if (over === "year") {
    for (const past of bill.history) {
      base += whole(past.total, past.scope);
      for (const amount of past.paid.values()) paid += amount;
    }
  }
  const row = chosenRow(bill, target, base);
  return row === undefined ? 0n : notBelowZero(part(base, BigInt(row.value)) - paid);
}

/** The layer's base of this bill: what is left in scope, and the parts that the law counts. */
function ownOf(bill: Bill, payer: PayerSection, { basic, funds }: Before): Fen {
  const { claim } = bill;
  const counts = (one: CountedPart): boolean => isCounted(bill, payer, one);
  const left = notBelowZero(basic.scope - funds);
  let own = left;
  if (!counts("deductible")) own -= smaller(basic.deducted, own);
  if (!counts("firstShare")) own -= smaller(basic.first, own);
  if (!counts("referralCut")) own -= smaller(basic.referralCut, own);
  let outside = 0n;
  if (counts("firstSelfPay")) outside += BigInt(claim.preselfpayAmt);
  if (counts("overLimit")) outside += BigInt(claim.overlmtSelfpay);
  if (counts("fullSelfPay")) outside += BigInt(claim.fulamtOwnpayAmt);
  return smaller(own + outside, notBelowZero(basic.scope + outside - funds));
}

function isCounted(bill: Bill, { counts }: PayerSection, one: CountedPart): boolean {
  const answer = counts[one];
  return typeof answer === "boolean" ? answer : chosenRow(bill, answer, 0n)?.value === true;
}
