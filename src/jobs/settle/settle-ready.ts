import { add } from "../../domain/money.js";
import type { Amounts, Settlement } from "../../domain/records.js";
import type { Question } from "../../settle/bill.js";
import { type Settled, settleClaim } from "../../settle/settle.js";
import type { YearToDate } from "../../settle/year-to-date.js";
import type { Ready } from "./ready-claim.js";

/** A claim, settled: its parts together, and the years after it. */
export interface SettledReady extends Pick<Settled, "missing"> {
  readonly settlement: Settlement;
  readonly after: ReadonlyMap<number, YearToDate>;
}

/**
 * Settles a claim part by part: most have one; a stay that the law cuts at New Year or on the
 * switch day has two or more, each under its own law and in its own year, and the deductible goes
 * on from one to the next. `posted` are the amounts that bind, of a claim in one part.
 */
export function settleReady(
  { parts }: Ready,
  yearBefore: (year: number) => YearToDate,
  posted: Amounts | undefined,
): SettledReady {
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
  return {
    claimId: first.claimId,
    actPayDedc: add(first.actPayDedc, second.actPayDedc),
    hifpPay: add(first.hifpPay, second.hifpPay),
    hifmiPay: add(first.hifmiPay, second.hifmiPay),
    mafPay: add(first.mafPay, second.mafPay),
    othPay: add(first.othPay, second.othPay),
    fundPaySumamt: add(first.fundPaySumamt, second.fundPaySumamt),
    psnPartAmt: add(first.psnPartAmt, second.psnPartAmt),
    steps: [...first.steps, ...second.steps],
  };
}
