import { most, subtract, type Yuan, zero } from "../domain/money.js";
import type { Cited } from "../policy/cited.js";
import { type Bill, noParameter } from "./bill.js";

/** A yearly limit of payment, what the year has used of it, and the names of its two lines. */
export interface YearlyLimit {
  readonly limit: Cited<Yuan | undefined>;
  readonly used: Yuan;
  readonly room: "cap-room" | "critical-room" | "aid-room";
  readonly capped: "cap-paid" | "critical-capped" | "aid-capped";
}

/**
 * What of `wanted` the yearly limit lets through, in yuan (封顶线, counted in payments). The limit
 * writes its lines only where it bites; a year that has overdrawn it has no room left.
 */
export function withinLimit(bill: Bill, wanted: Yuan, question: YearlyLimit): Yuan {
  const { limit, used } = question;
  if (limit.value === undefined) return wanted;
  const room = most(zero, subtract(limit.value, used));
  if (wanted <= room) return wanted;
  const { parameter } = limit;
  bill.steps.push({ rule: question.room, parameter, base: used, amount: room });
  bill.steps.push({ rule: question.capped, parameter: noParameter, base: wanted, amount: room });
  return room;
}
