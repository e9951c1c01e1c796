import type { Day } from "../domain/period.js";
import type { Lang } from "../text/tell.js";
import type { Pack } from "./pack.js";
import { type ShownRow, type ShownRule, shownLaw } from "./shown.js";

/** One case of one parameter, as two laws have it; undefined where a law does not. */
export interface Difference {
  readonly key: string;
  readonly label: string;
  /** Whom or what it is about, in words; empty for the form keys of the parameter. */
  readonly who: string;
  readonly left: string | undefined;
  readonly right: string | undefined;
  readonly isSame: boolean;
}

/** Two laws side by side, parameter by parameter in the order of the left one, then the rest. */
export function compareLaws(
  left: readonly ShownRule[],
  right: readonly ShownRule[],
): readonly Difference[] {
  const others = new Map(right.map((rule) => [rule.key, rule]));
  const known = new Set(left.map((rule) => rule.key));
  return [
    ...left.flatMap((rule) => compareRules(rule, others.get(rule.key))),
    ...right.filter(({ key }) => !known.has(key)).flatMap((rule) => compareRules(undefined, rule)),
  ];
}

function compareRules(
  left: ShownRule | undefined,
  right: ShownRule | undefined,
): readonly Difference[] {
  const { key, label } = left ?? right ?? { key: "", label: "" };
  const forms = compareTexts(left?.form || undefined, right?.form || undefined);
  const before = byWho(left);
  const after = byWho(right);
  const cases = [...new Set([...before.keys(), ...after.keys()])];
  const rest = [left, right].flatMap((rule) => rule?.rows.find((row) => row.isRest)?.who ?? []);
  const whoOf = (one: string): string => (one === REST ? (rest.at(-1) ?? "") : one);
  return [
    ...(forms.left === undefined && forms.right === undefined ? [] : [{ who: "", ...forms }]),
    ...cases.map((one) => ({ who: whoOf(one), ...compareTexts(before.get(one), after.get(one)) })),
  ].map((one) => ({ key, label, ...one }));
}

function compareTexts(left: string | undefined, right: string | undefined) {
  return { left, right, isSame: left === right };
}

/** The row for all others counts as the same, whatever the rows above it leave. */
const REST = "…";

/** Values by whom they are about; the same words again are told apart by their number. */
function byWho(rule: ShownRule | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { who, isRest, value } of rule?.rows ?? ([] as readonly ShownRow[])) {
    const first = isRest ? REST : who;
    let name = first;
    for (let again = 2; found.has(name); again++) name = `${first} (${again})`;
    found.set(name, value);
  }
  return found;
}

/** What changes on one day. */
export interface DayOfChange {
  readonly day: Day;
  readonly changes: readonly Difference[];
}

/**
 * The calendar of a pack: for every day that it covers on which something changes, what it was
 * before and what it is from then on. A version that states the same again is no change.
 */
export function calendarOf(pack: Pack, lang: Lang): readonly DayOfChange[] {
  const { from, to } = pack.names.covers;
  const days = pack.periods.map((period) => period.from).filter((day) => day > from && day <= to);
  const all = [from, ...days];
  const laws = all.map((day) => shownLaw({ pack, day, lang }));
  return days.flatMap((day, at) => {
    const differences = compareLaws(laws[at] ?? [], laws[at + 1] ?? []);
    const changes = differences.filter((one) => !one.isSame);
    return changes.length === 0 ? [] : [{ day, changes }];
  });
}
