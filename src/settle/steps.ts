import assert from "node:assert";
import { noParameter, rules, STEP_LENGTH } from "./rules.js";

/**
 * Steps as compact text for the store: the rule's sign, then parameter, base, by and amount in the
 * digits of base 36, `F1k,,,cn0…`. What repeats is left out: a base that is the amount before it,
 * a `by` that is nothing, an amount that is the base; and so are the commas at the end. The signs
 * are frozen, since stored steps hold them: a new rule takes the next one.
 */
export function encodeSteps(steps: readonly number[]): string {
  let text = "";
  let before = 0;
  for (let at = 0; at < steps.length; at += STEP_LENGTH) {
    const parameter = steps[at + 1] ?? noParameter;
    const base = steps[at + 2] ?? 0;
    const by = steps[at + 3] ?? 0;
    const amount = steps[at + 4] ?? 0;
    text += signs[steps[at] ?? 0];
    if (parameter !== noParameter) text += digitsOf(parameter);
    const from = base === before ? "" : digitsOf(base);
    const operand = by === 0 ? "" : digitsOf(by);
    const to = amount === base ? "" : digitsOf(amount);
    if (to !== "") text += `,${from},${operand},${to}`;
    else if (operand !== "") text += `,${from},${operand}`;
    else if (from !== "") text += `,${from}`;
    before = amount;
  }
  return text;
}

/** The steps that `encodeSteps` was given. Anything else than its own text is our mistake. */
export function decodeSteps(text: string): readonly number[] {
  const steps: number[] = [];
  let before = 0;
  for (const [whole, sign = "", numbers = ""] of text.matchAll(STEP)) {
    const [place = "", from = "", operand = "", to = "", ...more] = numbers.split(",");
    const number = numberOfSign.get(sign);
    assert(number !== undefined && more.length === 0, `not a step: ${whole}`);
    const base = from === "" ? before : Number.parseInt(from, RADIX);
    before = to === "" ? base : Number.parseInt(to, RADIX);
    const parameter = place === "" ? noParameter : Number.parseInt(place, RADIX);
    const by = operand === "" ? 0 : Number.parseInt(operand, RADIX);
    steps.push(number, parameter, base, by, before);
  }
  return steps;
}

const RADIX = 36;

/** Two digits at once, with and without a leading 0: four times as fast as `toString`. */
const TWO_DIGITS = RADIX ** 2;
const short = Array.from({ length: TWO_DIGITS }, (_, number) => number.toString(RADIX));
const padded = short.map((text) => text.padStart(2, "0"));

function digitsOf(number: number): string {
  if (number < TWO_DIGITS) return short[number] ?? number.toString(RADIX);
  const higher = Math.floor(number / TWO_DIGITS);
  return digitsOf(higher) + (padded[number - higher * TWO_DIGITS] as string);
}

const STEP = /([^0-9a-z,])([0-9a-z,]*)/g;

/** One sign for each rule, in the order of their numbers; none of them is a digit or a comma. */
const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&()*+-./:;<=>?@[]^_{|}~αβγδεζηθικλμ";
const numberOfSign: ReadonlyMap<string, number> = new Map(
  rules.map((_, number) => [signs[number] ?? "", number]),
);
assert(numberOfSign.size === rules.length, "every rule has a sign of its own");
