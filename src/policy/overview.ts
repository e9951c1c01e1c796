import { yuanText, zero } from "../domain/money.js";
import type { Day } from "../domain/period.js";
import type { Lang } from "../text/tell.js";
import { lawOn } from "./dated.js";
import type { CaseFacts, Moment } from "./law.js";
import type { Pack } from "./pack.js";
import { rateWords } from "./words.js";

/** What a care pays at one level of hospital to some classes of people, before adjustments. */
export interface OverviewRow {
  readonly care: string;
  readonly level: string;
  /** Labels of the classes (and old schemes) that have the same; empty for all of them. */
  readonly classes: readonly string[];
  readonly deductible: string;
  readonly ratio: string;
}

const firstStay: Moment = { admission: 1, visit: 0, cost: zero };

/**
 * The law's own table: deductible and ratio by care and level, for a first stay at home of a person
 * without an identity. In: a class to be seen alone, or none for all of them.
 */
export function overviewOf(
  pack: Pack,
  day: Day,
  lang: Lang,
  concerning: string | undefined,
): readonly OverviewRow[] {
  const { law } = lawOn(pack, day);
  if (law === undefined) return [];
  const { labels, psnTypes } = pack.names;
  const people = peopleOf(pack, day >= law.dates.switchDay, concerning);
  return [...law.cares.values()].flatMap((section) =>
    [...labels.levels].flatMap(([level, label]) => {
      const groups = new Map<string, string[]>();
      for (const { scheme, name, shown } of people) {
        const psnType = psnTypes.get(name) ?? "";
        const facts = { ...nobody, scheme, class: name, psnType, level, care: section.name };
        const on = law.caseOf(facts);
        const amount = section.deductible?.base.find(on, firstStay)?.value;
        const rate = section.ratio?.base.find(on, firstStay)?.value;
        const deductible = amount === undefined ? "–" : yuanText(amount);
        const ratio = rate === undefined ? "–" : rateWords(rate, lang);
        const key = JSON.stringify([deductible, ratio]);
        groups.set(key, [...(groups.get(key) ?? []), shown]);
      }
      return [...groups].map(([key, classes]) => {
        const [deductible = "", ratio = ""] = JSON.parse(key) as string[];
        const isAll = classes.length === people.length && concerning === undefined;
        const named = isAll ? [] : classes;
        return { care: section.label, level: label, classes: named, deductible, ratio };
      });
    }),
  );
}

/** The classes of people on a day, before the switch of each old scheme by itself. */
function peopleOf({ names }: Pack, isUnified: boolean, concerning: string | undefined) {
  const { classes, schemes } = names.labels;
  const some = [...classes].filter(
    ([name]) => !classes.has(concerning ?? "") || name === concerning,
  );
  const old = [...schemes].filter(([name]) => name !== "resident");
  if (isUnified || old.length === 0) {
    return some.map(([name, shown]) => ({ scheme: "resident", name, shown }));
  }
  return old.flatMap(([scheme, label]) =>
    some.map(([name, shown]) => ({ scheme, name, shown: `${label}${shown}` })),
  );
}

const nobody: CaseFacts = {
  ...{ scheme: "resident", class: "", tier: "", level: "", care: "", place: "local" },
  ...{ referral: "unreferred", hospital: [], identities: [], disease: "", medType: "21" },
  ...{ psnType: "", age: 40, years: 0, division: "", months: 0, days: 0 },
  ...{ joined: "", item: "", kind: "" },
};
