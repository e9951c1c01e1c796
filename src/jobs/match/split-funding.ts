import { fromFen, type Yuan } from "../../domain/money.js";
import { type Month, yearOf } from "../../domain/period.js";
import type { MadePerson } from "../../store/port/regroup.js";
import { enrolledYears } from "../../unify/enrolled-years.js";
import { lawOfMonth, subsidyOf } from "../coverage-law.js";
import type { Job } from "../job.js";
import { readLaw } from "../law.js";

/** The subsidies of a county and year, before and after people are grouped otherwise. */
export interface SubsidyChange {
  readonly admdvs: string;
  readonly year: number;
  readonly peopleBefore: number;
  readonly peopleAfter: number;
  readonly perPerson: Yuan;
  /** What is due more (below zero: less). */
  readonly difference: Yuan;
}

/**
 * Which subsidies are due for one person before and for both halves after, by county and year, up
 * to the last year that has a month. Years and places without a change are left out.
 */
export async function subsidyChanges(
  { store, workspace }: Pick<Job, "store" | "workspace">,
  before: readonly MadePerson[],
  after: readonly MadePerson[],
): Promise<readonly SubsidyChange[]> {
  const { pack } = await readLaw(workspace);
  const months = await store.months.list();
  const first = [...before, ...after].flatMap((one) => one.enrolments.map((e) => e.begndate));
  const lastYear = Math.max(...months.map((one) => yearOf(one.month)), ...first.map(yearOf));
  const amountOf = (year: number, psnType: string): Yuan =>
    subsidyOf(pack, lawOfMonth(pack, `${year}-01` as Month))(psnType);
  const old = counted(before, lastYear, amountOf);
  const now = counted(after, lastYear, amountOf);
  const keys = [...new Set([...old.keys(), ...now.keys()])].sort();
  return keys.flatMap((key): SubsidyChange[] => {
    const [admdvs = "", year = "0", fen = "0"] = key.split(" ");
    const [peopleBefore, peopleAfter] = [old.get(key) ?? 0, now.get(key) ?? 0];
    if (peopleBefore === peopleAfter) return [];
    const perPerson = fromFen(Number(fen));
    const difference = fromFen((peopleAfter - peopleBefore) * perPerson);
    return [{ admdvs, year: Number(year), peopleBefore, peopleAfter, perPerson, difference }];
  });
}

/** How many people are enrolled, by county, year and what is due for each of them, in fen. */
function counted(
  people: readonly MadePerson[],
  lastYear: number,
  amountOf: (year: number, psnType: string) => Yuan,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { enrolments, record } of people) {
    for (const { year, insuplcAdmdvs, psnType } of enrolledYears(enrolments, lastYear)) {
      // Some registers name the place of the person and not that of the enrolment.
      const place = insuplcAdmdvs || record.insuplcAdmdvs;
      const key = `${place} ${year} ${amountOf(year, psnType)}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
