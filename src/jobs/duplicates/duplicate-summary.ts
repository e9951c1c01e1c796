import { yuanText } from "../../domain/money.js";
import { type CostTotal, CostTotals } from "../../unify/cost-totals.js";
import type { DuplicatedPerson } from "./duplicated-people.js";

/** What the duplicates of a county and year come to; amounts are text, so that JSON is exact. */
export type CostTotalLine = {
  readonly [Key in keyof CostTotal]: Key extends `${string}Amount` ? string : CostTotal[Key];
};

/** What duplicated enrolments came to (重复参保). */
export interface DuplicateSummary {
  readonly people: number;
  /** People of whom no rule says which enrolment continues: somebody has to. */
  readonly undecided: number;
  /** People whose employee insurance continues, and whose resident enrolment therefore ends. */
  readonly employed: number;
  /** Of the undecided, those in the employee scheme for less than the rule asks. */
  readonly undecidedEmployees: number;
  /** Enrolments that end or are suspended, by the name of the rule that says so. */
  readonly rules: Readonly<Record<string, number>>;
  readonly totals: readonly CostTotalLine[];
  readonly sum: CostTotalLine;
}

/** Counts people with duplicated enrolments, one after another. */
export class DuplicateCount {
  private people = 0;
  private undecided = 0;
  private employed = 0;
  private undecidedEmployees = 0;
  private readonly rules = new Map<string, number>();
  private readonly totals = new CostTotals();

  constructor(
    private readonly isEmployee: (row: DuplicatedPerson["enrolments"][number]) => boolean,
  ) {}

  add({ decided, costs }: DuplicatedPerson): void {
    this.people += 1;
    if (decided.left.length > 1) {
      this.undecided += 1;
      if (decided.left.some(this.isEmployee)) this.undecidedEmployees += 1;
    } else if (decided.left.every(this.isEmployee)) this.employed += 1;
    for (const { rule } of decided.ended) {
      this.rules.set(rule.name, (this.rules.get(rule.name) ?? 0) + 1);
    }
    for (const line of costs.lines) this.totals.add(line);
  }

  /** The counts so far, with a line for each county and year. */
  summary(): DuplicateSummary {
    const { people, undecided, employed, undecidedEmployees } = this;
    const counts = { people, undecided, employed, undecidedEmployees };
    const rules = Object.fromEntries([...this.rules].sort(([a], [b]) => (a < b ? -1 : 1)));
    const totals = this.totals.lines().map(asText);
    return { ...counts, rules, totals, sum: asText(this.totals.sum()) };
  }
}

function asText(total: CostTotal): CostTotalLine {
  const { refundAmount, keptAmount, subsidyAmount, recoverAmount } = total;
  return {
    ...total,
    refundAmount: yuanText(refundAmount),
    keptAmount: yuanText(keptAmount),
    subsidyAmount: yuanText(subsidyAmount),
    recoverAmount: yuanText(recoverAmount),
  };
}
