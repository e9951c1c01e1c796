import assert from "node:assert";
import { Decimal } from "decimal.js";

declare const yuanBrand: unique symbol;
declare const ratioBrand: unique symbol;

/**
 * An exact amount of money. Inside: whole fen in a safe integer, so that the per-claim path needs
 * no decimal object. Outside: text in (`yuan("12.30")`), text out (`yuanText`).
 */
export type Yuan = number & { readonly [yuanBrand]: true };

/** A share such as 0.85. Inside: millionths in a safe integer. Outside: text in, text out. */
export type Ratio = number & { readonly [ratioBrand]: true };

/** An amount read from a source that may have more places than the fen. */
export interface ReadAmount {
  readonly amount: Yuan;
  /** source − amount, as decimal text; "0" when the source had at most two places. */
  readonly residual: string;
}

const MILLION = 1_000_000;
const AMOUNT = /^-?\d{1,13}(\.\d{1,10})?$/;
const SHORT_AMOUNT = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/;
const RATIO = /^-?\d{1,3}(\.\d{1,6})?$/;

export const zero = 0 as Yuan;
export const one = MILLION as Ratio;

/** `yuan("12.3")` → 12 yuan 30 fen. Takes at most two places; anything else is our own mistake. */
export function yuan(text: string): Yuan {
  const read = readYuan(text);
  assert(read?.residual === "0", `not an amount in yuan: ${text}`);
  return read.amount;
}

/** Reads an amount of a source, rounded half-up to the fen once; undefined when it is none. */
export function readYuan(text: string): ReadAmount | undefined {
  const short = SHORT_AMOUNT.exec(text);
  if (short !== null) {
    const fen = Number(short[2]) * 100 + Number((short[3] ?? "").padEnd(2, "0"));
    return { amount: checked(short[1] === "-" && fen !== 0 ? -fen : fen), residual: "0" };
  }
  if (!AMOUNT.test(text)) return undefined;
  const exact = new Decimal(text);
  const rounded = exact.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
  return {
    amount: checked(rounded.times(100).toNumber() + 0),
    residual: exact.minus(rounded).toFixed(),
  };
}

export const nothingRead: ReadAmount = { amount: zero, residual: "0" };

/** Adds two amounts of a source, their residuals included. */
export function addRead(left: ReadAmount, right: ReadAmount): ReadAmount {
  const exact = left.residual === "0" && right.residual === "0";
  return {
    amount: add(left.amount, right.amount),
    residual: exact ? "0" : new Decimal(left.residual).plus(right.residual).toFixed(),
  };
}

/** The opposite of an amount of a source, its residual included. */
export function negateRead({ amount, residual }: ReadAmount): ReadAmount {
  return { amount: negate(amount), residual: new Decimal(residual).negated().plus(0).toFixed() };
}

/** A source amount in its own places, at least two: `12.50`, `0.1234`; amount + residual. */
export function exactText(read: ReadAmount): string {
  const exact = new Decimal(read.amount).dividedBy(100).plus(read.residual);
  return exact.toFixed(Math.max(2, exact.decimalPlaces()));
}

/** Whole fen, as the store keeps them, back into an amount. */
export function fromFen(fen: number): Yuan {
  return checked(fen);
}

/** An amount as text with two places: `-0.05`, `1234.50`. */
export function yuanText(amount: Yuan): string {
  const fen = Math.abs(amount);
  const whole = Math.floor(fen / 100);
  return `${amount < 0 ? "-" : ""}${whole}.${String(fen % 100).padStart(2, "0")}`;
}

/** `ratio("0.85")`; at most six places. Anything else is our own mistake. */
export function ratio(text: string): Ratio {
  const read = readRatio(text);
  assert(read !== undefined, `not a ratio: ${text}`);
  return read;
}

/** Reads a share given as a decimal; undefined when it is none. */
export function readRatio(text: string): Ratio | undefined {
  if (!RATIO.test(text)) return undefined;
  return new Decimal(text).times(MILLION).toNumber() as Ratio;
}

/** A ratio as decimal text without trailing zeros: `0.85`. */
export function ratioText(share: Ratio): string {
  return new Decimal(share).dividedBy(MILLION).toFixed();
}

export function add(left: Yuan, right: Yuan): Yuan {
  return checked(left + right);
}

export function subtract(left: Yuan, right: Yuan): Yuan {
  return checked(left - right);
}

export function negate(amount: Yuan): Yuan {
  return checked(amount === 0 ? 0 : -amount);
}

export function sum(amounts: Iterable<Yuan>): Yuan {
  let total = 0;
  for (const amount of amounts) total = checked(total + amount);
  return total as Yuan;
}

export function least(left: Yuan, right: Yuan): Yuan {
  return left < right ? left : right;
}

export function most(left: Yuan, right: Yuan): Yuan {
  return left > right ? left : right;
}

export function addRatio(left: Ratio, right: Ratio): Ratio {
  return (left + right) as Ratio;
}

/** The product of two shares, half-up to six places. */
export function timesRatio(left: Ratio, right: Ratio): Ratio {
  const product = left * right;
  if (product >= 0 && product <= Number.MAX_SAFE_INTEGER - MILLION) {
    return Math.floor((product + MILLION / 2) / MILLION) as Ratio;
  }
  return roundedQuotient(BigInt(left) * BigInt(right), BigInt(MILLION)) as Ratio;
}

/** A share of an amount, half-up to the fen (the one rounding rule of the house). */
export function shareOf(amount: Yuan, share: Ratio): Yuan {
  const product = amount * share;
  const withHalf = product < 0 ? product - MILLION / 2 : product + MILLION / 2;
  if (!Number.isSafeInteger(withHalf)) {
    return checked(roundedQuotient(BigInt(amount) * BigInt(share), BigInt(MILLION)));
  }
  const result = Math.trunc(withHalf / MILLION);
  return checked(result === 0 ? 0 : result);
}

/** The exact shares of several amounts together, rounded half-up to the fen once, at the end. */
export function sumOfShares(amounts: readonly Yuan[], shares: readonly Ratio[]): Yuan {
  let exact = MILLION / 2;
  for (const [index, amount] of amounts.entries()) exact += amount * (shares[index] ?? 0);
  if (exact >= 0 && exact <= Number.MAX_SAFE_INTEGER) return checked(Math.floor(exact / MILLION));
  let whole = 0n;
  for (const [index, amount] of amounts.entries()) {
    whole += BigInt(amount) * BigInt(shares[index] ?? 0);
  }
  return checked(roundedQuotient(whole, BigInt(MILLION)));
}

/** So many times an amount. */
export function timesCount(amount: Yuan, count: number): Yuan {
  return checked(amount * count);
}

/** So many parts out of a whole of an amount, half-up to the fen: 3 of 5 sessions. */
export function partOf(amount: Yuan, parts: number, whole: number): Yuan {
  return checked(roundedQuotient(BigInt(amount) * BigInt(parts), BigInt(whole)));
}

/**
 * Divides an amount into shares by whole-number weights so that no fen is lost: each share is
 * rounded towards zero, and the fen left over go to the largest remainders, the earlier first.
 */
export function allocate(amount: Yuan, weights: readonly number[]): readonly Yuan[] {
  assert(weights.length > 0 && weights.every((weight) => Number.isSafeInteger(weight)));
  const whole = BigInt(weights.reduce((total, weight) => total + weight, 0));
  assert(whole > 0n && weights.every((weight) => weight >= 0), "weights are above zero");

  const parts = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight);
    const remainder = product % whole;
    return { index, fen: Number(product / whole), left: remainder < 0n ? -remainder : remainder };
  });
  const given = parts.reduce((total, part) => total + part.fen, 0);
  const step = amount < 0 ? -1 : 1;
  const byRemainder = [...parts].sort((a, b) =>
    a.left === b.left ? a.index - b.index : a.left < b.left ? 1 : -1,
  );
  for (const part of byRemainder.slice(0, Math.abs(amount - given))) part.fen += step;

  const shares = parts.map((part) => checked(part.fen === 0 ? 0 : part.fen));
  assert(sum(shares) === amount, "an allocation gives away exactly the amount");
  return shares;
}

/** Half away from zero, exact for any size. */
function roundedQuotient(dividend: bigint, divisor: bigint): number {
  const half = dividend < 0n ? -(divisor / 2n) : divisor / 2n;
  return Number((dividend + half) / divisor);
}

function checked(fen: number): Yuan {
  if (!Number.isSafeInteger(fen)) assert.fail(`amount outside the safe range: ${fen}`);
  return fen as Yuan;
}
