import { type Day, firstDay, lastDay, monthOf, nextMonth } from "../domain/period.js";
import { Compiler } from "./compile.js";
import type { Codes } from "./dimensions.js";
import type { Names } from "./names.js";
import type { LawFound, MissingRule, Parameter, Period, Version } from "./pack.js";
import { type InForce, neededOn } from "./required.js";

const noLaw: LawFound = { law: undefined, problems: [] };

/** The stretches between the days of change, each with its compiled law. */
export function periodsOf(
  parameters: readonly Parameter[],
  names: Names,
  codes: Codes,
): readonly Period[] {
  const compiler = new Compiler(names, codes, parameters);
  const byKey = new Map(parameters.map((one) => [one.key, one]));
  return daysOfChange(parameters).map((from) => {
    const inForce: InForce = (key) => versionOn(byKey.get(key), from);
    const needed = neededOn(inForce, names).filter((key) => inForce(key) === undefined);
    const missing = ruleNames(needed, parameters, names);
    const found = missing.length > 0 ? noLaw : { law: compiler.lawOf(inForce), problems: [] };
    return { from, found, missing };
  });
}

/** Parameters with their labels and places; one that no file gives has the region's file. */
export function ruleNames(
  keys: readonly string[],
  parameters: readonly Parameter[],
  names: Names,
): readonly MissingRule[] {
  const byKey = new Map(parameters.map((one) => [one.key, one]));
  return keys.map((key) => {
    const given = byKey.get(key);
    if (given === undefined) return { key, label: key, file: names.file };
    return { key, label: given.label, file: given.file, line: given.line };
  });
}

/** Every day on which a version begins, or is no longer in force. */
export function daysOfChange(parameters: readonly Parameter[]): readonly Day[] {
  const days = new Set<Day>();
  for (const { from, to } of parameters.flatMap((parameter) => parameter.versions)) {
    days.add(from);
    if (to !== undefined) days.add(dayAfter(to));
  }
  return [...days].sort();
}

export function versionOn(parameter: Parameter | undefined, day: Day): Version | undefined {
  return parameter?.versions.find(({ from, to }) => from <= day && (to === undefined || day <= to));
}

export function dayAfter(day: Day): Day {
  if (day === lastDay(monthOf(day))) return firstDay(nextMonth(monthOf(day)));
  const date = Number(day.slice(8)) + 1;
  return `${day.slice(0, 8)}${String(date).padStart(2, "0")}` as Day;
}
