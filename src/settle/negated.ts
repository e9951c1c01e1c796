import { negate } from "../domain/money.js";
import type { Amounts } from "../domain/records.js";

/** Every amount with the opposite sign: what takes a settlement back. */
export function negated(amounts: Amounts): Amounts {
  return {
    actPayDedc: negate(amounts.actPayDedc),
    hifpPay: negate(amounts.hifpPay),
    hifmiPay: negate(amounts.hifmiPay),
    mafPay: negate(amounts.mafPay),
    othPay: negate(amounts.othPay),
    fundPaySumamt: negate(amounts.fundPaySumamt),
    psnPartAmt: negate(amounts.psnPartAmt),
  };
}
