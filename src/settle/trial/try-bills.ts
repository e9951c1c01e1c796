import assert from "node:assert";
import { added, isSame } from "../../domain/amounts.js";
import { type Yuan, yuanText } from "../../domain/money.js";
import type { Day } from "../../domain/period.js";
import { type Problem, problem } from "../../domain/problem.js";
import type { Amounts, Claim, Insured, Settlement } from "../../domain/records.js";
import type { Law } from "../../policy/law.js";
import type { Pack } from "../../policy/pack.js";
import { benefitYearOf, cutDaysOf, lawFor, lawForPart } from "../dates.js";
import { classifyLines } from "../fee-lines.js";
import { classOf } from "../insured.js";
import { type CutStays, type RecountQuestion, recountYear } from "../recount/recount.js";
import { type Part, settleParts } from "../settle-parts.js";
import { cutBill } from "../split.js";
import { verifyTrace } from "../verify.js";
import { emptyYear, usedUnder, type YearToDate } from "../year-to-date.js";
import type { Given, Trial, TrialBill, TrialPerson } from "./trial.js";
import type { TriedBill } from "./tried-bill.js";

/**
 * Settles the bills of an example in order, each in its year, and counts every year again with the
 * second implementation, which has to reach the same amounts. A bill that the law has no answer
 * for is left out of the year, with its problem: `trial-day-uncovered`, `trial-days-missing`,
 * `rule-missing`.
 */
export function tryBills(trial: Trial, pack: Pack, file: string): readonly TriedBill[] {
  const person = new TrialYears(trial.person, pack, file);
  const tried = trial.bills.map((bill) => person.settle(bill));
  person.recount();
  return tried;
}

class TrialYears {
  private readonly years = new Map<number, YearToDate>();
  private readonly asked = new Map<number, RecountQuestion[]>();
  private readonly settled: Settlement[] = [];

  constructor(
    private readonly person: TrialPerson,
    private readonly pack: Pack,
    private readonly file: string,
  ) {}

  settle(bill: TrialBill): TriedBill {
    const { law, day } = lawFor(bill.claim, this.pack);
    if (law === undefined) return this.unsettled(bill, "trial-day-uncovered", this.uncovered(day));
    const claim = this.classified(bill, law);
    const cuts = bill.posted === undefined ? cutDaysOf(claim, law) : [];
    if (cuts.length > 0 && bill.days.length === 0) {
      return this.unsettled(bill, "trial-days-missing", { found: cuts.join(", ") });
    }
    const [first, ...more] = cutBill(claim, bill.days, cuts);
    const parts: Part[] = [];
    for (const part of [first, ...more]) {
      const own = more.length === 0 ? { law, day } : lawForPart(part, this.pack);
      if (own.law === undefined) {
        return this.unsettled(bill, "trial-day-uncovered", this.uncovered(own.day));
      }
      const insured = insuredUnder(own.law, this.person);
      const question = { claim: part, insured, law: own.law };
      parts.push({ question, year: benefitYearOf(part, own.law) });
    }
    return this.settleParts(bill, claim, parts);
  }

  private settleParts(bill: TrialBill, claim: Claim, parts: readonly Part[]): TriedBill {
    const [first, ...more] = parts;
    assert(first !== undefined, "a bill has at least one part");
    const before = (year: number): YearToDate => this.years.get(year) ?? emptyYear;
    const found = settleParts([first, ...more], before, bill.posted);
    const [rule] = found.missing;
    if (rule !== undefined) {
      return this.unsettled(bill, "rule-missing", { day: claim.enddate, rule, found: rule });
    }
    assert(verifyTrace(found.settlement).length === 0, "the trace holds");
    for (const [year, after] of found.after) this.years.set(year, after);
    this.ask(parts, bill.posted);
    this.settled.push(found.settlement);
    const year = usedOf(bill.year, before(parts.at(-1)?.year ?? first.year));
    return { claim, settlement: found.settlement, year, problems: [] };
  }

  /** Every year again, by the second implementation. */
  recount(): void {
    const cutStays: CutStays = new Map();
    const inOrder = [...this.asked].sort(([one], [other]) => one - other);
    const again = new Map<number, Amounts>();
    for (const { claimId, amounts } of inOrder.flatMap(([, one]) => recountYear(one, cutStays))) {
      const before = again.get(claimId);
      again.set(claimId, before === undefined ? amounts : added(before, amounts));
    }
    for (const settlement of this.settled) {
      const other = again.get(settlement.claimId);
      assert(other !== undefined && isSame(settlement, other), "the recount reaches the same");
    }
  }

  private ask(parts: readonly Part[], posted: Amounts | undefined): void {
    for (const { question, year } of parts) {
      const asked = posted === undefined ? question : { ...question, posted };
      this.asked.set(year, [...(this.asked.get(year) ?? []), asked]);
    }
  }

  /** The header of a bill of fee lines, as the catalogue of the law makes it. */
  private classified({ claim, lines }: TrialBill, law: Law): Claim {
    if (lines.length === 0) return claim;
    const insured = insuredUnder(law, this.person);
    return { ...claim, ...classifyLines(lines, { law, claim, insured }).header };
  }

  private unsettled(
    { claim, line }: TrialBill,
    code: "rule-missing" | "trial-day-uncovered" | "trial-days-missing",
    values: Problem["values"],
  ): TriedBill {
    return { claim, year: new Map(), problems: [problem(code, { file: this.file, line }, values)] };
  }

  private uncovered(day: Day): Problem["values"] {
    const { from, to } = this.pack.names.covers;
    return { found: day, expected: `${from} … ${to}` };
  }
}

/** A person of an example under a law; without a class it is the one that the law names. */
export function insuredUnder(law: Law, person: TrialPerson): Insured {
  const insured = { ...person, psnNo: "1" };
  return insured.class === "" ? { ...insured, class: classOf(law, insured) } : insured;
}

function usedOf(asked: readonly Given[], year: YearToDate): ReadonlyMap<string, string> {
  return new Map(asked.map(({ field }) => [field, yuanText(usedUnder(year, field) as Yuan)]));
}
