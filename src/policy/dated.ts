import type { Day } from "../domain/period.js";
import { problem } from "../domain/problem.js";
import type { LawFound, MissingRule, Pack, PolicyValue } from "./pack.js";
import { daysOfChange, ruleNames } from "./periods.js";
import { neededOn } from "./required.js";

/**
 * The law in force on a day. All periods were compiled with the pack, so this only looks a day up
 * in a short list. A day on which a parameter has no version gives `rule-missing` for each such
 * parameter (never a silent 0); the caller puts the claim's place into the report.
 */
export function lawOn(pack: Pack, day: Day): LawFound {
  const { periods } = pack;
  let index = periods.length - 1;
  while (index > 0 && (periods[index]?.from ?? "") > day) index--;
  const period = periods[index];
  if (period === undefined) return { law: undefined, problems: [] };
  if (period.from > day) return missingOn(day, missingRules(pack));
  return period.found.law === undefined ? missingOn(day, period.missing) : period.found;
}

/** Every day on which something in the law changes, in ascending order. */
export function changeDays(pack: Pack): readonly Day[] {
  return daysOfChange(pack.parameters);
}

/** The values that nobody has confirmed and no source gives: reports list them. */
export function assumedValues(pack: Pack): readonly PolicyValue[] {
  return pack.values.filter((value) => value.status === "assumed");
}

/** The values that only an unverified source gives. */
export function secondaryValues(pack: Pack): readonly PolicyValue[] {
  return pack.values.filter((value) => value.status === "secondary");
}

/** What the law of a day needs on which nothing at all is in force. */
function missingRules({ names, parameters }: Pack): readonly MissingRule[] {
  return ruleNames(
    neededOn(() => undefined, names),
    parameters,
    names,
  );
}

function missingOn(day: Day, missing: readonly MissingRule[]): LawFound {
  const problems = missing.map(({ key, label, file, line }) => {
    const place = line === undefined ? { file } : { file, line };
    return problem("rule-missing", place, { day, rule: label, found: key });
  });
  return { law: undefined, problems };
}
