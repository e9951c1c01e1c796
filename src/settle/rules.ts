import type { RuleName } from "../text/rules.js";

/**
 * What each rule does with its two numbers. Every line of an explained bill is one of these
 * equations, so that a trace can be checked line by line.
 */
export type Operation =
  /** amount is the law's value as it stands */
  | "given"
  | "givenShare"
  | "givenCount"
  /** amounts, base first */
  | "plus"
  | "minus"
  | "least"
  | "most"
  /** amount × count, amount × share, and the amount less its share */
  | "times"
  | "share"
  | "lessShare"
  /** base × (amount of the line above) ÷ by */
  | "part"
  /** counts */
  | "minusCount"
  | "leastCount"
  /** shares */
  | "eachShare"
  | "timesShare"
  | "plusShare"
  | "minusShare"
  | "leastShare"
  | "mostShare"
  /** the exact sum of the bands above, rounded once */
  | "bands"
  /** a section begins; amount is what it paid */
  | "section";

/**
 * The rules in the order of their numbers, which stored steps hold: a new rule comes at the end.
 */
export const rules = [
  ["section", "section"],
  ["package", "times"],
  ["package-most", "least"],
  ["first-share", "share"],
  ["without-first-share", "minus"],
  ["deductible", "given"],
  ["amount-times", "share"],
  ["amount-plus", "plus"],
  ["amount-minus", "minus"],
  ["amount-replace", "given"],
  ["amount-each", "times"],
  ["amount-floor", "most"],
  ["amount-less-share", "lessShare"],
  ["difference", "minus"],
  ["continued", "given"],
  ["times-months", "times"],
  ["less-taken", "minus"],
  ["yearly-room", "minus"],
  ["within", "least"],
  ["deducted", "least"],
  ["on-ladder", "minus"],
  ["share", "givenShare"],
  ["share-each", "eachShare"],
  ["share-most", "leastShare"],
  ["share-times", "timesShare"],
  ["share-plus", "plusShare"],
  ["share-minus", "minusShare"],
  ["share-replace", "givenShare"],
  ["share-whole", "leastShare"],
  ["band", "share"],
  ["ladder", "bands"],
  ["floor", "share"],
  ["raised", "most"],
  ["limit", "given"],
  ["limit-room", "minus"],
  ["sessions-room", "minusCount"],
  ["sessions-paid", "leastCount"],
  ["sessions-cut", "part"],
  ["left", "minus"],
  ["uncounted-deductible", "minus"],
  ["uncounted-first-share", "minus"],
  ["referral-cut", "minus"],
  ["uncounted-referral-cut", "minus"],
  ["counted-first-self-pay", "plus"],
  ["counted-over-limit", "plus"],
  ["counted-full-self-pay", "plus"],
  ["cumulated", "plus"],
  ["above", "minus"],
  ["less-paid", "minus"],
  ["within-own", "least"],
  ["target", "share"],
  ["funds-cumulated", "plus"],
  ["target-due", "minus"],
  ["sessions-limit", "givenCount"],
  ["floor-base", "minus"],
  ["amount-most", "least"],
  ["share-least", "mostShare"],
  ["cut-down", "minus"],
  ["amount-of-total", "share"],
  ["amount-of-scope", "share"],
  ["package-day", "times"],
  ["package-sum", "plus"],
] as const satisfies readonly (readonly [RuleName, Operation])[];

/** The number of a rule, by its name. */
export const rule = Object.fromEntries(rules.map(([name], number) => [name, number])) as Readonly<
  Record<RuleName, number>
>;

/** The parameter of a step that applies none. */
export const noParameter = -1;

/** How many numbers a step has: rule, parameter, base, by, amount. */
export const STEP_LENGTH = 5;
