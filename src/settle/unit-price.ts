import type { Yuan } from "../domain/money.js";
import type { Price } from "../domain/quantity.js";
import type { Band } from "../policy/law.js";

/** A unit price in millionths of a yuan. */
export type UnitPrice = Price;

/**
 * A unit price in fen as conditions ask for it. A price with more places counts as the next fen, so
 * that `over 200.00` holds for 200.000001 and `up to 200.00` does not.
 */
export function unitPriceOf(price: UnitPrice): Yuan {
  return Math.ceil(price / FEN) as Yuan;
}

/** Millionths of a yuan in a fen. */
const FEN = 10_000;

/** The consumables' ladder (耗材分段): the whole unit at the share of its band, or band by band. */
export interface Ladder {
  readonly bands: readonly Band[];
  readonly way: "slab" | "marginal";
}

/**
 * The first self-pay of a line on the ladder, exact (fen in millionths), with the value of the law
 * of the highest band that the price reaches. `rest` is the line's cost within its price limit.
 *
 * A slab jumps: what costs one fen more than an edge pays its higher share on all of it, so a
 * dearer unit may leave less in scope (policy.md Q11).
 */
export function shareOnLadder(
  rest: Yuan,
  price: UnitPrice,
  { bands, way }: Ladder,
): { readonly preself: bigint; readonly parameter: number } {
  const reached = bands.filter((band, index) => index === 0 || price > band.above * FEN);
  const highest = reached.at(-1);
  const parameter = highest?.parameter ?? -1;
  if (price === 0 || highest === undefined) return { preself: 0n, parameter };
  if (way === "slab") return { preself: BigInt(rest) * BigInt(highest.share), parameter };
  let ofUnit = 0n;
  for (const [index, { above, share }] of reached.entries()) {
    const upTo = reached[index + 1]?.above;
    const length = (upTo === undefined ? price : upTo * FEN) - above * FEN;
    ofUnit += BigInt(length) * BigInt(share);
  }
  // The unit's self-pay over its price is the line's over its cost; half-up in the last place.
  const whole = BigInt(rest) * ofUnit;
  const half = BigInt(price) / 2n;
  return { preself: (whole + (whole < 0n ? -half : half)) / BigInt(price), parameter };
}
