import { birthOf, EARLIEST_BIRTH, gendOf } from "../domain/certno.js";
import type { Day } from "../domain/period.js";
import { type Problem, problem } from "../domain/problem.js";
import type { SourceEnrolment, SourcePerson } from "../domain/records.js";
import { sexOfRelation } from "../domain/relation.js";
import type { UndatedClaim } from "./claims.js";
import type { RowOrigin } from "./row-origin.js";

/** Resident insurance began in 2003 in the country and in 2007 in towns: no bill is older. */
const EARLIEST_BILL = "2000-01-01" as Day;

/**
 * What the fields of one person say against each other. Set aside: `field-missing` (no birth date
 * at all), `date-out-of-range`, and a number that says another birth date or sex than the row, for
 * then one of two people is meant (`certno-birth-differs`, `certno-sex-differs`). A finding only:
 * `relation-differs`, because a relation entered wrong changes nobody's identity or money.
 */
export function personChecks(person: SourcePerson, origin: RowOrigin): readonly Problem[] {
  const place = { file: origin.file, line: origin.line };
  const { certno, brdy, gend, headRelation } = person;
  const problems: Problem[] = [];
  if (brdy === ("" as Day)) problems.push(problem("field-missing", { ...place, field: "brdy" }));
  else problems.push(...rangeChecks(origin, EARLIEST_BIRTH, { brdy }));
  const sex = sexOfRelation(headRelation);
  if (isStated(gend) && sex !== undefined && sex !== gend) {
    const values = { relation: headRelation, field: "gend", found: gend };
    problems.push(problem("relation-differs", { ...place, field: "head_relation" }, values));
  }
  if (certno === "") return problems;
  const birth = birthOf(certno);
  if (birth !== undefined && brdy !== birth) {
    const at = { ...place, field: "brdy" };
    problems.push(problem("certno-birth-differs", at, { found: brdy, expected: birth }));
  }
  if (isStated(gend) && gend !== gendOf(certno)) {
    const at = { ...place, field: "gend" };
    problems.push(problem("certno-sex-differs", at, { found: gend, expected: gendOf(certno) }));
  }
  return problems;
}

function isStated(gend: string): boolean {
  return gend === "1" || gend === "2";
}

/**
 * What an enrolment says against its person. Set aside: `date-out-of-range`. A finding only:
 * `enrolled-before-birth`, because many registers write the day on which the household joined, or
 * the first of January, for every member, the newborn included.
 */
export function enrolmentChecks(
  { psnInsuDate }: SourceEnrolment,
  brdy: Day | "",
  origin: RowOrigin,
): readonly Problem[] {
  const problems = [...rangeChecks(origin, EARLIEST_BIRTH, { psn_insu_date: psnInsuDate })];
  if (brdy !== "" && psnInsuDate !== ("" as Day) && psnInsuDate < brdy) {
    const place = { file: origin.file, line: origin.line, field: "psn_insu_date" };
    problems.push(problem("enrolled-before-birth", place, { found: psnInsuDate, other: brdy }));
  }
  return problems;
}

/**
 * Days of a bill. Set aside, because each of them decides about money: `date-out-of-range`, and
 * `dates-disorder` when a stay ends or is settled before it begins.
 */
export function claimChecks(claim: UndatedClaim, origin: RowOrigin): readonly Problem[] {
  const { begndate, enddate, setlDay } = claim;
  const place = { file: origin.file, line: origin.line };
  const problems = [
    ...rangeChecks(origin, EARLIEST_BILL, { begndate, enddate, setl_time: setlDay }),
  ];
  for (const [field, day] of [["enddate", enddate] as const, ["setl_time", setlDay] as const]) {
    if (day >= begndate) continue;
    const values = { left: field, found: day, right: "begndate", other: begndate };
    problems.push(problem("dates-disorder", { ...place, field }, values));
  }
  return problems;
}

/** Days before `from`, or later than anything in this delivery can be; empty ones are no matter. */
function rangeChecks(
  { file, line, latest }: RowOrigin,
  from: string,
  days: Readonly<Record<string, Day>>,
): readonly Problem[] {
  return Object.entries(days).flatMap(([field, day]) => {
    const isPossible = day >= from && (latest === undefined || day <= latest);
    if (day === ("" as Day) || isPossible) return [];
    const values = { found: day, from, to: latest ?? "" };
    return [problem("date-out-of-range", { file, line, field }, values)];
  });
}
