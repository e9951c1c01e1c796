import { askable, type FormKey, type Outcome, type Spec } from "./language.js";
import type { Names } from "./names.js";

const perBill: FormKey = { words: ["stay", "visit", "month", "year"], isNeeded: "always" };
const ladder = {
  per: { words: ["stay", "year"], isNeeded: "never" },
  axis: { words: ["net", "gross"], isNeeded: "withBands" },
} as const;

/** Another section of the same kind, whose year goes on where this one's does. */
function countedWith(others: readonly string[]): FormKey {
  return { words: others, isName: true, isNeeded: "never" };
}

const limitForm = {
  per: { words: ["stay", "day", "month", "year"], isNeeded: "always" },
  counts: { words: ["payment", "cost", "sessions"], isNeeded: "always" },
  each: { words: ["disease"], isNeeded: "never" },
} as const;

function word(...words: readonly string[]): Spec {
  return { value: { way: "word", words }, form: {}, asks: [], countsAdmissions: false };
}

function table(
  asks: readonly string[],
  outcomes: readonly [Outcome, ...Outcome[]],
  more: { readonly words?: readonly string[]; readonly form?: Spec["form"] } = {},
): Spec {
  const value = { way: "table", outcomes, words: more.words ?? [] } as const;
  const form = more.form ?? {};
  // Where `counts` says what a limit or a package counts, `admissions` says how those are counted.
  const key = form["counts"] === undefined ? "counts" : "admissions";
  return { value, form, asks, countsAdmissions: asks.includes("admission") && key };
}

const order: Spec = {
  ...{ value: { way: "order", of: "adjustments" }, form: {}, asks: [] },
  countsAdmissions: false,
};

/** The parameters that belong to no section. */
const fixed: Readonly<Record<string, (names: Names) => Spec>> = {
  "dates.switchDay": () => ({ ...word(), value: { way: "day" } }),
  "dates.ruleDay": () => word("admission", "discharge", "settlement"),
  "dates.acrossSwitch": () => word("admission", "discharge", "split"),
  "dates.benefitYear": () => word("admission", "discharge", "settlement", "split"),
  "dates.accountingDay": () => word("settlement", "discharge"),
  "dates.accountingFrom": () => ({ ...word(), value: { way: "whole", lowest: 1, highest: 28 } }),
  "care.kind": (names) =>
    table(askable.care, ["choose"], { words: [...names.labels.cares.keys(), "none"] }),
  "coverage.class": (names) =>
    table(askable.class, ["choose"], { words: [...names.labels.classes.keys()] }),
  "coverage.ageDay": () => word("ruleDay", "yearStart", "switchDay"),
  "coverage.start": () => table(askable.start, ["choose"], { words: startWays }),
  "funding.contribution": () => table(askable.person, ["amount"]),
  "funding.subsidy": () => table(askable.person, ["amount"]),
  "funding.aided": () => table(askable.person, ["share"]),
  "funding.account": () => table(askable.person, ["amount"]),
  "catalogue.firstSelfPay": () => table(askable.line, ["share"]),
  "catalogue.consumable": () =>
    table(askable.line, ["bands"], {
      form: { way: { words: ["slab", "marginal"], isNeeded: "always" } },
    }),
  "catalogue.uplimit": () => table(askable.line, ["limit"]),
  "catalogue.rounding": () => word("line", "bill"),
  "payers.rounding": () => word("fen", "jiao", "yuan"),
  "payers.order": () => ({ ...order, value: { way: "order", of: "payers" } }),
};

export const startWays = ["birth", "payment", "dayAfterPayment", "monthsAfterPayment"] as const;

/** What counts into a later payer's base: the parts of a bill that the law has to speak about. */
export const countedParts = {
  deductible: "needed",
  firstSelfPay: "needed",
  overLimit: "needed",
  fullSelfPay: "no",
  firstShare: "yes",
  referralCut: "yes",
} as const;

/** Those who may share the subsidy among them. */
export const subsidisers = ["central", "province", "city", "county"] as const;

const yesNo = { words: ["yes", "no"] };

/** In: the conditions that may be asked, and the other cares (or payers) of the pack. */
type SpecMaker = (asks: readonly string[], others: readonly string[]) => Spec;

/** What a section has, by the rest of the parameter's name; `*` stands for a name of the pack. */
const inSection: Readonly<Record<string, SpecMaker>> = {
  deductible: (asks, others) =>
    table(asks, ["amount"], { form: { per: perBill, with: countedWith(others) } }),
  "deductible.yearly": (asks) => table(asks, ["limit"]),
  ratio: (asks, others) =>
    table(asks, ["share", "bands", "ageShare"], { form: { ...ladder, with: countedWith(others) } }),
  firstShare: (asks) => table(asks, ["share"]),
  package: (asks) =>
    table(asks, ["amount", "prices"], {
      form: {
        counts: { words: ["fixed", "most"], isNeeded: "always" },
        each: { words: ["session", "day"], isNeeded: "never" },
      },
    }),
  floor: (asks) =>
    table(asks, ["share"], {
      form: {
        of: { words: ["scope", "total"], isNeeded: "never" },
        less: { words: ["deductible"], isNeeded: "never" },
      },
    }),
  "limit.*": (asks) => table(asks, ["limit"], { form: limitForm }),
  "deductible.adjust.*": (asks) => effects(asks, "amount"),
  "ratio.adjust.*": (asks) => effects(asks, "share"),
  "limit.*.adjust.*": (asks) => effects(asks, "limit"),
  "deductible.order": () => order,
  "ratio.order": () => order,
  "limit.*.order": () => order,
};

/** What only a later payer has. */
const inPayer: Readonly<Record<string, (asks: readonly string[]) => Spec>> = {
  applies: (asks) => table(asks, ["choose"], yesNo),
  over: () => word("bill", "year"),
  "counts.*": (asks) => table(asks, ["choose"], yesNo),
  target: (asks) =>
    table(asks, ["share"], {
      form: {
        of: { words: ["total", "scope"], isNeeded: "always" },
        over: { words: ["bill", "year"], isNeeded: "always" },
      },
    }),
};

function effects(asks: readonly string[], on: "amount" | "share" | "limit"): Spec {
  return { value: { way: "effects", on }, form: {}, asks, countsAdmissions: "counts" };
}

const PART = /^[A-Za-z][A-Za-z0-9]*$/;

/** The spec of a parameter by its name; undefined where the language has no such parameter. */
export function specOf(key: string, names: Names): Spec | undefined {
  if (Object.hasOwn(fixed, key)) return fixed[key]?.(names);
  const [head = "", ...rest] = key.split(".");
  if (head === "funding" && rest[0] === "subsidy" && rest.length === 2) {
    return subsidisers.some((one) => one === rest[1])
      ? table(askable.person, ["amount"])
      : undefined;
  }
  const isPayer = names.labels.payers.has(head);
  if (!isPayer && !names.labels.cares.has(head)) return undefined;
  const tail = tailOf(rest);
  if (tail === undefined) return undefined;
  const asks = isPayer ? askable.payer : askable.section;
  const named = tail === "counts.*" && !Object.hasOwn(countedParts, rest[1] ?? "");
  if (named || (isPayer && ["package", "firstShare"].includes(tail))) return undefined;
  const { payers, cares } = names.labels;
  const others = [...(isPayer ? payers : cares).keys()].filter((one) => one !== head);
  if (Object.hasOwn(inSection, tail)) return inSection[tail]?.(asks, others);
  return isPayer && Object.hasOwn(inPayer, tail) ? inPayer[tail]?.(asks) : undefined;
}

/** `limit.fund.adjust.poor` → `limit.*.adjust.*`; undefined where a name is none. */
function tailOf(rest: readonly string[]): string | undefined {
  const before = ["limit", "adjust", "counts"];
  const parts = rest.map((part, at) => (before.includes(rest[at - 1] ?? "") ? "*" : part));
  return rest.every((part) => PART.test(part)) ? parts.join(".") : undefined;
}

/** Every parameter that a pack with these names may have, for a hint; `NAME` is free. */
export function knownParameters(names: Names): readonly string[] {
  const cares = [...names.labels.cares.keys()];
  const payers = [...names.labels.payers.keys()];
  const tails = Object.keys(inSection).flatMap(spelled);
  const ofPayers = [...tails, ...Object.keys(inPayer).flatMap(spelled)];
  return [
    ...Object.keys(fixed),
    ...subsidisers.map((one) => `funding.subsidy.${one}`),
    ...cares.flatMap((care) => tails.map((tail) => `${care}.${tail}`)),
    ...payers.flatMap((payer) => ofPayers.map((tail) => `${payer}.${tail}`)),
  ].filter((key) => specOf(key, names) !== undefined);
}

function spelled(tail: string): readonly string[] {
  if (tail !== "counts.*") return [tail.replaceAll("*", "NAME")];
  return Object.keys(countedParts).map((part) => `counts.${part}`);
}
