import {
  add,
  addRatio,
  least,
  most,
  one,
  type Ratio,
  shareOf,
  subtract,
  sumOfShares,
  type Yuan,
  zero,
} from "../domain/money.js";
import type { Adjusted, Axis, Band, Effect, Rate, Row, Section } from "../policy/law.js";
import { adjustedShare, eachUpTo } from "./adjust-share.js";
import type { Bill } from "./bill.js";
import { noParameter, rule } from "./rules.js";

/** The stretch of cost that is paid, and the base of the layer that conditions ask about. */
export interface Stretch {
  readonly from: Yuan;
  readonly upTo: Yuan;
  readonly cost: Yuan;
}

type Ratios = NonNullable<Section["ratio"]>;

/**
 * What a section pays of a stretch of cost, in yuan: band by band, each share adjusted and held to
 * 0 … 1; the exact products together are rounded once, half-up to the fen. A plain share and a
 * share by age (起付后按年龄递增) are ladders of one band.
 */
export function payLadder(bill: Bill, section: Section, ratio: Ratios, stretch: Stretch): Yuan {
  const row = bill.find(ratio.base, stretch.cost);
  if (row === undefined) {
    bill.miss(`${section.name}.ratio`);
    return zero;
  }
  return paidBy(bill, ratio, row, stretch);
}

/** What the same ladder would pay without the adjustments that `leftOut` names; writes nothing. */
export function paidWithout(
  bill: Bill,
  ratio: Ratios,
  stretch: Stretch,
  leftOut: (row: Row<Effect>) => boolean,
): Yuan {
  const row = bill.find(ratio.base, stretch.cost);
  if (row === undefined) return zero;
  const written = bill.written;
  const paid = paidBy(bill, ratio, row, stretch, leftOut);
  bill.rewind(written);
  return paid;
}

/** Where the stretch of a bill lies on the ladder: anew with each stay, or on over the year. */
export function stretchOf(
  { per, axis }: Axis,
  { cost, deducted, used }: { readonly cost: Yuan; readonly deducted: Yuan; readonly used: Yuan },
): Stretch {
  const start = per === "year" ? used : zero;
  return axis === "gross"
    ? { from: add(start, deducted), upTo: add(start, cost), cost }
    : { from: start, upTo: add(start, subtract(cost, deducted)), cost };
}

function paidBy(
  bill: Bill,
  ratio: Adjusted<Rate>,
  { value: rate, parameter }: Row<Rate>,
  stretch: Stretch,
  leftOut?: (row: Row<Effect>) => boolean,
): Yuan {
  if (rate.way === "bands") return paidByBands(bill, ratio, rate.bands, stretch, leftOut);
  const start = rate.way === "share" ? rate.share : shareOfAge(bill, parameter, rate);
  if (rate.way === "share") bill.step(rule.share, parameter, 0, 0, start);
  const share = adjustedShare(bill, ratio.adjustments, start, stretch.cost, leftOut);
  return bandLine(bill, subtract(stretch.upTo, stretch.from), share);
}

function paidByBands(
  bill: Bill,
  { adjustments }: Adjusted<Rate>,
  bands: readonly Band[],
  { from, upTo, cost }: Stretch,
  leftOut?: (row: Row<Effect>) => boolean,
): Yuan {
  const lengths: Yuan[] = [];
  const shares: Ratio[] = [];
  let paid = zero;
  for (let index = 0; index < bands.length; index++) {
    const { above, share: start, parameter } = bands[index] as Band;
    const ceiling = bands[index + 1]?.above ?? upTo;
    const length = most(zero, subtract(least(upTo, ceiling), most(from, above)));
    if (length === zero) continue;
    bill.step(rule.share, parameter, 0, 0, start);
    const share = adjustedShare(bill, adjustments, start, cost, leftOut);
    lengths.push(length);
    shares.push(share);
    paid = bandLine(bill, length, share);
  }
  if (lengths.length < 2) return paid;
  paid = sumOfShares(lengths, shares);
  bill.step(rule.ladder, noParameter, subtract(upTo, from), 0, paid);
  return paid;
}

function bandLine(bill: Bill, length: Yuan, share: Ratio): Yuan {
  const paid = shareOf(length, share);
  bill.step(rule.band, noParameter, length, share, paid);
  return paid;
}

/** 75 % and 0.2 % more for each year of age, at most the whole (PE-11). */
function shareOfAge(bill: Bill, parameter: number, rate: Extract<Rate, { way: "age" }>): Ratio {
  bill.step(rule.share, parameter, 0, 0, rate.from);
  const more = eachUpTo(bill, parameter, { by: rate.each, most: one }, bill.on.facts.age);
  const share = addRatio(rate.from, more);
  bill.step(rule["share-plus"], noParameter, rate.from, more, share);
  if (share <= rate.most) return share;
  bill.step(rule["share-most"], parameter, share, rate.most, rate.most);
  return rate.most;
}
