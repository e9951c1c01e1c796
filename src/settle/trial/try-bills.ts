import assert from "node:assert";
import { isSame } from "../../domain/amounts.js";
import { type Yuan, yuanText } from "../../domain/money.js";
import type { Day } from "../../domain/period.js";
import { type Problem, problem } from "../../domain/problem.js";
import type { Claim, Insured, Settlement } from "../../domain/records.js";
import type { Law } from "../../policy/law.js";
import type { Pack } from "../../policy/pack.js";
import type { DeductiblesLeft, Question } from "../bill.js";
import { benefitYearOf, cutDaysOf, lawFor } from "../dates.js";
import { classifyLines } from "../fee-lines.js";
import { classOf } from "../insured.js";
import { type CutStays, type RecountQuestion, recountYear } from "../recount/recount.js";
import { settleClaim } from "../settle.js";
import { splitBill } from "../split.js";
import { verifyTrace } from "../verify.js";
import { emptyYear, usedUnder, type YearToDate } from "../year-to-date.js";
import type { Given, Trial, TrialBill, TrialPerson } from "./trial.js";
import type { TriedBill, TriedPart } from "./tried-bill.js";

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
  private readonly asked = new Map<number, { question: RecountQuestion; settled: Settlement }[]>();

  constructor(
    private readonly person: TrialPerson,
    private readonly pack: Pack,
    private readonly file: string,
  ) {}

  settle(bill: TrialBill): TriedBill {
    const { law, day } = lawFor(bill.claim, this.pack);
    if (law === undefined) return this.unsettled(bill, [this.uncovered(bill, day)]);
    const claim = this.classified(bill, law);
    const cut = partsOf(claim, bill, law);
    if (cut === undefined) {
      const days = cutDaysOf(claim, law).join(", ");
      return this.unsettled(bill, [this.problem("trial-days-missing", bill, { found: days })]);
    }
    const parts = this.settledParts(cut, bill);
    if (!isSettled(parts)) return this.unsettled(bill, parts);
    const year = this.years.get(benefitYearOf(claim, law)) ?? emptyYear;
    return { claim, parts, year: usedOf(bill.year, year), problems: [] };
  }

  /** Every year again, by the second implementation. */
  recount(): void {
    const cutStays: CutStays = new Map();
    for (const [year, entries] of this.asked) {
      const questions = entries.map(({ question }) => question);
      const again = recountYear(questions, cutStays);
      for (const [at, { settled }] of entries.entries()) {
        const other = again[at]?.amounts;
        assert(other !== undefined && isSame(settled, other), `the recount of ${year} differs`);
      }
    }
  }

  private settledParts(
    claims: readonly Claim[],
    bill: TrialBill,
  ): readonly TriedPart[] | readonly Problem[] {
    const parts: TriedPart[] = [];
    const years = new Map(this.years);
    const asked: { year: number; question: RecountQuestion; settled: Settlement }[] = [];
    // Only a stay that is cut hands on what it left to deduct.
    let left: DeductiblesLeft | undefined = claims.length > 1 ? new Map() : undefined;
    for (const claim of claims) {
      const { law, day } = lawFor(claim, this.pack);
      if (law === undefined) return [this.uncovered(bill, day)];
      const year = benefitYearOf(claim, law);
      const question = questionOf(claim, insuredUnder(law, this.person), { law, bill, left });
      const settled = settleClaim({ ...question, before: years.get(year) ?? emptyYear });
      const missing = settled.missing.map((rule) =>
        this.problem("rule-missing", bill, { day: claim.enddate, rule, found: rule }),
      );
      if (missing.length > 0) return missing;
      assert(verifyTrace(settled.settlement).length === 0, "the trace holds");
      years.set(year, settled.after);
      asked.push({ year, question, settled: settled.settlement });
      parts.push({ claim, settlement: settled.settlement });
      if (left !== undefined) left = settled.deductiblesLeft;
    }
    for (const [year, after] of years) this.years.set(year, after);
    for (const { year, ...one } of asked) {
      this.asked.set(year, [...(this.asked.get(year) ?? []), one]);
    }
    return parts;
  }

  /** The header of a bill of fee lines, as the catalogue of the law makes it. */
  private classified({ claim, lines }: TrialBill, law: Law): Claim {
    if (lines.length === 0) return claim;
    const insured = insuredUnder(law, this.person);
    return { ...claim, ...classifyLines(lines, { law, claim, insured }).header };
  }

  private unsettled({ claim }: TrialBill, problems: readonly Problem[]): TriedBill {
    return { claim, parts: [], year: new Map(), problems };
  }

  private uncovered(bill: TrialBill, day: Day): Problem {
    const { from, to } = this.pack.names.covers;
    return this.problem("trial-day-uncovered", bill, { found: day, expected: `${from} … ${to}` });
  }

  private problem(
    code: "rule-missing" | "trial-day-uncovered" | "trial-days-missing",
    { line }: TrialBill,
    values: Problem["values"],
  ): Problem {
    return problem(code, { file: this.file, line }, values);
  }
}

/** A person of an example under a law; without a class it is the one that the law names. */
export function insuredUnder(law: Law, person: TrialPerson): Insured {
  const insured = { ...person, psnNo: "1" };
  return insured.class === "" ? { ...insured, class: classOf(law, insured) } : insured;
}

/** The parts that the law cuts a stay into; undefined where the days of its cost are not known. */
function partsOf(claim: Claim, { days, posted }: TrialBill, law: Law): Claim[] | undefined {
  const cuts: readonly Day[] = posted === undefined ? cutDaysOf(claim, law) : [];
  const parts: Claim[] = [];
  let rest = claim;
  for (const day of cuts) {
    const spent = days.filter(({ feeOcurTime }) => feeOcurTime >= rest.begndate);
    const cut = splitBill(rest, spent, day);
    if (cut === undefined) return undefined;
    parts.push(cut[0]);
    rest = cut[1];
  }
  return [...parts, rest].map((part) => (cuts.length > 0 ? settledOnEnd(part) : part));
}

/** A part is settled under the law of its own days. */
function settledOnEnd(part: Claim): Claim {
  return { ...part, setlDay: part.enddate };
}

function questionOf(
  claim: Claim,
  insured: Insured,
  { law, bill, left }: { law: Law; bill: TrialBill; left: DeductiblesLeft | undefined },
): Omit<Question, "before"> {
  return {
    ...{ claim, insured, law },
    ...(bill.posted === undefined ? {} : { posted: bill.posted }),
    ...(left === undefined ? {} : { deductiblesLeft: left }),
  };
}

function isSettled(
  parts: readonly TriedPart[] | readonly Problem[],
): parts is readonly TriedPart[] {
  return parts.every((one) => "settlement" in one);
}

function usedOf(asked: readonly Given[], year: YearToDate): ReadonlyMap<string, string> {
  return new Map(asked.map(({ field }) => [field, yuanText(usedUnder(year, field) as Yuan)]));
}
