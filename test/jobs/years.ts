import { decodeYear, usedUnder } from "../../src/settle/year-to-date.js";
import type { Place } from "./place.js";

interface Posted {
  readonly psn_no: string;
  readonly deducted: number;
  readonly critical: number;
  readonly state: string | null;
}

/**
 * People whose year so far is not the sum of what was posted for them, refunds included: none,
 * always. What was deducted stands under each care, and what critical illness paid under its name.
 */
export function yearsThatDiffer(place: Place): readonly Posted[] {
  const posted = place.rows<Posted>(
    `SELECT s.psn_no, SUM(s.act_pay_dedc) AS deducted, SUM(s.hifmi_pay) AS critical, y.state
     FROM settlement s LEFT JOIN year_to_date y ON y.psn_no = s.psn_no AND y.year = 2017
     GROUP BY s.psn_no`,
  );
  return posted.filter(({ deducted, critical, state }) => {
    const year = decodeYear(state ?? "");
    const taken = ["inpatient", "outpatient", "chronic"].map((care) => {
      return usedUnder(year, `deducted:${care}`);
    });
    const sum = taken.reduce((whole, one) => whole + one, 0);
    return sum !== deducted || usedUnder(year, "paid:critical") !== critical;
  });
}
