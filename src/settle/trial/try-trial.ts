import { plainCare } from "../../domain/care-facts.js";
import { medType } from "../../domain/codes.js";
import { type Ratio, ratioText, type Yuan, yuanText, zero } from "../../domain/money.js";
import { type Problem, problem } from "../../domain/problem.js";
import type { Insured } from "../../domain/records.js";
import { lawOn } from "../../policy/dated.js";
import type { Case, CaseFacts, Law, Table } from "../../policy/law.js";
import type { Pack } from "../../policy/pack.js";
import { type CaseQuestion, caseOf } from "../case.js";
import { classifyLines, type FeeParts } from "../fee-lines.js";
import type { Given, Trial, TrialStart } from "./trial.js";
import { amountsOf, type TriedBill } from "./tried-bill.js";
import { insuredUnder, tryBills } from "./try-bills.js";

/** A worked example, settled under a pack. */
export interface Tried {
  readonly trial: Trial;
  readonly bills: readonly TriedBill[];
  /** What the law makes of its lines, funding and start, by name. */
  readonly asked: readonly { readonly field: string; readonly value: string }[];
  /** Where something else came out than the example says, and what could not be settled. */
  readonly problems: readonly Problem[];
}

/**
 * Settles a worked example and holds it to what it expects, value by value. Problems: those of
 * `tryBills`, `trial-differs` for each value that is another, `trial-day-uncovered`.
 */
export function tryTrial(trial: Trial, pack: Pack, file: string): Tried {
  const bills = tryBills(trial, pack, file);
  const ofBills = bills.flatMap((bill, at) => {
    if (bill.settlement === undefined) return bill.problems;
    const amounts = amountsOf(bill.claim, bill.settlement);
    const found = (field: string) => yuanText(amounts.get(field) ?? zero);
    const { gives = [], year = [] } = trial.bills[at] ?? {};
    return [
      ...differing(gives, found, file),
      ...differing(year, (field) => bill.year.get(field) ?? "", file),
    ];
  });
  const asks = trial.lines.length + trial.funding.length > 0 || trial.start !== undefined;
  if (!asks) return { trial, bills, asked: [], problems: ofBills };
  const { law } = lawOn(pack, trial.day);
  if (law === undefined) {
    const { from, to } = pack.names.covers;
    const values = { found: trial.day, expected: `${from} … ${to}` };
    const uncovered = problem("trial-day-uncovered", { file, line: trial.line }, values);
    return { trial, bills, asked: [], problems: [...ofBills, uncovered] };
  }
  const [level = ""] = pack.names.labels.levels.keys();
  const others = othersOf(trial, law, level);
  const wrong = others.flatMap(({ given, value }) => differing([given], () => value, file));
  const asked = others.map(({ given: { field }, value }) => ({ field, value }));
  return { trial, bills, asked, problems: [...ofBills, ...wrong] };
}

function differing(
  givens: readonly Given[],
  found: (field: string) => string,
  file: string,
): readonly Problem[] {
  return givens.flatMap(({ field, value, line }) => {
    const is = found(field);
    if (is === value) return [];
    return [problem("trial-differs", { file, line, field }, { found: is, expected: value })];
  });
}

interface Other {
  readonly given: Given;
  readonly value: string;
}

/** What else the example asks: lines on their own, what the enrolment costs, when it begins. */
function othersOf(trial: Trial, law: Law, level: string): readonly Other[] {
  const insured = insuredUnder(law, trial.person);
  const claim = { ...plainCare, dedcHospLv: level, medType: medType.inpatient };
  const { facts } = caseOf({ claim, insured, law });
  return [
    ...linesOf(trial, { law, claim, insured }),
    ...fundingOf(trial.funding, law, law.caseOf(facts)),
    ...(trial.start === undefined ? [] : [startOf(trial.start, law, facts)]),
  ];
}

function linesOf(
  { lines }: Trial,
  asked: { law: Law; claim: CaseQuestion["claim"]; insured: Insured },
): readonly Other[] {
  const made = classifyLines(
    lines.map(({ line }) => line),
    asked,
  );
  return lines.flatMap(({ gives }, at) => {
    const parts = made.lines[at];
    if (parts === undefined) return [];
    return gives.map((given) => ({ given, value: yuanText(partNamed(given.field, parts)) }));
  });
}

/** The part of a line; the excess over a limit has another name on lines than on bills. */
function partNamed(field: string, parts: FeeParts): Yuan {
  return parts[field === "overlmtSelfpay" ? "overlmtAmt" : (field as keyof FeeParts)];
}

function fundingOf(
  givens: readonly Given[],
  { funding: { contribution, subsidy, account, aided } }: Law,
  on: Case,
): readonly Other[] {
  const amount = (table: Table<Yuan> | undefined) => textOf(table?.find(on)?.value, yuanText);
  const share = (table: Table<Ratio> | undefined) => textOf(table?.find(on)?.value, ratioText);
  const found: Readonly<Record<string, string>> = {
    contribution: amount(contribution),
    subsidy: amount(subsidy),
    account: amount(account),
    aided: share(aided),
  };
  return givens.map((given) => ({ given, value: found[given.field] ?? "none" }));
}

function textOf<Value>(value: Value | undefined, told: (value: Value) => string): string {
  return value === undefined ? "none" : told(value);
}

function startOf({ gives, joined, months, days }: TrialStart, law: Law, facts: CaseFacts): Other {
  const row = law.coverage.start?.find(law.caseOf({ ...facts, joined, months, days }));
  if (row === undefined) return { given: gives, value: "none" };
  const { way, months: waited } = row.value;
  return { given: gives, value: way === "monthsAfterPayment" ? `${way} ${waited}` : way };
}
