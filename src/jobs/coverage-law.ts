import { type Yuan, zero } from "../domain/money.js";
import { ageOn, type Day, dayBefore, firstDay, type Month } from "../domain/period.js";
import { Refusal } from "../domain/refusal.js";
import { lawOn } from "../policy/dated.js";
import type { CaseFacts, Law, Row } from "../policy/law.js";
import type { Pack } from "../policy/pack.js";
import type { ClassFacts, CoverageLaw } from "../unify/coverage.js";
import type { DuplicateRules } from "../unify/duplicate-rules.js";
import type { DuplicateLaw } from "./duplicates/duplicated-people.js";

/** The law in force on the first day of a month; refuses where a parameter has none. */
export function lawOfMonth(pack: Pack, month: Month): Law {
  const { law, problems } = lawOn(pack, firstDay(month));
  if (law !== undefined) return law;
  const values = { month, found: pack.region, count: problems.length };
  throw new Refusal("policy-missing", values, problems.slice(0, 3));
}

/**
 * By what duplicated enrolments are judged, decided on a day, or else on the first of the unified
 * scheme.
 */
export function duplicateLawOf(
  pack: Pack,
  { duplicates: rules, switchDay }: CoverageLaw,
  day: Day = switchDay,
): DuplicateLaw {
  return { rules, switchDay, day: day > switchDay ? day : switchDay, subsidyOf: subsidyIn(pack) };
}

/** What unifying coverage asks of a region's law, and of the rules on several enrolments. */
export function coverageLaw(pack: Pack, law: Law, duplicates: DuplicateRules): CoverageLaw {
  const { switchDay } = law.dates;
  return {
    switchDay,
    lastOldDay: dayBefore(switchDay),
    psnTypeOf: (person) => psnTypeOf(pack, law, person),
    duplicates,
  };
}

/**
 * What the governments pay a year for one person of a 人员类别 in the unified scheme: the row of
 * `funding.subsidy` for the class that has this code.
 */
export function subsidyOf(pack: Pack, law: Law): (psnType: string) => Yuan {
  return (psnType) => {
    const name = classOf(pack, psnType);
    const found = law.funding.subsidy.find(law.caseOf({ ...nobody, psnType, class: name }));
    return found?.value ?? zero;
  };
}

/** The same for any year; undefined where the pack says nothing of the year or the class. */
export function subsidyIn(pack: Pack): (year: number, psnType: string) => Yuan | undefined {
  return (year, psnType) => {
    const { law } = lawOn(pack, firstDay(`${year}-01` as Month));
    const name = classOf(pack, psnType);
    return law?.funding.subsidy.find(law.caseOf({ ...nobody, psnType, class: name }))?.value;
  };
}

/**
 * The class of a person by the region's table, asked once for each active enrolment: the row that
 * stands highest counts, so that a table can say that a student of one source is a student. The
 * source's own code is kept where it says the class more exactly.
 */
function psnTypeOf(pack: Pack, law: Law, { brdy, rows }: ClassFacts): string {
  const table = law.coverage.class;
  const day = ageDayOf(law);
  const identities = rows.map((row) => row.psnIdetType);
  const age = ageOn(brdy, day);
  let best: Row<string> | undefined;
  let psnType = "";
  for (const row of rows) {
    const division = row.insuplcAdmdvs;
    const facts = { ...nobody, psnType: row.psnType, age, identities, division };
    const found = table.find(law.caseOf(facts));
    const isHigher = best === undefined || (found && isAbove(table.rows, found, best));
    if (found === undefined || isHigher !== true) continue;
    best = found;
    psnType = row.psnType;
  }
  const national = pack.names.psnTypes.get(best?.value ?? "") ?? "";
  return psnType.startsWith(national) ? psnType : national;
}

function isAbove<Value>(rows: readonly Row<Value>[], left: Row<Value>, right: Row<Value>): boolean {
  return rows.indexOf(left) < rows.indexOf(right);
}

/** A unified enrolment begins on the switch day, so that is its day of the rule. */
function ageDayOf({ coverage, dates }: Law): Day {
  const { switchDay } = dates;
  return coverage.ageDay === "yearStart" ? (`${switchDay.slice(0, 4)}-01-01` as Day) : switchDay;
}

function classOf({ names }: Pack, psnType: string): string {
  const exact = [...names.psnTypes].find(([, code]) => psnType.startsWith(code));
  return exact?.[0] ?? "";
}

/** A case of which nothing is known but the unified scheme. */
const nobody: CaseFacts = {
  ...{ scheme: "resident", class: "", tier: "", level: "", care: "", place: "local" },
  ...{ referral: "unreferred", hospital: [], identities: [], disease: "", medType: "" },
  ...{ psnType: "", age: 0, years: 0, division: "", months: 0, days: 0 },
  ...{ joined: "", item: "", kind: "" },
};
