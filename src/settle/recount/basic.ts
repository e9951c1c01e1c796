import type { Section } from "../../policy/law.js";
import type { Bill } from "./bill.js";
import { type Fen, larger, notBelowZero, part, smaller } from "./exact.js";
import { chosenRow, deductedOf, ladderOf, type Room, roomsOf } from "./section.js";

/** What the basic fund did with a bill. */
export interface Basic {
  readonly scope: Fen;
  readonly first: Fen;
  readonly deducted: Fen;
  readonly paid: Fen;
  /** What the ratio would have given more with a referral, less what it gave. */
  readonly referralCut: Fen;
  /** What the bill puts on the ladder of the year. */
  readonly onLadder: Fen;
  /** What it used of limits on cost and sessions, by pool. */
  readonly used: ReadonlyMap<string, Fen>;
  /** The pools of the limits that count its payment. */
  readonly payingPools: readonly string[];
}

/** The basic fund on one bill, step by step as the manual page of the language numbers them. */
export function basicOf(bill: Bill, section: Section): Basic {
  const used = new Map<string, Fen>();
  const scope = scopeOf(bill, section, used);
  const firstShare = chosenRow(bill, section.firstShare, scope);
  const first = firstShare === undefined ? 0n : part(scope, BigInt(firstShare.value));
  const base = enteringOf(bill, section, scope - first, used);
  const deducted = deductedOf(bill, section, base);

  const isGross = section.ratio?.axis === "gross";
  const before = section.ratio?.per === "year" ? bill.sumOf("onLadder", section.name) : 0n;
  const from = before + (isGross ? deducted : 0n);
  const stretch = { from, upTo: from + base - deducted };
  const byRatio = ladderOf(bill, section, stretch, base);
  const referred = bill.withoutUnreferred(() => ladderOf(bill, section, stretch, base));

  const floor = chosenRow(bill, section.floor, base);
  const atLeast = floor === undefined ? 0n : part(scope, BigInt(floor.value));
  let paid = smaller(larger(byRatio, atLeast), scope);
  const rooms = roomsOf(bill, section, "payment", base);
  for (const { room } of rooms) paid = smaller(paid, room);
  const payingPools = rooms.map(({ pool }) => pool);
  const referralCut = notBelowZero(referred - byRatio);
  const onLadder = isGross ? base : base - deducted;
  return { scope, first, deducted, paid, referralCut, onLadder, used, payingPools };
}

/** The in-scope cost, or what a package makes of it. */
function scopeOf(bill: Bill, section: Section, used: Map<string, Fen>): Fen {
  const inscpScpAmt = BigInt(bill.claim.inscpScpAmt);
  const price = chosenRow(bill, section.package, inscpScpAmt);
  if (price === undefined || section.package === undefined) return inscpScpAmt;
  let sessions = BigInt(bill.claim.sessions);
  const rooms = roomsOf(bill, section, "sessions", inscpScpAmt);
  for (const { room } of rooms) sessions = smaller(sessions, room);
  for (const { pool } of rooms) used.set(pool, sessions);
  const packages = BigInt(price.value) * sessions;
  return section.package.takes === "fixed"
    ? smaller(packages, BigInt(bill.claim.medfeeSumamt))
    : smaller(packages, inscpScpAmt);
}

/** What of the base limits on the cost let in. */
function enteringOf(bill: Bill, section: Section, base: Fen, used: Map<string, Fen>): Fen {
  const rooms: readonly Room[] = roomsOf(bill, section, "cost", base);
  let entering = base;
  for (const { room } of rooms) entering = smaller(entering, room);
  for (const { pool } of rooms) used.set(pool, entering);
  return entering;
}
