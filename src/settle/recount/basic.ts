import type { Section } from "../../policy/law.js";
import type { Bill } from "./bill.js";
import { type Fen, larger, notBelowZero, part, smaller } from "./exact.js";
import { chosenRow, deductedOf, enteringOf, floorOf, ladderOf, payingRoomsOf } from "./section.js";

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
  const before = section.ratio?.per === "year" ? bill.sumOf("onLadder", section.name) : 0n;
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
  const packages = BigInt(price.value) * BigInt(bill.claim.sessions);
  const isFixed = section.package.takes === "fixed";
  return smaller(packages, isFixed ? BigInt(bill.claim.medfeeSumamt) : inscpScpAmt);
}
