import type { Level } from "../domain/codes.js";
import { add, zero } from "../domain/money.js";
import type { Amounts, Claim, YearToDate } from "../domain/records.js";
import type { Law } from "../policy/schema.js";
import { careOf } from "./bill.js";
import { criticalCostOf } from "./critical-cost.js";

/** A year in which nothing has happened yet. */
export const emptyYear: YearToDate = {
  admissions: { township: 0, "1": 0, "2": 0, "3": 0 },
  inpatientPaid: zero,
  outpatientPaid: zero,
  outpatientDeducted: zero,
  criticalBase: zero,
  criticalPaid: zero,
  aidPaid: zero,
};

/**
 * The year after a claim, from the amounts that were posted: what the window paid for a window
 * claim, what was computed for a centre claim. Accumulators depend on nothing else (decision 6).
 */
export function advance(question: {
  readonly before: YearToDate;
  readonly claim: Claim;
  readonly amounts: Amounts;
  readonly law: Law;
}): YearToDate {
  const { before, claim, amounts, law } = question;
  const isVisit = careOf(claim) === "outpatient";
  const paid = amounts.hifpPay;
  const { admissions, inpatientPaid, outpatientPaid, outpatientDeducted: deducted } = before;
  return {
    admissions: isVisit ? admissions : oneMore(admissions, claim.dedcHospLv),
    inpatientPaid: isVisit ? inpatientPaid : add(inpatientPaid, paid),
    outpatientPaid: isVisit ? add(outpatientPaid, paid) : outpatientPaid,
    outpatientDeducted: isVisit ? add(deducted, amounts.actPayDedc) : deducted,
    criticalBase: add(before.criticalBase, criticalCostOf({ claim, posted: amounts, law })),
    criticalPaid: add(before.criticalPaid, amounts.hifmiPay),
    aidPaid: add(before.aidPaid, amounts.mafPay),
  };
}

function oneMore(before: YearToDate["admissions"], level: Level): YearToDate["admissions"] {
  const after = { township: before.township, "1": before["1"], "2": before["2"], "3": before["3"] };
  after[level] += 1;
  return after;
}
