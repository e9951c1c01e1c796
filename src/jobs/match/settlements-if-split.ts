import type { Problem } from "../../domain/problem.js";
import type { Amounts } from "../../domain/records.js";
import { settleParts } from "../../settle/settle-parts.js";
import { decodeShadow } from "../../settle/shadow.js";
import { emptyYear, type YearToDate } from "../../settle/year-to-date.js";
import type { StoredClaim, StoredInsured } from "../../store/port/claims.js";
import type { MadePerson, SettledAs } from "../../store/port/regroup.js";
import type { Store } from "../../store/store.js";
import { ArchivedLaws } from "../archived-laws.js";
import { FeeLines } from "../settle/fee-lines.js";
import { readyOf } from "../settle/ready.js";

/** A settlement that stands, and what it would be for the people as they are made. */
export interface SettlementIfSplit {
  readonly psnNo: string;
  readonly claim: StoredClaim;
  readonly settled: SettledAs;
  /** What our engine computed then: of a claim of the centre, what was posted. */
  readonly before: Amounts;
  /** What it would compute now; absent where the claim would have to wait. */
  readonly after?: Amounts;
  readonly problems: readonly Problem[];
}

/**
 * Every settlement of these people recomputed in the order in which they were settled, each person
 * with their own year and under the law of its settlement. Claims that are not settled, refunds and
 * what they took back take nothing of a year. Nothing is written: this is the only place where a
 * split asks the settlement anything.
 */
export async function settlementsIfSplit(
  store: Store,
  people: readonly MadePerson[],
): Promise<readonly SettlementIfSplit[]> {
  const institutions = await store.registers.institutions();
  const laws = new ArchivedLaws(store);
  const feeLines = await FeeLines.open(store);
  const found: SettlementIfSplit[] = [];
  for (const person of people) {
    const years = new Map<number, YearToDate>();
    const claims = settledClaims(person);
    const lines = await feeLines.of(claims.map(({ claim }) => claim));
    for (const one of claims) {
      const pack = await laws.of(one.settled.policy);
      const own = lines.get(one.claim.claimId);
      const ready = readyOf(one.claim, insuredOf(person), { pack, institutions }, own);
      const before = decodeShadow(one.settled.shadow, one.settled.posted).computed;
      if (!("parts" in ready)) {
        found.push({ ...one, before, problems: ready });
        continue;
      }
      const yearBefore = (year: number): YearToDate => years.get(year) ?? emptyYear;
      const { settlement, after } = settleParts(ready.parts, yearBefore, ready.posted);
      for (const [year, now] of after) years.set(year, now);
      found.push({ ...one, before, after: settlement, problems: [] });
    }
  }
  return found;
}

type Settled = Pick<SettlementIfSplit, "psnNo" | "claim" | "settled">;

/** In the order of belongings: month by month, each in the order of the fold. */
function settledClaims({ psnNo, claims }: MadePerson): readonly Settled[] {
  return claims.flatMap(({ claim, settled }): readonly Settled[] => {
    if (settled === undefined || settled.isTakenBack || claim.isRefund) return [];
    // A window claim that the centre took over does not bind any more.
    const paid = settled.settledBy === "window" ? claim.paid : undefined;
    return [{ psnNo, claim: { ...claim, psnNo, paid }, settled }];
  });
}

function insuredOf({ record, rows, enrolments, identities }: MadePerson): StoredInsured {
  const held = identities.map(({ psnIdetType, begndate }) => {
    return { psnIdetType, begndate, enddate: "" as const };
  });
  const { psnName, brdy } = record;
  const otherNames = rows.map((row) => row.psnName);
  return { psnName, otherNames, brdy, enrolments, identities: held, years: new Map() };
}
