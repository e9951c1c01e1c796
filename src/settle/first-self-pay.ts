import { least, one, type Ratio, ratio, subtract, type Yuan, zero } from "../domain/money.js";
import { costOf, type Price } from "../domain/quantity.js";
import type { Band, Case, Law, Limit, Moment } from "../policy/law.js";
import type { FeeLine } from "./fee-lines.js";

/** The exact first self-pay of a line: stretches of its cost, and the share paid first of each. */
export interface SelfPaid {
  readonly amounts: readonly Yuan[];
  readonly shares: readonly Ratio[];
}

/**
 * The first self-pay of what a line has within the price limit: by the ladder of consumables where
 * the law has one for the item, else by the law's share, else by the item's own.
 */
export function selfPaidOf(question: {
  readonly line: FeeLine;
  readonly limit: Limit;
  readonly within: Yuan;
  readonly on: Case;
  readonly moment: Moment;
  readonly law: Law;
}): SelfPaid {
  const { line, limit, within, on, moment, law } = question;
  const { consumable, firstSelfPay } = law.catalogue;
  const ladder = consumable?.find(on, moment)?.value;
  if (consumable === undefined || ladder === undefined) {
    const share = firstSelfPay?.find(on, moment)?.value ?? line.selfpayProp ?? ratio("0");
    return { amounts: [within], shares: [share] };
  }
  const own = unitPrice(line.pric);
  const price = limit === undefined ? own : least(own, limit);
  return consumable.takes === "slab"
    ? { amounts: [within], shares: [bandOf(ladder, price)] }
    : marginal(ladder, line, price, within);
}

/**
 * A unit price in whole fen, upwards: the law's edges are whole fen, so a price lies above an edge
 * exactly where this does.
 */
export function unitPrice(price: Price): Yuan {
  return Math.ceil(price / 10_000) as Yuan;
}

/** The share of the band in which the whole piece lies; an edge belongs to the lower band. */
function bandOf(bands: readonly Band[], price: Yuan): Ratio {
  let found = one;
  for (const [index, { above, share }] of bands.entries()) {
    if (index === 0 || price > above) found = share;
  }
  return found;
}

/** Each stretch of the unit price by its own share; the cost beyond it is in the last stretch. */
function marginal(bands: readonly Band[], line: FeeLine, price: Yuan, within: Yuan): SelfPaid {
  const reached = bands.filter(({ above }, index) => index === 0 || price > above);
  const edges = reached.slice(1).map(({ above }) => costOf(line.cnt, (above * 10_000) as Price));
  const amounts = [...edges, within].map((edge, index) =>
    subtract(edge, index === 0 ? zero : (edges[index - 1] ?? zero)),
  );
  return { amounts, shares: reached.map(({ share }) => share) };
}
