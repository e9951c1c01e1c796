import type { Problem } from "../../domain/problem.js";
import type { Amounts } from "../../domain/records.js";
import { Refusal } from "../../domain/refusal.js";
import type { Pack } from "../../policy/pack.js";
import { emptyYear, type YearToDate } from "../../settle/year-to-date.js";
import type { Job } from "../job.js";
import { readLawAt } from "../law.js";
import { type PersonPast, peopleWithPast } from "./fold-people.js";
import { readyOf } from "./ready.js";
import type { Ready } from "./ready-claim.js";
import { settleReady } from "./settle-ready.js";
import type { SimulatedClaim } from "./simulation.js";
import { type SimulatedTotals, Simulation } from "./simulation.js";

/** What is asked: a year, and the folder of the policy files to try. */
export interface SimulateQuestion {
  readonly policy: string;
  readonly year: number;
}

export interface SimulateReport extends SimulatedTotals {
  readonly policy: string;
  readonly year: number;
  /** Claims that the other law has no rule for, by the rule: they count in neither sum. */
  readonly unready: Readonly<Record<string, number>>;
}

/**
 * Settles a year again under other policy files, without touching anything: every claim of the year
 * is computed by the law that it was settled under and by the other one, each with a year of its
 * own, and the person's share is compared.
 */
export async function simulateYear(job: Job, question: SimulateQuestion): Promise<SimulateReport> {
  const { store, progress } = job;
  const { policy, year } = question;
  const { region, root } = job.workspace;
  const { pack } = await readLawAt({ path: policy, region, root });
  await progress.step("simulate", String(year));
  const institutions = await store.registers.institutions();
  const simulation = new Simulation(pack);
  const unready = new Map<string, number>();
  for await (const person of peopleWithPast(store, progress)) {
    const claims = simulated(person, { year, pack, institutions }, (problems) => {
      const code = problems[0]?.code ?? "rule-missing";
      unready.set(code, (unready.get(code) ?? 0) + 1);
    });
    if (claims.length > 0) simulation.add(claims);
  }
  const totals = simulation.totals();
  if (totals.claims === 0) throw new Refusal("simulation-empty", { found: String(year) });
  return { policy, year, ...totals, unready: Object.fromEntries([...unready].sort()) };
}

interface Other {
  readonly year: number;
  readonly pack: Pack;
  readonly institutions: Parameters<typeof readyOf>[2]["institutions"];
}

function simulated(
  { past, person }: PersonPast,
  { year, pack, institutions }: Other,
  wait: (problems: readonly Pick<Problem, "code">[]) => void,
): readonly SimulatedClaim[] {
  const [own, other] = [new Map<number, YearToDate>(), new Map<number, YearToDate>()];
  const fold = (years: Map<number, YearToDate>, ready: Ready): Amounts | undefined => {
    const yearBefore = (of: number): YearToDate => years.get(of) ?? emptyYear;
    const { settlement, after, missing } = settleReady(ready, yearBefore, undefined);
    if (missing.length > 0) return undefined;
    for (const [of, one] of after) years.set(of, one);
    return settlement;
  };
  return past.claims.flatMap(({ ready, posted, historic, lines }): readonly SimulatedClaim[] => {
    const { question, year: of } = ready.parts[ready.parts.length - 1] ?? ready.parts[0];
    if (of !== year) return [];
    const before = fold(own, ready);
    const bill = { ...historic.claim, paid: undefined };
    const then = readyOf(bill, person, { pack, institutions }, lines);
    const after = "parts" in then ? fold(other, then) : undefined;
    if (before === undefined || after === undefined) {
      wait("parts" in then ? [{ code: "rule-missing" }] : then);
      return [];
    }
    const { claim, insured } = question;
    return [{ class: insured.class, level: claim.dedcHospLv, posted, before, after }];
  });
}
