import { add, fromFen, subtract, type Yuan, yuanText } from "../../domain/money.js";
import type { Month } from "../../domain/period.js";
import type { Pack } from "../../policy/pack.js";
import { settleParts } from "../../settle/settle-parts.js";
import { decodeShadow } from "../../settle/shadow.js";
import { causeOf, type SuspectCause, suspectCauses } from "../../settle/suspect-cause.js";
import { compareWindow } from "../../settle/window.js";
import { emptyYear, type YearToDate } from "../../settle/year-to-date.js";
import type { RunOutput } from "../../store/port/runs.js";
import type { Job } from "../job.js";
import { ComparedLines } from "./compared-lines.js";
import { type PersonPast, peopleWithPast } from "./fold-people.js";
import { inForce } from "./posted-claim.js";
import { checkSettled } from "./settled-month.js";

/** Window claims of a month whose amounts the law would not give, by probable cause. */
export interface CompareReport {
  readonly month: Month;
  /** Window claims that were compared. */
  readonly compared: number;
  readonly differing: number;
  readonly causes: readonly CauseTotals[];
  readonly outputs: readonly RunOutput[];
}

export interface CauseTotals {
  readonly cause: SuspectCause;
  readonly claims: number;
  readonly hospitals: number;
  /** What the windows' funds paid, what the law gives, and how much more was paid. */
  readonly paid: string;
  readonly computed: string;
  readonly paidMore: string;
}

/**
 * Holds what the windows paid in a month against the law, claim by claim with the year as it was,
 * and groups what differs by its probable cause. Nothing is changed: these are suspects for audit.
 */
export async function compareMonth(job: Job, month: Month): Promise<CompareReport> {
  const { store, progress } = job;
  await checkSettled(store, month);
  await progress.step("compare", month);
  const comparison = new Comparison(month, new ComparedLines(job, month));
  for await (const person of peopleWithPast(store, progress)) comparison.add(person);
  return comparison.report();
}

interface Sums {
  claims: number;
  readonly hospitals: Set<string>;
  paid: Yuan;
  computed: Yuan;
}

class Comparison {
  private compared = 0;
  private readonly sums = new Map<SuspectCause, Sums>();

  constructor(
    private readonly month: Month,
    private readonly lines: ComparedLines,
  ) {}

  add({ past, person }: PersonPast): void {
    const years = new Map<number, YearToDate>();
    for (const { ready, posted, historic } of past.claims) {
      const yearBefore = (year: number): YearToDate => years.get(year) ?? emptyYear;
      const [{ question: asked, year }] = ready.parts;
      const question = { ...asked, before: yearBefore(year), posted };
      const { settlement, after } = settleParts(ready.parts, yearBefore, posted);
      for (const [of, one] of after) years.set(of, one);
      const entry = inForce(historic);
      if (entry.settledBy !== "window" || entry.month !== this.month) continue;
      this.compared += 1;
      const differences = compareWindow(posted, settlement);
      if (differences.length === 0) continue;
      const wasRight = decodeShadow(entry.shadow, posted).differences.length === 0;
      const cause = wasRight
        ? "right-then"
        : causeOf(question, { posted, computed: settlement }, distinctionsOf(ready.pack));
      const { claim } = historic;
      this.count(cause, claim.fixmedinsCode, posted.fundPaySumamt, settlement.fundPaySumamt);
      this.lines.add({ claim, psnName: person.psnName, cause, differences });
    }
  }

  async report(): Promise<CompareReport> {
    const causes = suspectCauses.flatMap((cause): readonly CauseTotals[] => {
      const sums = this.sums.get(cause);
      return sums === undefined ? [] : [totalsOf(cause, sums)];
    });
    const differing = causes.reduce((count, one) => count + one.claims, 0);
    const outputs = differing === 0 ? [] : [await this.lines.write()];
    return { month: this.month, compared: this.compared, differing, causes, outputs };
  }

  private count(cause: SuspectCause, hospital: string, paid: Yuan, computed: Yuan): void {
    const zero = fromFen(0);
    const sums = this.sums.get(cause) ?? {
      claims: 0,
      hospitals: new Set<string>(),
      paid: zero,
      computed: zero,
    };
    sums.claims += 1;
    sums.hospitals.add(hospital);
    sums.paid = add(sums.paid, paid);
    sums.computed = add(sums.computed, computed);
    this.sums.set(cause, sums);
  }
}

function totalsOf(cause: SuspectCause, { claims, hospitals, paid, computed }: Sums): CauseTotals {
  return {
    cause,
    claims,
    hospitals: hospitals.size,
    paid: yuanText(paid),
    computed: yuanText(computed),
    paidMore: yuanText(subtract(paid, computed)),
  };
}

function distinctionsOf({ names, periods }: Pack) {
  return {
    levels: [...names.labels.levels.keys()],
    identities: [...names.labels.identities.keys()],
    laws: periods.flatMap(({ found }) => (found.law === undefined ? [] : [found.law])),
  };
}
