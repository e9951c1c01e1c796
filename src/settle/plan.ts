import type { Day, Month } from "../domain/period.js";
import type { Law, PayerSection, Section, SectionLimit } from "../policy/law.js";
import { NameFamily, numberOfName } from "./tally-names.js";

/** A section of the law with the numbers of everything that the year counts for it. */
export interface Plan<Kind extends Section = Section> {
  readonly section: Kind;
  /** Its place among the payers of the law, in the order in which they pay. */
  readonly turn: number;
  readonly limits: readonly LimitPlan[];
  readonly deducted: number;
  readonly deductedInMonth: NameFamily;
  readonly ladder: number;
  readonly base: number;
  readonly paid: number;
  readonly targetOf: number;
  readonly targetFunds: number;
  /** Whether admissions are counted: 住院类, whose deductible is charged for each stay. */
  readonly isStay: boolean;
}

export interface LimitPlan {
  readonly limit: SectionLimit;
  /** The number of its pool for a month and a disease, as far as the limit tells them apart. */
  poolOf(bill: PoolFacts): number;
}

/** What tells the pools of one limit apart. */
interface PoolFacts {
  readonly month: Month;
  readonly claim: { readonly diseCodg: string; readonly enddate: Day };
}

export interface LawPlan {
  readonly cares: ReadonlyMap<string, Plan>;
  readonly payers: readonly Plan<PayerSection>[];
  /** Whether some care charges a referred stay only the difference of two deductibles. */
  readonly asksDifference: boolean;
}

/** The plan of a law, made once; most claims in a row are of one law. */
export function planOf(law: Law): LawPlan {
  if (law === last?.law) return last.plan;
  const plan = plans.get(law) ?? madeFor(law);
  last = { law, plan };
  return plan;
}

function madeFor(law: Law): LawPlan {
  const cares = [...law.cares].map(([name, section]) => [name, sectionPlan(section, 0)] as const);
  const plan: LawPlan = {
    cares: new Map(cares),
    payers: law.payers.map(sectionPlan),
    asksDifference: [...law.cares.values()].some(asksDifference),
  };
  plans.set(law, plan);
  return plan;
}

const plans = new WeakMap<Law, LawPlan>();
let last: { readonly law: Law; readonly plan: LawPlan } | undefined;

function sectionPlan<Kind extends Section>(section: Kind, turn: number): Plan<Kind> {
  const { name, deductible, ratio } = section;
  return {
    section,
    turn,
    limits: section.limits.map(limitPlan),
    deducted: numberOfName(`deducted:${deductible?.pool ?? name}`),
    deductedInMonth: new NameFamily(`deducted:${name}@`),
    ladder: numberOfName(`ladder:${ratio?.pool ?? name}`),
    base: numberOfName(`base:${name}`),
    paid: numberOfName(`paid:${name}`),
    targetOf: numberOfName(`of:${name}`),
    targetFunds: numberOfName(`funds:${name}`),
    isStay: deductible?.per === "stay",
  };
}

function limitPlan(limit: SectionLimit): LimitPlan {
  const { pool, per, each } = limit;
  const name = `limit:${pool}`;
  const whole = numberOfName(name);
  const byEnd = new NameFamily(name);
  return {
    limit,
    poolOf: (bill) => {
      const isDated = per === "month" || per === "day";
      if (!isDated && each === undefined) return whole;
      const when = isDated ? `@${per === "month" ? bill.month : bill.claim.enddate}` : "";
      const what = each === "disease" ? `/${bill.claim.diseCodg}` : "";
      return byEnd.numberOf(when + what);
    },
  };
}

function asksDifference({ deductible }: Section): boolean {
  const effects = deductible?.adjustments.flatMap(({ table }) => table.rows) ?? [];
  return effects.some(({ value }) => value.way === "difference");
}
