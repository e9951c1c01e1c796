import type { Yuan } from "../../domain/money.js";
import type { CaseFacts, Conditions, Moment, Range, Row, Table } from "../../policy/law.js";

/** The row of a table for a case, found as a person would: from above, the first that fits. */
export function rowFor<Value>(
  table: Table<Value>,
  facts: CaseFacts,
  moment: Moment,
): Row<Value> | undefined {
  return table.rows.find(({ when }) => fits(when, facts, moment));
}

function fits(when: Conditions, facts: CaseFacts, moment: Moment): boolean {
  return (
    words.every((key) => when[key] === undefined || when[key].includes(facts[key])) &&
    codes.every((key) => when[key] === undefined || beginsWithOne(facts[key], when[key])) &&
    (when.hospital === undefined || shareOne(when.hospital, facts.hospital)) &&
    (when.identity === undefined || shareOne(when.identity, facts.identities)) &&
    (when.identities ?? []).every((one) => facts.identities.includes(one)) &&
    within(when.age, facts.age) &&
    within(when.years, facts.years) &&
    within(when.months, facts.months) &&
    within(when.days, facts.days) &&
    within(when.admission, moment.admission) &&
    within(when.visit, moment.visit) &&
    (when.cost === undefined || isCost(when.cost, moment.cost))
  );
}

const words = [
  "scheme",
  "class",
  "tier",
  "level",
  "care",
  "place",
  "referral",
  "disease",
  "joined",
  "item",
  "kind",
] as const;

const codes = ["medType", "psnType", "division"] as const;

/** Every condition of the language is asked above; `price` is the catalogue's alone. */
type Asked =
  | (typeof words)[number]
  | (typeof codes)[number]
  | ("hospital" | "identity" | "identities")
  | ("age" | "years" | "months" | "days" | "admission" | "visit" | "cost" | "price");
true satisfies keyof Conditions extends Asked ? true : never;

function beginsWithOne(code: string, beginnings: readonly string[]): boolean {
  return beginnings.some((one) => code.startsWith(one));
}

function shareOne(asked: readonly string[], held: readonly string[]): boolean {
  return asked.some((one) => held.includes(one));
}

function within(range: Range | undefined, found: number): boolean {
  return range === undefined || (range.from <= found && found <= range.to);
}

function isCost({ over, upTo }: NonNullable<Conditions["cost"]>, cost: Yuan): boolean {
  return (over === undefined || cost > over) && (upTo === undefined || cost <= upTo);
}
