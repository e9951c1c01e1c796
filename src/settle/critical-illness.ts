import { add, least, most, shareOf, subtract, type Yuan, zero } from "../domain/money.js";
import type { Band } from "../policy/tables.js";
import { type Bill, noParameter } from "./bill.js";
import { withinLimit } from "./cap.js";
import { countedOutOfScope, countedParts } from "./critical-cost.js";

/**
 * Critical-illness insurance (大病保险) on one bill, in yuan. `added` is what the bill adds to the
 * year's personal cost of this layer, `left` what the earlier payers left of all that this layer
 * may pay on: its in-scope cost and the parts out of scope that the law counts.
 *
 * The layer works on the year: what the bands give for the whole cumulated cost, less what was
 * paid on it already, within the yearly limit. It may so catch up what was paid too little before,
 * but pays no more than this bill added, and nothing for a bill that is not its affair.
 */
export function payCriticalIllness(bill: Bill, added: Yuan, left: Yuan): Yuan {
  if (added === zero) return zero;
  const above = aboveDeductible(bill, added);
  if (above === zero) return zero;

  const due = lessPaid(bill, earnedByBands(bill, above));
  const capped = withinLimit(bill, due, {
    limit: bill.law["critical.cap"],
    used: bill.before.criticalPaid,
    room: "critical-room",
    capped: "critical-capped",
  });
  const ownCost = least(added, left);
  if (capped <= ownCost) return capped;
  bill.steps.push({
    rule: "critical-left",
    parameter: noParameter,
    base: ownCost,
    amount: ownCost,
  });
  return ownCost;
}

/** The part of the year's cumulated cost above the one deductible of the year. */
function aboveDeductible(bill: Bill, added: Yuan): Yuan {
  const { before, law, steps } = bill;
  writeAdded(bill, added);
  const base = before.criticalBase;
  const cumulated = add(base, added);
  steps.push({ rule: "critical-cumulated", parameter: noParameter, base, amount: cumulated });

  const { value, parameter } = law["critical.deductible"];
  const above = most(zero, subtract(cumulated, value));
  steps.push({ rule: "critical-above", parameter, base: cumulated, amount: above });
  return above;
}

/** Writes down how the bill's cost comes about: first what is in scope, then part by part. */
function writeAdded({ claim, law, steps }: Bill, added: Yuan): void {
  const { parameter } = law["critical.countsDeductible"];
  let amount = subtract(added, countedOutOfScope({ claim, law }));
  steps.push({ rule: "critical-added", parameter, base: claim.inscpScpAmt, amount });
  for (const part of countedParts({ claim, law })) {
    const base = amount;
    amount = add(base, part.amount);
    steps.push({ rule: part.rule, parameter: part.counts.parameter, base, amount });
  }
}

/**
 * What the marginal bands give for everything above the deductible. On the gross axis the edges
 * count from the first yuan of cost, so the ladder is entered at the deductible; on the net axis
 * they count from the deductible.
 */
function earnedByBands({ law, steps }: Bill, above: Yuan): Yuan {
  const bands = law["critical.bands"];
  const from = law["critical.axis"].value === "gross" ? law["critical.deductible"].value : zero;
  const upTo = add(from, above);

  let earned = zero;
  for (const [index, band] of bands.entries()) {
    const base = stretchOf(band, bands[index + 1], { from, upTo });
    if (base === zero) continue;
    const amount = shareOf(base, band.share.value);
    steps.push({ rule: "critical-band", parameter: band.share.parameter, base, amount });
    earned = add(earned, amount);
  }
  steps.push({ rule: "critical-earned", parameter: noParameter, base: above, amount: earned });
  return earned;
}

/** How much of the way from `from` to `upTo` lies within a band. */
function stretchOf(
  band: Band,
  next: Band | undefined,
  { from, upTo }: { readonly from: Yuan; readonly upTo: Yuan },
): Yuan {
  const ceiling = next === undefined ? upTo : least(upTo, next.above.value);
  return most(zero, subtract(ceiling, most(from, band.above.value)));
}

function lessPaid({ before, steps }: Bill, earned: Yuan): Yuan {
  const base = before.criticalPaid;
  if (base === zero) return earned;
  const amount = most(zero, subtract(earned, base));
  steps.push({ rule: "critical-due", parameter: noParameter, base, amount });
  return amount;
}
