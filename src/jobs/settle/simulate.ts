import { type Problem, tellProblem } from "../../domain/problem.js";
import type { Amounts } from "../../domain/records.js";
import { Refusal } from "../../domain/refusal.js";
import type { Pack } from "../../policy/pack.js";
import { settleParts } from "../../settle/settle-parts.js";
import { emptyYear, type YearToDate } from "../../settle/year-to-date.js";
import type { StoredClaim } from "../../store/port/claims.js";
import type { Lang } from "../../text/tell.js";
import type { Job } from "../job.js";
import { readLawAt } from "../law.js";
import { packPlace } from "../policy-places.js";
import { type PersonPast, peopleWithPast } from "./fold-people.js";
import { readyOf } from "./ready.js";
import type { Ready } from "./ready-claim.js";
import { ruleMissing } from "./rule-missing.js";
import type { SimulatedClaim } from "./simulation.js";
import { type SimulatedTotals, Simulation } from "./simulation.js";

/** What is asked: a year, and the policy files to try (a folder, a file, a region's name). */
export interface SimulateQuestion {
  readonly policy: string;
  readonly year: number;
}

export interface SimulateReport extends SimulatedTotals {
  readonly policy: string;
  readonly year: number;
  /** Claims that cannot be settled by both laws, by the first reason: they count in neither sum. */
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
  const { pack } = await readLawAt(await packPlace(policy, async () => job.workspace));
  await progress.step("simulate", String(year));
  const institutions = await store.registers.institutions();
  const simulation = new Simulation();
  const unready = new Unready();
  for await (const person of peopleWithPast(store, progress)) {
    for (const { problems } of unsettledIn(person, year)) unready.add(problems);
    const claims = simulated(person, { year, pack, institutions }, (why) => unready.add(why));
    if (claims.length > 0) simulation.add(claims);
  }
  const totals = simulation.totals();
  if (totals.claims === 0) unready.refuse(question);
  return { policy, year, ...totals, unready: unready.byCode() };
}

/** Claims that the other law has no rule for: how many by the first reason, and one such reason. */
class Unready {
  private first: Problem | undefined;
  private readonly counts = new Map<string, number>();

  add([problem]: readonly Problem[]): void {
    this.first ??= problem;
    const code = problem?.code ?? "rule-missing";
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
  }

  byCode(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.counts].sort());
  }

  /** Nothing could be tried: the year has no claims, or the other law none for them. */
  refuse({ policy, year }: SimulateQuestion): never {
    const count = [...this.counts.values()].reduce((sum, one) => sum + one, 0);
    if (this.first === undefined) throw new Refusal("simulation-empty", { found: String(year) });
    const { first } = this;
    const problem = (lang: Lang): string => tellProblem(first, lang).trim();
    throw new Refusal("simulation-without-law", { found: policy, year, count, problem });
  }
}

/** Claims of the year that cannot be settled again by their own law either. */
function unsettledIn({ past }: PersonPast, year: number): PersonPast["past"]["unready"] {
  return past.unready.filter(({ historic: { claim } }) => claim.enddate.startsWith(`${year}`));
}

interface Other {
  readonly year: number;
  readonly pack: Pack;
  readonly institutions: Parameters<typeof readyOf>[2]["institutions"];
}

function simulated(
  { past, person }: PersonPast,
  { year, pack, institutions }: Other,
  wait: (problems: readonly Problem[]) => void,
): readonly SimulatedClaim[] {
  const [own, other] = [new Map<number, YearToDate>(), new Map<number, YearToDate>()];
  return past.claims.flatMap(({ ready, posted, historic, lines }): readonly SimulatedClaim[] => {
    const { question, year: of } = ready.parts[ready.parts.length - 1] ?? ready.parts[0];
    if (of !== year) return [];
    const { claim } = historic;
    const before = folded(own, ready, claim);
    const then = readyOf({ ...claim, paid: undefined }, person, { pack, institutions }, lines);
    const after = "parts" in then ? folded(other, then, claim) : { problems: then };
    if (before.amounts === undefined || after.amounts === undefined) {
      wait([...after.problems, ...before.problems]);
      return [];
    }
    const { class: name } = question.insured;
    const amounts = { posted, before: before.amounts, after: after.amounts };
    return [{ class: name, level: question.claim.dedcHospLv, names: ready.pack.names, ...amounts }];
  });
}

interface Folded {
  readonly amounts?: Amounts;
  /** Why there are none. */
  readonly problems: readonly Problem[];
}

/** A claim in its year, or the tables of the law that have no row for it. */
function folded(years: Map<number, YearToDate>, ready: Ready, claim: StoredClaim): Folded {
  const yearBefore = (of: number): YearToDate => years.get(of) ?? emptyYear;
  const { settlement, after, missing } = settleParts(ready.parts, yearBefore, undefined);
  if (missing.length > 0) return { problems: missing.map((key) => ruleMissing(claim, key)) };
  for (const [of, one] of after) years.set(of, one);
  return { amounts: settlement, problems: [] };
}
