import { insutype } from "../../domain/codes.js";
import { partOf } from "../../domain/part.js";
import type { Problem } from "../../domain/problem.js";
import type { Amounts, YearToDate } from "../../domain/records.js";
import { decodeShadow } from "../../settle/shadow.js";
import type { StoredClaim, StoredInsured } from "../../store/port/claims.js";
import type { MadePerson, SettledAs } from "../../store/port/regroup.js";
import type { Store } from "../../store/store.js";
import { settleRange } from "../settle/settle-range.js";
import { ArchivedLaws } from "./years-of.js";

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
 * Every settlement of these people recomputed in its order, each person with their own year and
 * under the law of its settlement, month by month. Claims that are not settled take nothing of a
 * year. Nothing is written: this is the only place where a split asks the settlement anything.
 */
export async function settlementsIfSplit(
  store: Store,
  people: readonly MadePerson[],
): Promise<readonly SettlementIfSplit[]> {
  const institutions = await store.registers.institutions();
  const laws = new ArchivedLaws(store);
  const insured = new Map(people.map((person) => [person.psnNo, insuredOf(person)]));
  const found: SettlementIfSplit[] = [];
  for (const batch of batchesOf(people)) {
    const [{ settled: first }] = batch;
    const pack = await laws.of(first.policy);
    const circumstances = { month: first.month, policy: first.policy, pack, institutions };
    const claims = batch.map((one) => one.claim);
    const range = settleRange({ claims, people: insured }, circumstances);
    for (const { psnNo, year, after } of range.years) insured.get(psnNo)?.years.set(year, after);
    const computed = new Map(range.settled.map((one) => [one.claim.claimId, one.computed]));
    const waiting = new Map(range.waiting.map((one) => [one.claimId, one.problems]));
    for (const one of batch) {
      const after = computed.get(one.claim.claimId);
      const before = decodeShadow(one.settled.shadow, one.settled.posted).computed;
      const problems = waiting.get(one.claim.claimId) ?? [];
      found.push({ ...one, before, problems, ...(after === undefined ? {} : { after }) });
    }
  }
  return found;
}

type Settled = Pick<SettlementIfSplit, "psnNo" | "claim" | "settled">;
type Batch = readonly [Settled, ...Settled[]];

/** Claims that were settled in one month under one law, the months in their order. */
function batchesOf(people: readonly MadePerson[]): readonly Batch[] {
  const all = people.flatMap(({ psnNo, claims }) =>
    claims.flatMap(({ claim, settled }): Settled[] => {
      if (settled === undefined) return [];
      return [{ psnNo, claim: { ...claim, psnNo, partNo: partOf(psnNo) }, settled }];
    }),
  );
  const batches = new Map<string, [Settled, ...Settled[]]>();
  for (const one of all) {
    const key = `${one.settled.month} ${one.settled.policy}`;
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, [one]);
    else batch.push(one);
  }
  return [...batches].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
}

function insuredOf(
  person: MadePerson,
): StoredInsured & { readonly years: Map<number, YearToDate> } {
  const enrolments = person.enrolments.filter((one) => one.insutype === insutype.resident);
  const { record, identities } = person;
  return { psnName: record.psnName, enrolments, identities, years: new Map() };
}
