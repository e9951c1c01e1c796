import assert from "node:assert";
import { allocate, subtract, sum, type Yuan, zero } from "../domain/money.js";
import { type Day, dayBefore } from "../domain/period.js";
import type { Claim } from "../domain/records.js";

/** What of a bill was spent on a day: a fee line, or several of one day together. */
export interface DaysCost {
  /** 费用发生时间 */ readonly feeOcurTime: Day;
  /** 明细项目费用总额 */ readonly detItemFeeSumamt: Yuan;
}

/**
 * Cuts a stay on several days, ascending: its parts in order. A day on which it cannot be cut is
 * passed over; without lines it stays whole.
 */
export function cutBill(
  claim: Claim,
  lines: readonly DaysCost[],
  days: readonly Day[],
): readonly [Claim, ...Claim[]] {
  const [day, ...later] = days;
  if (day === undefined) return [claim];
  const spent = lines.filter((line) => line.feeOcurTime >= claim.begndate);
  const cut = splitBill(claim, spent, day);
  if (cut === undefined) return cutBill(claim, lines, later);
  return [cut[0], ...cutBill(cut[1], lines, later)];
}

/**
 * Cuts a stay in two by the days of its fee lines: what was spent before `day`, and the rest, which
 * goes on with the admission (no new deductible, no new number). The parts of the bill are shared
 * by cost so that no fen is lost. Undefined for a bill without lines: nothing is guessed.
 */
export function splitBill(
  claim: Claim,
  lines: readonly DaysCost[],
  day: Day,
): readonly [Claim, Claim] | undefined {
  const costs = lines.map(({ detItemFeeSumamt }) => detItemFeeSumamt);
  const earlier = lines.filter(({ feeOcurTime }) => feeOcurTime < day);
  const before = sum(earlier.map(({ detItemFeeSumamt }) => detItemFeeSumamt));
  const after = subtract(sum(costs), before);
  if (lines.length === 0 || before < zero || after < zero || before + after === 0) return undefined;
  const shares = partNames.map((name) => allocate(claim[name], [before, after]));
  const part = (index: 0 | 1): Pick<Claim, PartName | "medfeeSumamt"> => {
    const amounts = shares.map((share) => share[index] ?? zero);
    const named = Object.fromEntries(partNames.map((name, at) => [name, amounts[at] ?? zero]));
    return { ...(named as Record<PartName, Yuan>), medfeeSumamt: sum(amounts) };
  };
  const [first, second] = [part(0), part(1)];
  assert(sum([first.medfeeSumamt, second.medfeeSumamt]) === claim.medfeeSumamt, "no fen is lost");
  return [
    { ...claim, ...first, enddate: dayBefore(day) },
    { ...claim, ...second, begndate: day, continuesStay: true },
  ];
}

const partNames = ["fulamtOwnpayAmt", "overlmtSelfpay", "preselfpayAmt", "inscpScpAmt"] as const;
type PartName = (typeof partNames)[number];
