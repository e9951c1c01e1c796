import { type Yuan, zero } from "../../domain/money.js";
import type { Day } from "../../domain/period.js";
import type { EnrolledPerson } from "../../store/port/duplicates.js";
import type { EnrolmentRow } from "../../store/port/kept-rows.js";
import type { Store } from "../../store/store.js";
import { type Continuing, continuing, distinct } from "../../unify/continuing.js";
import { type DuplicateCosts, duplicateCosts } from "../../unify/duplicate-costs.js";
import type { DuplicateRules } from "../../unify/duplicate-rules.js";

/** By what duplicated enrolments are judged. */
export interface DuplicateLaw {
  readonly rules: DuplicateRules;
  readonly switchDay: Day;
  /** The day on which it is decided. */
  readonly day: Day;
  readonly subsidyOf: (year: number, psnType: string) => Yuan | undefined;
}

/** A person who is enrolled more than once, with what becomes of the enrolments and the money. */
export interface DuplicatedPerson extends EnrolledPerson {
  /** One row for each enrolment. */
  readonly enrolments: readonly EnrolmentRow[];
  readonly decided: Continuing<EnrolmentRow>;
  readonly costs: DuplicateCosts<EnrolmentRow>;
}

/** How many people one page holds. */
const PAGE = 1_000;

/** 人员参保状态: 正常参保. */
const NORMAL = "1";

/** Everybody of the database who is enrolled more than once, in the order of their keys. */
export async function* duplicatedPeople(
  store: Store,
  law: DuplicateLaw,
): AsyncGenerator<DuplicatedPerson> {
  for (let after = { partNo: -1, psnNo: "" }; ; ) {
    const people = await store.duplicates.people(after, PAGE);
    const last = people.at(-1);
    if (last === undefined) return;
    after = last;
    yield* await judged(store, people, law);
  }
}

async function judged(
  store: Store,
  people: readonly EnrolledPerson[],
  { rules, switchDay, day, subsidyOf }: DuplicateLaw,
): Promise<readonly DuplicatedPerson[]> {
  const psnNos = people.map((person) => person.psnNo);
  const groups = await store.rows.enrolmentRows(psnNos);
  const rowsOf = new Map(groups.map((rows) => [rows[0]?.psnNo ?? "", rows]));
  const benefits = new Map<string, Yuan>();
  for (const { psnNo, source, legacyId, year, paid } of await store.duplicates.benefits(psnNos)) {
    benefits.set(`${psnNo}|${source}|${legacyId}|${year}`, paid);
  }
  return people.flatMap((person): DuplicatedPerson[] => {
    const rows = (rowsOf.get(person.psnNo) ?? []).filter((row) => row.psnInsuStas === NORMAL);
    const enrolments = distinct(rows);
    if (enrolments.length < 2) return [];
    const decided = continuing(rows, rules, { switchDay, day });
    const drawnIn = ({ psnNo, source, legacyId }: EnrolmentRow, year: number): Yuan =>
      benefits.get(`${psnNo}|${source}|${legacyId}|${year}`) ?? zero;
    const costs = duplicateCosts({ rows, decided, rules, switchDay, subsidyOf, drawnIn });
    return [{ ...person, enrolments, decided, costs }];
  });
}
