import assert from "node:assert";
import {
  add,
  addRatio,
  least,
  most,
  one,
  partOf,
  type Ratio,
  shareOf,
  subtract,
  sumOfShares,
  timesCount,
  timesRatio,
  type Yuan,
  zero,
} from "../domain/money.js";
import type { Step } from "../domain/records.js";
import type { RuleName } from "../text/rules.js";
import { type Operation, rules, STEP_LENGTH } from "./rules.js";

/** A step with the rule's name and what it does with its numbers. */
export interface TracedStep extends Step {
  readonly rule: RuleName;
  readonly operation: Operation;
}

/** Steps as the kernel writes them, five numbers each, one by one. */
export function stepsOf(numbers: readonly number[]): readonly TracedStep[] {
  assert(numbers.length % STEP_LENGTH === 0, "a step has five numbers");
  return Array.from({ length: numbers.length / STEP_LENGTH }, (_, index) => {
    const at = index * STEP_LENGTH;
    const [number = -1, parameter = -1, base = 0, by = 0, amount = 0] = numbers.slice(at, at + 5);
    const known = rules[number];
    assert(known !== undefined, `not a rule: ${number}`);
    return { rule: known[0], operation: known[1], parameter, base, by, amount };
  });
}

/** What a step's numbers come to, from the line alone; `before` is the line above it. */
export function resultOf(
  { operation, base, by, amount }: TracedStep,
  before: Pick<Step, "amount"> | undefined,
): number {
  switch (operation) {
    case "plus":
      return add(base as Yuan, by as Yuan);
    case "minus":
    case "minusCount":
      return most(zero, subtract(base as Yuan, by as Yuan));
    case "least":
    case "leastCount":
    case "leastShare":
      return least(base as Yuan, by as Yuan);
    case "most":
    case "mostShare":
      return most(base as Yuan, by as Yuan);
    case "times":
      return timesCount(base as Yuan, by);
    case "share":
      return shareOf(base as Yuan, by as Ratio);
    case "lessShare":
      return shareOf(base as Yuan, Math.max(0, one - by) as Ratio);
    case "part":
      return partOf(base as Yuan, before?.amount ?? 0, by);
    case "eachShare":
      return base * by;
    case "timesShare":
      return timesRatio(base as Ratio, by as Ratio);
    case "plusShare":
      return addRatio(base as Ratio, by as Ratio);
    case "minusShare":
      return Math.max(0, base - by);
    default:
      // What the law gives as it stands; bands and sections are about the lines around them.
      return amount;
  }
}

/** What bands come to together: their exact products, rounded once. */
export function bandsTogether(bands: readonly Step[]): {
  readonly base: number;
  readonly amount: number;
} {
  const lengths = bands.map((band) => band.base as Yuan);
  const shares = bands.map((band) => band.by as Ratio);
  return {
    base: lengths.reduce((sum, length) => add(sum, length), zero),
    amount: sumOfShares(lengths, shares),
  };
}
