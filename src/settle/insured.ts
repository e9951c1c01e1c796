import { insutype } from "../domain/codes.js";
import { ageOn, type Day, dayBefore, yearOf } from "../domain/period.js";
import type { Insured } from "../domain/records.js";
import type { Law } from "../policy/law.js";

/** What is known of a person: enrolments and identities with their days. */
export interface KnownPerson {
  readonly psnNo: string;
  readonly brdy: Day | "";
  readonly enrolments: readonly KnownEnrolment[];
  readonly identities: readonly {
    readonly psnIdetType: string;
    readonly begndate: Day;
    readonly enddate: Day | "";
  }[];
}

export interface KnownEnrolment {
  readonly insutype: string;
  readonly begndate: Day;
  /** Empty while it runs. */
  readonly enddate: Day | "";
  readonly psnType: string;
  readonly insuplcAdmdvs: string;
}

/**
 * What the law asks about a person on the day that chooses the rule: enrolment, class, identities,
 * age and consecutive years. Undefined without an enrolment in force on the day. Of several (重复
 * 参保 before the switch) the one that began first counts.
 */
export function insuredOn(person: KnownPerson, law: Law, day: Day): Insured | undefined {
  const enrolment = enrolmentOn(person.enrolments, day);
  if (enrolment === undefined) return undefined;
  const facts = {
    psnNo: person.psnNo,
    scheme: schemes.get(enrolment.insutype) ?? "",
    tier: "",
    psnType: enrolment.psnType,
    division: enrolment.insuplcAdmdvs,
    identities: person.identities.filter((one) => isOn(one, day)).map((one) => one.psnIdetType),
    age: person.brdy === "" ? UNKNOWN_AGE : ageOn(person.brdy, ageDayOf(law, day)),
    years: yearsBefore(person.enrolments, day),
  };
  return { ...facts, class: classOf(law, facts) };
}

/** The enrolment in force on a day; of several, the one that began first. */
export function enrolmentOn(
  enrolments: readonly KnownEnrolment[],
  day: Day,
): KnownEnrolment | undefined {
  return enrolments
    .filter((one) => isOn(one, day))
    .reduce<KnownEnrolment | undefined>(
      (first, one) => (first === undefined || isEarlier(one, first) ? one : first),
      undefined,
    );
}

function isEarlier(one: KnownEnrolment, other: KnownEnrolment): boolean {
  if (one.begndate !== other.begndate) return one.begndate < other.begndate;
  return one.insutype < other.insutype;
}

function isOn(
  { begndate, enddate }: { readonly begndate: Day; readonly enddate: Day | "" },
  day: Day,
): boolean {
  return begndate <= day && (enddate === "" || day <= enddate);
}

const schemes: ReadonlyMap<string, string> = new Map([
  [insutype.ncms, "ncms"],
  [insutype.urban, "urban"],
  [insutype.resident, "resident"],
]);

/** No age group holds somebody whose birth date is not known. */
const UNKNOWN_AGE = -1;

function ageDayOf({ coverage, dates }: Law, day: Day): Day {
  switch (coverage.ageDay) {
    case "ruleDay":
      return day;
    case "yearStart":
      return `${yearOf(day)}-01-01` as Day;
    case "switchDay":
      return dates.switchDay;
  }
}

/** Whole years of cover without a gap before the year of the day. */
function yearsBefore(enrolments: readonly KnownEnrolment[], day: Day): number {
  let start = `${yearOf(day)}-01-01` as Day;
  const year = yearOf(start);
  const earlierFirst = [...enrolments].sort((a, b) => (a.begndate < b.begndate ? 1 : -1));
  for (const { begndate, enddate } of earlierFirst) {
    if (begndate >= start) continue;
    if (enddate !== "" && enddate < dayBefore(start)) break;
    start = begndate;
  }
  const isWhole = start.slice(5) === "01-01";
  return Math.max(0, year - yearOf(start) - (isWhole ? 0 : 1));
}

/** The class of the law's own table; empty where none fits. */
function classOf(law: Law, facts: Omit<Insured, "class">): string {
  const on = law.caseOf({
    ...NOTHING,
    scheme: facts.scheme,
    tier: facts.tier,
    psnType: facts.psnType,
    division: facts.division,
    identities: facts.identities,
    age: facts.age,
    years: facts.years,
  });
  return law.coverage.class.find(on)?.value ?? "";
}

const NOTHING = {
  class: "",
  level: "",
  care: "",
  place: "local",
  referral: "unreferred",
  hospital: [],
  disease: "",
  medType: "",
  months: 0,
  days: 0,
  joined: "",
  item: "",
  kind: "",
} as const;
