import { zero } from "../domain/money.js";
import { type Day, dayBefore } from "../domain/period.js";
import type { SourceEnrolment } from "../domain/records.js";
import type { HeldEnrolment } from "../domain/source-rows.js";
import {
  type ContinuingRule,
  type DuplicateRules,
  type EnrolmentKind,
  isKind,
} from "./duplicate-rules.js";

/** An enrolment that does not continue: which rule says so, and its last day. */
export interface EndedEnrolment<Row> {
  readonly row: Row;
  readonly rule: ContinuingRule;
  readonly enddate: Day;
}

/** Which enrolment of a person continues. */
export interface Continuing<Row> {
  /** What no rule has ended: one continues; several wait for a person, the first meanwhile. */
  readonly left: readonly Row[];
  readonly ended: readonly EndedEnrolment<Row>[];
}

/** The first day of the unified scheme, and the day on which it is decided: that or a later one. */
export interface DecidedOn {
  readonly switchDay: Day;
  readonly day: Day;
}

/**
 * Decides which of a person's enrolments in normal status continues (policy.md 2.9, 医保发〔2020〕33号).
 * The rules are asked in their order, each of what those before have left; a rule of which the data
 * do not know the fact (nobody states the usual residence, both have drawn benefits) decides
 * nothing. The order of the rows does not matter.
 */
export function continuing<Row extends HeldEnrolment>(
  rows: readonly Row[],
  rules: DuplicateRules,
  { switchDay, day }: DecidedOn,
): Continuing<Row> {
  let left = distinct(rows);
  const ended: EndedEnrolment<Row>[] = [];
  for (const rule of rules.continues) {
    if (left.length < 2) break;
    const losers = losersBy(rule, left, { rules, rows, day });
    left = left.filter((row) => !losers.includes(row));
    const enddate = lastDayOf(rule, left, { rules, switchDay });
    ended.push(...losers.map((row) => ({ row, rule, enddate })));
  }
  return { left, ended };
}

/** Enrolments end with the old schemes, or when the employee insurance began after that. */
function lastDayOf(
  { keep }: ContinuingRule,
  left: readonly HeldEnrolment[],
  { rules, switchDay }: { readonly rules: DuplicateRules; readonly switchDay: Day },
): Day {
  const began = left.filter((row) => kindOf(row, rules) === keep).map((row) => row.psnInsuDate);
  const [first = switchDay] = isKind(keep) && isForEmployees(keep) ? began.sort() : [];
  return first > switchDay ? first : dayBefore(switchDay);
}

/** The kind of an enrolment: the first of the rules that its codes fit. */
export function kindOf(
  { insutype, psnType }: Pick<SourceEnrolment, "insutype" | "psnType">,
  { kinds }: Pick<DuplicateRules, "kinds">,
): EnrolmentKind | undefined {
  return kinds.find(
    ({ insutypes, psnTypes }) =>
      insutypes.includes(insutype) && (psnTypes.length === 0 || psnTypes.includes(psnType)),
  )?.kind;
}

/** Whether an enrolment is one of the employee scheme, whose people leave the unified scheme. */
export function isOfEmployees(
  row: Pick<SourceEnrolment, "insutype" | "psnType">,
  rules: Pick<DuplicateRules, "kinds">,
): boolean {
  const kind = kindOf(row, rules);
  return kind !== undefined && isForEmployees(kind);
}

export function isForEmployees(kind: EnrolmentKind): boolean {
  return kind === "employee" || kind === "flexible";
}

/** One enrolment may stand on several rows; it began with the earliest. */
export function distinct<Row extends SourceEnrolment>(rows: readonly Row[]): readonly Row[] {
  const byNumber = new Map<string, Row>();
  for (const row of [...rows].sort(byPlace)) {
    const before = byNumber.get(numberOf(row));
    if (before === undefined || row.psnInsuDate < before.psnInsuDate) {
      byNumber.set(numberOf(row), row);
    }
  }
  return [...byNumber.values()];
}

/** What names an enrolment: counties number their people each for itself. */
export function numberOf(row: SourceEnrolment): string {
  return `${row.insutype}|${row.source}|${row.insuplcAdmdvs}|${row.legacyId}`;
}

function byPlace(left: SourceEnrolment, right: SourceEnrolment): number {
  const [one, other] = [numberOf(left), numberOf(right)];
  if (one !== other) return one < other ? -1 : 1;
  return left.fileId - right.fileId || left.line - right.line;
}

interface Known<Row> {
  readonly rules: DuplicateRules;
  /** Every row of the person, those that repeat an enrolment included. */
  readonly rows: readonly Row[];
  readonly day: Day;
}

function losersBy<Row extends HeldEnrolment>(
  rule: ContinuingRule,
  left: readonly Row[],
  known: Known<Row>,
): readonly Row[] {
  const kind = (row: Row) => kindOf(row, known.rules);
  if (rule.needs !== undefined && !left.some((row) => kind(row) === rule.needs)) return [];
  const others = left.filter((row) => rule.kinds.some((one) => one === kind(row)));
  if (isKind(rule.keep)) {
    const goesFirst = (row: Row) =>
      kind(row) === rule.keep && monthsBetween(row.psnInsuDate, known.day) >= rule.months;
    return left.some(goesFirst) ? others.filter((row) => kind(row) !== rule.keep) : [];
  }
  const singled = others.filter((row) => isSingledOut(row, rule, { ...known, others }));
  return singled.length === 1 ? others.filter((row) => row !== singled[0]) : [];
}

/** Whether a fact speaks for an enrolment; what is not known speaks for none. */
function isSingledOut<Row extends HeldEnrolment>(
  row: Row,
  { keep }: ContinuingRule,
  { rows, others }: Known<Row> & { readonly others: readonly Row[] },
): boolean {
  if (keep === "earliest") return others.every((one) => row.psnInsuDate <= one.psnInsuDate);
  if (keep === "latest") return others.every((one) => row.psnInsuDate >= one.psnInsuDate);
  if (keep === "benefits-drawn") {
    return rows.some((one) => numberOf(one) === numberOf(row) && one.drawn > zero);
  }
  const stated = rows.map((one) => (keep === "residence" ? one.liveAdmdvs : one.workAdmdvs));
  const places = new Set(stated.filter((place) => place !== ""));
  const [place = ""] = places;
  return places.size === 1 && row.insuplcAdmdvs === place;
}

/** Whole months from a day to another; below zero where the second is earlier. */
function monthsBetween(from: Day, to: Day): number {
  const count = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return count(to) - count(from) - (to.slice(8) < from.slice(8) ? 1 : 0);
}
