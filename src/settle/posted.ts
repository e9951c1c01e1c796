import { least, subtract, type Yuan, zero } from "../domain/money.js";
import type { Amounts } from "../domain/records.js";
import type { PayerSection } from "../policy/law.js";
import type { LayerPaid } from "./later-payers.js";
import type { Plan } from "./plan.js";

/** Whether a window paid what the law gives: then the year is fed alike by either. */
export function isAsComputed(posted: Amounts, computed: Amounts): boolean {
  return (
    posted.actPayDedc === computed.actPayDedc &&
    posted.hifpPay === computed.hifpPay &&
    posted.hifmiPay === computed.hifmiPay &&
    posted.mafPay === computed.mafPay &&
    posted.othPay === computed.othPay
  );
}

/**
 * What the window posted, payer by payer. A field that several payers share (救助 and 二次救助) goes
 * to them in their order, to each what was computed for it, and the rest to the last.
 */
export function postedByPayer(
  payers: readonly Plan<PayerSection>[],
  posted: Amounts,
  computed: readonly (LayerPaid | undefined)[],
): readonly Yuan[] {
  const left = { hifmiPay: posted.hifmiPay, mafPay: posted.mafPay, othPay: posted.othPay };
  return payers.map(({ section: { field }, turn }) => {
    const isLast = !payers.slice(turn + 1).some((later) => later.section.field === field);
    const paid = isLast ? left[field] : least(left[field], computed[turn]?.paid ?? zero);
    left[field] = subtract(left[field], paid);
    return paid;
  });
}
