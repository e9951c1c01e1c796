/** The keys by which a row says its outcome. */
export const outcomeKeys = [
  "amount",
  "share",
  "limit",
  "bands",
  "ageShare",
  "prices",
  "choose",
] as const;
export type Outcome = (typeof outcomeKeys)[number];

/** The keys by which a row of an adjustment says what it does. */
export const effectKeys = [
  ...["times", "plus", "minus", "replace", "atLeast", "atMost", "minusEach", "floor"],
  ...["minusShareEach", "most", "plusEachYear", "ofTotal", "ofScope", "ceiling", "difference"],
] as const;

/** How a parameter's value is read. */
export type ValueKind =
  | { readonly way: "day" }
  | { readonly way: "whole"; readonly lowest: number; readonly highest: number }
  | { readonly way: "word"; readonly words: readonly string[] }
  | { readonly way: "order"; readonly of: "payers" | "adjustments" }
  | {
      readonly way: "table";
      /** The first is what a single value is read as. */
      readonly outcomes: readonly [Outcome, ...Outcome[]];
      /** What `choose` may choose. */
      readonly words?: readonly string[];
    }
  | { readonly way: "effects"; readonly on: "amount" | "share" | "limit" };

/** A form key: the words that it may be, and when it has to be written. */
export interface FormKey {
  readonly words: readonly string[];
  /** Whether its words are names of the pack. */
  readonly isName?: true;
  readonly isNeeded: "always" | "withBands" | "never";
}

/** What the language knows about one parameter. */
export interface Spec {
  readonly value: ValueKind;
  readonly form: Readonly<Record<string, FormKey>>;
  /** Conditions that its rows may ask. */
  readonly asks: readonly string[];
  /** The form key that says how earlier admissions are counted, where rows may ask for them. */
  readonly countsAdmissions: "counts" | "admissions" | false;
}

const person = [
  ...["scheme", "class", "tier", "identity", "identities", "psnType", "division", "age", "years"],
];
const bill = [
  ...["scheme", "class", "tier", "level", "place", "referral", "disease", "hospital"],
  ...["identity", "identities", "medType", "psnType", "division", "age", "years"],
];
const moment = ["admission", "visit", "cost"];

/** Conditions by where they may be asked; `all` is every condition of the language. */
export const askable = {
  person,
  class: ["scheme", "identity", "identities", "psnType", "division", "age"],
  care: bill,
  section: [...bill, ...moment],
  payer: ["care", ...bill, ...moment],
  line: ["item", "kind", "price", ...bill],
  start: ["joined", "months", "days", ...person],
} as const;
export const conditionKeys = [...new Set(Object.values(askable).flat())] as readonly string[];
