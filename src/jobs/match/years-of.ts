import { levels } from "../../domain/codes.js";
import { partOf } from "../../domain/part.js";
import type { Month } from "../../domain/period.js";
import type { Amounts, Claim, YearToDate } from "../../domain/records.js";
import type { Pack } from "../../policy/pack.js";
import { benefitYearOf, lawFor } from "../../settle/dates.js";
import { advance, emptyYear } from "../../settle/year-to-date.js";
import type { SettledRange, StoredClaim } from "../../store/port/claims.js";
import type { Institution } from "../../store/port/registers.js";
import type { HeldClaim } from "../../store/port/regroup.js";
import type { Store } from "../../store/store.js";
import { archivedLaw } from "../law.js";

/** A claim with what was posted for it, and the law under which it was settled. */
export interface PostedClaim {
  readonly claim: StoredClaim;
  readonly posted: Amounts;
  readonly pack: Pack;
}

/**
 * A person's years, made again: the fold over the claims in their order, each with the amounts that
 * were posted for it (decision 6: what the window paid counts, whatever we compute today).
 */
export function yearsOf(
  claims: readonly PostedClaim[],
  institutions: ReadonlyMap<string, Institution>,
): ReadonlyMap<number, YearToDate> {
  const years = new Map<number, YearToDate>();
  for (const { claim: stored, posted: amounts, pack } of claims) {
    const level = institutions.get(stored.fixmedinsCode)?.dedcHospLv;
    const dedcHospLv = levels.find((one) => one === level) ?? "township";
    const claim: Claim = { ...stored, dedcHospLv };
    const { law } = lawFor(claim, pack);
    if (law === undefined) throw new Error(`no law for the settled claim ${stored.claimId}`);
    const year = benefitYearOf(claim, law);
    const before = years.get(year) ?? emptyYear;
    years.set(year, advance({ before, claim, amounts, law }));
  }
  return years;
}

/** Years as a range that settles nothing: how they are written. */
export function yearsOnly(psnNo: string, years: ReadonlyMap<number, YearToDate>): SettledRange {
  const partNo = partOf(psnNo);
  return {
    month: "" as Month,
    policy: "",
    settled: [],
    suspects: [],
    waiting: [],
    years: [...years].map(([year, after]) => ({ partNo, psnNo, year, after })),
  };
}

/** The laws of settlements from the archive, each read once. */
export class ArchivedLaws {
  private readonly packs = new Map<string, Pack>();

  constructor(private readonly store: Store) {}

  async of(policy: string): Promise<Pack> {
    const known = this.packs.get(policy);
    if (known !== undefined) return known;
    const pack = await archivedLaw(this.store, policy);
    this.packs.set(policy, pack);
    return pack;
  }

  /** Those of some claims that were settled, each with its law. */
  async posted(claims: readonly HeldClaim[]): Promise<readonly PostedClaim[]> {
    const posted: PostedClaim[] = [];
    for (const { claim, settled } of claims) {
      if (settled === undefined) continue;
      posted.push({ claim, posted: settled.posted, pack: await this.of(settled.policy) });
    }
    return posted;
  }
}
