import type { Day } from "../domain/period.js";
import { Refusal } from "../domain/refusal.js";
import { compareLaws, type Difference } from "../policy/compared.js";
import { lawOn } from "../policy/dated.js";
import { type OverviewRow, overviewOf } from "../policy/overview.js";
import type { Pack } from "../policy/pack.js";
import { type ShownRule, shownLaw } from "../policy/shown.js";
import type { Lang } from "../text/tell.js";
import type { FindWorkspace } from "./policy-places.js";
import { soundPack } from "./sound-pack.js";

/** The law of a day as a clerk reads it. */
export interface ShownPolicy {
  readonly region: string;
  readonly title: string;
  readonly day: Day;
  /** Label of the class or identity that was asked for. */
  readonly concerning?: string;
  /** The cares, payers and other parts of the law, in the order in which they are shown. */
  readonly parts: readonly ShownPart[];
  readonly overview: readonly OverviewRow[];
}

export interface ShownPart {
  readonly name: string;
  readonly label: string;
  readonly rules: readonly ShownRule[];
}

export interface ShowPolicyQuestion {
  readonly place: string | undefined;
  readonly day: Day;
  readonly concerning: string | undefined;
  readonly find: FindWorkspace;
  readonly lang: Lang;
}

/** Shows the law in force on a day; refuses a day without law and a name that no pack has. */
export async function showPolicy(question: ShowPolicyQuestion): Promise<ShownPolicy> {
  const { day, lang, find } = question;
  const pack = await soundPack(question.place, find);
  lawFor(pack, day);
  const concerning = nameIn(pack, question.concerning);
  const some = concerning === undefined ? {} : { concerning };
  const rules = shownLaw({ pack, day, lang, ...some });
  return {
    region: pack.region,
    title: pack.names.title,
    day,
    ...(concerning === undefined ? {} : { concerning: labelOf(pack, concerning) }),
    parts: partsOf(pack, rules),
    overview: overviewOf(pack, day, lang, concerning),
  };
}

/** Two laws side by side. */
export interface ComparedPolicies {
  readonly left: string;
  readonly right: string;
  readonly differences: readonly Difference[];
  /** How many cases are the same in both. */
  readonly same: number;
}

export interface ComparePoliciesQuestion {
  /** A pack and, after `@`, a day: `tongliao@2016-12-31`. */
  readonly left: string;
  readonly right: string;
  /** Whether what is the same is told too. */
  readonly isAll: boolean;
  readonly find: FindWorkspace;
  readonly lang: Lang;
}

/**
 * Compares two packs, or one pack on two days. Without a day it is the first day of the unified
 * scheme, which every pack names.
 */
export async function comparePolicies(
  question: ComparePoliciesQuestion,
): Promise<ComparedPolicies> {
  const left = await lawAt(question.left, question);
  const right = await lawAt(question.right, question);
  const all = compareLaws(left.rules, right.rules);
  const different = all.filter((one) => !one.isSame);
  const differences = question.isAll ? all : different;
  return {
    left: left.name,
    right: right.name,
    differences,
    same: all.length - different.length,
  };
}

async function lawAt(text: string, { find, lang }: ComparePoliciesQuestion) {
  const [, place = text, given] = /^(.*)@(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  const pack = await soundPack(place === "" ? undefined : place, find);
  const day = (given ?? switchDayOf(pack)) as Day;
  lawFor(pack, day);
  return { name: `${pack.names.title} ${day}`, rules: shownLaw({ pack, day, lang }) };
}

function switchDayOf(pack: Pack): Day {
  const law = pack.periods.find(({ found }) => found.law !== undefined)?.found.law;
  return law?.dates.switchDay ?? pack.names.covers.from;
}

function lawFor(pack: Pack, day: Day): void {
  const { law, problems } = lawOn(pack, day);
  if (law !== undefined) return;
  const { from, to } = pack.names.covers;
  const values = { found: pack.region, day, from, to };
  throw new Refusal("law-missing", values, problems.slice(0, 3));
}

/** A class or identity by its name or its label. */
function nameIn({ names }: Pack, wanted: string | undefined): string | undefined {
  if (wanted === undefined) return undefined;
  const { classes, identities } = names.labels;
  const known = [...classes, ...identities];
  const found = known.find(([name, label]) => name === wanted || label === wanted);
  if (found !== undefined) return found[0];
  const expected = known.map(([name, label]) => `${name} ${label}`).join(", ");
  throw new Refusal("class-unknown", { found: wanted, expected });
}

function labelOf({ names }: Pack, name: string): string {
  return names.labels.classes.get(name) ?? names.labels.identities.get(name) ?? name;
}

/** The rules by the first part of their name: dates, coverage …, cares, payers. */
function partsOf({ names }: Pack, rules: readonly ShownRule[]): readonly ShownPart[] {
  const { cares, payers } = names.labels;
  const order = [
    ...["dates", "coverage", "funding", "care"],
    ...cares.keys(),
    ...["payers"],
    ...payers.keys(),
    ...["catalogue"],
  ];
  return order.flatMap((name) => {
    const own = rules.filter(({ key }) => key.split(".")[0] === name);
    const label = cares.get(name) ?? payers.get(name) ?? "";
    return own.length === 0 ? [] : [{ name, label, rules: own }];
  });
}
