import { type Day, dayAfter, dayBefore } from "../domain/period.js";
import { type Problem, problem } from "../domain/problem.js";
import type { Period } from "./pack.js";
import type { PackQuestion } from "./pack-question.js";

/** The stretches of `covers` on which a parameter that the law needs has no version. */
export function gapsOf({ names, periods, parameters }: PackQuestion): readonly Problem[] {
  const { from, to } = names.covers;
  const gaps = new Map<string, { from: Day; to: Day; isOpen: boolean }>();
  const found: Problem[] = [];
  const given = new Map(parameters.map((one) => [one.key, one]));
  const close = (key: string): void => {
    const gap = gaps.get(key);
    if (gap === undefined) return;
    gaps.delete(key);
    const one = given.get(key);
    const place = { file: one?.file ?? names.file, ...(one && { line: one.line }) };
    found.push(
      one === undefined
        ? problem("parameter-missing", place, { expected: key })
        : problem("versions-gap", place, { found: gap.from, expected: gap.to }),
    );
  };
  const before: Period[] = [{ from: "0000-01-01" as Day, found: noLaw, missing: needed(periods) }];
  const all = (periods[0]?.from ?? "") > from ? [...before, ...periods] : periods;
  for (const [index, period] of all.entries()) {
    const end = all[index + 1] === undefined ? to : dayBefore((all[index + 1] as Period).from);
    const first = period.from < from ? from : period.from;
    const last = end > to ? to : end;
    if (first > last) continue;
    const missing = new Set(period.missing.map((one) => one.key));
    for (const key of [...gaps.keys()]) if (!missing.has(key)) close(key);
    for (const key of missing) {
      const gap = gaps.get(key);
      gaps.set(key, { from: gap?.from ?? first, to: last, isOpen: true });
    }
  }
  for (const key of [...gaps.keys()]) close(key);
  return found;
}

const noLaw = { law: undefined, problems: [] };

/** Before the first version of all, whatever the first day needs is missing. */
function needed(periods: readonly Period[]): Period["missing"] {
  return periods[0]?.missing ?? [];
}

/**
 * Days between two versions of a parameter that the law does not need: a rule that pauses has a
 * version that says so, so that a slip of the pen leaves nobody without a limit for a day.
 */
export function holesOf({ names, parameters, periods }: PackQuestion): readonly Problem[] {
  const { covers } = names;
  const needed = new Set(periods.flatMap(({ missing }) => missing.map(({ key }) => key)));
  return parameters
    .filter(({ key }) => !needed.has(key))
    .flatMap(({ file, versions }) =>
      versions.flatMap(({ from, line }, at) => {
        const before = versions[at - 1]?.to;
        if (before === undefined || before === "" || from === "") return [];
        const [first, last] = [dayAfter(before), dayBefore(from)];
        if (first > last || last < covers.from || first > covers.to) return [];
        return [problem("versions-gap", { file, line }, { found: first, expected: last })];
      }),
    );
}
