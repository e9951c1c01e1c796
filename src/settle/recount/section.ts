import type { Row, Section, SectionLimit, Table } from "../../policy/law.js";
import { amountOf, shareOf } from "./adjust.js";
import type { Bill } from "./bill.js";
import { rowFor } from "./choose.js";
import { type Fen, halfUp, larger, notBelowZero, part, smaller } from "./exact.js";

/** What is deducted of a base: never more than the base. What is left, a cut stay goes on with. */
export function deductedOf(bill: Bill, section: Section, base: Fen, payer = ""): Fen {
  const { deductible } = section;
  if (deductible === undefined) return 0n;
  const isStay = deductible.per === "stay";
  const left = bill.deductiblesLeft.get(payer);
  const goesOn = isStay && bill.claim.continuesStay && left !== undefined;
  const due = goesOn ? left : dueOf(bill, section, base);
  const deducted = smaller(due, base);
  if (isStay) bill.deductiblesLeft.set(payer, due - deducted);
  return deducted;
}

function dueOf(bill: Bill, section: Section, base: Fen): Fen {
  const { deductible, yearlyDeductible, name } = section;
  if (deductible === undefined) return 0n;
  const { per, pool } = deductible;
  let due = chargedOf(bill, section, base);
  if (per === "year") due = notBelowZero(due - bill.sumOf("deducted", pool));
  if (per === "month") {
    const taken = bill.sumOf("deducted", `${name}@${monthOf(bill)}`);
    due = notBelowZero(due * BigInt(bill.claim.months) - taken);
  }
  const yearly = chosenRow(bill, yearlyDeductible, base)?.value;
  if (yearly !== undefined) {
    due = smaller(due, notBelowZero(BigInt(yearly) - bill.sumOf("deducted", pool)));
  }
  return due;
}

/** The deductible of the table with its adjustments, whatever was deducted before. */
export function chargedOf(bill: Bill, { deductible }: Section, base: Fen): Fen {
  return deductible === undefined ? 0n : (amountOf(bill, deductible, base).amount ?? 0n);
}

/** The stretch of a ladder that a bill climbs. */
export interface Stretch {
  readonly from: Fen;
  readonly upTo: Fen;
}

/** How far the year's earlier bills climbed a ladder that goes on over the year. */
export function climbedOf(bill: Bill, { ratio }: Section): Fen {
  return ratio?.per === "year" ? bill.sumOf("onLadder", ratio.pool) : 0n;
}

/** What the ladder gives for a stretch: exact products, rounded once (policy.md 2.11). */
export function ladderOf(bill: Bill, section: Section, { from, upTo }: Stretch, cost: Fen): Fen {
  const { ratio } = section;
  if (ratio === undefined) return 0n;
  const row = rowFor(ratio.base, bill.facts, bill.moment(ratio.base.counts, cost));
  if (row === undefined) return 0n;
  const { value } = row;
  if (value.way === "bands") {
    let products = 0n;
    for (const [index, band] of value.bands.entries()) {
      const next = value.bands[index + 1];
      const low = larger(from, BigInt(band.above));
      const high = next === undefined ? upTo : smaller(upTo, BigInt(next.above));
      if (high <= low) continue;
      bill.choose(band.parameter);
      products += (high - low) * shareOf(bill, BigInt(band.share), ratio.adjustments, cost);
    }
    return halfUp(products);
  }
  bill.choose(row.parameter);
  const share = value.way === "share" ? BigInt(value.share) : byAge(bill, value);
  return part(upTo - from, shareOf(bill, share, ratio.adjustments, cost));
}

function byAge(
  { facts }: Bill,
  { from, each, most }: { readonly from: number; readonly each: number; readonly most: number },
): bigint {
  return smaller(BigInt(from) + BigInt(each) * BigInt(facts.age), BigInt(most));
}

/** What a floor asks of a payment at least: a share of the cost or of the bill. */
export function floorOf(
  bill: Bill,
  { floor }: Section,
  cost: { readonly scope: Fen; readonly base: Fen; readonly deducted: Fen },
): Fen {
  const row = chosenRow(bill, floor, cost.base);
  if (floor === undefined || row === undefined) return 0n;
  const whole = floor.of === "total" ? BigInt(bill.claim.medfeeSumamt) : cost.scope;
  const left = floor.lessDeductible ? whole - cost.deducted : whole;
  return smaller(part(left, BigInt(row.value)), cost.base);
}

/** What limits on cost and on sessions let in of a base, and what that uses of their pools. */
export function enteringOf(
  bill: Bill,
  { limits }: Section,
  base: Fen,
): { readonly base: Fen; readonly used: ReadonlyMap<string, Fen> } {
  const used = new Map<string, Fen>();
  const sessions = BigInt(bill.claim.sessions);
  let entering = base;
  for (const limit of limits) {
    const found = limit.counts === "payment" ? undefined : roomOf(bill, limit, base);
    if (found === undefined) continue;
    const { pool, room } = found;
    if (limit.counts === "cost") {
      entering = smaller(entering, room);
      if (pool !== undefined) used.set(pool, entering);
    } else {
      const allowed = smaller(sessions, room);
      entering = (2n * entering * allowed + sessions) / (2n * sessions);
      if (pool !== undefined) used.set(pool, allowed);
    }
  }
  return { base: entering, used };
}

/** A limit on this bill: what is left of it, and its pool; a limit of each stay has none. */
export interface Room {
  readonly pool?: string;
  readonly room: Fen;
}

/** The limits that count what is paid; one without an amount (不封顶) does not count it at all. */
export function payingRoomsOf(bill: Bill, { limits }: Section, cost: Fen): readonly Room[] {
  return limits
    .filter((limit) => limit.counts === "payment")
    .flatMap((limit) => roomOf(bill, limit, cost) ?? []);
}

function roomOf(bill: Bill, limit: SectionLimit, cost: Fen): Room | undefined {
  const { amount } = amountOf(bill, limit, cost);
  if (amount === undefined) return undefined;
  if (limit.per === "stay") return { room: amount };
  const pool = poolOf(bill, limit);
  const whole = limit.per === "month" ? amount * BigInt(bill.claim.months) : amount;
  return { pool, room: notBelowZero(whole - bill.sumOf("used", pool)) };
}

function poolOf(bill: Bill, { pool, per, each }: SectionLimit): string {
  const day = per === "day" ? `@${bill.claim.enddate}` : "";
  const month = per === "month" ? `@${monthOf(bill)}` : "";
  return `${pool}${day}${month}${each === "disease" ? `/${bill.facts.disease}` : ""}`;
}

export function monthOf({ claim }: Bill): string {
  return claim.enddate.slice(0, 7);
}

/** The row of an optional table for this bill; undefined where none fits. */
export function chosenRow<Value>(
  bill: Bill,
  table: Table<Value> | undefined,
  cost: Fen,
): Row<Value> | undefined {
  if (table === undefined) return undefined;
  const row = rowFor(table, bill.facts, bill.moment(table.counts, cost));
  if (row !== undefined) bill.choose(row.parameter);
  return row;
}
