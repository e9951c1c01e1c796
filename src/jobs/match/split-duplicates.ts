import { add, subtract, type Yuan, zero } from "../../domain/money.js";
import type { EnrolmentRow } from "../../store/port/kept-rows.js";
import type { MadePerson } from "../../store/port/regroup.js";
import { continuing } from "../../unify/continuing.js";
import type { CoverageLaw } from "../../unify/coverage.js";
import { type CostLine, duplicateCosts } from "../../unify/duplicate-costs.js";
import { subsidyIn } from "../coverage-law.js";
import type { Job } from "../job.js";
import { readLaw } from "../law.js";
import { LawOfRuns } from "./law-of-run.js";

/** What duplicates come to in a county and year, before and after people are grouped otherwise. */
export interface DuplicateChange {
  readonly kind: CostLine<EnrolmentRow>["kind"];
  readonly admdvs: string;
  readonly year: number;
  readonly before: Yuan;
  readonly after: Yuan;
  readonly difference: Yuan;
}

/**
 * Which contributions would be refunded no more (or now), and which subsidies and benefits taken
 * back, because enrolments that were one person's duplicates are two people's. What the law says
 * nothing of (a year without a subsidy in the pack) is left out.
 */
export async function duplicateChanges(
  job: Pick<Job, "store" | "workspace">,
  before: readonly MadePerson[],
  after: readonly MadePerson[],
): Promise<readonly DuplicateChange[]> {
  const { pack } = await readLaw(job.workspace);
  const subsidyOf = subsidyIn(pack);
  const laws = new LawOfRuns(job);
  const sumsOf = async (people: readonly MadePerson[]): Promise<ReadonlyMap<string, Yuan>> => {
    const sums = new Map<string, Yuan>();
    for (const person of people) {
      for (const line of await costsOf(job, laws, person, subsidyOf)) {
        const { kind, row, year, amount } = line;
        const admdvs = row.insuplcAdmdvs || person.record.insuplcAdmdvs;
        const key = `${kind} ${admdvs} ${year}`;
        sums.set(key, add(sums.get(key) ?? zero, amount ?? zero));
      }
    }
    return sums;
  };
  const [old, now] = [await sumsOf(before), await sumsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [kind = "", admdvs = "", year = "0"] = key.split(" ");
    const [was, is] = [old.get(key) ?? zero, now.get(key) ?? zero];
    const change = { kind: kind as DuplicateChange["kind"], admdvs, year: Number(year) };
    const difference = subtract(is, was);
    return was === is ? [] : [{ ...change, before: was, after: is, difference }];
  });
}

/** What one person's duplicates cost, under the rules of the last run that stated an enrolment. */
async function costsOf(
  { store }: Pick<Job, "store">,
  laws: LawOfRuns,
  { enrolmentRows, benefits }: MadePerson,
  subsidyOf: ReturnType<typeof subsidyIn>,
): Promise<readonly CostLine<EnrolmentRow>[]> {
  const rows = enrolmentRows.filter((row) => row.psnInsuStas === ACTIVE);
  const runs: number[] = [];
  for (const { fileId } of rows) runs.push((await store.intake.file(fileId))?.runId ?? 0);
  if (rows.length < 2) return [];
  const { duplicates: rules, switchDay }: CoverageLaw = await laws.of(Math.max(...runs));
  const drawnIn = (row: EnrolmentRow, year: number): Yuan =>
    benefits
      .filter((one) => one.source === row.source && one.legacyId === row.legacyId)
      .filter((one) => one.year === year)
      .reduce((sum, one) => add(sum, add(one.hifpPay, one.hifmiPay)), zero);
  const decided = continuing(rows, rules, { switchDay, day: switchDay });
  return duplicateCosts({ rows, decided, rules, switchDay, subsidyOf, drawnIn }).lines;
}

/** 人员参保状态: 正常参保. */
const ACTIVE = "1";
