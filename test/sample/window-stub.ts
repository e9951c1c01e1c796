import { fromFen, least, ratio, shareOf, subtract, zero } from "../../src/domain/money.js";
import type { WindowAmounts } from "../../src/sample/window.js";

const deductibles: Readonly<Record<string, number>> = {
  township: 200,
  "1": 300,
  "2": 450,
  "3": 800,
};

/**
 * A window with a law of its own, simple but not the same for everyone: enough to make a sample.
 */
export const simpleWindow: WindowAmounts = (person, claims) =>
  claims.map((claim) => {
    const isPoor = person.identities.includes("registeredPoor");
    const whole = claim.medType === "11" ? 20 : (deductibles[claim.dedcHospLv] ?? 0);
    const deductible = fromFen(whole * (isPoor ? 50 : 100));
    const actPayDedc = least(claim.inscpScpAmt, deductible);
    const left = subtract(claim.inscpScpAmt, actPayDedc);
    const hifpPay = shareOf(left, ratio(isPoor ? "0.65" : "0.60"));
    return {
      actPayDedc,
      hifpPay,
      hifmiPay: zero,
      mafPay: zero,
      othPay: zero,
      fundPaySumamt: hifpPay,
      psnPartAmt: subtract(claim.medfeeSumamt, hifpPay),
    };
  });
