import type { Problem } from "../../domain/problem.js";
import type { HistoricClaim, StoredInsured, Work } from "../../store/port/claims.js";
import type { Institution } from "../../store/port/registers.js";
import type { Store } from "../../store/store.js";
import { ArchivedLaws } from "../archived-laws.js";
import { type BillLines, FeeLines } from "./fee-lines.js";
import type { FoldedClaim } from "./person-years.js";
import { inForce } from "./posted-claim.js";
import { readyOf } from "./ready.js";
import type { RefundSources } from "./settle-range.js";

/** Settled claims of one person, as the fold takes them, and those that it cannot take today. */
export interface PastClaims {
  readonly claims: readonly (FoldedClaim & {
    readonly historic: HistoricClaim;
    /** Its fee lines, where it is settled by them. */
    readonly lines?: BillLines;
  })[];
  readonly unready: readonly {
    readonly historic: HistoricClaim;
    readonly problems: readonly Problem[];
  }[];
}

/** Reads what was settled, each claim under the archived law that it was settled under. */
export class Past {
  private readonly laws: ArchivedLaws;

  private constructor(
    private readonly store: Store,
    private readonly institutions: ReadonlyMap<string, Institution>,
    readonly lines: FeeLines,
  ) {
    this.laws = new ArchivedLaws(store);
  }

  static async open(store: Store): Promise<Past> {
    const lines = await FeeLines.open(store);
    return new Past(store, await store.registers.institutions(), lines);
  }

  /**
   * Settled claims as questions, in their order. Refunds and what they took back are none: it is as
   * if they had never been.
   */
  async of(history: readonly HistoricClaim[], person: StoredInsured): Promise<PastClaims> {
    return this.withRefunded(
      history.filter((one) => one.refundedBy === undefined),
      person,
    );
  }

  /** The same with the claims that were taken back later. */
  async withRefunded(history: readonly HistoricClaim[], person: StoredInsured) {
    const lines = await this.lines.of(history.map(({ claim }) => claim));
    const claims: PastClaims["claims"][number][] = [];
    const unready: PastClaims["unready"][number][] = [];
    for (const historic of history) {
      if (historic.claim.isRefund) continue;
      const { policy, posted, settledBy } = inForce(historic);
      const pack = await this.laws.of(policy);
      const { claim } = historic;
      // A window claim that was turned into one of the centre does not bind any more.
      const stored = settledBy === claim.settledBy ? claim : { ...claim, paid: undefined };
      const circumstances = { pack, institutions: this.institutions };
      const own = lines.get(claim.claimId);
      const ready = readyOf(stored, person, circumstances, own);
      if ("parts" in ready)
        claims.push({
          ...(own && { lines: own }),
          claimId: claim.claimId,
          ready,
          posted,
          historic,
        });
      else unready.push({ historic, problems: ready });
    }
    return { claims, unready };
  }

  /** What the refunds among some work may take back, and the past of their people. */
  async refundSources({ claims, people }: Work): Promise<RefundSources> {
    const originals = new Map<number, readonly HistoricClaim[]>();
    const past = new Map<string, readonly FoldedClaim[]>();
    for (const refund of claims.filter((one) => one.isRefund)) {
      originals.set(refund.claimId, await this.store.claims.originalsOf(refund));
      const { partNo, psnNo } = refund;
      const person = people.get(psnNo);
      if (past.has(psnNo) || person === undefined) continue;
      const history = await this.store.claims.history(partNo, partNo + 1, [psnNo]);
      past.set(psnNo, (await this.of(history.get(psnNo) ?? [], person)).claims);
    }
    return { originals, past };
  }
}
