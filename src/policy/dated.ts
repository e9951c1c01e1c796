import { type Day, firstDay, lastDay, monthOf, nextMonth } from "../domain/period.js";
import { problem } from "../domain/problem.js";
import type { LawFound, Pack, Parameter, Period, PolicyValue, Version } from "./pack.js";
import type { Law } from "./schema.js";

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
  if (period === undefined || period.from > day) return missingOn(day, pack.parameters);
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

const noLaw: LawFound = { law: undefined, problems: [] };

/** The stretches between the days of change, each with its compiled law. */
export function periodsOf(parameters: readonly Parameter[]): readonly Period[] {
  return daysOfChange(parameters).map((from) => {
    const missing = parameters.filter((parameter) => versionOn(parameter, from) === undefined);
    const found = missing.length > 0 ? noLaw : compiledOn(parameters, from);
    return { from, found, missing };
  });
}

function missingOn(day: Day, parameters: readonly Parameter[]): LawFound {
  const problems = parameters.map(({ key, label, file, line }) =>
    problem("rule-missing", { file, line }, { day, rule: label, found: key }),
  );
  return { law: undefined, problems };
}

function daysOfChange(parameters: readonly Parameter[]): readonly Day[] {
  const days = new Set<Day>();
  for (const { from, to } of parameters.flatMap((parameter) => parameter.versions)) {
    days.add(from);
    if (to !== undefined) days.add(dayAfter(to));
  }
  return [...days].sort();
}

function versionOn(parameter: Parameter, day: Day): Version | undefined {
  return parameter.versions.find(({ from, to }) => from <= day && (to === undefined || day <= to));
}

/** The parser has checked that every key is there and has the kind that the schema says. */
function compiledOn(parameters: readonly Parameter[], day: Day): LawFound {
  const entries = parameters.map((one) => [one.key, versionOn(one, day)?.compiled] as const);
  return { law: Object.fromEntries(entries) as Law, problems: [] };
}

function dayAfter(day: Day): Day {
  if (day === lastDay(monthOf(day))) return firstDay(nextMonth(monthOf(day)));
  const date = Number(day.slice(8)) + 1;
  return `${day.slice(0, 8)}${String(date).padStart(2, "0")}` as Day;
}
