import type { Problem } from "./problem.js";

/**
 * Personal data as it may be shown: differing characters stay visible, the rest is starred. A name
 * keeps its first character (`王*`), a number its first six and last two (`159921********12`).
 */
export function maskName(name: string): string {
  const characters = [...name];
  return characters.map((character, place) => (place === 0 ? character : "*")).join("");
}

/** Masks a certificate, card or person number. */
export function maskNumber(number: string): string {
  if (number.length <= 8) return "*".repeat(number.length);
  return `${number.slice(0, 6)}${"*".repeat(number.length - 8)}${number.slice(-2)}`;
}

/**
 * Masks running text, such as a line of a file: of every word its first character stays, of long
 * numbers the first six digits and the last two.
 */
export function maskText(text: string): string {
  return maskWords(text).replace(/[A-Za-z]{3,}/g, maskName);
}

/** The same for what a problem tells: words in Latin letters are fields and file names there. */
export function maskWords(text: string): string {
  return text
    .replace(/[^\s\p{P}\p{S}\p{N}\p{Cc}A-Za-z]+/gu, maskName)
    .replace(/[\dXx]{7,}/g, maskNumber);
}

/** An unknown code of a register: long digits in its place may be somebody's number. */
export function maskCode(code: string): string {
  return code.replace(/\d{9,}[\dXx]?/g, maskNumber);
}

/** A problem of a waiting claim as it may stand on a screen: whose name and number are masked. */
export function maskProblem(one: Problem): Problem {
  const { found = "", expected = "" } = one.values;
  switch (one.code) {
    case "claim-person-differs": {
      const names = { found: maskName(`${found}`), expected: maskName(`${expected}`) };
      return { ...one, values: { ...one.values, ...names } };
    }
    case "claim-person-unknown":
      return { ...one, values: { ...one.values, found: maskNumber(`${found}`) } };
    default:
      return one;
  }
}
