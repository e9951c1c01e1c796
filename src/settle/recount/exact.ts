/** Amounts of the recount: whole fen of any size. Shares are millionths, as the law keeps them. */
export type Fen = bigint;
export type Millionths = bigint;

export const WHOLE: Millionths = 1_000_000n;

/** A share of an amount that is not below zero, half-up to the fen. */
export function part(amount: Fen, share: Millionths): Fen {
  return halfUp(amount * share);
}

/** Exact products (fen × millionths) brought to whole fen once, half-up. */
export function halfUp(products: bigint): Fen {
  return (products + WHOLE / 2n) / WHOLE;
}

export function smaller(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

export function larger(left: bigint, right: bigint): bigint {
  return left > right ? left : right;
}

/** No amount of a bill goes below zero. */
export function notBelowZero(amount: bigint): bigint {
  return larger(amount, 0n);
}
