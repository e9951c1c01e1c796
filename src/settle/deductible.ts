import { least, shareOf, type Yuan } from "../domain/money.js";
import type { YearToDate } from "../domain/records.js";
import type { RepeatOverlay } from "../policy/groups.js";
import { type Bill, isOffsiteStay, noParameter } from "./bill.js";
import { rowFor } from "./overlays.js";

/**
 * The deductible of a stay (起付线), in yuan: the level's, or in its place the one for care outside
 * the region (policy.md Q23); reduced for the person's identity, and again for a further admission
 * of the year. Whether the reductions hold outside the region too, no source says: they do here.
 * Never more than the in-scope cost of the bill.
 */
export function takeDeductible(bill: Bill): Yuan {
  const { claim, steps } = bill;
  const deductible = reduceForRepeat(bill, reduceForIdentity(bill, standardOf(bill)));
  const base = claim.inscpScpAmt;
  const deducted = least(base, deductible);
  steps.push({ rule: "deductible-paid", parameter: noParameter, base, amount: deducted });
  return deducted;
}

function standardOf({ claim, law, steps }: Bill): Yuan {
  const isOffsite = isOffsiteStay(claim);
  const rule = isOffsite ? "deductible-offsite" : "deductible-level";
  const { value, parameter } = isOffsite
    ? law["offsite.deductible"]
    : law["inpatient.deductible"][claim.dedcHospLv];
  steps.push({ rule, parameter, base: value, amount: value });
  return value;
}

function reduceForIdentity({ insured, law, steps }: Bill, base: Yuan): Yuan {
  const overlay = rowFor(law["overlays.deductible"], insured);
  if (overlay === undefined) return base;
  const amount = shareOf(base, overlay.by.value);
  steps.push({ rule: "deductible-overlay", parameter: overlay.by.parameter, base, amount });
  return amount;
}

function reduceForRepeat({ claim, insured, before, law, steps }: Bill, base: Yuan): Yuan {
  const overlay = rowFor(law["overlays.repeatDeductible"], insured);
  if (overlay === undefined) return base;
  const admission = earlierAdmissions(overlay, before, claim.dedcHospLv) + 1;
  if (admission < overlay.fromAdmission.value) return base;
  const amount = shareOf(base, overlay.by.value);
  steps.push({ rule: "deductible-repeat", parameter: overlay.by.parameter, base, amount });
  return amount;
}

function earlierAdmissions(
  { per }: RepeatOverlay,
  { admissions }: YearToDate,
  level: keyof YearToDate["admissions"],
): number {
  if (per.value === "level") return admissions[level];
  return admissions.township + admissions["1"] + admissions["2"] + admissions["3"];
}
