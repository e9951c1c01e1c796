import { type Day, dayBefore } from "../domain/period.js";
import type { Pack } from "./pack.js";
import { dayAfter } from "./periods.js";

/** What the proof of completeness went over: the product of these is the number of its cases. */
export interface Proven {
  readonly classes: number;
  readonly levels: number;
  readonly cares: number;
  /** The basic fund and every later payer. */
  readonly layers: number;
  readonly days: number;
}

/** How much a pack that was given out has been proved to cover. */
export function provenOf({ names }: Pack): Proven {
  const { labels, covers } = names;
  return {
    classes: labels.classes.size,
    levels: labels.levels.size,
    cares: labels.cares.size,
    layers: 1 + labels.payers.size,
    days: daysBetween(covers.from, covers.to),
  };
}

/** Days from the first to the last, both included. */
function daysBetween(from: Day, to: Day): number {
  const yearEnd = `${from.slice(0, 4)}-12-31` as Day;
  if (to > yearEnd) return daysBetween(from, yearEnd) + daysBetween(dayAfter(yearEnd), to);
  let days = 1;
  for (let day = to; day > from; day = dayBefore(day)) days += 1;
  return days;
}
