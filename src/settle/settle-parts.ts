import { added } from "../domain/amounts.js";
import type { Amounts, Settlement } from "../domain/records.js";
import type { Question } from "./bill.js";
import { type Settled, settleClaim } from "./settle.js";
import type { YearToDate } from "./year-to-date.js";

/** A bill, or a part of a stay that the law cuts, with the person and the law of its day. */
export interface Part {
  readonly question: Omit<Question, "before" | "posted">;
  /** The year whose limits it uses up. */
  readonly year: number;
}

/** A claim, settled: its parts together, and the years after it. */
export interface SettledParts extends Pick<Settled, "missing"> {
  readonly settlement: Settlement;
  readonly after: ReadonlyMap<number, YearToDate>;
}

/**
 * Settles a claim part by part: most have one; a stay that the law cuts at New Year or on the
 * switch day has two or more, each under its own law and in its own year, and the deductible goes
 * on from one to the next. `posted` are the amounts that bind, of a claim in one part.
 */
export function settleParts(
  parts: readonly [Part, ...Part[]],
  yearBefore: (year: number) => YearToDate,
  posted: Amounts | undefined,
): SettledParts {
  const after = new Map<number, YearToDate>();
  let whole: Settlement | undefined;
  let missing: readonly string[] = [];
  let deductiblesLeft: Settled["deductiblesLeft"] = new Map();
  for (const { question, year } of parts) {
    const before = after.get(year) ?? yearBefore(year);
    // Written out: what is made by spreading is many times slower to read.
    const { claim, insured, law } = question;
    const asked: Question =
      parts.length > 1
        ? { claim, insured, before, law, deductiblesLeft }
        : posted !== undefined
          ? { claim, insured, before, law, posted }
          : { claim, insured, before, law };
    const one = settleClaim(asked);
    after.set(year, one.after);
    missing = [...missing, ...one.missing];
    deductiblesLeft = one.deductiblesLeft;
    whole = whole === undefined ? one.settlement : together(whole, one.settlement);
  }
  if (whole === undefined) throw new Error("a claim has at least one part");
  return { settlement: whole, after, missing };
}

/** The parts of one bill: amounts added up, steps one after another. */
function together(first: Settlement, second: Settlement): Settlement {
  const { claimId } = first;
  return { claimId, ...added(first, second), steps: [...first.steps, ...second.steps] };
}
