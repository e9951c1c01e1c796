import { type Day, dayBefore } from "../../domain/period.js";
import type { Section } from "../../policy/law.js";
import type { PriceBand } from "../../policy/values.js";
import type { Bill } from "./bill.js";
import { type Fen, larger, notBelowZero, part, smaller } from "./exact.js";
import {
  chosenRow,
  climbedOf,
  deductedOf,
  enteringOf,
  floorOf,
  ladderOf,
  payingRoomsOf,
} from "./section.js";

/** What the basic fund did with a bill. */
export interface Basic {
  readonly scope: Fen;
  readonly first: Fen;
  readonly deducted: Fen;
  readonly paid: Fen;
  /** What the ratio would have given more with a referral, less what it gave. */
  readonly referralCut: Fen;
  /** What came in after first share and limits on cost, and whether ladders count all of it. */
  readonly base: Fen;
  readonly isGross: boolean;
  /** What it used of limits on cost and sessions, by pool. */
  readonly used: ReadonlyMap<string, Fen>;
  /** The pools of the limits that count its payment. */
  readonly payingPools: readonly string[];
}

/** The basic fund on one bill, step by step as the manual page of the language numbers them. */
export function basicOf(bill: Bill, section: Section): Basic {
  const scope = scopeOf(bill, section);
  const firstShare = chosenRow(bill, section.firstShare, scope);
  const first = firstShare === undefined ? 0n : part(scope, BigInt(firstShare.value));
  const { base, used } = enteringOf(bill, section, scope - first);
  const deducted = deductedOf(bill, section, base);

  const isGross = section.ratio?.axis === "gross";
  const before = climbedOf(bill, section);
  const from = before + (isGross ? deducted : 0n);
  const stretch = { from, upTo: from + base - deducted };
  const byRatio = ladderOf(bill, section, stretch, base);
  const referred = bill.withoutUnreferred(() => ladderOf(bill, section, stretch, base));

  let paid = larger(byRatio, floorOf(bill, section, { scope, base, deducted }));
  const rooms = payingRoomsOf(bill, section, base);
  for (const { room } of rooms) paid = smaller(paid, room);
  paid -= paid % BigInt(bill.law.payUnit);
  const payingPools = rooms.flatMap(({ pool }) => pool ?? []);
  const referralCut = notBelowZero(referred - byRatio);
  return { scope, first, deducted, paid, referralCut, base, isGross, used, payingPools };
}

/** The in-scope cost, or what a package makes of it. */
function scopeOf(bill: Bill, section: Section): Fen {
  const inscpScpAmt = BigInt(bill.claim.inscpScpAmt);
  const price = chosenRow(bill, section.package, inscpScpAmt);
  if (price === undefined || section.package === undefined) return inscpScpAmt;
  const { begndate, enddate, sessions } = bill.claim;
  const isDay = section.package.each === "day";
  const packages = pricesOf(bill, price.value, isDay ? daysFrom(begndate, enddate) : sessions);
  const isFixed = section.package.takes === "fixed";
  return smaller(packages, isFixed ? BigInt(bill.claim.medfeeSumamt) : inscpScpAmt);
}

/** One price after the other, as each session (or day) has its own. */
function pricesOf(bill: Bill, prices: readonly PriceBand[], count: number): Fen {
  let sum = 0n;
  for (let number = 1; number <= count; number++) {
    const band = prices.findLast(({ above }) => above < number);
    if (band === undefined) continue;
    bill.choose(band.parameter);
    sum += BigInt(band.amount);
  }
  return sum;
}

/** Days of a stay, the last one not counted; a stay of one day is one. */
function daysFrom(first: Day, last: Day): number {
  let count = 0;
  for (let day = last; day > first; day = dayBefore(day)) count++;
  return Math.max(1, count);
}
