import { sum, type Yuan, yuanText } from "../domain/money.js";
import type { Settlement } from "../domain/records.js";
import { bandsTogether, resultOf, stepsOf, type TracedStep } from "./trace.js";

/** A line of a trace that is not true: what stands there, and what its numbers come to. */
export interface WrongStep {
  /** Number of the line, 1 is the first; 0 is the bill's own sums. */
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

/**
 * Checks the arithmetic of a trace and nothing else: every line is an equation that is computed
 * again from its own numbers, bands add up exactly before they are rounded, every section paid what
 * its last line says, and the sections together are what the funds paid. No law is read.
 */
export function verifyTrace(settlement: Settlement): readonly WrongStep[] {
  const steps = stepsOf(settlement.steps);
  const wrong: WrongStep[] = [];
  const check = (index: number, found: number, expected: number): void => {
    if (found !== expected) {
      wrong.push({ line: index + 1, found: String(found), expected: String(expected) });
    }
  };
  steps.forEach((step, index) => {
    if (step.operation === "section") check(index, step.amount, lastAmount(steps, index));
    else if (step.operation === "bands") checkBands(steps, index, check);
    else check(index, step.amount, resultOf(step, steps[index - 1]));
  });
  return [...wrong, ...wrongSums(settlement, steps)];
}

/** What a section's last line says: that is what it paid. */
function lastAmount(steps: readonly TracedStep[], section: number): number {
  const next = steps.findIndex(({ operation }, at) => at > section && operation === "section");
  const last = steps[(next < 0 ? steps.length : next) - 1];
  return last === undefined || last.operation === "section" ? 0 : last.amount;
}

function checkBands(
  steps: readonly TracedStep[],
  index: number,
  check: (index: number, found: number, expected: number) => void,
): void {
  const above = steps.slice(0, index);
  const start = above.findLastIndex(({ operation }) => operation === "section");
  const together = bandsTogether(above.slice(start).filter(({ rule }) => rule === "band"));
  check(index, steps[index]?.base ?? 0, together.base);
  check(index, steps[index]?.amount ?? 0, together.amount);
}

function wrongSums(settlement: Settlement, steps: readonly TracedStep[]): readonly WrongStep[] {
  const sections = steps.filter(({ operation }) => operation === "section");
  const paid = sum(sections.map(({ amount }) => amount as Yuan));
  const { hifpPay, hifmiPay, mafPay, othPay, fundPaySumamt } = settlement;
  const funds = sum([hifpPay, hifmiPay, mafPay, othPay]);
  const sums: readonly (readonly [Yuan, Yuan])[] = [
    [fundPaySumamt, funds],
    [fundPaySumamt, paid],
  ];
  return sums
    .filter(([found, expected]) => found !== expected)
    .map(([found, expected]) => ({
      line: 0,
      found: yuanText(found),
      expected: yuanText(expected),
    }));
}
