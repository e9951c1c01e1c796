import { plainCare } from "../domain/care-facts.js";
import { insutype } from "../domain/codes.js";
import { ageOn, type Day, dayBefore, yearOf } from "../domain/period.js";
import type { Insured } from "../domain/records.js";
import type { Law } from "../policy/law.js";
import { caseOf } from "./case.js";

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
  // Field by field, and twice: what the kernel reads for every claim has one shape.
  const insured: Insured = {
    psnNo: person.psnNo,
    scheme: schemes.get(enrolment.insutype) ?? "",
    class: "",
    tier: "",
    psnType: enrolment.psnType,
    identities: person.identities.filter((one) => isOn(one, day)).map((one) => one.psnIdetType),
    age: person.brdy === "" ? UNKNOWN_AGE : ageOn(person.brdy, ageDayOf(law, day)),
    years: yearsBefore(person.enrolments, day),
    division: enrolment.insuplcAdmdvs,
  };
  return {
    psnNo: insured.psnNo,
    scheme: insured.scheme,
    class: classOf(law, insured),
    tier: insured.tier,
    psnType: insured.psnType,
    identities: insured.identities,
    age: insured.age,
    years: insured.years,
    division: insured.division,
  };
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

/**
 * The class of the law's own table; empty where none fits. Few people differ in what the table
 * asks, so each answer is kept with its law.
 */
export function classOf(law: Law, insured: Insured): string {
  const { scheme, tier, psnType, division, identities, age, years } = insured;
  const key = `${scheme} ${tier} ${psnType} ${division} ${identities.join("+")} ${age} ${years}`;
  let known = classes.get(law);
  if (known === undefined) {
    known = new Map();
    classes.set(law, known);
  }
  const before = known.get(key);
  if (before !== undefined) return before;
  const found = law.coverage.class.find(caseOf({ claim: noBill, insured, law }))?.value ?? "";
  known.set(key, found);
  return found;
}

const classes = new WeakMap<Law, Map<string, string>>();

/** The class of a person is asked before there is a bill. */
const noBill = { ...plainCare, dedcHospLv: "", medType: "" };
