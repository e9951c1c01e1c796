import assert from "node:assert";
import type { Amounts } from "../domain/records.js";
import type { Pack } from "../policy/pack.js";
import type { WindowAmounts } from "../sample/window.js";
import { benefitYearOf, lawFor } from "../settle/dates.js";
import { insuredOfType } from "../settle/insured-of-type.js";
import { settleClaim } from "../settle/settle.js";
import { emptyYear, type YearToDate } from "../settle/year-to-date.js";

/**
 * What the windows of a region pay by its own law: the settlement of one person's claims in order.
 */
export function windowAmounts(pack: Pack): WindowAmounts {
  return (person, claims) => {
    const years = new Map<number, YearToDate>();
    return claims.map((claim): Amounts => {
      const { law } = lawFor(claim, pack);
      assert(law !== undefined, `the law of ${pack.region} covers ${claim.setlDay}`);
      const year = benefitYearOf(claim, law);
      const before = years.get(year) ?? emptyYear;
      const insured = insuredOfType(law, { psnNo: claim.psnNo, ...person });
      const { settlement, after } = settleClaim({ claim, insured, before, law });
      const { steps: _steps, claimId: _claimId, ...amounts } = settlement;
      years.set(year, after);
      return amounts;
    });
  };
}
