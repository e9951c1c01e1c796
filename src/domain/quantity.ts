import assert from "node:assert";
import type { Yuan } from "./money.js";

declare const countBrand: unique symbol;
declare const priceBrand: unique symbol;

/** 数量 N(16,4): whole ten-thousandths in a safe integer. Text in, text out. */
export type Count = number & { readonly [countBrand]: true };

/** 单价 N(16,6): whole millionths of a yuan in a safe integer. Text in, text out. */
export type Price = number & { readonly [priceBrand]: true };

const COUNT_PLACES = 4;
const PRICE_PLACES = 6;

/** Reads a count of at most four places, below zero for a refund; undefined when it is none. */
export function readCount(text: string): Count | undefined {
  return readScaled(text, COUNT_PLACES) as Count | undefined;
}

/** Reads a price of at most six places; undefined when it is none, or below zero. */
export function readPrice(text: string): Price | undefined {
  const price = readScaled(text, PRICE_PLACES);
  return price === undefined || price < 0 ? undefined : (price as Price);
}

/** A count as text without needless zeros: `2`, `-0.5`. */
export function countText(count: Count): string {
  return scaledText(count, COUNT_PLACES);
}

/** A price as text without needless zeros: `12.5`, `0.000125`. */
export function priceText(price: Price): string {
  return scaledText(price, PRICE_PLACES);
}

/** What so many at this price cost, half away from zero to the fen. */
export function costOf(count: Count, price: Price): Yuan {
  // Ten-thousandths times millionths of a yuan are 10^-10 yuan; a fen is 10^8 of them.
  const product = BigInt(count) * BigInt(price);
  const half = product < 0n ? -50_000_000n : 50_000_000n;
  const fen = Number((product + half) / 100_000_000n);
  assert(Number.isSafeInteger(fen), `amount outside the safe range: ${fen}`);
  return (fen === 0 ? 0 : fen) as Yuan;
}

function readScaled(text: string, places: number): number | undefined {
  const [, sign, whole, rest = ""] = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const digits = rest.replace(/0+$/, "");
  if (digits.length > places) return undefined;
  const scaled = Number(whole + digits.padEnd(places, "0"));
  if (!Number.isSafeInteger(scaled)) return undefined;
  return sign === "-" && scaled !== 0 ? -scaled : scaled;
}

function scaledText(scaled: number, places: number): string {
  const digits = String(Math.abs(scaled)).padStart(places + 1, "0");
  const rest = digits.slice(-places).replace(/0+$/, "");
  const whole = digits.slice(0, -places);
  return `${scaled < 0 ? "-" : ""}${whole}${rest === "" ? "" : `.${rest}`}`;
}
